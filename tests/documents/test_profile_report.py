"""A leader's report, read back from the files: the same numbers and words as on the page, on two to four pages."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from helu.documents.profile_report import (
    Composite,
    Entry,
    Figure,
    Group,
    Others,
    OthersRow,
    Plan,
    ProfileReport,
    print_report,
)
from helu.domain.text import clean
from tests.documents.conftest import opened, text_of

SIDES = {"relation": 0, "task": 90, "culture": 180, "change": 270}
LONG = "Menneskerettighetskommisjonsmedlemskapsordningsforskriften " * 90


def a_report(now=4.25, wanted=5.5, **changed):
    groups = tuple(
        Group(
            Figure(name.title(), name, now, wanted),
            "#00664f",
            side,
            name != "culture",
            tuple(Figure(f"Atferd {name} {at}", name, now, wanted, "Gjør noe.") for at in range(4 + (side < 180))),
        )
        for name, side in SIDES.items()
    )
    about = {
        "name": "Leif Ødegård",
        "organisation": "Fjell kommune",
        "language": "nb",
        "made": date(2026, 11, 21),
        "taken": date(2026, 11, 20),
        "form": "short",
        "low": 1,
        "high": 7,
        "disclaimer": "Profilen er et utgangspunkt for refleksjon, ikke en test eller en vurdering av deg.",
        "attribution": "Etter Martinsen.",
        "groups": groups,
        "balance": Figure("Balanseindeks", "", 0.75, None, "1 − avstand / 6"),
        "composites": (Composite(Figure("Mestring", "", now, wanted), (("Relasjon", 0.5), ("Oppgave", 0.5))),),
        "said": ("Du bruker mest oppgave nå.",),
        "gaps": (groups[0].behaviours[0],),
        "questions": ("Er balansen riktig?",),
        "plans": (),
    }
    return ProfileReport(**about | changed)


def a_plan(text="Si fra", entries=1, **more):
    log = tuple(
        Entry(date(2026, 11, 20) - timedelta(days=at), text, tuple((f"Spørsmål {n}?", text) for n in range(4)))
        for at in range(entries)
    )
    answers = tuple((f"Spørsmål {n} av fem?", text) for n in range(5))
    return Plan(**{"status": "Trener", "behaviours": ("Visjon",), "answers": answers, "days": (), "log": log} | more)


def pdf(report):
    return print_report(report, "pdf")


def all_text(file):
    return "\n".join(text_of(file, page) for page in range(len(opened(file).pages)))


def flat(text):
    return " ".join(text.split())


def book(report):
    return load_workbook(BytesIO(print_report(report, "xlsx")))


def test_numbers_have_one_decimal_two_in_the_table_and_a_norwegian_comma():
    said = flat(all_text(pdf(a_report(now=4.3333, wanted=5.0))))
    assert "nå 4,3, ønsket 5,0, avstand +0,7" in said
    assert "4,3 → 5,0" in said
    assert "4,33 5,00 +0,7" in said
    assert "0,75" in said
    assert "4.3" not in said


def test_english_has_a_point():
    assert "4.3 → 5.0" in flat(all_text(pdf(a_report(now=4.3333, wanted=5.0, language="en"))))


def test_what_is_missing_is_a_dash_and_never_a_number():
    said = flat(all_text(pdf(a_report(now=None, wanted=None, balance=Figure("Balanseindeks", "", None, None)))))
    assert "– → –" in said
    assert "0,0" not in said


def test_it_says_who_when_and_that_it_is_no_test_on_every_page():
    file = pdf(a_report(plans=(a_plan(),)))
    assert "Leif Ødegård · Fjell kommune · 21. november 2026" in flat(text_of(file))
    for page in range(len(opened(file).pages)):
        assert "ikke en test" in flat(text_of(file, page))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_it_can_be_heard_and_kept(language):
    read = opened(pdf(a_report(language=language)))
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.trailer["/Root"]["/Lang"].startswith(language)
    assert b"pdfuaid:part" in read.xmp_metadata.stream.get_data()
    fonts = [font for page in read.pages for font in page["/Resources"]["/Font"].values()]
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert any(key.startswith("/FontFile") for key in descriptor)


EXTREMES = {
    "no sign for it": (a_plan("x y\u0378 z\ue000 \u2028 {1} \\u{1f}"),),
    "empty": (),
    "one": (a_plan(),),
    "long": (a_plan(LONG),) * 3,
    "lines": (a_plan("a\nb\n\n" * 500, 40),),
    "unbroken": (a_plan("å" * 2000, 10),),
    "wide": (a_plan("WM😀" * 600, 10),),
    "thirty plans": (a_plan("Kort", 3),) * 30,
    "a full log": (
        a_plan("Sa fra i møtet.", 500, days=tuple(date(2027, 1, 1) + timedelta(days=n) for n in range(60))),
    ),
    "many behaviours": (a_plan(behaviours=("Oppmerksomhet mot medarbeidere",) * 18),),
}


@pytest.mark.parametrize("plans", EXTREMES.values(), ids=EXTREMES)
def test_it_is_two_to_four_pages_whatever_was_written(plans):
    report = a_report(plans=plans, name="Å" * 200, organisation="Kommune " * 25, said=("Du vil mer av noe. " * 4,) * 14)
    assert 2 <= len(opened(pdf(report)).pages) <= 4


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=1500), entries=st.integers(0, 30))
def test_any_text_becomes_a_file_of_two_to_four_pages(text, entries):
    plan = a_plan(clean(text), entries)  # as the services keep it
    assert 2 <= len(opened(pdf(a_report(plans=(plan,)))).pages) <= 4


def test_what_is_cut_is_told_and_stands_in_the_workbook():
    plans = (a_plan("Sa fra i møtet.", 200),)
    assert "står i regnearket" in flat(all_text(pdf(a_report(plans=plans))))
    assert "står i regnearket" not in flat(all_text(pdf(a_report(plans=(a_plan(),)))))
    assert len(list(book(a_report(plans=plans))["Logg"].rows)) == 1 + 200 * 4


def test_what_was_written_is_only_text():
    nasty = '#set page(width: 1cm) *fet* [x](http://y) $x$ #read("/etc/passwd") =1+1 -> <b>'
    file = pdf(a_report(plans=(a_plan(nasty),)))
    assert nasty.split(" *")[0] in flat(all_text(file))
    assert not [page for page in opened(file).pages if page.get("/Annots")]
    cells = [cell.value for row in book(a_report(plans=(a_plan("=1+1"),)))["Logg"].rows for cell in row]
    assert "'=1+1" in cells
    assert "=1+1" not in cells


def test_the_workbook_has_a_sheet_for_each_thing_and_the_same_figures():
    made = book(a_report(now=4.3333, wanted=5.0, plans=(a_plan(),)))
    assert made.sheetnames == ["Orienteringer", "Atferd", "Balanse", "I ord", "Plan", "Logg"]
    rows = [[cell.value for cell in row] for row in made["Orienteringer"].rows]
    assert rows[0] == ["Leif Ødegård", "Fjell kommune", None, None, None]
    assert "ikke en test" in rows[1][0]
    assert ["Relation", None, 4.33, 5, 0.7] in rows
    assert [cell.value for cell in list(made["Atferd"].rows)[1]] == ["Atferd relation 0", "Relation", 4.33, 5, 0.7]
    assert [cell.value for cell in list(made["Balanse"].rows)[1]][2:] == [0.75, None, None]


def test_a_missing_figure_is_an_empty_cell():
    assert [cell.value for cell in list(book(a_report(now=None))["Atferd"].rows)[1]][2:] == [None, 5.5, None]


def others(*texts):
    rows = tuple(OthersRow(f"Atferd {at}", "task", at % 5 == 0, (4.0, 5.0, 4.5, 5.5)) for at in range(22))
    said = (("Der dere ser det samme", "Du lytter."),)
    columns = ("Du nå", "Andre samlet", "Kolleger", "Medarbeidere")
    return Others(
        "Runden ble lukket.", said, columns, rows, (("Hva skal Leif fortsette med?", texts),) if texts else ()
    )


def test_others_own_words_stand_last_and_take_nothing_from_what_the_leader_wrote():
    plans = (a_plan("Sa fra i møtet. " * 9, 30),)
    without = pdf(a_report(plans=plans, others=others()))
    assert "Det folk har skrevet" not in flat(all_text(without))
    few = ("Du lytter.", "Si fra *før* #set page(width: 1cm)\n\nog etterpå.")
    file = pdf(a_report(plans=plans, others=others(*few)))
    own, _heading, words = flat(all_text(file)).partition("Det folk har skrevet")
    assert flat(all_text(without)).count("Sa fra i møtet.") == own.count("Sa fra i møtet.")
    assert "Hva skal Leif fortsette med? Du lytter. Si fra *før* #set page(width: 1cm) og etterpå." in words
    assert len(opened(pdf(a_report(plans=(a_plan(),), others=others(*few)))).pages) <= 4


@pytest.mark.parametrize("text", ["Ro og orden. " * 150, "a\nb\n\n" * 400, "å" * 2000, "x y\u0378 z\ue000 😀 {1}"])
def test_every_own_word_is_there_however_long_and_however_many(text):
    texts = tuple(f"{at:02}begin {clean(text)[:1980]} {at:02}end" for at in range(12))
    file = pdf(a_report(plans=(a_plan(LONG),), others=others(*texts)))
    assert "/Marked" in str(opened(file).trailer["/Root"]["/MarkInfo"])
    assert len(opened(file).pages) <= 4 + 8
    read = flat(all_text(file)).partition("Det folk har skrevet")[2]
    marks = [f"{at:02}{edge}" for at in range(12) for edge in ("begin", "end")]
    places = [read.find(each) for each in marks]
    assert -1 not in places
    assert places == sorted(places), "in the order they are given"
    assert read.count("Ro ") == 12 * text.count("Ro ")


def test_own_words_have_a_sheet_when_there_are_any():
    assert "Det folk har skrevet" not in book(a_report(others=others())).sheetnames
    rows = [[cell.value for cell in row] for row in book(a_report(others=others("=1+1")))["Det folk har skrevet"].rows]
    assert rows == [["Spørsmål", "Tekst"], ["Hva skal Leif fortsette med?", "'=1+1"]]
