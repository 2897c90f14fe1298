"""Letters that open in the visitor's own e-mail, with the text in them."""

import re
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from helu.domain.emails import mailto

LINK = "https://helu.no/tilbakemelding/a-b_c?x=1&y=2#z"


def parts(address):
    """(to whom, subject, body) as an e-mail program reads them."""
    read = urlsplit(address)
    asked = parse_qs(read.query, keep_blank_values=True, strict_parsing=True)
    assert (read.scheme, read.fragment, set(asked)) == ("mailto", "", {"subject", "body"})
    return read.path, *(each for name in ("subject", "body") for each in asked[name])


def test_letters_line_breaks_and_addresses_come_whole():
    address = mailto("åse@fjell.no", "Spørsmål & svar?", f"Hei Åse!\n\n{LINK}\r\nHilsen 50 % Ødegård + co")
    assert "%0D%0A%0D%0Ahttps%3A%2F%2Fhelu.no%2Ftilbakemelding%2Fa-b_c%3Fx%3D1%26y%3D2%23z%0D%0A" in address
    assert "+" not in address, "some read it as a blank"
    said = f"Hei Åse!\r\n\r\n{LINK}\r\nHilsen 50 % Ødegård + co"
    assert parts(address) == ("%C3%A5se@fjell.no", "Spørsmål & svar?", said)
    assert mailto("", "Hei", "Du").startswith("mailto:?subject=Hei&body=Du")


@given(name=st.text(max_size=60))
def test_nothing_that_is_written_becomes_a_field_of_the_letter(name):
    name = name.encode("utf-8", "ignore").decode()
    address = mailto("a@b.no", f"Hei {name}&bcc=ond@evil.no", f"Hei {name}&cc=ond@evil.no\nBcc: ond@evil.no")
    assert re.fullmatch(r"mailto:a@b\.no\?subject=[\w%.~-]*&body=[\w%.~-]*", address, re.ASCII)
    subject = parts(address)[1]
    assert "\n" not in subject and "\r" not in subject
