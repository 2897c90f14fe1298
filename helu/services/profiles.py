"""A leader's own profile: the only way in to what is in it.

Facilitators, owners and employers may know that a profile exists, never what it holds. The leader
alone shows it to a group, takes that back, takes it out as a file and erases it.

A profile that is locked (see profile_lock.py) gives nothing to anybody: everything here raises Locked.
"""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.errors import Misfit, NotFound, sentence
from helu.services import access, erasing, profile_lock, telling
from helu.services.access import Visitor
from helu.services.profile_lock import Locked
from helu.store.database import made_once
from helu.store.profile_tables import ActionPlan, Assessment, Profile, Shared, Situation
from helu.store.rating_tables import Feedback
from helu.store.tables import Group, GroupMember

RADAR, PLAN = "radar", "plan"
Row = TypeVar("Row", ActionPlan, Assessment, Feedback, Situation)  # what has a `profile_id`


def mine(db: Session, visitor: Visitor, locked: bool = False) -> Profile:
    """The visitor's own, made the first time; `locked`: nobody changes or erases it meanwhile. Commits nothing."""
    return known(db, visitor, locked) or _made(db, visitor, locked)


def _made(db: Session, visitor: Visitor, locked: bool = False) -> Profile:
    fresh = Profile(user_id=visitor.user_id, organisation_id=visitor.organisation_id)
    return made_once(db, fresh, lambda: known(db, visitor, locked))


def known(db: Session, visitor: Visitor, locked: bool = False) -> Profile | None:
    """The same without making one. Raises Locked."""
    found = profile_lock.profile_of(db, visitor, locked)
    if found and found.locked_with:
        raise Locked
    return found


def own(db: Session, visitor: Visitor, table: type[Row], id_: UUID, locked: bool = False) -> Row:
    """A row of the visitor's own, locked for change if asked. Raises NotFound for anybody else's."""
    profile = known(db, visitor)
    rows: Any = select(table).where(table.id == id_).execution_options(populate_existing=True)  # type: ignore[attr-defined]
    found: Any = db.exec(rows.with_for_update() if locked else rows).one_or_none()
    if profile is None or found is None or found.profile_id != profile.id:
        raise NotFound
    return found  # type: ignore[no-any-return]


def exist_for(db: Session, visitor: Visitor) -> set[UUID]:
    """Whose profiles exist in the organisation, as user ids: all that anybody else may know."""
    access.require_facilitator(visitor)
    return set(db.exec(select(Profile.user_id).where(Profile.organisation_id == visitor.organisation_id)).all())


def my_groups(db: Session, visitor: Visitor) -> list[Group]:
    """The groups the visitor is in, which are the ones a profile can be shown to."""
    rows = select(Group).join(GroupMember).where(GroupMember.user_id == visitor.user_id)
    return list(db.exec(rows.where(Group.organisation_id == visitor.organisation_id).order_by(col(Group.name))).all())


def shared(db: Session, visitor: Visitor) -> set[tuple[UUID, str]]:
    """(group, what) of all the visitor shows to others."""
    found = known(db, visitor)
    if found is None:
        return set()
    rows = db.exec(select(Shared).where(Shared.profile_id == found.id)).all()
    return {(each.group_id, each.what) for each in rows}


def share(db: Session, visitor: Visitor, group_id: UUID, what: str) -> None:
    """Show the radar or the plan to a group the visitor is in. Raises NotFound for any other group."""
    if what not in {RADAR, PLAN}:
        raise Misfit(sentence("Velg om du vil dele radaren eller planen."))
    if group_id not in {group.id for group in my_groups(db, visitor)}:
        raise NotFound
    db.merge(Shared(profile_id=mine(db, visitor, locked=True).id, group_id=group_id, what=what))
    telling.tell_group(db, group_id)


def unshare(db: Session, visitor: Visitor, group_id: UUID, what: str) -> None:
    found = known(db, visitor)
    if found is not None:
        row = db.get(Shared, (found.id, group_id, what))
        if row:
            db.delete(row)
    telling.tell_group(db, group_id)


def shown_to(db: Session, visitor: Visitor, what: str) -> list[Profile]:
    """What the others in the visitor's groups show right now: both must still be in the group.

    Nothing of a locked profile is shown, and nothing is shown to whoever cannot open their own: it may be
    somebody else who is logged in.
    """
    known(db, visitor)
    groups = {group.id for group in my_groups(db, visitor)}
    rows = (
        select(Profile)
        .join(Shared)
        .join(
            GroupMember,
            (col(GroupMember.user_id) == col(Profile.user_id)) & (col(GroupMember.group_id) == col(Shared.group_id)),
        )
        .where(col(Shared.group_id).in_(groups), Shared.what == what, Profile.user_id != visitor.user_id)
        .where(Profile.organisation_id == visitor.organisation_id, Profile.locked_with == "")
    )
    return list({each.id: each for each in db.exec(rows).all()}.values())


def make_code(db: Session, visitor: Visitor) -> str:
    """A code that unlocks the profile, shown this once; an earlier one is worth nothing from now on."""
    return profile_lock.make_code(db, mine(db, visitor))


def has_code(db: Session, visitor: Visitor) -> bool:
    found = known(db, visitor)
    return bool(found and found.code_hash)


def erase(db: Session, visitor: Visitor) -> list[str]:
    """All of it, down to the bytes, locked or not. Returns sentences on what is gone and what backups still hold."""
    found, groups = profile_lock.profile_of(db, visitor), my_groups(db, visitor)
    if found is not None:
        db.execute(delete(Profile).where(col(Profile.id) == found.id))
    db.commit()
    for group in groups:
        telling.tell_group(db, group.id)
    return erasing.sweep()
