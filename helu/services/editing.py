"""Change the plan of a gathering: add, move, hide, duplicate, remove, and change text and settings.

Two editors are safe: an edit says which edition it began from, and is refused when somebody else
has changed the same activity since. What was removed can be brought back until it is swept.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from pydantic import ValidationError
from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.content.mend import misfit
from helu.domain.text import clean, one_line
from helu.errors import EditedMeanwhile, HasAnswers, Misfit, NotFound, sentence
from helu.i18n import _
from helu.live import hub
from helu.services import access, platforms, results, running, showing
from helu.store.platform_tables import Platform
from helu.store.rows import now
from helu.store.tables import Activity, AgendaItem, Workshop

UNDO = timedelta(seconds=30)  # how long the desk offers to bring something back
KEPT = timedelta(minutes=10)  # how long it really can be


def add_activity(db: Session, workshop: Workshop, kind: str, item_id: UUID, title: str = "") -> Activity:
    """A new activity at the end of an agenda item, with the kind's own settings."""
    if kind not in ACTIVITIES:
        raise NotFound
    item = access.item_in(db, workshop, item_id)
    follow = _last_in(db, workshop, item)
    activity = Activity(
        workshop_id=workshop.id,
        item_id=item.id,
        position=0,
        key=f"own_{uuid4().hex[:12]}",
        kind=kind,
        title=one_line(title)[:400] or _(ACTIVITIES[kind].title),
        settings={},
        language=workshop.language,
        anonymous=not ACTIVITIES[kind].named,
    )
    db.add(activity)
    db.flush()
    _place_after(db, workshop, activity, follow)
    _tell(db, workshop)
    return activity


def duplicate(db: Session, workshop: Workshop, activity: Activity) -> Activity:
    """The same question again, right after, without its answers."""
    copy = Activity(**activity.model_dump() | {"id": uuid4(), "key": f"own_{uuid4().hex[:12]}", "edition": 0})
    copy.title = _("{title} (kopi)", title=activity.title)[:400]
    db.add(copy)
    db.flush()
    _place_after(db, workshop, copy, activity)
    _tell(db, workshop)
    return copy


def move(db: Session, workshop: Workshop, activity: Activity, by: int) -> None:
    """Up (-1) or down (+1) one place; across the border it joins the neighbouring agenda item."""
    plan = list(running.activities_in(db, workshop.id))
    at = next(at for at, each in enumerate(plan) if each.id == activity.id)
    to = at + by
    if 0 <= to < len(plan):
        neighbour = plan[to]
        if neighbour.item_id != plan[at].item_id:
            plan[at].item_id = neighbour.item_id
        else:
            plan[at], plan[to] = plan[to], plan[at]
        _number(db, plan)
    _tell(db, workshop)


def skip(db: Session, workshop: Workshop, activity: Activity, skipped: bool) -> None:
    """Let `next` go past it, or not."""
    activity.skipped = skipped
    db.add(activity)
    _tell(db, workshop)


def remove(db: Session, workshop: Workshop, activity: Activity) -> int:
    """Take it out of the plan; returns how many answers go with it. Can be undone."""
    answers = results.count(db, activity.id)
    if db.get_one(Workshop, workshop.id, populate_existing=True).current_activity_id == activity.id:
        raise Misfit(sentence("Aktiviteten er i gang. Gå til en annen først."))
    activity.removed_at = now()
    db.add(activity)
    _tell(db, workshop)
    return answers


def bring_back(db: Session, workshop: Workshop, activity_id: UUID) -> None:
    activity = access.activity_in(db, workshop, activity_id)
    activity.removed_at = None
    db.add(activity)
    _tell(db, workshop)


def change(
    db: Session,
    workshop: Workshop,
    activity: Activity,
    edition: int,
    frame: Mapping[str, Any],
    settings: Mapping[str, Any],
) -> None:
    """Texts and settings. `frame` holds columns of Activity; `settings` what the kind decides.

    Raises EditedMeanwhile, Misfit, or HasAnswers when the change would loosen what people were
    promised or make their answers unreadable.
    """
    held = db.get(Activity, activity.id, populate_existing=True, with_for_update=True)
    if held is None or held.edition != edition:
        raise EditedMeanwhile
    fitting = _fitting(held, settings)
    if results.count(db, held.id):
        _require_promises_kept(held, frame, fitting)
    elif ACTIVITIES[held.kind].named:
        frame = {**frame, "anonymous": False}
    for name, value in frame.items():
        setattr(held, name, clean(value) if isinstance(value, str) else value)
    if not held.title:
        raise Misfit(sentence("Skriv et spørsmål eller en overskrift."))
    held.settings, held.edition = fitting, held.edition + 1
    db.add(held)
    _tell(db, workshop)


def rename(db: Session, workshop: Workshop, title: str) -> None:
    """The gathering's own title."""
    if not one_line(title):
        raise Misfit(sentence("Skriv en tittel."))
    workshop.title = one_line(title)[:200]
    _tell(db, workshop)


def change_item(db: Session, workshop: Workshop, item: AgendaItem, frame: Mapping[str, Any]) -> None:
    """Title, kind, start and minutes of one agenda item."""
    for name, value in frame.items():
        setattr(item, name, one_line(value) if isinstance(value, str) else value)
    if not item.title:
        raise Misfit(sentence("Skriv en overskrift."))
    if item.start and not _is_clock(item.start):
        raise Misfit(sentence("Skriv klokkeslettet som 08:30."))
    db.add(item)
    _tell(db, workshop)


def add_item(db: Session, workshop: Workshop, title: str) -> AgendaItem:
    items = db.exec(select(AgendaItem).where(AgendaItem.workshop_id == workshop.id)).all()
    position = max((item.position for item in items), default=-1) + 1
    item = AgendaItem(
        workshop_id=workshop.id, position=position, key=f"own_{uuid4().hex[:12]}", title=one_line(title)[:200]
    )
    if not item.title:
        raise Misfit(sentence("Skriv en overskrift."))
    db.add(item)
    _tell(db, workshop)
    return item


def remove_workshop(db: Session, workshop: Workshop) -> None:
    """Out of the list at once; erased a little later, so that it can be undone."""
    held = db.get_one(Workshop, workshop.id)
    held.removed_at = now()
    _tell(db, held)


def bring_workshop_back(db: Session, visitor: access.Visitor, workshop_id: UUID) -> None:
    access.require_facilitator(visitor)
    held = db.get(Workshop, workshop_id)
    if held is None or held.organisation_id != visitor.organisation_id:
        raise NotFound
    held.removed_at = None
    _tell(db, held)


def sweep(db: Session) -> int:
    """Erase what was removed long enough ago that nobody will ask for it back; how many rows that was."""
    gone = 0
    for table in (Activity, Workshop):
        old = select(table.id).where(col(table.removed_at) < now() - KEPT)
        ids = list(db.exec(old).all())
        platforms.drop_pulses(db, col(Platform.workshop_id).in_(ids))
        db.execute(delete(table).where(col(table.id).in_(ids)))
        gone += len(ids)
    db.commit()
    return gone


def options_from_lines(old: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """One option per line. An option keeps its id when its wording stands, or when only that line changed."""
    lines = [line for line in (one_line(each) for each in text.splitlines()) if line]
    by_text = {each["text"]: each["id"] for each in old}
    taken = {by_text[line] for line in lines if line in by_text}
    kept = []
    for at, line in enumerate(lines):
        same_place = old[at]["id"] if len(lines) == len(old) and old[at]["id"] not in taken else None
        kept.append({"id": by_text.get(line) or same_place or f"o{uuid4().hex[:8]}", "text": line})
    return kept


def _fitting(activity: Activity, settings: Mapping[str, Any]) -> dict[str, Any]:
    kind = ACTIVITIES[activity.kind]
    try:
        return kind.settings_of(settings).model_dump(mode="json")
    except ValidationError as error:
        raise misfit(error, ()) from None


def _require_promises_kept(activity: Activity, frame: Mapping[str, Any], settings: Mapping[str, Any]) -> None:
    """Anonymity is never loosened after somebody has answered; ids that answers point at stay."""
    if activity.anonymous and not frame.get("anonymous", True):
        raise HasAnswers(what=_("anonymiteten"))
    if bool(activity.groups) != bool(frame.get("groups", activity.groups)):
        raise HasAnswers(what=_("hvem som svarer"))
    floor = getattr(ACTIVITIES[activity.kind].settings_of(activity.settings), "floor", 0)
    if settings.get("floor", floor) < floor:
        raise HasAnswers(what=_("hvor mange som må ha svart"))
    gone = _ids(activity.settings) - _ids(settings)
    if gone:
        raise HasAnswers(what=_("alternativene"))


def _ids(settings: Mapping[str, Any]) -> set[str]:
    lists = [value for value in settings.values() if isinstance(value, list)]
    return {each["id"] for value in lists for each in value if isinstance(each, dict) and "id" in each}


def _is_clock(text: str) -> bool:
    hours, colon, minutes = text.partition(":")
    digits = hours.isdecimal() and minutes.isdecimal() and len(hours) == len(minutes) == 2
    return bool(colon) and digits and int(hours) < 24 and int(minutes) < 60


def _last_in(db: Session, workshop: Workshop, item: AgendaItem) -> Activity | None:
    """The activity that a new one in this item comes after."""
    items = db.exec(select(AgendaItem).where(AgendaItem.workshop_id == workshop.id)).all()
    earlier = {each.id for each in items if each.position <= item.position}
    before = [each for each in running.activities_in(db, workshop.id) if each.item_id in earlier]
    return before[-1] if before else None


def _place_after(db: Session, workshop: Workshop, new: Activity, follow: Activity | None) -> None:
    plan = [each for each in running.activities_in(db, workshop.id) if each.id != new.id]
    at = next((at + 1 for at, each in enumerate(plan) if follow and each.id == follow.id), 0)
    _number(db, [*plan[:at], new, *plan[at:]])


def _number(db: Session, plan: list[Activity]) -> None:
    for position, activity in enumerate(plan):
        activity.position = position
        db.add(activity)


def _tell(db: Session, workshop: Workshop) -> None:
    """A change of the plan counts as a move: phones that show the activity get its new wording."""
    held = db.get_one(Workshop, workshop.id)
    held.version += 1
    db.add(held)
    db.commit()
    showing.forget(workshop.id)
    hub.moved(workshop.id)
