"""Let another machine show one gathering and nothing else: a short code, exchanged once for a cookie."""

import secrets
from datetime import timedelta
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col

from helu.errors import HeluError, sentence
from helu.services import access, logins
from helu.services.access import Visitor
from helu.store.rows import now
from helu.store.tables import ProjectorPass, Workshop

CODE_LASTS = timedelta(minutes=10)
PASS_LASTS = timedelta(hours=16)


class WrongProjectorCode(HeluError):
    sentence = sentence("Koden er feil, brukt eller eldre enn ti minutter. Lag en ny på skrivebordet.")


def make_code(db: Session, visitor: Visitor, workshop: Workshop) -> str:
    """Six digits, good for ten minutes and one machine."""
    access.require_facilitator(visitor)
    db.execute(delete(ProjectorPass).where(col(ProjectorPass.expires_at) < now()))
    code = f"{secrets.randbelow(10**6):06}"
    db.merge(_row(code, workshop.id, visitor.user_id, used=False))
    db.commit()
    return code


def exchange(db: Session, code: str) -> tuple[str, UUID]:
    """(token for the machine's cookie, gathering). Raises WrongProjectorCode."""
    digits = "".join(c for c in code if c.isdecimal())[:6]
    row = db.get(ProjectorPass, logins.hashed(f"code:{digits}"))
    if row is None or row.used or row.expires_at < now():
        raise WrongProjectorCode
    token = token_urlsafe(32)
    db.delete(row)
    db.add(_row(token, row.workshop_id, row.made_by, used=True))
    db.commit()
    return token, row.workshop_id


def shows(db: Session, token: str, workshop_id: UUID) -> bool:
    """Whether the machine with this cookie may show this gathering."""
    row = db.get(ProjectorPass, logins.hashed(token)) if token else None
    return row is not None and row.used and row.workshop_id == workshop_id and row.expires_at > now()


def _row(secret: str, workshop_id: UUID, made_by: UUID, used: bool) -> ProjectorPass:
    kept = logins.hashed(secret if used else f"code:{secret}")
    expires = now() + (PASS_LASTS if used else CODE_LASTS)
    return ProjectorPass(token_hash=kept, workshop_id=workshop_id, made_by=made_by, used=used, expires_at=expires)
