"""The leader's own report, from what the leader answered: full, short and half-empty, and for nobody else."""

import json
import re
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from helu.content.balance import balance_model
from helu.content.balance_words import balance_words
from helu.content.profile_speech import spoken
from helu.documents.profile_say import gap, number
from helu.domain import profile_words
from helu.errors import Misfit
from helu.i18n import speaking
from helu.services import assessing, feedback_results, plan_log, plans, profile_export, profile_report
from helu.services.plan_log import Written
from helu.services.plans import Content
from helu.store.database import reading, writing
from tests.services.test_feedback import close, open_round, respond

FULL = sorted(balance_words().statements("full"))
SHORT = sorted(balance_words().statements("short"))


def steps(statements, start, every=1):
    return {each: (at * start) % 7 + 1 for at, each in enumerate(statements) if at % every == 0}


ANSWERED = {
    "full": ("full", steps(FULL, 5), steps(FULL, 3)),
    "short": ("short", steps(SHORT, 4), steps(SHORT, 2)),
    "half": ("full", steps(FULL, 5, 3), steps(FULL, 3, 4)),
    "no wish": ("short", steps(SHORT, 4), {}),
    "one": ("full", {FULL[0]: 6}, {FULL[-1]: None}),
}


def finish(world, form, current, wanted):
    with writing() as db:
        found = assessing.begin(db, world.leif, form)
    with writing() as db:
        return assessing.finish(db, world.leif, found.id, {"current": current, "wanted": wanted})


def file(world, format_, language="nb"):
    with reading() as db:
        return profile_report.file(db, world.leif, format_, language)


def read(pdf):
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("answered", ANSWERED)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_paper_holds_the_same_numbers_and_words_as_the_page(world, answered, language):
    done = finish(world, *ANSWERED[answered])
    now, wanted = assessing.figures(done)
    pdf = file(world, "pdf", language)
    said = read(pdf)
    assert 2 <= len(PdfReader(BytesIO(pdf)).pages) <= 4
    with speaking(language):
        rows = [
            (each.label, now.dimensions[each.id], wanted.dimensions[each.id]) for each in balance_words().dimensions
        ]
        rows += [
            (each.label, now.behaviours[each.id], wanted.behaviours[each.id]) for each in balance_words().behaviours()
        ]
        for label, here, there in rows:
            distance = None if here is None or there is None else there - here
            line = f"{label.in_language(language)[0]} {number(here, 2)} {number(there, 2)} {gap(distance)}"
            assert line in said
            assert f"{number(here)} → {number(there)}" in said
        for each in profile_words.words(balance_model(), now, wanted):
            assert plainly(spoken(each)) in plainly(said)
    if language != "en":
        assert not re.search(r"\d\.\d+ (→|\d)", said)


def plainly(text):
    """Without the hyphens and blanks that a line break puts in."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


@pytest.mark.parametrize("answered", ANSWERED)
def test_the_workbook_holds_the_same(world, answered):
    done = finish(world, *ANSWERED[answered])
    now, wanted = assessing.figures(done)
    book = load_workbook(BytesIO(file(world, "xlsx")))
    found = {row[0].value: [cell.value for cell in row][2:4] for row in book["Atferd"].rows}
    for each in balance_words().behaviours():
        expected = [now.behaviours[each.id], wanted.behaviours[each.id]]
        assert found[each.label.nb] == [None if value is None else pytest.approx(round(value, 2)) for value in expected]
    index = [cell.value for cell in list(book["Balanse"].rows)[1]]
    assert index[2] == (None if now.balance_index is None else pytest.approx(round(now.balance_index, 2)))


def test_the_plan_and_the_log_are_there_as_they_were_written(world):
    finish(world, *ANSWERED["short"])
    with writing() as db:
        content = Content({"al3_first_action": "Si fra *tidlig*"}, ["vision"], [date(2027, 1, 12)])
        plan = plans.begin(db, world.leif, content=content)
        plan_log.add(
            db, world.leif, plan.id, Written(date(2026, 11, 3), "Ledermøtet", {"what_happened": "Det ble stille"})
        )
    said = read(file(world, "pdf"))
    for words in (
        "Si fra *tidlig*",
        "12. jan. 2027",
        "3. november 2026 – Ledermøtet",
        "Det ble stille",
        "Visjon",
        "Planlagt",
    ):
        assert words in said
    cells = [cell.value for row in load_workbook(BytesIO(file(world, "xlsx")))["Logg"].rows for cell in row]
    assert "Det ble stille" in cells


def test_an_unfinished_round_is_not_in_it(world):
    finish(world, "short", {SHORT[0]: 6}, {})
    with writing() as db:
        begun = assessing.begin(db, world.leif, "full")
        assessing.answer(db, world.leif, begun.id, {"current": {FULL[-1]: 2}})
    with reading() as db:
        report = profile_report.assemble(db, world.leif, "nb")
    known = [each.now for group in report.groups for each in group.behaviours if each.now is not None]
    assert known == [6.0]


def test_a_plan_alone_makes_a_report_that_shows_the_figures_as_missing(world):
    with writing() as db:
        plans.begin(db, world.leif, ["vision"])
    said = read(file(world, "pdf"))
    assert "Du har ikke gjort deg ferdig med en egenvurdering ennå." in said
    assert "– → –" in said


def test_there_is_nothing_to_print_for_anybody_else(world):
    finish(world, *ANSWERED["short"])
    for who in (world.astrid, world.ingrid):
        with reading() as db, pytest.raises(Misfit):
            profile_report.file(db, who, "pdf", "nb")


@pytest.mark.parametrize(("format_", "language"), [("docx", "nb"), ("pdf", "se")])
def test_odd_wishes_are_sentences(world, format_, language):
    finish(world, *ANSWERED["short"])
    with pytest.raises(Misfit):
        file(world, format_, language)


def test_what_others_see_is_on_paper_in_the_workbook_and_in_the_own_file_and_no_single_answer_is(world):
    finish(world, "short", dict.fromkeys(SHORT, 2), {})
    id_, tokens = open_round(world.leif, colleagues=5, employees=5)
    for role, step in (("colleagues", 4), ("employees", 6)):
        for each in tokens[role]:
            respond(each, step, texts={"keep_on": "=1+1 og ro"})
    with reading() as db:
        before = json.loads(profile_export.export(db, world.leif))["feedback"][0]
    assert (before["shown"], before["together"], before["texts"]) == ({}, None, {})
    assert "Slik andre ser det" not in read(file(world, "pdf"))
    close(world.leif, id_)
    said = read(file(world, "pdf"))
    assert "Slik andre ser det" in said
    assert "Anerkjenne 2,0 5,0 4,0 6,0" in said
    assert "Der andre ser mer enn du gjør selv" in said
    rows = {
        row[0].value: [cell.value for cell in row] for row in load_workbook(BytesIO(file(world, "xlsx")))["Andre"].rows
    }
    assert rows["Anerkjenne"] == ["Anerkjenne", 2, 5, 4, 6]
    with reading() as db:
        whole = json.loads(profile_export.export(db, world.leif))["feedback"][0]
    assert whole["shown"]["colleagues"]["figures"]["behaviours"]["recognises"] == 4
    assert [each["name"] for each in whole["asked"]][:2] == ["colleagues 0", "colleagues 1"]
    assert whole["texts"]["keep_on"] == ["=1+1 og ro"] * 10
    assert said.count("=1+1 og ro") == 10
    rows = load_workbook(BytesIO(file(world, "xlsx")))["Det folk har skrevet"].rows
    assert [row[1].value for row in rows][1:] == ["'=1+1 og ro"] * 10


def test_own_words_come_with_the_tenth_and_in_the_order_they_have_on_the_page(world):
    finish(world, "short", dict.fromkeys(SHORT, 2), {})
    id_, tokens = open_round(world.leif, colleagues=13)
    for at, each in enumerate(tokens["colleagues"][:9]):
        respond(each, texts={"keep_on": f"Ord{at:02}."})
    close(world.leif, id_)
    assert "Ord0" not in read(file(world, "pdf"))
    assert "Det folk har skrevet" not in load_workbook(BytesIO(file(world, "xlsx"))).sheetnames
    with reading() as db:
        assert not profile_report.has_words(db, world.leif)
    for at, each in enumerate(tokens["colleagues"][9:], 9):
        respond(each, texts={"keep_on": f"Ord{at:02}."})
    assert "Ord0" not in read(file(world, "pdf")), "they wait until they are let out"
    with writing() as db:
        feedback_results.release_more(db, world.leif, id_)
    with reading() as db:
        on_page = feedback_results.texts(db, world.leif, id_)["keep_on"]
        assert profile_report.has_words(db, world.leif)
    assert len(on_page) == 13
    said = read(file(world, "pdf", "en"))
    assert re.findall(r"Ord\d\d\.", said) == on_page
    assert "What should Leif keep on doing?" in said
