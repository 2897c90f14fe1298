"""Who may reach what. Deeds take rows; rows are only handed out here, after the question was asked."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, select

from helu.domain.codes import read_code
from helu.errors import NoAccess, NotFound, UnknownCode
from helu.store.tables import Activity, AgendaItem, Workshop

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
    """For the desk: only facilitators of the gathering's own organisation."""
    require_facilitator(visitor)
    found = workshop_by_code(db, code)
    if found.organisation_id != visitor.organisation_id:
        raise UnknownCode(code=code[:40])
    return found


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
