"""The database: open it, read from it, write to it one at a time."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlmodel import Session, create_engine

from helu.errors import HeluError, StoreAway, StoreFull
from helu.settings import settings

PATIENCE = 10  # seconds that SQLite waits for somebody else's lock
_turn = Lock()
Row = TypeVar("Row")


@contextmanager
def reading() -> Iterator[Session]:
    """A short look. Leave the block before drawing. Raises StoreAway when the database cannot be reached."""
    with said_plainly(), Session(engine(), expire_on_commit=False) as db:
        yield db


@contextmanager
def writing() -> Iterator[Session]:
    """One deed, committed as a whole when the block ends without an error.

    One writer at a time in this process, so nobody loses an update or waits in SQLite's unfair
    queue; PostgreSQL locks the rows that a deed changes. Raises StoreAway or StoreFull.
    """
    ours = engine().execution_options(begin="BEGIN IMMEDIATE")
    with said_plainly(), _turn, Session(ours, expire_on_commit=False) as db:
        yield db
        db.commit()


@contextmanager
def writing_rows() -> Iterator[Connection]:
    """The same without the machinery that follows objects: for the few statements that hundreds send at once."""
    with said_plainly(), _turn, engine().execution_options(begin="BEGIN IMMEDIATE").connect() as connection:
        yield connection
        connection.commit()


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn what a broken, full or absent database raises into a HeluError."""
    try:
        yield
    except (OperationalError, InterfaceError) as problem:
        raise _plain(problem) from problem
    except DBAPIError as problem:
        if problem.connection_invalidated:
            raise StoreAway from problem
        raise


def _plain(problem: DBAPIError) -> HeluError:
    code = getattr(problem.orig, "sqlite_errorname", "")
    state = getattr(problem.orig, "sqlstate", "") or ""
    return StoreFull() if code.startswith("SQLITE_FULL") or state == "53100" else StoreAway()


def engine() -> Engine:
    """Raises StoreAway when the file that was in use has been taken away."""
    url = settings().database
    if url in _files:
        _require_same_file(url)
    return _engine(url)


def _require_same_file(url: str) -> None:
    """A deleted file can still be written to through an open connection, and everything would be lost."""
    try:
        found = _identity(url)
    except OSError:
        raise StoreAway from None
    if found != _files[url]:
        forget()


def _identity(url: str) -> tuple[int, int]:
    found = os.stat(make_url(url).database or "")
    return found.st_dev, found.st_ino


def is_sqlite() -> bool:
    return engine().dialect.name == "sqlite"


def forget() -> None:
    """Close every connection; the next use opens anew. For a database that was replaced, and for tests."""
    for known in _known.values():
        known.dispose()
    _known.clear()
    _files.clear()
    _engine.cache_clear()
    settings.cache_clear()


_known: dict[str, Engine] = {}
_files: dict[str, tuple[int, int]] = {}  # address -> which file it was when it was opened


@cache
def _engine(url: str) -> Engine:
    made = _sqlite(url) if url.startswith("sqlite") else _postgresql(url)
    _known[url] = made
    return made


def _postgresql(url: str) -> Engine:
    return create_engine(
        url,
        pool_size=10,
        max_overflow=30,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": 5},
    )


def _sqlite(url: str) -> Engine:
    file = Path(make_url(url).database or "")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=True)
    _files[url] = _identity(url)
    made = create_engine(url, connect_args={"timeout": PATIENCE}, pool_size=30, hide_parameters=True)
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin on its own; _begin does
    # FULL: an acknowledged answer survives a power cut. secure_delete: an erased one leaves no bytes.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def made_once(db: Session, fresh: Row, theirs: Callable[[], Row | None]) -> Row:
    """Store `fresh`, unless somebody else made the same in this very moment: then what `theirs` finds."""
    try:
        with db.begin_nested():
            db.add(fresh)
    except IntegrityError:
        found = theirs()
        if found is None:
            raise
        return found
    return fresh


def empty_log() -> bool:
    """Move what SQLite's write-ahead log holds into the database, and empty it. False when somebody is reading."""
    with said_plainly(), _turn, engine().execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")  # whoever reads now must not keep writers waiting
        try:
            busy, _frames, _moved = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={1000 * PATIENCE}")
        return not busy


def old_sqlite() -> str | None:
    """The version of SQLite when it is one whose WAL can be damaged by simultaneous checkpoints."""
    return sqlite3.sqlite_version if (3, 7, 0) <= sqlite3.sqlite_version_info < (3, 51, 3) else None


def is_alive() -> bool:
    try:
        with reading() as db:
            db.execute(text("SELECT 1"))
    except HeluError:
        return False
    return True
