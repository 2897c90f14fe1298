"""Leader groups and network groups, and who is in them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.domain.text import one_line
from helu.errors import Misfit, NotFound, sentence
from helu.services import access, platforms
from helu.services.access import Visitor
from helu.store.platform_tables import Platform
from helu.store.tables import Group, GroupMember, Membership, Workshop

KINDS = ("leader_group", "network_group")


@dataclass(frozen=True)
class Listed:
    group: Group
    members: frozenset[UUID]


def listed(db: Session, visitor: Visitor) -> list[Listed]:
    mine = select(Group).where(Group.organisation_id == visitor.organisation_id).order_by(col(Group.name))
    members = db.exec(select(GroupMember)).all()
    return [
        Listed(group, frozenset(each.user_id for each in members if each.group_id == group.id))
        for group in db.exec(mine).all()
    ]


def add(db: Session, visitor: Visitor, name: str, kind: str) -> Group:
    access.require_facilitator(visitor)
    if not one_line(name) or kind not in KINDS:
        raise Misfit(sentence("Skriv et navn på gruppa."))
    group = Group(organisation_id=visitor.organisation_id, name=one_line(name)[:120], kind=kind)
    db.add(group)
    db.commit()
    return group


def set_members(db: Session, visitor: Visitor, group_id: UUID, user_ids: Collection[UUID]) -> None:
    """Exactly these people; those who are not in the organisation are left out."""
    group = find(db, visitor, group_id)
    known = db.exec(select(Membership.user_id).where(Membership.organisation_id == visitor.organisation_id)).all()
    db.execute(delete(GroupMember).where(col(GroupMember.group_id) == group.id))
    db.add_all(GroupMember(group_id=group.id, user_id=user_id) for user_id in set(user_ids) & set(known))
    db.commit()


def remove(db: Session, visitor: Visitor, group_id: UUID) -> None:
    """The group with its platform and its pulses, not its gatherings."""
    group = find(db, visitor, group_id)
    platforms.drop_pulses(db, Platform.group_id == group.id)
    db.delete(group)
    db.commit()


def gatherings_of(db: Session, visitor: Visitor) -> list[tuple[Group, Workshop]]:
    """The gatherings of the groups this person is in."""
    rows = select(Group, Workshop).join(Workshop, col(Workshop.group_id) == Group.id).join(GroupMember)
    rows = rows.where(GroupMember.user_id == visitor.user_id, Group.organisation_id == visitor.organisation_id)
    rows = rows.where(col(Workshop.removed_at).is_(None), access.no_pulse())
    return list(db.exec(rows.order_by(col(Workshop.created_at).desc())).all())


def find(db: Session, visitor: Visitor, group_id: UUID) -> Group:
    """One of the organisation's own, for those who facilitate. Raises NotFound for any other."""
    access.require_facilitator(visitor)
    group = db.get(Group, group_id)
    if group is None or group.organisation_id != visitor.organisation_id:
        raise NotFound
    return group
