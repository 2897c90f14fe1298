"""Promises live on: from one gathering's phones to the opening of the next."""

from datetime import date, datetime, timedelta, timezone

import pytest
from sqlmodel import select

from helu.domain.follow_up import read_id
from helu.errors import HeluError, NotFound
from helu.services import answering, commitments, editing, gatherings, groups, platforms, results, running, showing
from helu.store.database import reading, writing
from helu.store.platform_tables import CommitmentStatus
from helu.store.tables import Activity, Answer, Workshop

PROMISES = {"kari": "Ta opp rekkefølgen på sakene", "ola": "Spørre to andre først"}


@pytest.fixture
def group(world):
    with writing() as db:
        return groups.add(db, world.astrid, "Ledergruppa", "leader_group")


def make(world, group, template="blank", language="nb"):
    with writing() as db:
        return gatherings.make(db, world.fjell, template, language, group=group.id if group else None)[0]


def add(world, workshop, kind):
    with writing() as db:
        return editing.add_activity(db, workshop, kind, gatherings.items_in(db, workshop.id)[0].id)


def open_(workshop, activity):
    with writing() as db:
        running.open_activity(db, workshop, activity.id)


def say(workshop, device, attempt=1, **values):
    """As a phone sends it; the sentence when it is refused."""
    here = showing.current(workshop.id)
    sending = answering.prepare(here, device, here.activity.id, 0, attempt, values)
    assert answering.store([sending]) == [None]


@pytest.fixture
def first(world, group):
    """A gathering where Kari and Ola have each promised something."""
    workshop = make(world, group)
    activity = add(world, workshop, "commitments")
    open_(workshop, activity)
    for who, what in PROMISES.items():
        say(workshop, who, name=who.title(), what=what, when="1. mars", sign="")
    return workshop


def look_back(db, workshop):
    activity = next(each for each in running.activities_in(db, workshop.id) if each.kind == "follow_up")
    return activity, showing.settings_of(activity, db).state.commitments


def statuses(world, group):
    with reading() as db:
        workshop = db.exec(select(Workshop).where(Workshop.group_id == group.id)).first()
        platform = platforms.known_of(db, workshop)
        return {each.who: (each.status, each.note) for each in commitments.of_platform(db, platform)}


def platform_of(workshop):
    with writing() as db:
        found = platforms.of_workshop(db, workshop)
        db.commit()
        return found


def test_an_activity_for_promises_asks_for_names_whatever_is_set(world, group):
    workshop = make(world, group)
    activity = add(world, workshop, "commitments")
    assert activity.anonymous is False
    with writing() as db:
        frame = {"title": "Hva lover vi?", "anonymous": True}
        editing.change(db, workshop, activity, 0, frame, {})
        assert db.get_one(Activity, activity.id).anonymous is False


def test_promises_are_found_with_who_when_and_status(world, group, first):
    platform = platform_of(first)
    with reading() as db:
        found = commitments.of_platform(db, platform)
    assert [(each.who, each.what, each.status) for each in found] == [
        ("Kari", PROMISES["kari"], "planned"),
        ("Ola", PROMISES["ola"], "planned"),
    ]
    assert found[0].due == commitments.Commitment.due.fget(found[0])
    assert (found[0].due.month, found[0].due.day) == (3, 1)


def test_the_next_gathering_opens_with_them_and_the_first_one_does_not(world, group, first):
    with reading() as db:
        assert "follow_up" not in [each.kind for each in running.activities_in(db, first.id)]
    after = make(world, group)
    with reading() as db:
        plan = running.activities_in(db, after.id)
        assert (plan[0].kind, plan[0].title) == ("follow_up", "Hvordan gikk det med det vi avtalte sist?")
        assert [each.position for each in plan] == list(range(len(plan)))
        assert {each.who for each in look_back(db, after)[1]} == {"Kari", "Ola"}


@pytest.mark.parametrize("template", ["short", "six-steps", "seljord-samling-1"])
def test_whatever_template_it_is_made_from_the_plan_stays_in_order_behind_it(world, group, first, template):
    after = make(world, group, template)
    plain = make(world, None, template)
    with reading() as db:
        opened, untouched = running.activities_in(db, after.id), running.activities_in(db, plain.id)
    assert [each.key for each in opened] == ["follow_up", *(each.key for each in untouched)]


def test_a_gathering_without_a_group_or_of_another_group_opens_as_it_is_planned(world, first):
    with writing() as db:
        other = groups.add(db, world.astrid, "En annen gruppe", "leader_group")
    for workshop in (make(world, None), make(world, other)):
        with reading() as db:
            assert "follow_up" not in [each.kind for each in running.activities_in(db, workshop.id)]


def test_what_a_phone_says_holds_and_the_newest_wins(world, group, first):
    after = make(world, group)
    with reading() as db:
        activity, (karis, olas) = look_back(db, after)
    open_(after, activity)
    say(after, "kari", commitment=karis.id, status="started", note="Vi er i gang")
    say(after, "ola", commitment=karis.id, status="done", note="")
    say(after, "ola", commitment=olas.id, status="dropped", note="Ble ikke tid")
    platform_of(first)
    assert statuses(world, group) == {"Kari": ("done", "Vi er i gang"), "Ola": ("dropped", "Ble ikke tid")}
    with reading() as db:
        assert results.count(db, activity.id) == 3  # one for each promise that somebody spoke of


def test_the_same_attempt_twice_and_a_straggler_change_nothing(world, group, first):
    after = make(world, group)
    with reading() as db:
        activity, (karis, _olas) = look_back(db, after)
    open_(after, activity)
    platform = platform_of(first)
    say(after, "kari", attempt=5, commitment=karis.id, status="started", note="")
    with writing() as db:
        commitments.set_status(db, world.astrid, platform.id, karis.id, "done")
    say(after, "kari", attempt=5, commitment=karis.id, status="started", note="")
    say(after, "kari", attempt=3, commitment=karis.id, status="dropped", note="")
    assert statuses(world, group)["Kari"] == ("done", "")


def test_a_promise_of_somebody_elses_cannot_be_spoken_of(world, group, first):
    after = make(world, group)
    with reading() as db:
        activity, (karis, _olas) = look_back(db, after)
    open_(after, activity)
    for strange in ("", "x", karis.id[:-1] + "!", "A" * 38):
        with pytest.raises(HeluError):
            say(after, "kari", commitment=strange, status="done", note="")


def test_a_gathering_that_is_erased_while_phones_look_at_it_harms_nobody(world, group, first):
    after = make(world, group)
    with reading() as db:
        activity, (karis, _olas) = look_back(db, after)
    open_(after, activity)
    here = showing.current(after.id)
    values = {"commitment": karis.id, "status": "done", "note": ""}
    sending = answering.prepare(here, "kari", activity.id, 0, 1, values)
    with writing() as db:
        db.delete(db.get_one(Workshop, first.id))
    assert answering.store([sending]) == [None]
    with reading() as db:
        assert db.exec(select(CommitmentStatus)).all() == []


def test_a_promise_keeps_its_status_when_its_words_are_changed(world, group, first):
    platform = platform_of(first)
    with reading() as db:
        karis = commitments.of_platform(db, platform)[0]
    with writing() as db:
        commitments.set_status(db, world.astrid, platform.id, karis.id, "started", "halvveis")
    say(first, "kari", attempt=9, name="Kari", what="Ta opp rekkefølgen på mandag", when="", sign="")
    with reading() as db:
        again = commitments.of_platform(db, platform)[0]
    assert (again.id, again.what, again.status, again.note) == (
        karis.id,
        "Ta opp rekkefølgen på mandag",
        "started",
        "halvveis",
    )


def test_hidden_promises_are_nowhere(world, group, first):
    with writing() as db:
        activity = next(each for each in running.activities_in(db, first.id) if each.kind == "commitments")
        piece = next(each for each in results.pieces_in(db, activity) if each.text == PROMISES["ola"])
        results.hide_piece(db, first, activity, piece.key)
    platform = platform_of(first)
    with reading() as db:
        assert [each.who for each in commitments.of_platform(db, platform)] == ["Kari"]


@pytest.mark.parametrize("who", ["leif", "ingrid"])
def test_the_status_is_for_the_organisations_own_facilitators(world, group, first, who):
    platform = platform_of(first)
    with reading() as db:
        karis = commitments.of_platform(db, platform)[0]
    with pytest.raises(HeluError), writing() as db:
        commitments.set_status(db, getattr(world, who), platform.id, karis.id, "done")


def test_an_unknown_status_or_promise_does_not_exist(world, group, first):
    platform = platform_of(first)
    with reading() as db:
        karis = commitments.of_platform(db, platform)[0]
    for id_, status in ((karis.id, "ferdig"), ("A" * 38, "done"), ("", "done")):
        with pytest.raises(NotFound), writing() as db:
            commitments.set_status(db, world.astrid, platform.id, id_, status)


def test_deadlines_are_what_is_open_and_has_a_date(world, group, first):
    platform = platform_of(first)
    with reading() as db:
        karis, olas = commitments.of_platform(db, platform)
        assert len(commitments.deadlines(db, platform)) == 2
    with writing() as db:
        commitments.set_status(db, world.astrid, platform.id, olas.id, "dropped")
    with reading() as db:
        assert [each.who for _day, each in commitments.deadlines(db, platform)] == ["Kari"]


def test_a_later_gathering_is_not_looked_back_on(world, group, first):
    after = make(world, group)
    promise = add(world, after, "commitments")
    open_(after, promise)
    say(after, "leif", name="Leif", what="Rydde i møteplanen", when="", sign="")
    with reading() as db:
        assert [each.who for each in commitments.earlier(db, db.get_one(Workshop, first.id))] == []
        assert {each.who for each in commitments.earlier(db, db.get_one(Workshop, after.id))} == {"Kari", "Ola"}


def test_the_day_it_was_made_comes_from_the_answer(world, group, first):
    with writing() as db:
        answer = db.exec(select(Answer)).first()
        answer.given_at = datetime(2027, 1, 5, tzinfo=timezone(timedelta(hours=1)))
        db.add(answer)
    platform = platform_of(first)
    with reading() as db:
        assert date(2027, 1, 4) in {each.made_on for each in commitments.of_platform(db, platform)}
    assert read_id("A" * 38)[0].int == 0
