"""Log in and out. The browser holds a random token, we hold its hash; a deleted row is a login ended."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, func, select

from helu.errors import TooManyLogins, WrongPassword
from helu.services import passwords
from helu.services.access import Visitor
from helu.store.database import reading, writing
from helu.store.rows import now
from helu.store.tables import Failure, Login, Membership, Organisation, User

LASTS = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
MOST_FOR_ACCOUNT, MOST_FROM_ADDRESS = 10, 100  # failures within the window; a town hall shares an address


def log_in(email: str, password: str, address: str) -> str:
    """The token for the browser's cookie. Raises WrongPassword or TooManyLogins.

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
        membership = _membership(db, user.id) if user and right else None
        if user and membership:
            db.execute(delete(Failure).where(col(Failure.id).in_([each.id for each in tries])))
            return start(db, user.id, membership.organisation_id)
    raise WrongPassword


def start(db: Session, user_id: UUID, organisation_id: UUID) -> str:
    """A new login for somebody who has proved who they are."""
    token = token_urlsafe(32)
    db.execute(delete(Login).where(col(Login.expires_at) < now()))
    db.execute(delete(Failure).where(col(Failure.at) < now() - timedelta(hours=1)))
    db.add(Login(token_hash=hashed(token), user_id=user_id, organisation_id=organisation_id, expires_at=now() + LASTS))
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
        select(Login.token_hash, User, Organisation, Membership.role)
        .select_from(Login)
        .join(User, col(User.id) == Login.user_id)
        .join(Organisation, col(Organisation.id) == Login.organisation_id)
        .join(
            Membership,
            (col(Membership.user_id) == Login.user_id) & (col(Membership.organisation_id) == Login.organisation_id),
        )
        .where(col(Login.token_hash).in_([hashed(token) for token in tokens if token]), Login.expires_at >= now())
    )
    return {
        token_hash: Visitor(user.id, its.id, role, user.name, user.email, its.name, user.language)
        for token_hash, user, its, role in db.exec(rows).all()
    }


def organisations_of(db: Session, visitor: Visitor) -> list[Organisation]:
    mine = select(Organisation).join(Membership).where(Membership.user_id == visitor.user_id)
    return list(db.exec(mine.order_by(col(Organisation.name))).all())


def switch_organisation(db: Session, token: str, visitor: Visitor, organisation_id: UUID) -> None:
    """Work in another of one's own organisations. Silently stays when it is not one's own."""
    login = db.get(Login, hashed(token))
    if login and db.get(Membership, (visitor.user_id, organisation_id)):
        login.organisation_id = organisation_id
        db.add(login)
        db.commit()


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _membership(db: Session, user_id: UUID) -> Membership | None:
    mine = select(Membership).where(Membership.user_id == user_id).order_by(col(Membership.organisation_id))
    return db.exec(mine).first()


def _subject(kind: str, what: str) -> str:
    return f"{kind}:{sha256(what.encode('utf-8', 'ignore')).hexdigest()[:32]}"


def _require_patience(db: Session, subjects: list[str]) -> None:
    for subject, most in zip(subjects, (MOST_FOR_ACCOUNT, MOST_FROM_ADDRESS), strict=True):
        recent = select(func.count()).where(Failure.about == subject, Failure.at > now() - WINDOW)
        if db.exec(recent).one() >= most:
            raise TooManyLogins(minutes=round(WINDOW.total_seconds() / 60))
