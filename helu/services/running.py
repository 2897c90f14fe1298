"""Run a gathering: open an activity, show the answers, go on, keep time.

Every move may say which version of the gathering the person saw. When somebody else moved it in
the meantime, the move is refused with MovedMeanwhile instead of overwriting theirs.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.domain.phase import Phase
from helu.errors import MovedMeanwhile, NotFound, NothingBefore, NothingCurrent, NothingNext
from helu.live import hub
from helu.services import access, material, order, showing, states
from helu.store.rows import now
from helu.store.tables import Activity, AgendaItem, Workshop

STANDARD_MINUTES = 5
MOST_TURNS = 1000


def activities_in(db: Session, workshop_id: UUID) -> Sequence[Activity]:
    planned = select(Activity).where(Activity.workshop_id == workshop_id, col(Activity.removed_at).is_(None))
    return db.exec(planned.order_by(col(Activity.position), col(Activity.id))).all()


def route(plan: Sequence[Activity], workshop: Workshop) -> list[Activity]:
    """The plan without what is to be skipped, unless that is where the gathering is."""
    return [each for each in plan if not each.skipped or each.id == workshop.current_activity_id]


def open_activity(db: Session, workshop: Workshop, activity_id: UUID, seen: int | None = None) -> None:
    """Put an activity on every phone. Whatever was open before closes."""
    workshop = _hold(db, workshop, seen)
    activity = access.activity_in(db, workshop, activity_id)
    _leave(db, workshop)
    _go_to(db, workshop, activity)
    _move(db, workshop)


def go_next(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    """Close what is open and open the next activity; past the last one the gathering ends."""
    workshop = _hold(db, workshop, seen)
    if workshop.phase == Phase.ENDED:
        raise NothingNext
    plan = route(activities_in(db, workshop.id), workshop)
    place = place_in(plan, workshop) + 1
    _leave(db, workshop)
    if place < len(plan):
        _go_to(db, workshop, plan[place])
    else:
        _finish(workshop)
    _move(db, workshop)


def go_back(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    """Open the activity before; from the end, the last one."""
    workshop = _hold(db, workshop, seen)
    plan = route(activities_in(db, workshop.id), workshop)
    place = len(plan) if workshop.phase == Phase.ENDED else place_in(plan, workshop)
    if place <= 0:
        raise NothingBefore
    _leave(db, workshop)
    _go_to(db, workshop, plan[place - 1])
    _move(db, workshop)


def reveal(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    """Stop taking answers and put them on the wall."""
    _set_phase(db, workshop, Phase.SHOWN, seen)


def hide(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    """Take the answers off the wall. An open activity stays open, and is hidden again if it was live."""
    held = _hold(db, workshop, seen)
    activity = _current(db, held)
    if held.phase == Phase.OPEN:
        activity.live = False
    else:
        held.phase = Phase.CLOSED
    _move(db, held)


def close(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    """Stop taking answers, and show nothing yet."""
    _set_phase(db, workshop, Phase.CLOSED, seen)


def set_live(db: Session, workshop: Workshop, live: bool, seen: int | None = None) -> None:
    """Answers on the wall while they come, or hidden until revealed."""
    held = _hold(db, workshop, seen)
    _current(db, held).live = live
    _move(db, held)


def end(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    held = _hold(db, workshop, seen)
    _leave(db, held)
    _finish(held)
    _move(db, held)


def reopen(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    """Bring an ended gathering back to where it was, closed for answers until something is opened."""
    held = _hold(db, workshop, seen)
    if held.phase == Phase.ENDED:
        held.phase = Phase.CLOSED if held.current_activity_id else Phase.LOBBY
        _move(db, held)


def start_timer(db: Session, workshop: Workshop, seconds: int | None = None, seen: int | None = None) -> None:
    """Start, or go on from where the clock stopped. Without `seconds`: what the plan says."""
    held = _hold(db, workshop, seen)
    left = seconds or held.timer_left or planned_seconds(db, held)
    held.timer_ends_at, held.timer_left = now() + timedelta(seconds=left), None
    _move(db, held)


def pause_timer(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    held = _hold(db, workshop, seen)
    if held.timer_ends_at:
        held.timer_left = max(0, round((held.timer_ends_at - now()).total_seconds()))
        held.timer_ends_at = None
        _move(db, held)


def add_minute(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    held = _hold(db, workshop, seen)
    if held.timer_ends_at:
        held.timer_ends_at = max(held.timer_ends_at, now()) + timedelta(minutes=1)
    else:
        held.timer_left = (held.timer_left or 0) + 60
    _move(db, held)


def stop_timer(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    held = _hold(db, workshop, seen)
    held.timer_ends_at = held.timer_left = None
    _move(db, held)


def next_round(db: Session, workshop: Workshop, seen: int | None = None) -> None:
    """The next round of timed group work, with its clock running."""
    held = _hold(db, workshop, seen)
    rounds = _rounds(_current(db, held))
    if held.round + 1 >= len(rounds):
        raise NothingNext
    held.round += 1
    held.timer_left, held.timer_ends_at = None, None
    if rounds[held.round].minutes:
        held.timer_ends_at = now() + timedelta(minutes=rounds[held.round].minutes)
    _move(db, held)


def turn(db: Session, workshop: Workshop, to: int, seen: int | None = None) -> None:
    """Show the next of what is shown one at a time; what that is, the activity knows."""
    held = _hold(db, workshop, seen)
    _current(db, held)
    held.round = max(0, min(to, MOST_TURNS))
    _move(db, held)


def planned_seconds(db: Session, workshop: Workshop) -> int:
    activity = db.get(Activity, workshop.current_activity_id) if workshop.current_activity_id else None
    rounds = _rounds(activity) if activity else []
    minutes = rounds[min(workshop.round, len(rounds) - 1)].minutes if rounds else None
    return 60 * (minutes or (activity.minutes if activity else None) or STANDARD_MINUTES)


def _hold(db: Session, workshop: Workshop, seen: int | None) -> Workshop:
    """The row as it is now, held until the deed is done."""
    held = db.get(Workshop, workshop.id, populate_existing=True, with_for_update=True)
    if held is None:
        raise NotFound
    if seen is not None and held.version != seen:
        raise MovedMeanwhile
    return held


def place_in(plan: Sequence[Activity], workshop: Workshop) -> int:
    """Where the gathering is in the plan; -1 before the first."""
    return next((at for at, a in enumerate(plan) if a.id == workshop.current_activity_id), -1)


def _go_to(db: Session, workshop: Workshop, activity: Activity) -> None:
    """A break counts down by itself; every other clock is started by the facilitator."""
    material.take(db, workshop, activity)
    workshop.current_activity_id, workshop.phase = activity.id, Phase.OPEN
    workshop.round, workshop.timer_ends_at, workshop.timer_left = 0, None, None
    if activity.minutes and db.get_one(AgendaItem, activity.item_id).kind == "break":
        workshop.timer_ends_at = now() + timedelta(minutes=activity.minutes)
    keeper = states.keeper(activity)
    if keeper and keeper.enter:
        keeper.enter(db, activity)


def _leave(db: Session, workshop: Workshop) -> None:
    """What was open takes no more answers: forget in which order they came."""
    activity = db.get(Activity, workshop.current_activity_id) if workshop.current_activity_id else None
    if activity and workshop.phase == Phase.OPEN:
        order.shuffle(db, activity)
        keeper = states.keeper(activity)
        if keeper and keeper.leave:
            keeper.leave(db, activity)


def _finish(workshop: Workshop) -> None:
    workshop.phase, workshop.timer_ends_at, workshop.timer_left = Phase.ENDED, None, None


def _current(db: Session, workshop: Workshop) -> Activity:
    activity = db.get(Activity, workshop.current_activity_id) if workshop.current_activity_id else None
    if activity is None or workshop.phase == Phase.ENDED:
        raise NothingCurrent
    return activity


def _set_phase(db: Session, workshop: Workshop, phase: Phase, seen: int | None) -> None:
    held = _hold(db, workshop, seen)
    activity = _current(db, held)
    _leave(db, held)
    held.phase = phase
    keeper = states.keeper(activity)
    if keeper and keeper.shown and phase == Phase.SHOWN:
        keeper.shown(db, activity)
    _move(db, held)


def _rounds(activity: Activity) -> Sequence[Any]:
    return getattr(ACTIVITIES[activity.kind].settings_of(activity.settings), "rounds", [])


def _move(db: Session, workshop: Workshop) -> None:
    workshop.version += 1
    db.add(workshop)
    db.commit()
    showing.forget(workshop.id)
    hub.moved(workshop.id)
