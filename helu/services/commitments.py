"""Forpliktelser: all that a group has promised, how it went, and what a gathering opens with."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Insert, case
from sqlalchemy import select as pick
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from helu.activities.follow_up import State
from helu.domain.follow_up import STATUSES, Commitment, asked_again, read_id
from helu.domain.text import clean
from helu.errors import Misfit, NotFound, sentence
from helu.services import platforms, results, seats
from helu.services.access import Visitor
from helu.services.states import Keeper
from helu.store.database import is_sqlite
from helu.store.platform_tables import CommitmentStatus, Platform
from helu.store.rows import now
from helu.store.tables import Activity, Answer, Workshop

KIND = "commitments"
LONGEST_NOTE = 400


def of_platform(db: Session, platform: Platform) -> list[Commitment]:
    """Every commitment made in the group's gatherings, the newest gathering first. Hidden ones are left out."""
    return [each for workshop in platforms.gatherings_of(db, platform) for each in of_workshop(db, workshop)]


def of_workshop(db: Session, workshop: Workshop) -> list[Commitment]:
    planned = select(Activity).where(
        Activity.workshop_id == workshop.id, Activity.kind == KIND, col(Activity.removed_at).is_(None)
    )
    rows = db.exec(planned.order_by(col(Activity.position))).all()
    return [each for activity in rows for each in _made_in(db, workshop, activity)]


def earlier(db: Session, workshop: Workshop) -> list[Commitment]:
    """What a gathering opens with: from the group's gatherings before it, with status. Empty without a group."""
    if workshop.group_id is None:
        return []
    of_group = select(Workshop).where(Workshop.group_id == workshop.group_id, col(Workshop.removed_at).is_(None))
    found = db.exec(of_group.order_by(col(Workshop.created_at).desc())).all()
    before = [each for each in found if each.id != workshop.id and each.created_at <= workshop.created_at]
    return asked_again([(each.created_at, of_workshop(db, each)) for each in before])


def set_status(
    db: Session, visitor: Visitor, platform_id: UUID, commitment: str, status: str, note: str | None = None
) -> None:
    """From the desk. Without a note the last one stays. Raises NotFound when it is not one of the group's."""
    platform = platforms.for_change(db, visitor, platform_id)
    if status not in STATUSES or commitment not in {each.id for each in of_platform(db, platform)}:
        raise NotFound
    note = None if note is None else clean(note)
    if note and len(note) > LONGEST_NOTE:
        raise Misfit(sentence("Merknaden har plass til {most} tegn. Kort den ned."), most=LONGEST_NOTE)
    activity, key = read_id(commitment)
    row = db.get(CommitmentStatus, (activity, key))
    row = row or CommitmentStatus(activity_id=activity, key=key, status=status)
    row.status, row.changed_at = status, _today()
    row.note = row.note if note is None else note
    db.add(row)
    platforms.tell(db, platform)


def deadlines(db: Session, platform: Platform) -> list[tuple[date, Commitment]]:
    """The ones that are still open and have a date, the nearest first."""
    open_ones = [each for each in of_platform(db, platform) if each.status in {"planned", "started"}]
    return sorted(((each.due, each) for each in open_ones if each.due), key=lambda pair: (pair[0], pair[1].id))


def _made_in(db: Session, workshop: Workshop, activity: Activity) -> list[Commitment]:
    known = select(CommitmentStatus).where(CommitmentStatus.activity_id == activity.id)
    statuses = {row.key: row for row in db.exec(known).all()}
    times = _times(db, activity)
    made = [
        _commitment(workshop, activity, given, statuses.get(given.key("")), times.get(given.tag))
        for given in results.answers_to(db, activity)
        if given.values.get("what")
    ]
    return sorted(made, key=lambda each: (each.who.casefold(), each.what, each.key))


def _commitment(
    workshop: Workshop, activity: Activity, given: Any, known: CommitmentStatus | None, at: datetime | None
) -> Commitment:
    return Commitment(
        activity=str(activity.id),
        key=given.key(""),
        who=given.label,
        what=given.values["what"],
        when=given.values.get("when") or "",
        sign=given.values.get("sign") or "",
        status=known.status if known else "planned",
        note=known.note if known else "",
        gathering=workshop.title,
        made_on=(at or workshop.created_at).date(),
        changed_at=known.changed_at if known else None,
    )


def _times(db: Session, activity: Activity) -> dict[str, datetime]:
    """Named answers say when they were given."""
    rows = select(Answer.author, Answer.slot, Answer.given_at).where(Answer.activity_id == activity.id)
    return {seats.tag_of(author, slot): at for author, slot, at in db.exec(rows).all() if at}


def _read(db: Session, activity: Activity) -> State:
    return State(tuple(earlier(db, db.get_one(Workshop, activity.workshop_id))), activity.language)


def _act(connection: Connection, _activity_id: UUID, values: Mapping[str, Any]) -> None:
    """What a phone says of a commitment holds from now on; the phone could only choose among the group's own."""
    try:
        activity, key = read_id(str(values.get("commitment", "")))
    except ValueError:
        return
    held = pick(_activity.id).where(_activity.id == activity).with_for_update(read=True, key_share=True)
    if connection.execute(held).first() is None:  # erased in the meantime
        return
    row = {"activity_id": activity, "key": key, "status": values["status"], "note": values.get("note") or ""}
    connection.execute(_KEEP_SQLITE if is_sqlite() else _KEEP_POSTGRESQL, [row | {"changed_at": _today()}])


def _today() -> datetime:
    """The day, and not the moment: what an anonymous phone said must not tell when."""
    return now().replace(hour=0, minute=0, second=0, microsecond=0)


def _upsert(insert: Any) -> Insert:
    given: Any = insert(CommitmentStatus)
    new = given.excluded
    note = case((new.note != "", new.note), else_=CommitmentStatus.note)
    return given.on_conflict_do_update(
        index_elements=["activity_id", "key"],
        set_={"status": new.status, "note": note, "changed_at": new.changed_at},
    )


_activity: Any = Activity
_KEEP_SQLITE = _upsert(sqlite.insert)
_KEEP_POSTGRESQL = _upsert(postgresql.insert)
KEEPER = Keeper(read=_read, act=_act)
