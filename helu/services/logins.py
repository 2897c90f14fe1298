"""Log in and out. The browser holds a random token, we hold its hash; a deleted row is a login ended."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, func, or_, select

from helu.errors import NoAccess, TooManyLogins, WrongPassword, sentence
from helu.services import passwords, providers
from helu.services.access import Visitor
from helu.services.providers import Provider
from helu.store.database import reading, writing
from helu.store.rows import now
from helu.store.tables import Failure, Login, Membership, Organisation, User

LASTS = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
MOST_FOR_ACCOUNT, MOST_FROM_ADDRESS = 10, 100  # failures within the window; a town hall shares an address


class NoPassword(NoAccess):
    sentence = sentence("I {organisation} logger du inn med «{name}», ikke med passord.")


def log_in(email: str, password: str, address: str) -> str:
    """The token for the browser's cookie. Raises WrongPassword, NoPassword or TooManyLogins.

    Each try is counted before the slow check and taken back when it was right, so that many at
    once cannot slip past the limit.
    """
    email = email.strip().lower()[:254]
    tries = [Failure(about=_subject("account", email)), Failure(about=_subject("address", address))]
    with writing() as db:
        _require_patience(db, [each.about for each in tries])
        db.add_all(tries)
        user = db.exec(select(User).where(User.email == email)).one_or_none()
        kept = user.password_hash if user else ""
    right = passwords.matches(password[:1000], kept)
    with writing() as db:
        organisation = _first_open(db, user) if user and right else None
        if user and organisation:
            db.execute(delete(Failure).where(col(Failure.id).in_([each.id for each in tries])))
            return start(db, user.id, organisation.id)
    raise WrongPassword


def start(db: Session, user_id: UUID, organisation_id: UUID, **through: Any) -> str:
    """A new login for somebody who has proved who they are; `through` a provider: what Login holds about that."""
    token = token_urlsafe(32)
    db.execute(delete(Login).where(col(Login.expires_at) < now()))
    db.execute(delete(Failure).where(col(Failure.at) < now() - timedelta(hours=1)))
    whose: dict[str, Any] = {"user_id": user_id, "organisation_id": organisation_id}
    db.add(Login(token_hash=hashed(token), expires_at=now() + LASTS, **whose, **through))
    db.commit()
    return token


def log_out(db: Session, token: str) -> None:
    db.execute(delete(Login).where(col(Login.token_hash) == hashed(token)))
    db.commit()


def log_out_everywhere(db: Session, user_id: UUID) -> None:
    db.execute(delete(Login).where(col(Login.user_id) == user_id))


def who(db: Session, token: str) -> Visitor | None:
    """The person behind a token, with what they may do now; None when it is unknown or worn out."""
    return _known(db, [token]).get(hashed(token)) if token else None


def who_each(tokens: Sequence[str]) -> list[Visitor | None | Exception]:
    """The same for many browsers that ask in the same moment: one look for all of them."""
    with reading() as db:
        known = _known(db, tokens)
    return [known.get(hashed(token)) for token in tokens]


def _known(db: Session, tokens: Sequence[str]) -> dict[str, Visitor]:
    """Hash of token -> whose it is now; a login is worth nothing without the membership."""
    rows = (
        select(Login, User, Organisation, Membership.role)
        .select_from(Login)
        .join(User, col(User.id) == Login.user_id)
        .join(Organisation, col(Organisation.id) == Login.organisation_id)
        .join(
            Membership,
            (col(Membership.user_id) == Login.user_id) & (col(Membership.organisation_id) == Login.organisation_id),
        )
        .where(col(Login.token_hash).in_([hashed(token) for token in tokens if token]), Login.expires_at >= now())
        .where(or_(col(Login.checked_until).is_(None), col(Login.checked_until) >= now()))
    )
    return {
        login.token_hash: Visitor(
            user.id, its.id, role, user.name, user.email, its.name, user.language, bool(login.issuer)
        )
        for login, user, its, role in db.exec(rows).all()
        if _counts(login.issuer, its.name, user.email)
    }


def worn(db: Session, token: str) -> Provider | None:
    """The provider that has to be asked again before a login counts; None for every other login."""
    login = db.get(Login, hashed(token)) if token else None
    if login is None or login.checked_until is None or not login.checked_until < now() <= login.expires_at:
        return None
    its = db.get_one(Organisation, login.organisation_id)
    member = db.get(Membership, (login.user_id, login.organisation_id))
    return _through(login.issuer, its.name) if member else None


def only_way(user: User, organisation: str) -> Provider | None:
    """The provider, when it is the person's only way in and no password may be chosen."""
    if found := providers.forbids_password(organisation, user.email):
        return found
    through = providers.of_organisation(organisation)
    return through[0] if through and user.password_hash == passwords.NONE else None


def require_password_fits(db: Session, user: User, organisation_id: UUID) -> None:
    """Raises NoPassword for somebody who comes in by single sign-on."""
    organisation = db.get_one(Organisation, organisation_id).name
    if provider := only_way(user, organisation):
        raise NoPassword(organisation=organisation, name=provider.name)


def _counts(issuer: str, organisation: str, email: str) -> bool:
    """Whether the file that names the providers still lets a login like this in."""
    return bool(_through(issuer, organisation)) if issuer else not providers.forbids_password(organisation, email)


def _through(issuer: str, organisation: str) -> Provider | None:
    return next((each for each in providers.of_organisation(organisation) if each.issuer == issuer), None)


def organisations_of(db: Session, visitor: Visitor) -> list[Organisation]:
    """Those this login may work in. One that a provider vouched for reaches that provider's own and no other."""
    mine = select(Organisation).join(Membership).where(Membership.user_id == visitor.user_id)
    all_ = db.exec(mine.order_by(col(Organisation.name))).all()
    if visitor.signed_on:
        return [each for each in all_ if each.id == visitor.organisation_id]
    return [each for each in all_ if not providers.forbids_password(each.name, visitor.email)]


def switch_organisation(db: Session, token: str, visitor: Visitor, organisation_id: UUID) -> None:
    """Work in another of one's own organisations. Silently stays when it is not one's own."""
    login = db.get(Login, hashed(token))
    if login and not login.issuer and organisation_id in {each.id for each in organisations_of(db, visitor)}:
        login.organisation_id = organisation_id
        db.add(login)
        db.commit()


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _first_open(db: Session, user: User) -> Organisation | None:
    """The first organisation a password leads into. Raises NoPassword when they all ask for single sign-on."""
    mine = select(Organisation).join(Membership).where(Membership.user_id == user.id)
    shut = None
    for each in db.exec(mine.order_by(col(Organisation.id))).all():
        provider = providers.forbids_password(each.name, user.email)
        if provider is None:
            return each
        shut = NoPassword(organisation=each.name, name=provider.name)
    if shut:
        raise shut
    return None


def _subject(kind: str, what: str) -> str:
    return f"{kind}:{sha256(what.encode('utf-8', 'ignore')).hexdigest()[:32]}"


def _require_patience(db: Session, subjects: list[str]) -> None:
    for subject, most in zip(subjects, (MOST_FOR_ACCOUNT, MOST_FROM_ADDRESS), strict=True):
        recent = select(func.count()).where(Failure.about == subject, Failure.at > now() - WINDOW)
        if db.exec(recent).one() >= most:
            raise TooManyLogins(minutes=round(WINDOW.total_seconds() / 60))
