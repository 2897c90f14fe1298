"""An invitation to somebody who has an account already: a question, to be answered logged in."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from helu.errors import NotFound, UsedLink
from helu.services import accounts
from helu.services.access import Visitor, require_facilitator
from helu.services.accounts import require_may_invite
from helu.services.logins import hashed
from helu.store.rows import now
from helu.store.tables import Group, GroupMember, Membership, OneTimeLink, Organisation, User


@dataclass(frozen=True)
class Question:
    """What a link asks, and of whom. Without a role it asks for a password, and for nothing else."""

    user_id: UUID
    name: str
    email: str
    organisation_id: UUID
    organisation: str
    role: str
    has_come_in: bool  # False: the person must first choose a password with the link that came before this one


@dataclass(frozen=True)
class Waiting:
    user_id: UUID
    email: str
    role: str


def question(db: Session, token: str) -> Question:
    """Raises UsedLink."""
    user = accounts.link_is_for(db, token)
    link = db.get(OneTimeLink, hashed(token))
    if link is None:
        raise UsedLink  # in this very moment
    where = db.get_one(Organisation, link.organisation_id)
    come_in = accounts.has_come_in(user)
    return Question(user.id, user.name, user.email, where.id, where.name, link.role, come_in)


def accept(db: Session, visitor: Visitor, token: str) -> UUID:
    """In from now on; the organisation's id. A role that was given meanwhile stays. Raises UsedLink."""
    link = _mine(db, visitor, token)
    if db.get(Membership, (visitor.user_id, link.organisation_id)) is None:
        db.add(Membership(user_id=visitor.user_id, organisation_id=link.organisation_id, role=link.role))
        db.flush()
    group = db.get(Group, link.group_id) if link.group_id else None
    if group and group.organisation_id == link.organisation_id:
        db.merge(GroupMember(group_id=group.id, user_id=visitor.user_id))
    db.delete(link)
    # Whoever is in two organisations is let in by neither: links made while there was one are worthless now.
    accounts.drop_password_links(db, visitor.user_id)
    db.commit()
    return link.organisation_id


def decline(db: Session, visitor: Visitor, token: str) -> None:
    db.delete(_mine(db, visitor, token))
    db.commit()


def waiting(db: Session, visitor: Visitor) -> list[Waiting]:
    """Who has been asked and has not answered, by e-mail."""
    require_facilitator(visitor)
    rows = select(User.id, User.email, OneTimeLink.role).join(OneTimeLink)
    rows = rows.where(OneTimeLink.organisation_id == visitor.organisation_id, OneTimeLink.role != "")
    rows = rows.where(OneTimeLink.expires_at > now())
    return [Waiting(*each) for each in db.exec(rows.order_by(col(User.email))).all()]


def withdraw(db: Session, visitor: Visitor, user_id: UUID) -> None:
    """Ask no more. Raises NotFound when there is no such question."""
    rows = select(OneTimeLink).where(OneTimeLink.user_id == user_id, OneTimeLink.role != "")
    link = db.exec(rows.where(OneTimeLink.organisation_id == visitor.organisation_id)).one_or_none()
    if link is None:
        raise NotFound
    require_may_invite(visitor, link.role)
    db.delete(link)
    db.commit()


def _mine(db: Session, visitor: Visitor, token: str) -> OneTimeLink:
    asked = question(db, token)
    if asked.user_id != visitor.user_id or not asked.role:
        raise UsedLink
    link = db.get(OneTimeLink, hashed(token), with_for_update=True)  # answered once, also from two tabs
    if link is None:
        raise UsedLink
    return link
