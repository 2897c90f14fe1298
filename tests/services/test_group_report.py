"""The group's report holds the numbers and words of the page, on two pages, and only for those who may see it."""

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from helu.content.balance_words import balance_words, in_language
from helu.content.feedback_words import feedback_words
from helu.content.group_speech import day_called, said_of_group, spread_word
from helu.documents.profile_say import gap, number
from helu.errors import NotFound
from helu.i18n import speaking
from helu.services import accounts, assessing, group_report, group_rounds, groups
from helu.store.database import reading, writing
from helu.store.rating_tables import GroupRound
from helu.store.rows import now

SHORT = sorted(balance_words().statements("short"))


@pytest.fixture
def kind_of_database():
    """Nothing here is asked of the database that others do not ask too."""
    return "sqlite"


@pytest.fixture
def rounds(world):
    """Six people, two rounds: in the second one statement is answered by too few, and on another they differ."""
    people = []
    with writing() as db:
        for at in range(6):
            accounts.invite(db, world.fjell.id, f"leder{at}@fjell.no", f"Leder {at}", "leader")
            people.append(replace(world.leif, user_id=accounts.user_by_email(db, f"leder{at}@fjell.no").id))
        group = groups.add(db, world.astrid, "Gruppa #vår", "leader_group")
        groups.set_members(db, world.astrid, group.id, [each.user_id for each in people])
    for days in (90, 2):
        with writing() as db:
            held = group_rounds.start(db, world.astrid, group.id, f"For {days} dager siden").id
        for at, each in enumerate(people):
            with writing() as db:
                begun = assessing.begin(db, each, "short").id
                steps = dict(zip(SHORT, (n * 5 % 7 + 1 for n in range(len(SHORT))), strict=True)) | {
                    SHORT[3]: 7 if at % 2 else 1
                }
                steps |= {SHORT[6]: None if at < 2 and days == 2 else 4}
                assessing.finish(db, each, begun, {"current": steps, "wanted": dict.fromkeys(SHORT, 6)})
                group_rounds.hand_in(db, each, held, begun)
        with writing() as db:
            group_rounds.close(db, world.astrid, held)
            db.get_one(GroupRound, held).closed_at = now() - timedelta(days=days)
    with reading() as db:
        return group.id, group_rounds.pictures(db, people[0], group.id)


def file(who, group_id, picture, format_="pdf", language="nb"):
    with reading() as db:
        return group_report.file(db, who, group_id, picture.round_id, format_, language)


def plainly(text):
    """Without the hyphens and blanks that a line break puts in."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_paper_holds_what_the_page_shows(world, rounds, language):
    group_id, (first, second) = rounds
    pages = PdfReader(BytesIO(file(world.astrid, group_id, second, language=language))).pages
    said = plainly("".join(page.extract_text() for page in pages))
    assert len(pages) == 2
    assert None in second.current.behaviours.values()
    assert set(second.spread.values()) == {"close", "some"}  # six people: never wide
    with speaking(language):
        for each in balance_words().behaviours():
            here, there = second.current.behaviours[each.id], second.wanted.behaviours[each.id]
            between = None if here is None or there is None else there - here
            word = spread_word(second.spread.get(each.id, ""))
            line = f"{in_language(each.label, language)} {number(here)} {number(there)} {gap(between)} {word}"
            assert plainly(line) in said
        for each in balance_words().dimensions:
            here, there = (scores.dimensions[each.id] for scores in (second.current, second.wanted))
            assert plainly(f"{in_language(each.label, language)} {number(here)} {number(there)}") in said
        earlier = (first.current, day_called(first.on))
        lines = said_of_group(second.current, second.wanted, second.spread, *earlier)
        questions = [in_language(each, language) for each in feedback_words().dialogue.questions]
        for each in [*(line for _heading, found in lines for line in found), *questions, day_called(first.on)]:
            assert plainly(each) in said
    assert "Leder" not in said.replace("Lederatferd", "")


def test_the_workbook_holds_the_same_and_the_first_round_stands_alone(world, rounds):
    group_id, (first, second) = rounds
    book = load_workbook(BytesIO(file(world.astrid, group_id, second, "xlsx")))
    found = {row[0].value: [cell.value for cell in row] for row in book.worksheets[0].rows}
    for each in balance_words().behaviours():
        assert found[each.label.nb][2:4] == [second.current.behaviours[each.id], second.wanted.behaviours[each.id]]
    assert len(list(book["Over tid"].rows)) == 1 + 2 * 4
    assert "Over tid" not in load_workbook(BytesIO(file(world.astrid, group_id, first, "xlsx"))).sheetnames


def test_nobody_else_gets_it(world, rounds):
    group_id, (_first, second) = rounds
    for who in (world.leif, world.ingrid):
        with pytest.raises(NotFound):
            file(who, group_id, second)
