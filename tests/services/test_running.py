"""Run a gathering: every move, and two facilitators at once."""

from datetime import timedelta

import pytest

from helu.domain.phase import Phase
from helu.errors import MovedMeanwhile, NotFound, NothingBefore, NothingCurrent, NothingNext
from helu.services import running
from helu.store.database import reading, writing
from helu.store.rows import now
from helu.store.tables import Workshop


def do(deed, world, *about, **more):
    with writing() as db:
        deed(db, world.workshop, *about, **more)
    return here(world)


def here(world):
    with reading() as db:
        return db.get_one(Workshop, world.workshop.id)


def test_next_goes_through_the_whole_plan_and_then_ends(world):
    for activity in world.activities:
        found = do(running.go_next, world)
        assert (found.current_activity_id, found.phase) == (activity.id, Phase.OPEN)
    assert do(running.go_next, world).phase == Phase.ENDED
    with pytest.raises(NothingNext):
        do(running.go_next, world)


def test_next_passes_what_is_to_be_skipped(world):
    with writing() as db:
        first = db.get_one(type(world.activities[0]), world.activities[0].id)
        first.skipped = True
        db.add(first)
    assert do(running.go_next, world).current_activity_id == world.activities[1].id


def test_back_goes_back_and_stops_at_the_first(world):
    do(running.go_next, world)
    do(running.go_next, world)
    assert do(running.go_back, world).current_activity_id == world.activities[0].id
    with pytest.raises(NothingBefore):
        do(running.go_back, world)


def test_back_from_the_end_is_the_last_activity(world):
    do(running.end, world)
    assert do(running.go_back, world).current_activity_id == world.activities[-1].id


def test_show_hide_close_and_open_again(world):
    do(running.go_next, world)
    assert do(running.reveal, world).phase == Phase.SHOWN
    assert do(running.hide, world).phase == Phase.CLOSED
    assert do(running.reveal, world).phase == Phase.SHOWN
    assert do(running.open_activity, world, world.activities[0].id).phase == Phase.OPEN
    assert do(running.close, world).phase == Phase.CLOSED


@pytest.mark.parametrize("deed", [running.reveal, running.hide, running.close, running.next_round])
def test_nothing_can_be_shown_before_something_is_open(world, deed):
    with pytest.raises(NothingCurrent):
        do(deed, world)


def test_an_ended_gathering_can_be_opened_again_where_it_was(world):
    do(running.go_next, world)
    do(running.end, world)
    found = do(running.reopen, world)
    assert (found.phase, found.current_activity_id) == (Phase.CLOSED, world.activities[0].id)


def test_every_move_is_a_new_version(world):
    versions = [do(deed, world).version for deed in (running.go_next, running.reveal, running.hide, running.go_next)]
    assert versions == [1, 2, 3, 4]


def test_the_second_of_two_facilitators_sees_what_happened_instead_of_overwriting(world):
    do(running.go_next, world, seen=0)
    with pytest.raises(MovedMeanwhile):
        do(running.go_next, world, seen=0)
    assert here(world).current_activity_id == world.activities[0].id


def test_an_activity_of_another_gathering_cannot_be_opened_here(world):
    with reading() as db:
        foreign = running.activities_in(db, world.foreign.id)[0]
    with pytest.raises(NotFound):
        do(running.open_activity, world, foreign.id)


def test_the_clock_starts_stops_and_goes_on(world):
    do(running.go_next, world)
    found = do(running.start_timer, world, 60)
    assert timedelta(seconds=20) < found.timer_ends_at - now() <= timedelta(seconds=60)
    assert 20 <= do(running.pause_timer, world).timer_left <= 60
    assert 80 <= do(running.add_minute, world).timer_left <= 120
    found = do(running.start_timer, world)
    assert found.timer_ends_at - now() > timedelta(seconds=70)
    assert do(running.stop_timer, world).timer_ends_at is None


def test_the_clock_does_not_follow_to_the_next_activity(world):
    do(running.go_next, world)
    do(running.start_timer, world, 60)
    assert do(running.go_next, world).timer_ends_at is None


def test_rounds_of_group_work_go_forward_with_their_own_time(world):
    with writing() as db:
        activity = db.get_one(type(world.activities[0]), world.activities[0].id)
        activity.kind, activity.settings = "group_work", {}
        db.add(activity)
    do(running.go_next, world)
    found = do(running.next_round, world)
    assert (found.round, timedelta(minutes=14) < found.timer_ends_at - now() <= timedelta(minutes=15)) == (1, True)
    do(running.next_round, world)
    with pytest.raises(NothingNext):
        do(running.next_round, world)


def test_a_break_counts_down_by_itself(world):
    from helu.store.tables import AgendaItem

    with writing() as db:
        activity = db.get_one(type(world.activities[0]), world.activities[0].id)
        activity.minutes = 15
        db.add(activity)
        item = db.get_one(AgendaItem, activity.item_id)
        item.kind = "break"
        db.add(item)
    assert timedelta(minutes=14) < do(running.go_next, world).timer_ends_at - now() <= timedelta(minutes=15)
