"""From the laptop where one is logged in to one's own phone: a link that lets in once, within five minutes.

The link is a login that has not begun. It is kept among the logins, so that whatever ends a person's logins,
such as a new password, ends it as well; under a name that no browser's token can have.
"""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.errors import LoggedOut, UsedLink
from helu.services import logins
from helu.services.access import Visitor
from helu.store.rows import now
from helu.store.tables import Login, Membership, User

LASTS = timedelta(minutes=5)
_MARK = "phone:"  # a token's hash is hex digits alone


def make(db: Session, visitor: Visitor, token: str) -> str:
    """The link's own token, for whoever is logged in with `token`; an earlier link is worth nothing from now on."""
    held = db.get(Login, logins.hashed(token))
    if held is None or held.user_id != visitor.user_id:
        raise LoggedOut
    earlier = (col(Login.user_id) == visitor.user_id, col(Login.token_hash).startswith(_MARK))
    db.execute(delete(Login).where(*earlier))
    link = token_urlsafe(32)
    about = held.model_dump(include={"user_id", "organisation_id", "issuer", "session", "checked_until"})
    db.add(Login(token_hash=_kept(link), expires_at=now() + LASTS, **about))
    db.commit()
    return link


def whose(db: Session, link: str) -> str:
    """The name of whom it lets in. Raises UsedLink."""
    held = _held(db, link)
    return db.get_one(User, held.user_id).name


def use(db: Session, link: str) -> str:
    """The token for the phone's cookie, this once. Raises UsedLink."""
    held = _held(db, link)
    through = held.model_dump(include={"issuer", "session", "checked_until"})
    person, organisation = held.user_id, held.organisation_id
    gone = db.execute(delete(Login).where(col(Login.token_hash) == held.token_hash))
    if gone.rowcount != 1:  # type: ignore[attr-defined]
        raise UsedLink  # somebody else was first
    return logins.start(db, person, organisation, **through)


def _held(db: Session, link: str) -> Login:
    rows = select(Login).join(
        Membership,
        (col(Membership.user_id) == Login.user_id) & (col(Membership.organisation_id) == Login.organisation_id),
    )
    found = db.exec(rows.where(Login.token_hash == _kept(link), Login.expires_at >= now())).one_or_none()
    if found is None:
        raise UsedLink
    return found


def _kept(link: str) -> str:
    return _MARK + sha256(link.encode("utf-8", "ignore")).hexdigest()[: 64 - len(_MARK)]
