"""Erase for good: from the tables, then from the file they lie in; and say what backups still hold."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from helu.domain.codes import show_code
from helu.errors import NotFound
from helu.i18n import _
from helu.services import accounts, platforms, showing
from helu.settings import settings
from helu.store.database import engine, is_sqlite
from helu.store.platform_tables import Platform
from helu.store.rows import Table
from helu.store.tables import Membership, Organisation, User, Workshop

PATIENCE = "10s"  # how long to wait for others to let go of a table


def erase_workshop(db: Session, workshop: Workshop) -> list[str]:
    """The gathering with its plan and every answer, and the pulses that followed it when it has no group.

    Returns sentences on what is gone and what remains.
    """
    platforms.drop_pulses(db, Platform.workshop_id == workshop.id)
    _delete(db, Workshop, [workshop.id])
    db.commit()
    showing.forget(workshop.id)
    gone = _("Samlingen «{title}» ({code}) er slettet, med opplegg og alle svar.", **_named(workshop))
    return [gone, *sweep()]


def erase_user(db: Session, email: str) -> list[str]:
    """The account, its roles and logins. Raises NotFound, and LastOwner when others would be left alone."""
    user = accounts.user_by_email(db, email)
    for membership in db.exec(select(Membership).where(Membership.user_id == user.id)).all():
        _require_not_needed(db, membership)
    _delete(db, User, [user.id])
    db.commit()
    return [
        _("Brukeren {email} er slettet, med roller, innlogginger, lenker og balanseprofil.", email=user.email),
        _("Svar fra telefoner er ikke knyttet til brukere. De står i samlingene til de slettes."),
        *sweep(),
    ]


def erase_organisation(db: Session, organisation: Organisation) -> list[str]:
    """The organisation with gatherings, groups and templates, and those who have an account only here."""
    workshops = db.exec(select(Workshop.id).where(Workshop.organisation_id == organisation.id)).all()
    people = set(db.exec(select(Membership.user_id).where(Membership.organisation_id == organisation.id)))
    _delete(db, Organisation, [organisation.id])
    elsewhere = set(db.exec(select(Membership.user_id).where(col(Membership.user_id).in_(people))))
    _delete(db, User, people - elsewhere)
    db.commit()
    for workshop_id in workshops:
        showing.forget(workshop_id)
    gone = _(
        "Organisasjonen «{name}» er slettet, med {gatherings} samlinger og {people} brukere.",
        name=organisation.name,
        gatherings=len(workshops),
        people=len(people - elsewhere),
    )
    kept = _("{people} brukere er også med i andre organisasjoner og beholder kontoen.", people=len(elsewhere))
    return [gone, *([kept] if elsewhere else []), *sweep()]


def sweep() -> list[str]:
    """Sweep the database's own file, and say what that did and what still lies in backups."""
    swept = _sweep_sqlite() if is_sqlite() else _sweep_postgresql()
    if swept:
        done = [_("Databasen er ryddet, så teksten ikke ligger igjen i filene.")]
    else:
        done = [_("Databasen er i bruk og ble ikke ryddet. Stopp Helu, og kjør «helu erase sweep».")]
    if swept and not is_sqlite():
        done.append(_("PostgreSQLs egen logg kan holde på teksten til loggen er skrevet over."))
    return done + _in_backups()


def _delete(db: Session, table: type[Table], ids: Iterable[UUID]) -> None:
    """What belongs to the rows goes with them: the database sees to that."""
    for id_ in ids:
        if db.get(table, id_) is None:
            raise NotFound
        db.execute(delete(table).where(table.id == id_))  # type: ignore[attr-defined]


def _named(workshop: Workshop) -> dict[str, str]:
    return {"title": workshop.title, "code": show_code(workshop.code)}


def _require_not_needed(db: Session, membership: Membership) -> None:
    """Refuses to leave other people in an organisation without an owner."""
    here = select(Membership).where(
        Membership.organisation_id == membership.organisation_id, Membership.user_id != membership.user_id
    )
    others = db.exec(here).all()
    if membership.role == "owner" and others and not any(each.role == "owner" for each in others):
        raise accounts.LastOwner


def _sweep_sqlite() -> bool:
    """True when the file was written anew and the log emptied.

    secure_delete blanks what is deleted, but a page that was rearranged earlier may still hold an
    old copy of a row; VACUUM writes every page anew, and the checkpoint empties the log.
    """
    try:
        with closing(engine().raw_connection()) as connection:
            rows = connection.cursor()
            rows.execute("VACUUM")
            busy, _pages, _moved = rows.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
    except sqlite3.Error:
        return False


def _sweep_postgresql() -> bool:
    """FULL, because a plain VACUUM leaves the bytes of a deleted row in the page."""
    try:
        with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"SET lock_timeout = '{PATIENCE}'")
            try:
                for table in Table.metadata.tables:
                    connection.exec_driver_sql(f'VACUUM FULL "{table}"')
            finally:
                connection.exec_driver_sql("RESET lock_timeout")
    except DBAPIError:
        return False
    return True


def _in_backups() -> list[str]:
    files = sorted(path for path in settings().backups.glob("*") if path.is_file())
    elsewhere = _("Kopier du selv har lagt andre steder, må du slette der.")
    if not files:
        return [_("Det ligger ingen sikkerhetskopier i {folder}.", folder=settings().backups), elsewhere]
    dated = [f"{path.name} ({_written(path.stat().st_mtime)})" for path in files]
    still = _(
        "Det slettede står fortsatt i sikkerhetskopier tatt mens det fantes, til filene slettes: {files}.",
        files=", ".join(dated),
    )
    return [still, elsewhere]


def _written(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()
