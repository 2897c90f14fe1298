"""Answers come in from the spreadsheets that office programs make, and nothing else does."""

import csv
import struct
import zipfile
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from sqlmodel import select

from helu.documents import reading as limits
from helu.domain.text import clean, is_blank
from helu.errors import Misfit, NotFound
from helu.services import exporting, gatherings, importing, running
from helu.services.importing import Preview, preview
from helu.store.database import reading, writing
from helu.store.tables import Answer, Workshop

CARDS, DOTS = "short_only_together", "short_start_where"
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def xlsx(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    book = Book()
    book.remove(book.active)
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


MENTIMETER = [
    ["Hva er viktigst?", "Hva skal vi slutte med?"],
    ["Trygge ledere", "Lange møter"],
    [" Felles   mål ", None],
    [None, "Å vente på hverandre\nuten å si fra"],
]


def headings(found: Preview) -> list[str]:
    return [each.heading for each in found.questions]


def refused(file: bytes, name: str = "svar.xlsx", sheet: str | None = None) -> str:
    with pytest.raises(Misfit) as problem:
        preview(file, name, sheet)
    return str(problem.value)


def read_or_refused(file: bytes, name: str) -> list[str] | str:
    try:
        return headings(preview(file, name, None))
    except Misfit as problem:
        return str(problem)


def brought_in(workshop: Workshop, found: Preview, *chosen: tuple) -> dict[str, int]:
    with writing() as db:
        return importing.import_answers(db, workshop, chosen, found)


def test_a_column_is_a_question_and_a_cell_an_answer():
    found = preview(xlsx(("Svar", MENTIMETER)), "svar.xlsx", None)
    assert (found.sheets, found.sheet) == (["Svar"], "Svar")
    assert [(each.heading, each.answers) for each in found.questions] == [
        ("Hva er viktigst?", ["Trygge ledere", "Felles mål"]),
        ("Hva skal vi slutte med?", ["Lange møter", "Å vente på hverandre\nuten å si fra"]),
    ]


@pytest.mark.parametrize(("sheet", "heading"), [(None, "Andre"), ("Første", "Første"), ("1", "Første"), ("2", "Andre")])
def test_a_sheet_is_chosen_by_name_or_number_and_an_empty_one_is_passed_over(sheet, heading):
    file = xlsx(("Tomt", []), ("Andre", [["Andre"], ["svar"]]))
    if heading == "Første":
        file = xlsx(("Første", [["Første"], ["svar"]]), ("Andre", [["Andre"], ["svar"]]))
    assert headings(preview(file, "a.xlsx", sheet)) == [heading]


def test_numbers_dates_and_yes_become_words():
    rows = [["Svar"], [3.0], [2.5], [datetime(2025, 11, 21, 8, 30)], [True]]
    found = preview(xlsx(("Ark", rows)), "a.xlsx", None)
    assert found.questions[0].answers == ["3", "2.5", "2025-11-21 08:30", "Ja"]


def test_a_text_too_long_for_a_card_is_skipped_with_its_row():
    question = preview(xlsx(("Ark", [["Q"], ["x" * 400], [None], ["y" * 401]])), "a.xlsx", None).questions[0]
    assert question.answers == ["x" * 400]
    assert [row for row, _why in question.skipped] == [4]
    assert "401" in question.skipped[0][1]


def test_equal_and_empty_headings_are_told_apart():
    found = preview(xlsx(("Ark", [["Q", "Q", None, None], ["a", "b", "c", None]])), "a.xlsx", None)
    assert headings(found) == ["Q", "Q (2)", "Spørsmål 3"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_the_encodings_and_with_the_separators_of_office_programs(encoding, separator):
    text = StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([["" if c is None else c for c in row] for row in MENTIMETER])
    found = preview(text.getvalue().encode(encoding), "svar.csv", None)
    assert found.sheets == []
    assert found.questions[0].answers == ["Trygge ledere", "Felles mål"]
    assert found.questions[1].answers == ["Lange møter", "Å vente på hverandre\nuten å si fra"]


@pytest.mark.parametrize(
    "text",
    [
        "Hva er viktigst, og hvorfor?\nMål\nRetning, og ro\nTid\n",
        "Hva er viktigst?\nMål, retning; ro\nTid\n",
        "Hva er viktigst?\r\nMål\r\n\r\nTid, tid, tid",
        "Hva er viktigst?\rMål\rTid",
    ],
)
def test_a_comma_in_a_sentence_divides_nothing(text):
    found = preview(text.encode(), "svar.txt", None)
    assert len(found.questions) == 1
    assert found.questions[0].heading.startswith("Hva er viktigst")
    assert "Tid" in found.questions[0].answers[-1]


def test_what_helu_takes_out_as_csv_can_be_looked_at(gathering):
    gathering.answer(CARDS, cards=["Ro"])
    with reading() as db:
        file = exporting.export(db, gathering.workshop, "csv")
    assert "Verdi" in headings(preview(file, "helu.csv", None))


def locked_zip() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    data = bytearray(file.getvalue())
    at = data.index(b"PK\x01\x02") + 8
    data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


def bomb(name: str = "xl/worksheets/sheet1.xml", size: int = 60 * 1024**2) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, b" " * size)
    return file.getvalue()


def lying_bomb() -> bytes:
    """Says that it is small, and is not."""
    data = bytearray(bomb())
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rindex(mark) + offset
        data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


def spoilt(part: str, content: bytes) -> bytes:
    """A workbook with one part replaced."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx(("Ark", MENTIMETER)))) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return file.getvalue()


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "haha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
)
WIDE = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
FAR = WIDE % b'<row r="1000000000"><c r="XFD1000000000" t="inlineStr"><is><t>x</t></is></c></row>'

REFUSED = {
    "empty": (b"", "a.xlsx", "tom"),
    "blanks only": (b" \n ", "a.csv", "tom"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0", "bilde.png", "ikke et regneark"),
    "a picture named csv": (b"\x89PNG\r\n\x1a\n\0", "bilde.csv", "ikke er tekst"),
    "a picture named xlsx": (b"\x89PNG\r\n\x1a\n\0", "bilde.xlsx", "ødelagt"),
    "another zip": (bomb("word/document.xml", 10), "brev.docx", "ikke et regneark"),
    "old or locked Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "a.xlsx", "passord"),
    "a locked zip": (locked_zip(), "a.xlsx", "passord"),
    "half a workbook": (xlsx(("Ark", MENTIMETER))[:900], "a.xlsx", "ødelagt"),
    "a zip bomb": (bomb(), "a.xlsx", "for stort når det pakkes ut"),
    "a zip bomb that lies": (lying_bomb(), "a.xlsx", "ødelagt"),
    "entities that grow": (spoilt("xl/workbook.xml", LAUGHS + b"]><x>&m;</x>"), "a.xlsx", "ødelagt"),
    "a cell out of reach": (spoilt("xl/worksheets/sheet1.xml", FAR), "a.xlsx", "ødelagt|tomt"),
    "too large": (b"x" * (limits.MOST_BYTES + 1), "a.csv", "for stor"),
    "too many rows": (b"Q\n" + b"svar\n" * 20_000, "a.csv", "20000 rader"),
    "too many columns": (b";".join([b"Q"] * 201) + b"\n" + b";".join([b"a"] * 201), "a.csv", "200 kolonner"),
    "no headings": (b"\nsvar\n", "a.csv", "Første rad er tom"),
    "headings only": (b"Hva;Hvem\n", "a.csv", "ingen svar"),
    "an empty workbook": (xlsx(("Ark", [])), "a.xlsx", "tomt"),
    "NUL": (b"Q\nsv\0ar\n", "a.csv", "ikke er tekst"),
    "NUL in UTF-16": ("Q\nsv\0ar\n".encode("utf-16"), "a.csv", "ikke er tekst"),
    "half UTF-16": ("Q\nsvar\n".encode("utf-16")[:-1], "a.csv", "tegnsett"),
    "neither UTF-8 nor Windows-1252": (b"Q\nsv\x81r\n", "a.csv", "tegnsett"),
    "both UTF-8 and Windows-1252": ("Q\nmål\n".encode() + "mål\n".encode("cp1252"), "a.csv", "tegnsett"),
    "a quotation mark that never ends": (b'Q\n"' + b"x" * 200_000, "a.csv", "hermetegn"),
}


@pytest.mark.parametrize("why", REFUSED)
@pytest.mark.timeout(90)
def test_what_is_no_spreadsheet_is_refused_with_a_sentence(why):
    file, name, expected = REFUSED[why]
    said = refused(file, name)
    assert any(each in said for each in expected.split("|")), said


def test_an_unknown_sheet_is_answered_with_the_known_ones():
    said = refused(xlsx(("Svar", MENTIMETER), ("Annet", MENTIMETER)), sheet="Tredje")
    assert "«Svar», «Annet»" in said


def test_too_much_in_a_workbook_is_refused():
    assert "20000 rader" in refused(xlsx(("Ark", [["Q"], *[["a"]] * 20_000])))
    assert "200 kolonner" in refused(xlsx(("Ark", [["Q"] * 201, ["a"] * 201])))


@QUIET
@given(
    st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail),
    st.sampled_from("xct"),
)
def test_any_bytes_are_read_or_refused(data, kind):
    name = {"x": "a.xlsx", "c": "a.csv", "t": "a.txt"}[kind]
    assert read_or_refused(data, name)


@QUIET
@given(st.integers(0, 4000), st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(at, byte):
    data = bytearray(xlsx(("Ark", MENTIMETER)))
    data[at % len(data)] = byte
    assert read_or_refused(bytes(data), "a.xlsx")


def test_answers_become_anonymous_cards_typed_by_hand(gathering):
    found = preview(xlsx(("Svar", MENTIMETER)), "svar.xlsx", None)
    into = gathering.activity(CARDS)
    with reading() as db:
        before = db.get_one(Workshop, gathering.workshop.id).changes
    counts = brought_in(gathering.workshop, found, ("Hva er viktigst?", into.id))
    with reading() as db:
        answers = db.exec(select(Answer).where(Answer.activity_id == into.id)).all()
        assert db.get_one(Workshop, gathering.workshop.id).changes == before + 1
    assert counts == {"Hva er viktigst?": 2}
    assert sorted(each.content["cards"][0] for each in answers) == ["Felles mål", "Trygge ledere"]
    assert {(each.by_hand, each.label, each.given_at) for each in answers} == {(True, "", None)}
    assert len({each.author for each in answers}) == 2


def test_a_column_may_become_a_new_activity_at_the_end(gathering):
    found = preview(xlsx(("Svar", MENTIMETER)), "svar.xlsx", None)
    brought_in(gathering.workshop, found, *((each.heading, None) for each in found.questions))
    with reading() as db:
        *_before, one, two = running.activities_in(db, gathering.workshop.id)
    assert [(each.kind, each.title) for each in (one, two)] == [
        ("open_cards", each.heading) for each in found.questions
    ]
    assert one.anonymous
    assert two.anonymous


def test_what_came_in_goes_out_and_in_again(gathering):
    found = preview(xlsx(("Svar", MENTIMETER)), "svar.xlsx", None)
    brought_in(gathering.workshop, found, ("Hva er viktigst?", None))
    with reading() as db:
        file = exporting.export(db, gathering.workshop, "json")
    with writing() as db:
        exporting.import_json(db, gathering.organisation, file)


def test_answers_only_go_into_open_cards_of_the_same_gathering(gathering):
    found = preview(xlsx(("Svar", MENTIMETER)), "svar.xlsx", None)
    with pytest.raises(Misfit, match="åpne kort"):
        brought_in(gathering.workshop, found, ("Hva er viktigst?", gathering.activity(DOTS).id))
    with pytest.raises(Misfit, match="Noe annet"):
        brought_in(gathering.workshop, found, ("Noe annet", None))
    with writing() as db:
        ingrids = gatherings.make(db, gathering.organisation, "short")[0]
    with pytest.raises(NotFound):
        brought_in(ingrids, found, ("Hva er viktigst?", gathering.activity(CARDS).id))
    with reading() as db:
        assert db.exec(select(Answer)).all() == []


@QUIET
@given(st.lists(st.text(max_size=80).filter(lambda text: not is_blank(clean(text))), min_size=1, max_size=8))
def test_hostile_texts_come_in_clean(gathering, texts):
    lines = StringIO(newline="")
    csv.writer(lines, quoting=csv.QUOTE_ALL).writerows([["Q"], *([clean(text)] for text in texts)])
    found = preview(lines.getvalue().encode(), "a.csv", None)
    assert found.questions[0].answers == [clean(text) for text in texts]
    brought_in(gathering.workshop, found, ("Q", gathering.activity(CARDS).id))
