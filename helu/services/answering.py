"""Answer an activity from a phone. Many answers share one commit; each is acknowledged after it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Insert, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from helu.activities import ACTIVITIES
from helu.activities.fields import Field, Wrong
from helu.domain.phase import Phase
from helu.errors import HeluError, InvalidAnswer, NotOpen, sentence
from helu.live import hub
from helu.services import access, seats, states
from helu.services.showing import GROUP, NAME, Showing, fields_of, groups_of
from helu.services.telling import tell_changed
from helu.store.database import is_sqlite, reading, writing_rows
from helu.store.rows import now
from helu.store.tables import Activity, Answer, Workshop


class Stale(Exception):
    """The gathering moved between reading and writing; look again and retry."""


@dataclass(frozen=True)
class Sending:
    """One checked answer on its way to the store."""

    workshop_id: UUID
    version: int
    participant: UUID
    activity_id: UUID
    author: UUID
    slot: str
    attempt: int
    content: Mapping[str, Any]
    label: str = ""
    group: bool = False
    named: bool = False
    act: states.Act | None = None  # what the answer changes besides being kept
    seated: bool = False  # the seat is known to be stored already


Asking = tuple[Activity, str]  # what a phone may have answered: (activity, device)


def check(fields: Sequence[Field], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values in the shape to store, or InvalidAnswer naming every field that is wrong."""
    values, wrong = {}, {}
    for field in fields:
        try:
            values[field.name] = field.check(given.get(field.name))
        except Wrong as problem:
            wrong[field.name] = problem
    if not wrong and not any(field.name in given for field in fields):
        wrong[fields[0].name] = Wrong(sentence("Fyll ut dette før du sender."))
    if wrong:
        raise InvalidAnswer(wrong)
    return values


def prepare(
    showing: Showing,
    device: str,
    activity_id: UUID,
    slot: int,
    attempt: int,
    given: Mapping[str, Any],
    seated: bool = False,
) -> Sending:
    """Check one answer against what is open. Raises NotOpen or InvalidAnswer."""
    activity = showing.activity
    if activity is None or not showing.is_open or activity.id != activity_id or not showing.fields:
        raise NotOpen
    values = check(showing.fields, given)
    name, group = values.pop(NAME, ""), values.pop(GROUP, "")
    return Sending(
        workshop_id=showing.workshop_id,
        version=showing.version,
        participant=seats.participant_id(showing.workshop_id, device),
        activity_id=activity.id,
        author=seats.author_of(activity, device),
        slot=group or _slot(activity, slot, values),
        attempt=attempt + (_hidden_clock(activity, device) if activity.anonymous else 0),
        content=values,
        label=_label(activity, name, group),
        group=bool(group),
        named=not activity.anonymous,
        act=keeper.act if (keeper := states.keeper(activity)) else None,
        seated=seated,
    )


def store(sendings: Sequence[Sending]) -> list[None | Exception]:
    """Keep many answers in one commit. Answering again replaces; the same attempt twice is harmless."""
    with writing_rows() as connection:
        open_now = _open_now(connection, {each.workshop_id for each in sendings})
        results = [_verdict(connection, each, open_now) for each in sendings]
        kept = [each for each, result in zip(sendings, results, strict=True) if result is None]
        if kept:
            _keep(connection, kept)
    for workshop_id in {each.workshop_id for each in kept}:
        hub.stirred(workshop_id)
    return results


def own_answers(asking: Sequence[Asking]) -> list[dict[str, dict[str, Any]] | Exception]:
    """What each phone has answered already, slot -> values: one look for many phones at once."""
    authors = [seats.author_of(activity, device) for activity, device in asking]
    found: dict[tuple[UUID, UUID], dict[str, dict[str, Any]]] = defaultdict(dict)
    activities = {activity.id: activity for activity, _device in asking}
    with reading() as db:
        rows = db.connection().execute(_OWN, {"activities": list(activities), "authors": authors})
        for row in rows:
            values = _as_given(activities[row.activity_id], row.slot, row.content, row.label)
            found[row.activity_id, row.author][row.slot] = values
    return [found.get((activity.id, author), {}) for (activity, _device), author in zip(asking, authors)]


def answer_by_hand(db: Session, workshop: Workshop, activity: Activity, given: Mapping[str, Any]) -> None:
    """For somebody without a phone. Allowed also after closing: the facilitator is in the room."""
    access.require_no_pulse(db, workshop)
    fields = fields_of(activity, db)
    values = check(fields, given) if fields else {}
    name, group = values.pop(NAME, ""), values.pop(GROUP, "")
    db.add(
        Answer(
            activity_id=activity.id,
            author=uuid4(),
            slot=group or _slot(activity, 0, values),
            attempt=0,
            content=values,
            label=_label(activity, name, group),
            by_hand=True,
            given_at=None if activity.anonymous else now(),
        )
    )
    if (keeper := states.keeper(activity)) and keeper.act:
        db.get(Workshop, workshop.id, with_for_update=True)  # as phones do: no two acts at once
        keeper.act(db.connection(), activity.id, values)
    tell_changed(db, workshop)


def _as_given(activity: Activity, slot: str, content: dict[str, Any], label: str) -> dict[str, Any]:
    extra = {GROUP: slot} if activity.groups else {}
    if not activity.anonymous:
        extra[NAME] = label.split(" · ")[-1]
    return extra | content


def _slot(activity: Activity, slot: int, values: Mapping[str, Any]) -> str:
    """One answer for each of the phone's own, or for each thing the answer is about."""
    about = ACTIVITIES[activity.kind].slot_field
    return str(values[about])[:40] if about else str(slot % activity.answers_each)


def _hidden_clock(activity: Activity, device: str) -> int:
    """Added to the phone's time: its attempts keep their order, and without the phone they tell no time."""
    digest = sha256(b"clock" + activity.id.bytes + device.encode()).digest()
    return int.from_bytes(digest[:8], "big") % 2**61


def _label(activity: Activity, name: str, group: str) -> str:
    groups = {option.value: option.label for option in groups_of(activity)} if group else {}
    return " · ".join(part for part in (groups.get(group, ""), name) if part)[:80]


def _open_now(connection: Connection, workshop_ids: set[UUID]) -> dict[UUID, tuple[UUID | None, str, int]]:
    """Held in the order of their ids, so that two servers never wait for each other."""
    found = {}
    for workshop_id in sorted(workshop_ids):
        row = connection.execute(_OPEN_NOW, {"w": workshop_id}).first()
        if row:
            found[workshop_id] = (row.current_activity_id, row.phase, row.version)
    return found


def _verdict(connection: Connection, sending: Sending, open_now: Mapping[UUID, Any]) -> Exception | None:
    activity_id, phase, version = open_now.get(sending.workshop_id, (None, "", 0))
    if version != sending.version:
        return Stale()
    if activity_id != sending.activity_id or phase != Phase.OPEN:
        return NotOpen()
    return _taken(connection, sending) if sending.group else None


def _taken(connection: Connection, sending: Sending) -> HeluError | None:
    """A group has one secretary at a time: the phone that answered first."""
    other = connection.execute(_OTHER_SECRETARY, {"a": sending.activity_id, "s": sending.slot, "me": sending.author})
    if other.first() is None:
        return None
    taken = sentence(
        "Denne gruppa har alt svart fra en annen telefon. Velg riktig gruppe, eller be fasilitatoren slippe den fri."
    )
    return InvalidAnswer({GROUP: Wrong(taken)})


def _keep(connection: Connection, sendings: Sequence[Sending]) -> None:
    people = [{"id": each.participant, "workshop_id": each.workshop_id} for each in sendings if not each.seated]
    if people:
        connection.execute(seats.arrive(), people)
    moved = [{"a": s.activity_id, "me": s.author, "s": s.slot} for s in sendings if s.group]
    if moved:
        connection.execute(_LEAVE_OTHER_GROUPS, moved)
    newest = _newest(sendings)
    for each in sendings:
        if each.act and newest[_key(each)] is each and not _is_old(connection, each):
            each.act(connection, each.activity_id, each.content)
    connection.execute(_KEEP_SQLITE if is_sqlite() else _KEEP_POSTGRESQL, [_row(each) for each in sendings])
    connection.execute(_CHANGED, [{"w": each} for each in sorted({each.workshop_id for each in sendings})])


def _key(sending: Sending) -> tuple[UUID, UUID, str]:
    return sending.activity_id, sending.author, sending.slot


def _newest(sendings: Sequence[Sending]) -> dict[tuple[UUID, UUID, str], Sending]:
    """The one of each answer that will stand, however a phone's attempts came; of the same attempt, the first."""
    found: dict[tuple[UUID, UUID, str], Sending] = {}
    for each in sendings:
        if each.attempt > found.setdefault(_key(each), each).attempt:
            found[_key(each)] = each
    return found


def _is_old(connection: Connection, sending: Sending) -> bool:
    """The same attempt once more, or a straggler: what it changes has been changed already."""
    known = {"a": sending.activity_id, "me": sending.author, "s": sending.slot}
    row = connection.execute(_ATTEMPT, known).first()
    return row is not None and row.attempt >= sending.attempt


def _row(sending: Sending) -> dict[str, Any]:
    return {
        "activity_id": sending.activity_id,
        "author": sending.author,
        "slot": sending.slot,
        "attempt": sending.attempt,
        "content": sending.content,
        "label": sending.label,
        "by_hand": False,
        "given_at": now() if sending.named else None,
    }


def _upsert(insert: Any) -> Insert:
    given: Any = insert(Answer)
    return given.on_conflict_do_update(
        index_elements=["activity_id", "author", "slot"],
        set_={name: given.excluded[name] for name in ("attempt", "content", "label", "given_at")},
        where=col(Answer.attempt) <= given.excluded.attempt,
    )


# Built once: six hundred phones send them in the same few seconds.
_KEEP_SQLITE = _upsert(sqlite.insert)
_KEEP_POSTGRESQL = _upsert(postgresql.insert)
_answer: Any = Answer
_workshop: Any = Workshop
_OWN = select(_answer.activity_id, _answer.author, _answer.slot, _answer.content, _answer.label).where(
    col(Answer.activity_id).in_(bindparam("activities", expanding=True)),
    col(Answer.author).in_(bindparam("authors", expanding=True)),
)
_OPEN_NOW = (
    select(_workshop.current_activity_id, _workshop.phase, _workshop.version)
    .where(col(Workshop.id) == bindparam("w"))
    .with_for_update()  # no move slips in between; SQLite holds the whole file anyway
)
_CHANGED = update(Workshop).where(col(Workshop.id) == bindparam("w")).values(changes=Workshop.changes + 1)
_ATTEMPT = select(_answer.attempt).where(
    col(Answer.activity_id) == bindparam("a"), col(Answer.author) == bindparam("me"), col(Answer.slot) == bindparam("s")
)
_OTHER_SECRETARY = select(_answer.author).where(
    col(Answer.activity_id) == bindparam("a"),
    col(Answer.slot) == bindparam("s"),
    col(Answer.author) != bindparam("me"),
    col(Answer.by_hand).is_(False),
)
_LEAVE_OTHER_GROUPS = delete(Answer).where(
    col(Answer.activity_id) == bindparam("a"), col(Answer.author) == bindparam("me"), col(Answer.slot) != bindparam("s")
)
