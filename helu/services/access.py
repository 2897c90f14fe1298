"""Who may reach what. Deeds take rows; rows are only handed out here, after the question was asked."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.domain.codes import read_code
from helu.errors import NoAccess, NotFound, UnknownCode, sentence
from helu.store.platform_tables import Pulse
from helu.store.tables import Activity, AgendaItem, Workshop


class IsPulse(NoAccess):
    sentence = sentence("Dette er en puls. Den styres fra «Lansering», og resultatet vises der når den er stengt.")


FACILITATORS = frozenset({"owner", "facilitator"})


@dataclass(frozen=True)
class Visitor:
    """A logged-in person, in one organisation."""

    user_id: UUID
    organisation_id: UUID
    role: str  # owner, facilitator or leader
    name: str
    email: str
    organisation: str
    language: str
    signed_on: bool = False  # came in through the organisation's provider, and reaches no other organisation

    @property
    def facilitates(self) -> bool:
        return self.role in FACILITATORS


def require_facilitator(visitor: Visitor) -> None:
    if not visitor.facilitates:
        raise NoAccess


def require_owner(visitor: Visitor) -> None:
    if visitor.role != "owner":
        raise NoAccess


def workshop_by_code(db: Session, code: str) -> Workshop:
    """For phones and the command line: whoever holds the code may come in."""
    found = db.exec(select(Workshop).where(Workshop.code == read_code(code))).one_or_none()
    if found is None or found.removed_at:
        raise UnknownCode(code=code[:40])
    return found


def workshop_for(db: Session, visitor: Visitor, code: str) -> Workshop:
    """For the desk and the wall: only facilitators of the gathering's own organisation, and never a pulse."""
    found = invited_to_for(db, visitor, code)
    require_no_pulse(db, found)
    return found


def invited_to_for(db: Session, visitor: Visitor, code: str) -> Workshop:
    """The same for whoever only passes the link on: a pulse too."""
    require_facilitator(visitor)
    found = workshop_by_code(db, code)
    if found.organisation_id != visitor.organisation_id:
        raise UnknownCode(code=code[:40])
    return found


def pulse_of(db: Session, workshop_id: UUID) -> Pulse | None:
    return db.get(Pulse, workshop_id)


def no_pulse() -> Any:
    """A condition: gatherings with a room, and not the surveys that only have a link."""
    return col(Workshop.id).not_in(select(Pulse.workshop_id))


def require_no_pulse(db: Session, workshop: Workshop) -> None:
    """Nobody steers a pulse, adds answers to it or reads it on a wall: that would show what single people said."""
    if pulse_of(db, workshop.id):
        raise IsPulse


def activity_in(db: Session, workshop: Workshop, activity_id: UUID) -> Activity:
    found = db.get(Activity, activity_id)
    if found is None or found.workshop_id != workshop.id:
        raise NotFound
    return found


def item_in(db: Session, workshop: Workshop, item_id: UUID) -> AgendaItem:
    found = db.get(AgendaItem, item_id)
    if found is None or found.workshop_id != workshop.id:
        raise NotFound
    return found
