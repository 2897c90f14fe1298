"""Take a seat. A phone holds a random token in a cookie that no script can read; we never store it.

What is stored is made from the token with SHA-256, and differently for each purpose: without the
phone nobody can tell that a seat, a named answer and an anonymous answer belong together.
"""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, func, select

from helu.live import hub
from helu.store.database import is_sqlite, writing_rows
from helu.store.tables import Activity, Participant

Seat = tuple[UUID, str]  # (gathering, device)


def participant_id(workshop_id: UUID, device: str) -> UUID:
    """The same phone is somebody else in the next gathering."""
    return UUID(bytes=sha256(b"seat" + workshop_id.bytes + device.encode()).digest()[:16])


def author_of(activity: Activity, device: str) -> UUID:
    """Who an answer is from: the participant when it is named, else somebody only for this activity."""
    if not activity.anonymous:
        return participant_id(activity.workshop_id, device)
    return UUID(bytes=sha256(b"author" + activity.id.bytes + device.encode()).digest()[:16])


def tag_of(author: UUID, slot: str) -> str:
    """What the wall may know of an author: enough to keep a card in its place."""
    return sha256(b"tag" + author.bytes + slot.encode()).hexdigest()[:16]


def take(seats: Sequence[Seat]) -> list[None | Exception]:
    """Seats for many phones at once; taking one's own seat again is harmless."""
    rows = [{"id": participant_id(*seat), "workshop_id": seat[0]} for seat in seats]
    with writing_rows() as connection:
        connection.execute(arrive(), rows)
    for workshop_id in {seat[0] for seat in seats}:
        hub.stirred(workshop_id)
    return [None] * len(seats)


def arrive() -> Insert:
    return _ARRIVE_SQLITE if is_sqlite() else _ARRIVE_POSTGRESQL


def joined(db: Session, workshop_id: UUID) -> int:
    return db.exec(select(func.count()).where(Participant.workshop_id == workshop_id)).one()


# Built once: six hundred phones send them in the same few seconds.
_ARRIVE_SQLITE = sqlite.insert(Participant).on_conflict_do_nothing()
_ARRIVE_POSTGRESQL = postgresql.insert(Participant).on_conflict_do_nothing()
