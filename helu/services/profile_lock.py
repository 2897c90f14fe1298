"""The lock on what belongs to one leader alone, for when somebody else has let the leader in.

Whoever makes a one-time link for a new password can also use it, and would then be logged in as the leader; so could
whoever runs the single sign-on. A way in that others have made does not open the leader's profile: the old password does, or a
code that the leader made beforehand. Without either the leader can only begin anew.
"""

from secrets import choice
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, func, select

from helu.errors import NoAccess, TooManyLogins, WrongPassword, sentence
from helu.services import logins, passwords
from helu.services.access import Visitor
from helu.store.database import writing
from helu.store.profile_tables import Profile
from helu.store.rows import now
from helu.store.tables import Failure, User

MOST = 10  # wrong tries within the window that logins have
_LETTERS, _LENGTH, _GROUP = "23456789abcdefghjkmnpqrstuvwxyz", 20, 5  # 99 bits, and nothing that is read as another


class Locked(NoAccess):
    sentence = sentence(
        "Profilen din er låst, fordi andre har laget en ny vei inn til kontoen din: en lenke, eller felles innlogging. "
        "Lås den opp under «Min balanse» med passordet du hadde før, eller med opplåsingskoden din."
    )


class WrongKey(WrongPassword):
    sentence = sentence("Det er verken passordet du hadde før, eller opplåsingskoden din.")


class TooManyTries(TooManyLogins):
    sentence = sentence("For mange forsøk. Vent {minutes} minutter, og prøv igjen.")


def lock(db: Session, user: User) -> None:
    """All of the person's profiles, with the password as it is until now. What is locked keeps its lock."""
    for profile in db.exec(select(Profile).where(Profile.user_id == user.id, Profile.locked_with == "")).all():
        profile.locked_with = user.password_hash or passwords.NONE
        db.add(profile)


def is_locked(db: Session, visitor: Visitor) -> bool:
    found = profile_of(db, visitor)
    return bool(found and found.locked_with)


def unlock(visitor: Visitor, key: str) -> None:
    """With the old password or the code. Raises WrongKey or TooManyTries. Slow: opens the database itself."""
    tried = Failure(about=_about(visitor))
    with writing() as db:
        found = profile_of(db, visitor, locked=True)  # tries at the same time are counted one by one
        if found is None or not found.locked_with:
            return
        _require_patience(db, tried.about)
        db.add(tried)
        with_password, with_code = found.locked_with, found.code_hash
    by_code = bool(with_code) and logins.hashed(_plain(key)) == with_code
    if not by_code and not passwords.matches(key[:1000], with_password):
        raise WrongKey
    with writing() as db:
        _open(db, visitor, with_password, used_code=with_code if by_code else "")
        db.execute(delete(Failure).where(col(Failure.id) == tried.id))


def make_code(db: Session, profile: Profile) -> str:
    """For profiles.py, which has made sure that the profile is the visitor's own and open."""
    code = "".join(choice(_LETTERS) for _letter in range(_LENGTH))
    profile.code_hash = logins.hashed(code)
    db.add(profile)
    db.commit()
    return "-".join(code[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def _open(db: Session, visitor: Visitor, locked_with: str, used_code: str) -> None:
    """Only the lock that was opened: meanwhile the profile may have been erased."""
    found = profile_of(db, visitor)
    if found and found.locked_with == locked_with:
        found.locked_with = ""
        found.code_hash = "" if found.code_hash == used_code else found.code_hash
        db.add(found)


def profile_of(db: Session, visitor: Visitor, locked: bool = False) -> Profile | None:
    """The visitor's own, whether its lock is on or not; `locked`: nobody changes the row meanwhile.

    For this file and profiles.py: everybody else asks there, where the lock counts.
    """
    own: Any = select(Profile).where(
        Profile.user_id == visitor.user_id, Profile.organisation_id == visitor.organisation_id
    )
    held = own.with_for_update().execution_options(populate_existing=True)
    return db.exec(held if locked else own).one_or_none()  # type: ignore[no-any-return]


def _plain(typed: str) -> str:
    """The code however it was typed: in capitals, with or without its hyphens."""
    return "".join(each for each in typed[:1000].lower() if each.isalnum())


def _about(visitor: Visitor) -> str:
    return f"unlock:{visitor.user_id.hex}"


def _require_patience(db: Session, subject: str) -> None:
    recent = select(func.count()).where(Failure.about == subject, Failure.at > now() - logins.WINDOW)
    if db.exec(recent).one() >= MOST:
        raise TooManyTries(minutes=round(logins.WINDOW.total_seconds() / 60))
