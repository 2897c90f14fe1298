"""Lists as they are copied from Excel, Outlook and e-mails."""

import pytest

from helu.domain.people_list import read

KARI = ("Kari Nordmann", "kari@fjell.no")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Kari Nordmann; kari@fjell.no", [KARI]),
        ("Kari Nordmann\tKARI@fjell.no", [KARI]),
        ("Kari Nordmann,kari@fjell.no\r\n\r\n", [KARI]),
        ('"Nordmann, Kari" <kari@fjell.no>', [KARI]),
        ("Kari\tNordmann\tRådmann\tkari@fjell.no", [KARI]),
        ("Kari Nordmann kari@fjell.no", [KARI]),
        ('"Nordmann, Kari", kari@fjell.no', [KARI]),
        ("mailto:kari@fjell.no", [("Kari", "kari@fjell.no")]),
        ("kari.nordmann2@fjell.no", [("Kari Nordmann", "kari.nordmann2@fjell.no")]),
        ("Kari Nordmann <kari@fjell.no>; Ola <ola@fjell.no>; per@fjell.no", [KARI, ("Ola", "ola@fjell.no"), ("Per", "per@fjell.no")]),
        ("kari@fjell.no; ola@fjell.no", [("Kari", "kari@fjell.no"), ("Ola", "ola@fjell.no")]),
        ("Stilling\tE-post\tFornavn\tEtternavn\nLeder\tkari@fjell.no\tKari\tNordmann", [KARI]),
        ("Ledere i Fjell 2026\n\nNr\tNavn\tStilling\tE-post\n1\tKari Nordmann\tRektor\tkari@fjell.no", [KARI]),
        ("Navn;E-postadresse (jobb);Mobil\nKari Nordmann;kari@fjell.no;99 88 77 66", [KARI]),
        ("Mobil;Navn;Arbeids-e-post\n+47 998 87 766;Kari Nordmann;kari@fjell.no", [KARI]),
        ("1;Kari Nordmann;kari@fjell.no", [KARI]),
        ("Kari Nordmann; kari@\u2060fjell.no", [KARI]),
        ("Kari Nordmann <kari@\u200bfje\u00adll.no>", [KARI]),
        ("Kari Nordmann", [("Kari Nordmann", "")]),
        ("Kari; kari@fjell", [("Kari", "")]),
        ("Kari <kari>", [("Kari", "")]),
        (";;\n<>\n@", [("", ""), ("", ""), ("", "")]),
        ("", []),
    ],
)  # fmt: skip
def test_who_is_meant(text, people):
    assert [(each.name, each.email) for each in read(text).entries] == people


def test_what_must_be_mended_stands_as_it_stood_with_its_number():
    found = read("Navn;E-post\n\nKari;kari\nOla <ola@x.no>, Per <per>")
    assert found.heading == "Navn;E-post"
    assert [(each.line, each.text, each.typed) for each in found.entries if not each.email] == [
        (3, "Kari;kari", "kari"),
        (4, "Per <per>", "per"),
    ]
