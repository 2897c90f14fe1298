"""E-mail addresses as people type and copy them."""

import re
import unicodedata
from urllib.parse import quote

from helu.domain.text import one_line

LONGEST = 254
_PLAIN = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\s@<>()\[\],;:\"\\.]+\.)+[^\s@<>()\[\],;:\"\\.]{2,}")


def read_email(typed: str) -> str:
    """In lower case, without what surrounds or hides in it when it is copied; empty when it is no address."""
    seen = "".join(each for each in typed if unicodedata.category(each) != "Cf")
    email = one_line(seen).lower().removeprefix("mailto:").strip(" '")
    return email if len(email) <= LONGEST and _PLAIN.fullmatch(email) else ""


def mailto(email: str, subject: str, body: str) -> str:
    """An address that opens a letter in the visitor's own e-mail; to nobody yet when there is no e-mail."""
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:{quote(email, safe='@')}?subject={quote(one_line(subject), safe='')}&body={quote(lines, safe='')}"


def name_in(email: str) -> str:
    """What to call somebody of whom nothing but the address is known: kari.nordmann@… is Kari Nordmann."""
    words = re.sub(r"[\d_.+-]+", " ", email.partition("@")[0]).split()
    return " ".join(word.capitalize() for word in words) or email
