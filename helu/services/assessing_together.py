"""A round for the group of a gathering: opened with the activity, closed when the facilitator shows it.

What can be shown is for the round's own rules to say. When they say no, the activity says so and goes on.
"""

from sqlmodel import Session, col, select

from helu.activities.self_assessment import NO_GROUP, NO_ROUND, TOO_SOON, SelfAssessment, State
from helu.content.balance import balance_model
from helu.domain.phase import Phase
from helu.errors import HeluError
from helu.services import group_rounds
from helu.services.access import Visitor
from helu.services.group_sight import seen, talk
from helu.services.states import Keeper
from helu.store.rating_tables import GroupRound
from helu.store.rows import now
from helu.store.tables import Activity, Group, GroupMember, Workshop

KIND = SelfAssessment.name


def round_of(db: Session, activity: Activity) -> GroupRound | None:
    """The one this activity works with, whether it is open or closed."""
    rows = select(GroupRound).where(GroupRound.activity_id == activity.id)
    return db.exec(rows.order_by(col(GroupRound.made_at).desc())).first()


def gathering_of(db: Session, visitor: Visitor) -> str:
    """The code of the gathering that waits while the visitor looks at oneself, or nothing."""
    rows = (
        select(Workshop.code)
        .join(Activity, col(Activity.id) == Workshop.current_activity_id)
        .join(GroupMember, col(GroupMember.group_id) == Workshop.group_id)
        .where(GroupMember.user_id == visitor.user_id, Workshop.organisation_id == visitor.organisation_id)
        .where(Activity.kind == KIND, Workshop.phase != Phase.ENDED, col(Workshop.removed_at).is_(None))
    )
    return db.exec(rows.order_by(col(Workshop.created_at).desc())).first() or ""


def _enter(db: Session, activity: Activity) -> None:
    """Go on with the activity's own round or the one that is open, else begin one."""
    workshop = db.get_one(Workshop, activity.workshop_id)
    own = round_of(db, activity)
    if workshop.group_id is None or (own and own.group_id == workshop.group_id):
        return
    known = group_rounds.rounds_of(db, workshop.group_id)
    held = next((each for each in known if each.closed_at is None), None)
    try:
        held = held or group_rounds.begin(db, workshop.group_id, workshop.title)
    except HeluError:
        return  # too soon after the last one: what the wall says is read from the rounds
    held.activity_id = activity.id
    db.add(held)


def _shown(db: Session, activity: Activity) -> None:
    """Close it; when it is closed, let out what has come since, as far as the rules allow."""
    held = round_of(db, activity)
    locked = db.get(GroupRound, held.id, with_for_update=True, populate_existing=True) if held else None
    if locked:
        group_rounds.close_now(db, locked)


def _read(db: Session, activity: Activity) -> State:
    workshop = db.get_one(Workshop, activity.workshop_id)
    group = db.get(Group, workshop.group_id) if workshop.group_id else None
    if group is None:
        return State(balance_model(), talk(), why=NO_GROUP)
    held = round_of(db, activity)
    if held is None or held.group_id != group.id:
        return _without(db, group)
    there = group_rounds.progress(db, held)
    return State(
        balance_model(),
        talk(),
        group.name,
        there.handed_in,
        max(there.members, there.handed_in),
        there.floor,
        workshop.current_activity_id == activity.id and workshop.phase == Phase.SHOWN,
        seen(group_rounds.picture_of(held)),
    )


def _without(db: Session, group: Group) -> State:
    free = group_rounds.next_from(group_rounds.rounds_of(db, group.id))
    late = free is not None and free > now()
    members = group_rounds.members_in(db, group.id)
    why = TOO_SOON if late else NO_ROUND
    return State(balance_model(), talk(), group.name, members=members, why=why, free=free if late else None)


KEEPER = Keeper(read=_read, enter=_enter, shown=_shown)
