"""People and what they may do: invitations, resets, roles, and one's own account."""

from dataclasses import dataclass
from datetime import timedelta
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.domain.passwords import is_good
from helu.domain.text import one_line
from helu.errors import HeluError, Misfit, NotFound, UsedLink, WeakPassword, WrongPassword, sentence
from helu.i18n import known
from helu.services import logins, passwords
from helu.services.access import Visitor, require_owner
from helu.store.rows import now
from helu.store.tables import Membership, OneTimeLink, Organisation, User

LINK_LASTS = timedelta(days=7)
DIFFERENT = sentence("De to passordene er ikke like. Skriv dem på nytt.")
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


def invite(db: Session, organisation_id: UUID, email: str, name: str, role: str) -> str:
    """Add somebody, and the token of a one-time link where they choose a password. Raises Misfit.

    A person who already has an account keeps their password and gets the new role as well.
    """
    email = _email(email)
    if role not in ROLES:
        raise Misfit(sentence("Rollen må være en av: {roles}."), roles=", ".join(ROLES))
    user = db.exec(select(User).where(User.email == email)).one_or_none()
    if user is None:
        user = User(email=email, name=_name(name or email.split("@")[0]))
        db.add(user)
        db.flush()
    membership = db.get(Membership, (user.id, organisation_id)) or Membership(
        user_id=user.id, organisation_id=organisation_id, role=role
    )
    membership.role = role
    db.add(membership)
    return _link(db, user.id, organisation_id)


def invite_to(db: Session, visitor: Visitor, email: str, name: str, role: str) -> str:
    require_owner(visitor)
    return invite(db, visitor.organisation_id, email, name, role)


def reset(db: Session, visitor: Visitor, user_id: UUID) -> str:
    """The token of a new one-time link; logins and earlier links stop working."""
    require_owner(visitor)
    _person(db, visitor.organisation_id, user_id)
    return reset_for(db, visitor.organisation_id, user_id)


def reset_for(db: Session, organisation_id: UUID, user_id: UUID) -> str:
    db.execute(delete(OneTimeLink).where(col(OneTimeLink.user_id) == user_id))
    logins.log_out_everywhere(db, user_id)
    return _link(db, user_id, organisation_id)


def change_role(db: Session, visitor: Visitor, user_id: UUID, role: str) -> None:
    require_owner(visitor)
    membership = _person(db, visitor.organisation_id, user_id)
    if membership.role == "owner" and role != "owner":
        _require_another_owner(db, visitor.organisation_id, user_id)
    membership.role = role if role in ROLES else membership.role
    db.add(membership)
    db.commit()


def remove(db: Session, visitor: Visitor, user_id: UUID) -> None:
    require_owner(visitor)
    remove_from(db, visitor.organisation_id, user_id)


def remove_from(db: Session, organisation_id: UUID, user_id: UUID) -> None:
    """Out of the organisation at once; the account goes too when it was the last one."""
    membership = _person(db, organisation_id, user_id)
    if membership.role == "owner":
        _require_another_owner(db, organisation_id, user_id)
    db.delete(membership)
    logins.log_out_everywhere(db, user_id)
    db.flush()
    if db.exec(select(Membership).where(Membership.user_id == user_id)).first() is None:
        db.execute(delete(User).where(col(User.id) == user_id))
    db.commit()


def people_in(db: Session, organisation_id: UUID) -> list[Person]:
    rows = select(User, Membership).join(Membership).where(Membership.organisation_id == organisation_id)
    return [
        Person(user.id, user.name, user.email, member.role, bool(user.password_hash))
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
    """Choose a password once, and come in: the token of a login."""
    user = link_is_for(db, token)
    link = db.get_one(OneTimeLink, logins.hashed(token))
    db.delete(link)
    user.password_hash = password_hash
    db.add(user)
    logins.log_out_everywhere(db, user.id)
    return logins.start(db, user.id, link.organisation_id)


def change_password(db: Session, visitor: Visitor, old_matches: bool, password_hash: str) -> None:
    """Ends every login, this one too. `old_matches` was found out before the database was held."""
    if not old_matches:
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


def _link(db: Session, user_id: UUID, organisation_id: UUID) -> str:
    token = token_urlsafe(24)
    db.add(
        OneTimeLink(
            token_hash=logins.hashed(token),
            user_id=user_id,
            organisation_id=organisation_id,
            expires_at=now() + LINK_LASTS,
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
    email = one_line(typed).lower()
    name, at, domain = email.partition("@")
    if not (name and at and "." in domain.strip(".")) or " " in email or len(email) > 254:
        raise Misfit(sentence("«{email}» er ikke en e-postadresse. Skriv den som navn@kommune.no."), email=typed[:80])
    return email


def _name(typed: str) -> str:
    name = one_line(typed)[:120]
    if not name:
        raise Misfit(sentence("Skriv et navn."))
    return name
