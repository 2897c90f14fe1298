"""A leader's plans and the log: Leif's own, whoever else asks. Mona is in his group, Astrid owns the organisation."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from icalendar import Calendar

from helu.documents.calendar import today
from helu.errors import EditedMeanwhile, Misfit, NotFound
from helu.services import accounts, groups, plan_log, plans, profiles
from helu.services.plan_log import Written
from helu.services.plans import Content
from helu.store.database import reading, writing
from helu.store.profile_tables import ActionPlan, LogEntry
from tests.conftest import stored, visitor

ANSWERS = {"al1_hallmark": "Ro og retning", "al3_first_action": "Si tydelig fra én gang i uka"}
SECRET = "Møtet med Per gikk dårlig"


@pytest.fixture
def mona(world):
    with writing() as db:
        accounts.invite(db, world.fjell.id, "mona@fjell.no", "Mona", "leader")
        accounts.user_by_email(db, "mona@fjell.no").password_hash = "x"
        db.commit()
    return visitor("mona@fjell.no")


@pytest.fixture
def group(world, mona):
    with writing() as db:
        made = groups.add(db, world.astrid, "Nettverk 1", "network_group")
        groups.set_members(db, world.astrid, made.id, [world.leif.user_id, mona.user_id])
    return made


@pytest.fixture
def plan(world):
    with writing() as db:
        return plans.begin(db, world.leif, content=Content(ANSWERS, ["vision", "confronts"], [date(2027, 1, 12)]))


@pytest.fixture
def entry(world, plan):
    with writing() as db:
        return plan_log.add(db, world.leif, plan.id, Written(date(2026, 11, 3), "Ledermøtet", {"what_i_did": SECRET}))


def test_a_plan_starts_from_a_behaviour_that_stood_out(world):
    with writing() as db:
        plan = plans.begin(db, world.leif, ["confronts"])
    assert (plan.behaviours, plan.answers, plan.status) == (["confronts"], {}, "planned")


def test_it_keeps_what_the_model_knows_in_its_order_and_the_days_in_theirs(world, plan):
    later, sooner = date(2027, 3, 1), date(2027, 2, 1)
    content = Content(
        {"al5_check": "  Spør\r\ngruppa  ", "odd": "x"}, ["vision", "recognises", "odd"], [later, sooner, later]
    )
    with writing() as db:
        changed = plans.change(db, world.leif, plan.id, plan.changed_at, content)
    assert changed.answers == {"al5_check": "Spør\ngruppa"}
    assert changed.behaviours == ["recognises", "vision"]
    assert plans.days(changed) == [sooner, later]


def test_an_older_copy_does_not_overwrite_a_newer(world, plan):
    with writing() as db:
        plans.change(db, world.leif, plan.id, plan.changed_at, Content({"al1_hallmark": "Fra telefonen"}))
    with writing() as db, pytest.raises(EditedMeanwhile):
        plans.change(db, world.leif, plan.id, plan.changed_at, Content({"al1_hallmark": "Fra PC-en"}))
    with reading() as db:
        assert plans.find(db, world.leif, plan.id).answers == {"al1_hallmark": "Fra telefonen"}


def test_the_status_moves_without_disturbing_what_is_being_written(world, plan):
    with writing() as db:
        plans.set_status(db, world.leif, plan.id, "practising")
    with writing() as db:
        changed = plans.change(db, world.leif, plan.id, plan.changed_at, Content(ANSWERS))
    assert changed.status == "practising"
    with writing() as db, pytest.raises(Misfit):
        plans.set_status(db, world.leif, plan.id, "finished")


@pytest.mark.parametrize(
    "content",
    [Content(), Content({"al1_hallmark": " \u200b "}, ["odd"]), Content({"al1_hallmark": "å" * (plans.LONGEST + 1)})],
)
def test_nothing_and_too_much_are_sentences_and_change_nothing(db, world, plan, content):
    with writing() as writer, pytest.raises(Misfit):
        plans.change(writer, world.leif, plan.id, plan.changed_at, content)
    with writing() as writer, pytest.raises(Misfit):
        plans.begin(writer, world.leif, content=content)
    assert [each.answers for each in stored(db, ActionPlan)] == [ANSWERS]


def test_there_is_an_end_to_days_and_plans(world, plan):
    days = [date(2027, 1, 1) + timedelta(days=each) for each in range(plans.MOST_DAYS + 1)]
    with writing() as db, pytest.raises(Misfit):
        plans.begin(db, world.leif, content=Content(practise_on=days))
    with writing() as db:
        for _each in range(plans.MOST_PLANS - 1):
            plans.begin(db, world.leif, ["vision"])
    with writing() as db, pytest.raises(Misfit):
        plans.begin(db, world.leif, ["vision"])


def test_the_log_is_newest_first_and_can_be_mended(world, plan, entry):
    with writing() as db:
        plan_log.add(db, world.leif, plan.id, Written(date(2026, 11, 10), "Neste møte"))
        plan_log.change(
            db, world.leif, entry.id, Written(entry.on, "Ledermøtet 3.\nnovember", {"next_try": "Ta det opp"})
        )
    with reading() as db:
        first, second = plan_log.entries(db, world.leif, plan.id)
    assert (first.situation, second.situation) == ("Neste møte", "Ledermøtet 3. november")
    assert second.texts == {"next_try": "Ta det opp"}


@pytest.mark.parametrize("written", [Written(date(2026, 1, 1)), Written(date(2026, 1, 1), "x" * 2001)])
def test_an_empty_or_endless_entry_is_a_sentence(world, plan, written):
    with writing() as db, pytest.raises(Misfit):
        plan_log.add(db, world.leif, plan.id, written)


def test_what_is_removed_is_gone_and_comes_back_as_it_was(db, world, plan, entry):
    with writing() as writer:
        kept = plan_log.whole(writer, world.leif, plan.id)
        plans.remove(writer, world.leif, plan.id)
    assert not stored(db, ActionPlan)
    assert not stored(db, LogEntry)
    for _twice in range(2):
        with writing() as writer:
            plan_log.bring_back(writer, world.leif, kept)
    assert [each.model_dump() for each in stored(db, ActionPlan)] == [plan.model_dump()]
    assert [each.texts for each in stored(db, LogEntry)] == [{"what_i_did": SECRET}]


def test_one_entry_comes_back_too(db, world, plan, entry):
    with writing() as writer:
        kept = plan_log.single(writer, world.leif, entry.id)
        plan_log.remove(writer, world.leif, entry.id)
    assert not stored(db, LogEntry)
    with writing() as writer:
        plan_log.bring_back(writer, world.leif, kept)
    assert [each.situation for each in stored(db, LogEntry)] == ["Ledermøtet"]


DEEDS = {
    "find": lambda db, who, plan, entry: plans.find(db, who, plan.id),
    "change": lambda db, who, plan, entry: plans.change(db, who, plan.id, plan.changed_at, Content(ANSWERS)),
    "set_status": lambda db, who, plan, entry: plans.set_status(db, who, plan.id, "reviewed"),
    "remove": lambda db, who, plan, entry: plans.remove(db, who, plan.id),
    "calendar": lambda db, who, plan, entry: plans.calendar(db, who, plan.id),
    "entries": lambda db, who, plan, entry: plan_log.entries(db, who, plan.id),
    "whole": lambda db, who, plan, entry: plan_log.whole(db, who, plan.id),
    "single": lambda db, who, plan, entry: plan_log.single(db, who, entry.id),
    "add": lambda db, who, plan, entry: plan_log.add(db, who, plan.id, Written(date(2026, 1, 1), "Hei")),
    "mend": lambda db, who, plan, entry: plan_log.change(db, who, entry.id, Written(date(2026, 1, 1), "Hei")),
    "remove_entry": lambda db, who, plan, entry: plan_log.remove(db, who, entry.id),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_else_gets_anywhere_not_even_those_it_is_shown_to(db, world, mona, group, plan, entry, deed):
    """Owner, another leader (who sees the plan), another organisation, and the leader's own other organisation."""
    with writing() as writer:
        profiles.share(writer, world.leif, group.id, profiles.PLAN)
        profiles.mine(writer, mona)
        writer.commit()
    elsewhere = replace(world.leif, organisation_id=world.fjord.id)
    facilitator = replace(world.astrid, role="facilitator")
    for who in (world.astrid, facilitator, mona, world.ingrid, elsewhere):
        with writing() as writer, pytest.raises(NotFound):
            DEEDS[deed](writer, who, plan, entry)
    assert [each.status for each in stored(db, ActionPlan)] == ["planned"]
    assert [each.situation for each in stored(db, LogEntry)] == ["Ledermøtet"]


def test_what_is_not_there_is_not_found(world, plan):
    with reading() as db, pytest.raises(NotFound):
        plans.find(db, world.leif, uuid4())
    with reading() as db, pytest.raises(NotFound):
        plan_log.single(db, world.leif, uuid4())


def test_lists_are_of_ones_own(world, mona, plan):
    with reading() as db:
        assert [each.id for each in plans.listed(db, world.leif)] == [plan.id]
        assert [plans.listed(db, each) for each in (world.astrid, mona, world.ingrid)] == [[], [], []]


def test_the_group_sees_answers_and_status_while_it_is_shared_and_never_the_log(world, mona, group, plan, entry):
    with reading() as db:
        assert plans.shown(db, mona) == []
    with writing() as db:
        profiles.share(db, world.leif, group.id, profiles.PLAN)
    with reading() as db:
        (shown,) = plans.shown(db, mona)
        assert [plans.shown(db, each) for each in (world.astrid, world.ingrid, world.leif)] == [[], [], []]
    assert (shown.who, shown.status, shown.answers) == ("Leif", "planned", ANSWERS)
    assert shown.behaviours == ("confronts", "vision") or shown.behaviours == ("vision", "confronts")
    assert SECRET not in repr(shown)
    with writing() as db:
        profiles.unshare(db, world.leif, group.id, profiles.PLAN)
    with reading() as db:
        assert plans.shown(db, mona) == []


def test_a_shared_radar_shows_no_plan(world, mona, group, plan):
    with writing() as db:
        profiles.share(db, world.leif, group.id, profiles.RADAR)
    with reading() as db:
        assert plans.shown(db, mona) == []


def test_reminders_are_whole_days_that_say_nothing_of_what_is_practised(world):
    coming, over = today() + timedelta(days=10), today() - timedelta(days=1)
    content = Content({"al3_first_action": SECRET}, ["confronts"], [coming, over, today() + timedelta(days=400)])
    with writing() as db:
        plan = plans.begin(db, world.leif, content=content)
        file = plans.calendar(db, world.leif, plan.id)
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert event["dtstart"].dt == coming
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert str(event["summary"]) == "Tid til å trene"
    assert "rrule" not in event
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=-9)
    assert SECRET.encode() not in file
    assert b"onfront" not in file
    with writing() as db:
        changed = plans.change(db, world.leif, plan.id, plan.changed_at, Content(ANSWERS, practise_on=[coming]))
        again = Calendar.from_ical(plans.calendar(db, world.leif, changed.id)).walk("VEVENT")[0]
    assert again["uid"] == event["uid"]
    assert again["sequence"] >= event["sequence"]


def test_erasing_the_profile_takes_plans_and_log_along(db, world, plan, entry):
    with writing() as writer:
        profiles.erase(writer, world.leif)
    assert not stored(db, ActionPlan)
    assert not stored(db, LogEntry)
