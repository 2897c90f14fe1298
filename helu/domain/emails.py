"""E-mail addresses as people type and copy them."""

import re
import unicodedata

from helu.domain.text import one_line

LONGEST = 254
_PLAIN = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\s@<>()\[\],;:\"\\.]+\.)+[^\s@<>()\[\],;:\"\\.]{2,}")


def read_email(typed: str) -> str:
    """In lower case, without what surrounds or hides in it when it is copied; empty when it is no address."""
    seen = "".join(each for each in typed if unicodedata.category(each) != "Cf")
    email = one_line(seen).lower().removeprefix("mailto:").strip(" '")
    return email if len(email) <= LONGEST and _PLAIN.fullmatch(email) else ""


def name_in(email: str) -> str:
    """What to call somebody of whom nothing but the address is known: kari.nordmann@… is Kari Nordmann."""
    words = re.sub(r"[\d_.+-]+", " ", email.partition("@")[0]).split()
    return " ".join(word.capitalize() for word in words) or email
