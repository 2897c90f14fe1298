"""What nobody may learn, and what must be gone when it is erased."""

import json
import re
import time

import pytest
from sqlmodel import select

from helu.errors import NotFound
from helu.projector.stage import stage_of
from helu.services import answering, editing, erasing, exporting, groups, pulses, results, running, seats, showing
from helu.services.answered import answered
from helu.settings import settings
from helu.store.database import reading, writing
from helu.store.platform_tables import BoardCard, BoardDeed, Pulse
from helu.store.tables import Answer, Organisation, Workshop
from tests.both import kind_of_database  # noqa: F401
from tests.conftest import stored
from tests.hostile.furnished import DEVICE, furnish, write_all
from tests.hostile.test_matrix import everything

only_sqlite = pytest.mark.parametrize("kind_of_database", ["sqlite"])
REASON = "Bare jeg vet hvorfor"


def place(home, device, card, theme, attempt=1):
    home.say(device, attempt=attempt, card=f"k{card}", theme=theme)


def test_a_board_that_is_left_keeps_nothing_of_the_phones_order(home):
    order = [3, 1, 4, 2]
    for at, card in enumerate(order):
        place(home, 50 + at, card, "t1", attempt=int(time.time() * 1000) + at)
    home.open("agreement")
    with reading() as db:
        assert "phone" not in {row.what for row in db.exec(select(BoardDeed))}
        cards = db.execute(select(BoardCard.number).where(BoardCard.theme == 1)).scalars().all()
        assert [each for each in cards if each in order] == sorted(order)
        board_ = home["theme_board"].id
        rows = db.exec(select(Answer).where(Answer.activity_id == board_)).all()
        assert all(row.given_at is None and abs(row.attempt - time.time() * 1000) > 3_600_000 for row in rows)
    by_attempt = [int(row.content["card"][1:]) for row in sorted(rows, key=lambda row: row.attempt)]
    authors = [int(row.content["card"][1:]) for row in rows]
    assert sorted(by_attempt) == sorted(authors) == sorted(order)


def test_the_order_of_many_placings_cannot_be_read_from_their_attempts(home):
    """The clock of each phone is hidden by a number of its own, so rank and time have nothing to do with each other."""
    began = int(time.time() * 1000)
    for at in range(120):
        place(home, 500 + at, 1 + at % 4, f"t{1 + at % 2}", attempt=began + 1000 * at)
    home.open("agreement")
    with reading() as db:
        board_ = home["theme_board"]
        rows = {row.author: row.attempt for row in db.exec(select(Answer).where(Answer.activity_id == board_.id))}
    attempts = [rows[seats.author_of(board_, DEVICE.format(500 + at))] for at in range(120)]
    rank = {attempt: place for place, attempt in enumerate(sorted(attempts))}
    ranks = [rank[each] for each in attempts]
    middle = 59.5
    alike = sum((at - middle) * (each - middle) for at, each in enumerate(ranks))
    assert abs(alike / sum((at - middle) ** 2 for at in range(120))) < 0.65  # seven times what luck gives so many


def weigh(home, many, grade=7):
    for at in range(many):
        home.say(700 + at, p1_grade=grade, reason=REASON)


def said_everywhere(home, page_for, browser_of) -> str:
    """All that any surface says of the agreement."""
    said = [json.dumps(stage_of(home.workshop.id), ensure_ascii=False)]
    said += [everything(page_for(path, samling=home.workshop.code)) for path in ("desk/run.py", "desk/answers.py")]
    with reading() as db:
        said += [
            exporting.export(db, home.workshop, "csv").decode(),
            exporting.export(db, home.workshop, "json").decode(),
        ]
        said += [repr(results.pieces_in(db, home["agreement"])), repr(answered(db, home["agreement"]))]
    phone = browser_of(None)
    said += [phone.get(f"/d/{home.workshop.code}/tilstand").text, phone.get(f"/d/{home.workshop.code}").text]
    return "\n".join(said)


@only_sqlite
def test_nobodys_grade_is_read_before_it_is_shown_to_all(home, page_for, browser_of):
    activity = home.open("agreement")
    weigh(home, 8)
    said = said_everywhere(home, page_for, browser_of)
    assert REASON not in said
    with writing() as db:
        running.reveal(db, home.workshop)
    said = said_everywhere(home, page_for, browser_of)
    assert REASON in said
    with reading() as db:
        assert len(answered(db, activity)) == len(results.pieces_in(db, activity)) == 8


@only_sqlite
def test_fewer_grades_than_the_floor_are_never_read(home, page_for, browser_of):
    activity = home.open("agreement")
    weigh(home, 4)
    with writing() as db:
        running.reveal(db, home.workshop)
    assert REASON not in said_everywhere(home, page_for, browser_of)
    home.open("commitments")
    assert REASON not in said_everywhere(home, page_for, browser_of)
    with reading() as db:
        assert answered(db, activity) == results.pieces_in(db, activity) == []


def test_a_grade_without_a_reason_is_not_listed_either(home):
    home.open("agreement")
    home.say(1, p1_grade=8, reason="")
    with reading() as db:
        assert results.pieces_in(db, home["agreement"]) == []


def test_signed_grades_are_no_secret_once_they_are_shown(home):
    with writing() as db:
        held = db.merge(home["agreement"])
        held.anonymous = False
    home.activities["agreement"] = held
    home.open("agreement")
    home.say(1, name="Kari", p1_grade=8, reason=REASON)
    with writing() as db:
        running.reveal(db, home.workshop)
    with reading() as db:
        assert [each.label for each in results.pieces_in(db, home["agreement"])] == ["Kari"]


def pulse_answers(home, many):
    here = showing.current(home.pulse.id)
    values = {field.name: 6 for field in here.fields}
    sent = [answering.prepare(here, DEVICE.format(at), here.activity.id, 0, 1, values) for at in range(many)]
    assert answering.store(sent) == [None] * many


def pulse_said(home) -> str:
    with reading() as db:
        activity = running.activities_in(db, home.pulse.id)[0]
        said = [repr(pulses.development(db, home.platform)), repr(results.answers_to(db, activity))]
        said += [repr(results.pieces_in(db, activity)), repr(answered(db, activity))]
        said += [exporting.export(db, home.pulse, "csv").decode()]
        said += [
            json.loads(exporting.export(db, home.pulse, "json"))["items"][0]["activities"][0]["answers"].__repr__()
        ]
    return "\n".join(said)


@pytest.mark.parametrize(("many", "closed", "shown"), [(8, False, False), (4, True, False), (5, True, True)])
def test_a_pulse_is_read_when_it_is_closed_and_enough_have_answered(home, many, closed, shown):
    pulse_answers(home, many)
    if closed:
        with writing() as db:
            pulses.close_now(db, home.world.astrid, home.pulse.id)
    said = re.sub(r"date\(\d+, \d+, \d+\)", "a day", pulse_said(home).replace(home.pulse.code, ""))
    assert ("6" in said) == shown


def unseal_by_removing_the_group(home):
    with writing() as db:
        groups.remove(db, home.world.astrid, home.group.id)


def unseal_by_erasing_the_gathering(home):
    _alone(home)
    with writing() as db:
        erasing.erase_workshop(db, home.workshop)


def unseal_by_sweeping_the_gathering(home, monkeypatch):
    _alone(home)
    with writing() as db:
        editing.remove_workshop(db, home.workshop)
    monkeypatch.setattr(editing, "KEPT", -editing.UNDO)
    with writing() as db:
        editing.sweep(db)


def _alone(home):
    """A platform that belongs to the gathering itself."""
    with writing() as db:
        platform = db.merge(home.platform)
        platform.group_id, platform.workshop_id = None, home.workshop.id
        held = db.get_one(Workshop, home.workshop.id)
        held.group_id = None


@pytest.mark.parametrize("how", ["group", "erase", "sweep"])
def test_a_pulse_goes_with_its_platform_and_never_becomes_a_gathering_anybody_can_read(home, monkeypatch, how):
    pulse_answers(home, 2)
    with reading() as db:
        activity = running.activities_in(db, home.pulse.id)[0]
    if how == "sweep":
        unseal_by_sweeping_the_gathering(home, monkeypatch)
    else:
        (unseal_by_removing_the_group if how == "group" else unseal_by_erasing_the_gathering)(home)
    with reading() as db:
        assert db.get(Workshop, home.pulse.id) is None
        assert db.exec(select(Pulse)).all() == []
        assert db.exec(select(Answer).where(Answer.activity_id == activity.id)).all() == []
    with pytest.raises(NotFound):
        showing.current(home.pulse.id)


def test_a_commitment_says_that_it_carries_a_name(home, new_phone, db):
    home.open("commitments")
    page = new_phone().get(f"/d/{home.workshop.code}").text
    assert "med navnet ditt" in page
    assert [row.label for row in stored(db, Answer) if row.label] == ["Kari"]


SECRET = "Hemmelig-syltetoy"


def lying_about(text: str = "syltetoy") -> list[str]:
    files = [path for path in settings().data_dir.rglob("*") if path.is_file()]
    return [path.name for path in files if text.encode() in path.read_bytes()]


@pytest.fixture
def secrets(world, password_hash):
    """A group with so many versions that pages of the file have been split and written anew."""
    home = furnish(world, password_hash, SECRET, tuple(f"{SECRET} kort {at}" for at in range(40)))
    with writing() as db:
        for at in range(6):
            write_all(db, home.platform, f"{SECRET} {at} " * (1 + at % 3))
    for card in range(1, 30):
        place(home, 50 + card, card, f"t{1 + card % 2}")
    pulse_answers(home, 3)
    assert lying_about()
    return home


@only_sqlite
def test_an_erased_gathering_without_a_group_takes_board_and_platform_along(secrets):
    _alone(secrets)
    with writing() as db:
        erasing.erase_workshop(db, secrets.workshop)
    assert lying_about() == []


@only_sqlite
def test_an_erased_gathering_of_a_group_takes_its_board_and_leaves_the_groups_platform(secrets):
    with writing() as db:
        erasing.erase_workshop(db, secrets.workshop)
    assert lying_about("syltetoy kort") == lying_about("syltetoy forpliktelse") == []
    assert lying_about("syltetoy beslutning") == ["helu.db"]  # the group's, not the gathering's


@only_sqlite
def test_a_removed_group_takes_its_platform_along(secrets):
    with writing() as db:
        groups.remove(db, secrets.world.astrid, secrets.group.id)
    with writing() as db:
        erasing.sweep()
    for text in ("beslutning", "forbehold", "merknad"):
        assert lying_about(f"syltetoy {text}") == []
    assert lying_about("syltetoy kort") == ["helu.db"]  # the gathering is kept


@only_sqlite
def test_an_erased_organisation_takes_it_all(secrets):
    with writing() as db:
        erasing.erase_organisation(db, db.get_one(Organisation, secrets.world.fjell.id))
    assert lying_about() == []
    with reading() as db:
        assert [each.name for each in db.exec(select(Organisation))] == ["Fjord kommune"]
