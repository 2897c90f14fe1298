"""Rounds of agreement: what the round before showed, and one round more."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.activities.agreement import counts_of
from helu.domain.agreement import Earlier
from helu.domain.phase import Phase
from helu.errors import MovedMeanwhile
from helu.i18n import _, speaking
from helu.services import access, editing, results, running
from helu.services.states import Keeper
from helu.store.tables import Activity, Workshop

TITLE = 400  # characters, as in the table


def of_activity(db: Session, activity: Activity) -> Earlier:
    """What to hold this round up against, and whether it is being answered right now."""
    workshop = db.get_one(Workshop, activity.workshop_id)
    open_now = workshop.current_activity_id == activity.id and workshop.phase == Phase.OPEN
    named = not activity.anonymous or activity.groups > 0
    before = _before(db, workshop, activity)
    if before is None:
        return Earlier(sealed=open_now, named=named)
    settings = ACTIVITIES[before.kind].settings_of(before.settings, before.material)
    answers = results.answers_to(db, before, hidden_too=True)
    if len(answers) < settings.floor and before.anonymous and not before.groups:
        return Earlier(sealed=open_now, named=named)
    by_id = counts_of(settings, answers)
    by_text = {each.text: by_id[each.id] for each in settings.proposals}
    return Earlier(by_id, by_text, open_now, named)


def another_round(db: Session, workshop: Workshop, activity_id: UUID, seen: int | None = None) -> Activity:
    """The same proposals once more, right after, held up against this round; opened at once."""
    held = db.get_one(Workshop, workshop.id, populate_existing=True, with_for_update=True)
    if seen is not None and held.version != seen:
        raise MovedMeanwhile
    first = access.activity_in(db, workshop, activity_id)
    number = _round_of(db, workshop, first) + 1
    bare, ending = first.title.removesuffix(_ending(first, number - 1)), _ending(first, number)
    copy = editing.duplicate(db, workshop, first)
    copy.title = f"{bare[: TITLE - len(ending)]}{ending}"
    copy.settings = copy.settings | {"before": first.key}
    db.add(copy)
    db.flush()
    running.open_activity(db, workshop, copy.id)
    return copy


def _ending(activity: Activity, number: int) -> str:
    with speaking(activity.language):
        return " " + _("(runde {number})", number=number)


def _round_of(db: Session, workshop: Workshop, activity: Activity) -> int:
    """1 for the first, 2 for the one held up against it, and so on."""
    number, seen = 1, {activity.id}
    earlier = _before(db, workshop, activity)
    while earlier and earlier.id not in seen:
        number, seen = number + 1, seen | {earlier.id}
        earlier = _before(db, workshop, earlier)
    return number


def _before(db: Session, workshop: Workshop, activity: Activity) -> Activity | None:
    """The earlier round: in this gathering, else the newest in the group's other ones."""
    key = activity.settings.get("before")
    if not key:
        return None
    found = [each for each in _named(db, workshop, str(key)) if each.kind == activity.kind and each.id != activity.id]
    return found[0] if found else None


def _named(db: Session, workshop: Workshop, key: str) -> Sequence[Activity]:
    named = select(Activity).where(Activity.key == key, col(Activity.removed_at).is_(None))
    here = db.exec(named.where(Activity.workshop_id == workshop.id)).all()
    if here or workshop.group_id is None:
        return here
    others = named.join(Workshop, col(Workshop.id) == col(Activity.workshop_id)).where(
        Workshop.group_id == workshop.group_id, col(Workshop.removed_at).is_(None)
    )
    return db.exec(others.order_by(col(Workshop.created_at).desc())).all()


KEEPER = Keeper(of_activity)
