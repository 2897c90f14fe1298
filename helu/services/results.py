"""What the room answered, as the wall, the desk and the files may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, col, func, select

from helu.activities import ACTIVITIES
from helu.activities.fields import Field
from helu.domain.follow_up import FLOOR
from helu.domain.given import Given
from helu.domain.phase import Phase
from helu.live import hub
from helu.services import access, seats
from helu.services.showing import fields_of, settings_of
from helu.services.telling import tell_changed
from helu.store.tables import Activity, Answer, HiddenPiece, Workshop


@dataclass(frozen=True)
class Numbers:
    """Three numbers that are easily mixed up."""

    joined: int  # phones that have taken a seat, ever
    connected: int  # phones that listen right now
    answered: int  # phones that have answered the current activity, and answers typed on the desk


@dataclass(frozen=True)
class Piece:
    """Something one person wrote that can be taken off the wall by itself."""

    key: str
    text: str
    label: str
    hidden: bool


def numbers(db: Session, workshop_id: UUID, activity_id: UUID | None) -> Numbers:
    answered = _people(db, activity_id) if activity_id else 0
    return Numbers(seats.joined(db, workshop_id), hub.connected(workshop_id), answered)


def count(db: Session, activity_id: UUID) -> int:
    return db.exec(select(func.count()).where(Answer.activity_id == activity_id)).one()


def _people(db: Session, activity_id: UUID) -> int:
    """Whoever answers several times, such as for each card on a board, is one."""
    return db.exec(select(func.count(col(Answer.author).distinct())).where(Answer.activity_id == activity_id)).one()


def withheld(db: Session, activity: Activity) -> bool:
    """A pulse is read by nobody while it can be answered, and never when fewer than its floor have answered."""
    pulse = access.pulse_of(db, activity.workshop_id)
    if pulse is None:
        return False
    phase = db.exec(select(Workshop.phase).where(Workshop.id == activity.workshop_id)).one()
    return phase != Phase.ENDED or count(db, activity.id) < max(pulse.floor, FLOOR)


def answers_to(db: Session, activity: Activity, hidden_too: bool = False) -> list[Given]:
    """Every stored answer without its hidden pieces, in an order that says nothing about when.

    None while they are withheld: everything that shows, counts up or takes out what was said comes by here.
    """
    if withheld(db, activity):
        return []
    away = set() if hidden_too else hidden_in(db, activity)
    given = [_given(*row) for row in _rows(db, activity)]
    if not away:
        return given
    fields = fields_of(activity, db)
    return [kept for each in given if (kept := _without(fields, each, away))]


def sealed(db: Session, activity: Activity, answers: Sequence[Given]) -> bool:
    """The kind of activity keeps single answers from everybody for now; `answers` are all that were given."""
    return ACTIVITIES[activity.kind].withholds(settings_of(activity, db), answers)


def hidden_in(db: Session, activity: Activity) -> set[str]:
    return set(db.exec(select(HiddenPiece.key).where(HiddenPiece.activity_id == activity.id)))


def pieces_in(db: Session, activity: Activity) -> list[Piece]:
    """All that was written, one piece at a time; answers without words are one piece each. None while sealed."""
    given = answers_to(db, activity, hidden_too=True)
    if sealed(db, activity, given):
        return []
    away, fields = hidden_in(db, activity), fields_of(activity, db)
    return [
        Piece(key, text, each.label, key in away)
        for each in given
        for _field, _place, key, text in _pieces(fields, each)
    ]


def hide_piece(db: Session, workshop: Workshop, activity: Activity, key: str) -> None:
    """Off the wall, still stored; can be shown again."""
    if db.get(HiddenPiece, (activity.id, key)) is None:
        db.add(HiddenPiece(activity_id=activity.id, key=key))
    tell_changed(db, workshop)


def show_piece(db: Session, workshop: Workshop, activity: Activity, key: str) -> None:
    if found := db.get(HiddenPiece, (activity.id, key)):
        db.delete(found)
    tell_changed(db, workshop)


def release_group(db: Session, workshop: Workshop, activity: Activity, slot: str) -> None:
    """Let another phone be the secretary. What the first one sent stays, as if typed on the desk."""
    holders = select(Answer).where(Answer.activity_id == activity.id, Answer.slot == slot)
    for answer in db.exec(holders.where(col(Answer.by_hand).is_(False))).all():
        kept = answer.model_dump() | {"author": uuid4(), "by_hand": True}
        db.delete(answer)
        db.add(Answer(**kept))
    tell_changed(db, workshop)


def _rows(db: Session, activity: Activity) -> Sequence[tuple[UUID, str, Mapping[str, Any], str]]:
    stored = select(Answer.author, Answer.slot, Answer.content, Answer.label)
    return db.exec(stored.where(Answer.activity_id == activity.id).order_by(col(Answer.author), col(Answer.slot))).all()


def _given(author: UUID, slot: str, content: Mapping[str, Any], label: str) -> Given:
    return Given(content, seats.tag_of(author, slot), label)


def _pieces(fields: Sequence[Field], given: Given) -> list[tuple[str, str, str, str]]:
    """(field, place, key, text) of everything written in one answer."""
    found = [
        (field.name, place, given.key(f"{field.name}:{text}"), text)
        for field in fields
        if field.name in given.values
        for place, text in field.pieces(given.values[field.name])
    ]
    return found or [("", "", given.key(""), ", ".join(map(str, given.values.values())))]


def _without(fields: Sequence[Field], given: Given, away: set[str]) -> Given | None:
    """The answer with its hidden pieces taken out; None when nothing is left of it."""
    pieces = _pieces(fields, given)
    gone = [piece for piece in pieces if piece[2] in away]
    if not gone:
        return given
    if any(not name for name, _place, _key, _text in gone):
        return None  # it has no words: all of it was hidden
    values = dict(given.values)
    for field in fields:
        places = {place for name, place, _key, _text in gone if name == field.name}
        if places:
            values[field.name] = field.without(values[field.name], places)
    if all(value in ("", [], {}, None) for value in values.values()):
        return None
    return Given(values, given.tag, given.label)
