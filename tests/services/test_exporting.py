"""What goes out: everything, inert, and without a trace of who or when."""

import csv
import json
import string
from datetime import UTC, datetime
from io import BytesIO, StringIO
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from sqlmodel import delete, select

from helu.activities import ACTIVITIES
from helu.documents.spreadsheet import Sheet, inert, sheet_names, write_csv, write_xlsx
from helu.domain.text import clean, is_blank
from helu.errors import Misfit
from helu.services import exporting, results
from helu.store.database import reading, writing
from helu.store.tables import Answer, Participant, Workshop

CARDS, DOTS, WORDS, SCALE = "short_only_together", "short_start_where", "short_words", "short_where_we_are"
HOSTILE = [
    "=1+1",
    "+47 900",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
]
QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.text(max_size=60).map(clean).filter(lambda text: not is_blank(text))


def taken_out(workshop: Workshop, format_: str) -> bytes:
    with reading() as db:
        return exporting.export(db, workshop, format_)


def as_json(workshop: Workshop) -> dict:
    return json.loads(taken_out(workshop, "json"))


def brought_in(gathering, file: dict) -> Workshop:
    with writing() as db:
        return exporting.import_json(db, gathering.organisation, json.dumps(file).encode())


def refused(gathering, file: dict | bytes) -> str:
    data = file if isinstance(file, bytes) else json.dumps(file).encode()
    with pytest.raises(Misfit) as problem, writing() as db:
        exporting.import_json(db, gathering.organisation, data)
    with reading() as db:
        assert [each.id for each in db.exec(select(Workshop))] == [gathering.workshop.id]
    return str(problem.value)


def same(file: dict) -> dict:
    return {name: each for name, each in file.items() if name not in {"id", "code", "created"}}


def hide(gathering, key: str, text: str) -> None:
    activity = gathering.activity(key)
    with writing() as db:
        piece = next(each for each in results.pieces_in(db, activity) if each.text == text)
        results.hide_piece(db, gathering.workshop, activity, piece.key)


def filled(gathering):
    gathering.answer(CARDS, cards=["Tryggere ledere", "=HYPERLINK(0)"])
    gathering.answer(CARDS, cards=["Et mål som betyr noe"])
    gathering.answer(DOTS, dots={"purpose": 2, "matters": 1})
    gathering.answer(WORDS, words=["mot", "trygghet"])
    gathering.answer(SCALE, purpose=2, matters=None, continuous_improvement=5)
    with writing() as db:
        db.add_all(Participant(id=uuid4(), workshop_id=gathering.workshop.id) for _phone in range(3))
    hide(gathering, CARDS, "Tryggere ledere")
    return gathering


def csv_rows(workshop: Workshop) -> list[list[str]]:
    return list(csv.reader(StringIO(taken_out(workshop, "csv").decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_workbook_has_an_overview_and_a_sheet_for_each_activity_that_asks(gathering):
    filled(gathering)
    book = load_workbook(BytesIO(taken_out(gathering.workshop, "xlsx")))
    assert book.sheetnames[0] == "Oversikt"
    assert [name[:2] for name in book.sheetnames[1:]] == ["2.", "3.", "4.", "5."]
    lines = [[cell for cell in row if cell is not None] for row in book["Oversikt"].iter_rows(values_only=True)]
    assert ["Samling", gathering.workshop.title] in lines
    assert ["Deltakere", 3] in lines
    assert next(row for row in lines if row[:1] == [4])[3:] == [2, "2 kort fra 2 svar."]


def test_hidden_cards_are_there_and_marked(gathering):
    filled(gathering)
    page = load_workbook(BytesIO(taken_out(gathering.workshop, "xlsx"))).worksheets[3]
    rows = [row[1:] for row in page.iter_rows(min_row=4, values_only=True)]
    assert sorted(rows, key=str) == [
        ("'=HYPERLINK(0)", None),
        ("Et mål som betyr noe", None),
        ("Tryggere ledere", "ja"),
    ]
    assert [row[5:] for row in csv_rows(gathering.workshop) if row[5] == "Tryggere ledere"] == [
        ["Tryggere ledere", "ja"]
    ]


def test_a_row_that_is_partly_hidden_says_which_columns(gathering):
    rows = [{"id": "more", "text": "Mer av"}, {"id": "less", "text": "Mindre av"}]
    gathering.change(CARDS, kind="matrix_text", settings={"rows": rows})
    gathering.answer(CARDS, rows={"more": "Ros", "less": "Møter"})
    hide(gathering, CARDS, "Møter")
    page = load_workbook(BytesIO(taken_out(gathering.workshop, "xlsx"))).worksheets[3]
    assert [cell.value for cell in page[4]] == [1, "Ros", "Møter", "Mindre av"]
    assert [(row[4], row[6]) for row in csv_rows(gathering.workshop)[1:]] == [
        ("Mer av", ""),
        ("Mindre av", "ja"),
    ]


def test_names_stand_in_a_column_of_their_own(gathering):
    gathering.change(CARDS, anonymous=False)
    gathering.answer(CARDS, label="Kari", cards=["Raushet"])
    page = load_workbook(BytesIO(taken_out(gathering.workshop, "xlsx"))).worksheets[3]
    assert [cell.value for cell in page[3]] == [
        "Svar nr.",
        "Navn eller gruppe",
        "Kort",
        "Skjult på storskjermen",
    ]
    assert [cell.value for cell in page[4]][:3] == [1, "Kari", "Raushet"]


def test_the_csv_opens_in_a_norwegian_excel(gathering):
    filled(gathering)
    data = taken_out(gathering.workshop, "csv")
    assert data.startswith(b"\xef\xbb\xbfNr.;")
    assert b"\r\n" in data
    assert csv_rows(gathering.workshop)[1][0] == "2"


def test_nobody_can_be_found_from_an_anonymous_answer(gathering):
    for text in ("Z sist", "A først"):
        gathering.answer(CARDS, cards=[text])
    with reading() as db:
        authors = [str(each) for each in db.exec(select(Answer.author))]
    for format_ in ("json", "csv"):
        text = taken_out(gathering.workshop, format_).decode()
        assert not any(author in text or author.replace("-", "") in text for author in authors)
        assert text.index("A først") < text.index("Z sist")
    answers = as_json(gathering.workshop)["items"][0]["activities"][3]["answers"]
    assert [each["given_at"] for each in answers] == [None, None]
    assert set(answers[0]) == {"values", "label", "group", "by_hand", "given_at", "hidden"}


def test_a_name_is_left_out_once_the_activity_is_anonymous(gathering):
    gathering.change(CARDS, anonymous=False)
    gathering.answer(CARDS, label="Kari", cards=["Raushet"])
    gathering.change(CARDS, anonymous=True)
    assert b"Kari" not in taken_out(gathering.workshop, "json") + taken_out(gathering.workshop, "csv")


def test_the_same_gathering_gives_the_same_bytes(gathering):
    filled(gathering)
    for format_ in ("xlsx", "csv", "json"):
        assert taken_out(gathering.workshop, format_) == taken_out(gathering.workshop, format_)


def test_a_gathering_read_in_is_the_same_but_for_its_code(gathering):
    filled(gathering)
    gathering.change(WORDS, anonymous=False, groups=3)
    gathering.answer(WORDS, label="Gruppe 2 · Ola", slot="g2", words=["vilje"])
    before = as_json(gathering.workshop)
    copy = brought_in(gathering, before)
    assert same(as_json(copy)) == same(before)
    assert copy.code != gathering.workshop.code
    assert copy.phase == "lobby"
    assert taken_out(copy, "csv") == taken_out(gathering.workshop, "csv")


@pytest.mark.parametrize("kind", [each for each in ACTIVITIES.values() if each.examples], ids=lambda each: each.name)
def test_every_kind_goes_out_and_in_again(gathering, kind):
    gathering.change(CARDS, kind=kind.name, settings={})
    for example in kind.examples:
        gathering.answer(CARDS, **example)
    before = as_json(gathering.workshop)
    copy = brought_in(gathering, before)
    assert same(as_json(copy)) == same(before)
    assert taken_out(copy, "csv") == taken_out(gathering.workshop, "csv")
    assert len(load_workbook(BytesIO(taken_out(copy, "xlsx"))).worksheets[3]["A"]) > 3


@QUIET
@given(
    st.lists(
        st.tuples(st.lists(TEXTS, min_size=1, max_size=3, unique=True), st.booleans(), st.booleans()),
        max_size=8,
    ),
    st.lists(st.dictionaries(st.sampled_from(["purpose", "matters"]), st.integers(1, 3), min_size=1), max_size=4),
    st.integers(0, 20),
)
def test_out_and_in_and_out_again_is_the_same(gathering, cards, dots, joined):
    with writing() as db:
        db.exec(delete(Answer))
        db.exec(delete(Participant))
        db.add_all(Participant(id=uuid4(), workshop_id=gathering.workshop.id) for _phone in range(joined))
    activity = gathering.activity(CARDS)
    for texts, hidden, by_hand in cards:
        with writing() as db:
            db.add(
                Answer(
                    activity_id=activity.id,
                    author=uuid4(),
                    attempt=1,
                    content={"cards": texts},
                    by_hand=by_hand,
                )
            )
        if hidden:
            hide(gathering, CARDS, texts[0])
    for each in dots:
        gathering.answer(DOTS, dots=each)
    before = as_json(gathering.workshop)
    copy = brought_in(gathering, before)
    assert same(as_json(copy)) == same(before)


@QUIET
@given(st.lists(st.text(max_size=40) | st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_no_cell_is_ever_a_formula(texts):
    sheet = Sheet("Ark", ["Kort"], [[text] for text in texts])
    cells = [row[0].value for row in load_workbook(BytesIO(write_xlsx([sheet]))).active.iter_rows(min_row=2)]
    for row in load_workbook(BytesIO(write_xlsx([sheet]))).active.iter_rows():
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    assert not any(str(cell or "").startswith(tuple("=+-@\t\r")) for cell in cells)
    for line in csv.reader(StringIO(write_csv(sheet).decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in line)


def test_hostile_answers_go_out_as_text(gathering):
    gathering.answer(CARDS, cards=HOSTILE)
    page = load_workbook(BytesIO(taken_out(gathering.workshop, "xlsx"))).worksheets[3]
    assert {unescape(row[1]) for row in page.iter_rows(min_row=4, values_only=True)} == {
        inert(text) for text in HOSTILE
    }
    assert {row[5] for row in csv_rows(gathering.workshop)[1:]} == {inert(text) for text in HOSTILE}


@QUIET
@given(st.lists(st.text(alphabet=string.printable + "æøå😀'", max_size=60) | st.just("History"), max_size=12))
def test_names_of_sheets_are_names_that_excel_takes(titles):
    names = sheet_names(titles)
    assert len(names) == len(titles) == len({name.casefold() for name in names})
    assert all(len(name.encode("utf-16-le")) <= 62 and name and not set(name) & set("[]:*?/\\") for name in names)
    write_xlsx([Sheet(title, ["a"], []) for title in titles] or [Sheet("", ["a"], [])])


def _first(file: dict) -> dict:
    return file["items"][0]["activities"][3]


FAULTS = {
    "a misspelt name": (lambda f: f.update(tittel="x"), "«tittel»"),
    "another file": (lambda f: f.pop("helu"), "ikke en samling fra Helu"),
    "a newer file": (lambda f: f.update(schema=2), "annen utgave"),
    "an unknown kind": (lambda f: _first(f).update(kind="quiz"), "items › 1 › activities › 4 › kind"),
    "a setting out of bounds": (lambda f: _first(f)["settings"].update(cards=99), "settings › cards"),
    "a number twice": (lambda f: _first(f).update(number=1), "items"),
    "text where a number belongs": (lambda f: _first(f).update(minutes="5"), "minutes"),
    "an answer of another shape": (
        lambda f: _first(f)["answers"][0].update(values={"cards": {"a": 1}}),
        "answers › 1",
    ),
    "an answer to another field": (
        lambda f: _first(f)["answers"][0].update(values={"card": ["x"]}),
        "answers › 1",
    ),
    "an answer without its field": (lambda f: _first(f)["answers"][0].update(values={}), "answers › 1"),
    "numbers where words belong": (
        lambda f: _first(f).update(kind="matrix_text", settings={}, answers=[{"values": {"rows": {"more": 1}}}]),
        "answers › 1",
    ),
    "a list in a list": (lambda f: _first(f)["answers"][0].update(values={"cards": [["x"]]}), "answers › 1"),
    "an author": (lambda f: _first(f)["answers"][0].update(author="x"), "«author»"),
    "a time on an anonymous answer": (
        lambda f: _first(f)["answers"][0].update(given_at=datetime(2025, 1, 1, tzinfo=UTC).isoformat()),
        "given_at",
    ),
    "a name on an anonymous answer": (lambda f: _first(f)["answers"][0].update(label="Kari"), "label"),
    "a group where there are none": (lambda f: _first(f)["answers"][0].update(group="g1"), "group"),
    "a hidden piece that is not there": (
        lambda f: _first(f)["answers"][0].update(hidden=[{"field": "cards", "place": "7"}]),
        "hidden",
    ),
    "a character no database takes": (lambda f: f.update(title="a\0b"), "title"),
    "such a character in a setting": (
        lambda f: f["items"][0]["activities"][0]["settings"].update(text="\0"),
        "text",
    ),
    "half a character": (lambda f: f.update(title="\ud800"), "JSON"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_with_a_fault_is_refused_with_its_place(gathering, fault):
    filled(gathering)
    file = as_json(gathering.workshop)
    spoil, expected = FAULTS[fault]
    spoil(file)
    assert expected in refused(gathering, file)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"helu": 1}',
        b'{"helu":"gathering","schema":NaN}',
    ],
)
def test_what_is_no_gathering_is_refused_with_a_sentence(gathering, data):
    assert "Filen" in refused(gathering, data)


def test_an_unknown_format_is_refused(gathering):
    with pytest.raises(Misfit, match="xlsx, csv, json"):
        taken_out(gathering.workshop, "pdf")
