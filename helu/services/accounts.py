"""People and what they may do: invitations, resets, roles, and one's own account."""

from dataclasses import dataclass
from datetime import timedelta
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.domain.emails import name_in, read_email
from helu.domain.passwords import is_good
from helu.domain.text import one_line
from helu.errors import HeluError, Misfit, NoAccess, NotFound, UsedLink, WeakPassword, WrongPassword, sentence
from helu.i18n import known
from helu.services import logins, passwords, profile_lock
from helu.services.access import Visitor, require_facilitator, require_owner
from helu.store.rows import now
from helu.store.tables import Group, GroupMember, Membership, OneTimeLink, Organisation, User

LINK_LASTS = timedelta(days=7)
DIFFERENT = sentence("De to passordene er ikke like. Skriv dem på nytt.")
_ELSEWHERE_TOO = sentence(
    "Personen er også med i en annen organisasjon, så en ny lenke herfra ville også gitt tilgang til den andre. "
    "Personen kan selv bytte passord under «Min konto», eller be den som drifter Helu, om en ny lenke."
)
ROLES = ("owner", "facilitator", "leader")


class LastOwner(HeluError):
    sentence = sentence("Organisasjonen må ha minst én eier. Gi noen andre eierrollen først.")


@dataclass(frozen=True)
class Person:
    user_id: UUID
    name: str
    email: str
    role: str
    active: bool  # has chosen a password


def add_organisation(db: Session, name: str) -> Organisation:
    organisation = Organisation(name=_name(name))
    db.add(organisation)
    db.commit()
    return organisation


def organisation_named(db: Session, name: str | None) -> Organisation:
    """The one with this name, or the only one there is. Raises NotFound."""
    all_ = select(Organisation).order_by(col(Organisation.created_at))
    found = db.exec(all_.where(Organisation.name == name) if name else all_).all()
    if len(found) != 1:
        raise NotFound
    return found[0]


def invite(
    db: Session,
    organisation_id: UUID,
    email: str,
    name: str,
    role: str,
    group_id: UUID | None = None,
    language: str = "",
) -> str:
    """The token of a one-time link for somebody who is to have the role, and to be in the group. Raises Misfit.

    Somebody new is a member at once, and the link is where they choose a password. Whoever has an account
    elsewhere says yes first, logged in: until then nothing changes for them, and their password is never touched.
    A member gets the role; the link leads in.
    """
    email = _email(email)
    if role not in ROLES:
        raise Misfit(sentence("Rollen må være en av: {roles}."), roles=", ".join(ROLES))
    user = db.exec(select(User).where(User.email == email)).one_or_none()
    if user is None:
        user = User(email=email, name=_name(name or name_in(email)), language=known(language))
        db.add(user)
        db.flush()
    membership = db.get(Membership, (user.id, organisation_id))
    if membership is None and (has_come_in(user) or memberships_of(db, user.id)):
        return _link(db, user.id, organisation_id, role, group_id)
    membership = membership or Membership(user_id=user.id, organisation_id=organisation_id, role=role)
    membership.role = role
    db.add(membership)
    db.flush()
    if group_id:
        db.merge(GroupMember(group_id=group_id, user_id=user.id))
    sets_password = not has_come_in(user) and is_only_in(db, user.id, organisation_id)
    return _link(db, user.id, organisation_id, "" if sets_password else role)


def invite_to(db: Session, visitor: Visitor, email: str, name: str, role: str) -> str:
    """Owners invite anybody, facilitators leaders. Raises Misfit for a member: their role is nobody's by-product."""
    require_may_invite(visitor, role)
    there = db.exec(select(User).where(User.email == _email(email))).one_or_none()
    if there and db.get(Membership, (there.id, visitor.organisation_id)):
        raise Misfit(sentence("{email} er allerede med. Er lenken borte, lager du en ny i lista."), email=there.email)
    asked = select(OneTimeLink.role).where(OneTimeLink.organisation_id == visitor.organisation_id)
    if there and (found := db.exec(asked.where(OneTimeLink.user_id == there.id)).first()):
        require_may_invite(visitor, found)
    return invite(db, visitor.organisation_id, email, name, role, language=visitor.language)


def require_may_invite(visitor: Visitor, role: str) -> None:
    require_facilitator(visitor)
    if visitor.role != "owner" and role != "leader":
        raise NoAccess


def has_come_in(user: User) -> bool:
    """Whether the account is somebody's by now, and no longer just an invitation."""
    return bool(user.password_hash)


def is_only_in(db: Session, user_id: UUID, organisation_id: UUID) -> bool:
    """Whoever is in several organisations is nobody's to let in: one owner would get into another's house."""
    return {each.organisation_id for each in memberships_of(db, user_id)} == {organisation_id}


def reset(db: Session, visitor: Visitor, user_id: UUID) -> str:
    """The token of a new one-time link; logins and earlier links stop working. Raises Misfit or NoAccess.

    Facilitators may renew the invitation of a leader who has not come in yet, and nothing more.
    """
    require_facilitator(visitor)
    user, membership = db.get(User, user_id), _person(db, visitor.organisation_id, user_id)
    if visitor.role != "owner" and (user is None or has_come_in(user) or membership.role != "leader"):
        raise NoAccess
    if not is_only_in(db, user_id, visitor.organisation_id):
        raise Misfit(_ELSEWHERE_TOO)
    return reset_for(db, visitor.organisation_id, user_id)


def reset_for(db: Session, organisation_id: UUID, user_id: UUID) -> str:
    drop_password_links(db, user_id)
    logins.log_out_everywhere(db, user_id)
    return _link(db, user_id, organisation_id)


def drop_password_links(db: Session, user_id: UUID) -> None:
    db.execute(delete(OneTimeLink).where(col(OneTimeLink.user_id) == user_id, col(OneTimeLink.role) == ""))


def change_role(db: Session, visitor: Visitor, user_id: UUID, role: str) -> None:
    require_owner(visitor)
    membership = _person(db, visitor.organisation_id, user_id)
    if membership.role == "owner" and role != "owner":
        _require_another_owner(db, visitor.organisation_id, user_id)
    if not has_come_in(db.get_one(User, user_id)) and role != membership.role:
        drop_password_links(db, user_id)  # whoever made the link could use it, and would get the new role
    membership.role = role if role in ROLES else membership.role
    db.add(membership)
    db.commit()


def remove(db: Session, visitor: Visitor, user_id: UUID) -> None:
    require_owner(visitor)
    remove_from(db, visitor.organisation_id, user_id)


def remove_from(db: Session, organisation_id: UUID, user_id: UUID) -> None:
    """Out of the organisation and its groups at once; the account goes too when it was the last one."""
    membership = _person(db, organisation_id, user_id)
    if membership.role == "owner":
        _require_another_owner(db, organisation_id, user_id)
    db.delete(membership)
    logins.log_out_everywhere(db, user_id)
    here = (col(OneTimeLink.user_id) == user_id) & (col(OneTimeLink.organisation_id) == organisation_id)
    db.execute(delete(OneTimeLink).where(here))
    groups = select(Group.id).where(Group.organisation_id == organisation_id)  # else what was shown to them still is
    db.execute(delete(GroupMember).where(col(GroupMember.user_id) == user_id, col(GroupMember.group_id).in_(groups)))
    if db.exec(select(Membership).where(Membership.user_id == user_id)).first() is None:
        db.execute(delete(User).where(col(User.id) == user_id))
    db.commit()


def people_in(db: Session, organisation_id: UUID) -> list[Person]:
    rows = select(User, Membership).join(Membership).where(Membership.organisation_id == organisation_id)
    return [
        Person(user.id, user.name, user.email, member.role, has_come_in(user))
        for user, member in db.exec(rows.order_by(col(User.name))).all()
    ]


def link_is_for(db: Session, token: str) -> User:
    """Who a one-time link is for. Raises UsedLink."""
    link = db.get(OneTimeLink, logins.hashed(token))
    user = db.get(User, link.user_id) if link and link.expires_at > now() else None
    if user is None:
        raise UsedLink
    return user


def password_for(email: str, name: str, password: str) -> str:
    """The hash to keep, or WeakPassword. Slow: not while holding the database."""
    if not is_good(password, email, name):
        raise WeakPassword(
            sentence("Velg et passord med 12–128 tegn som ikke er blant de vanligste og ikke bygger på navnet ditt.")
        )
    return passwords.keep(password)


def use_link(db: Session, token: str, password_hash: str) -> str:
    """Choose a password once, and come in: the token of a login. Raises UsedLink for a link that sets none, or NoPassword.

    Somebody else has had this link in hand, so what a leader kept to themselves is locked with the old password.
    """
    user = link_is_for(db, token)
    link = db.get_one(OneTimeLink, logins.hashed(token))
    if link.role:
        raise UsedLink
    logins.require_password_fits(db, user, link.organisation_id)
    drop_password_links(db, user.id)
    profile_lock.lock(db, user)
    user.password_hash = password_hash
    db.add(user)
    logins.log_out_everywhere(db, user.id)
    return logins.start(db, user.id, link.organisation_id)


def change_password(db: Session, visitor: Visitor, old_matches: bool, password_hash: str) -> None:
    """Ends every login, this one too. `old_matches` was found out before the database was held."""
    if not old_matches or visitor.signed_on:
        raise WrongPassword
    user = db.get_one(User, visitor.user_id)
    user.password_hash = password_hash
    db.add(user)
    logins.log_out_everywhere(db, user.id)
    db.commit()


def kept_password(db: Session, visitor: Visitor) -> str:
    return db.get_one(User, visitor.user_id).password_hash


def change_self(db: Session, visitor: Visitor, name: str, language: str) -> None:
    user = db.get_one(User, visitor.user_id)
    user.name, user.language = _name(name), known(language)
    db.add(user)
    db.commit()


def memberships_of(db: Session, user_id: UUID) -> list[Membership]:
    return list(db.exec(select(Membership).where(Membership.user_id == user_id)).all())


def user_by_email(db: Session, email: str) -> User:
    found = db.exec(select(User).where(User.email == email.strip().lower())).one_or_none()
    if found is None:
        raise NotFound(sentence("Fant ingen bruker med e-posten {email}."), email=email)
    return found


def _link(db: Session, user_id: UUID, organisation_id: UUID, role: str = "", group_id: UUID | None = None) -> str:
    """A newer link makes the earlier ones to the same worthless."""
    same = (col(OneTimeLink.user_id) == user_id) & (col(OneTimeLink.organisation_id) == organisation_id)
    db.execute(delete(OneTimeLink).where(same))
    token = token_urlsafe(24)
    db.add(
        OneTimeLink(
            token_hash=logins.hashed(token),
            user_id=user_id,
            organisation_id=organisation_id,
            expires_at=now() + LINK_LASTS,
            role=role,
            group_id=group_id,
        )
    )
    db.commit()
    return token


def _person(db: Session, organisation_id: UUID, user_id: UUID) -> Membership:
    membership = db.get(Membership, (user_id, organisation_id))
    if membership is None:
        raise NotFound
    return membership


def _require_another_owner(db: Session, organisation_id: UUID, user_id: UUID) -> None:
    others = select(Membership).where(Membership.organisation_id == organisation_id, Membership.role == "owner")
    if db.exec(others.where(Membership.user_id != user_id)).first() is None:
        raise LastOwner


def _email(typed: str) -> str:
    email = read_email(typed)
    if not email:
        raise Misfit(sentence("«{email}» er ikke en e-postadresse. Skriv den som navn@kommune.no."), email=typed[:80])
    return email


def _name(typed: str) -> str:
    name = one_line(typed)[:120]
    if not name:
        raise Misfit(sentence("Skriv et navn."))
    return name
