"""A copy of the database that is whole, taken while it is in use; and putting it back."""

import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import make_url

from helu.errors import HeluError, sentence
from helu.settings import settings
from helu.store.database import forget, is_sqlite


class BackupFailed(HeluError):
    sentence = sentence("Sikkerhetskopien gikk ikke: {why}")


def back_up(file: Path) -> None:
    """SQLite through its backup API, PostgreSQL through pg_dump. Raises BackupFailed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not is_sqlite():
        return _run("pg_dump", "--format=custom", f"--file={file}", _address())
    try:
        _copy(_file(), file)
    except sqlite3.Error as problem:
        raise BackupFailed(why=str(problem)) from problem
    return file.chmod(0o600)


def restore(file: Path) -> None:
    """Replace everything with what the file holds. The server should not be running."""
    if not file.exists():
        raise BackupFailed(sentence("Finner ikke filen {file}."), file=str(file))
    if not is_sqlite():
        return _run("pg_restore", "--clean", "--if-exists", "--no-owner", f"--dbname={_address()}", str(file))
    _check(file)
    forget()
    try:
        _copy(file, _file())
    except sqlite3.Error as problem:
        raise BackupFailed(why=str(problem)) from problem
    return None


def _file() -> Path:
    return Path(make_url(settings().database).database or "")


def _copy(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)
    old.close()
    new.close()


def _check(file: Path) -> None:
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
            whole = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            db.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        whole = False
    if not whole:
        raise BackupFailed(sentence("{file} er ikke en sikkerhetskopi fra Helu."), file=str(file))


def _address() -> str:
    return settings().database.replace("postgresql+psycopg://", "postgresql://")


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise BackupFailed(why=str(problem)) from problem
    if done.returncode:
        raise BackupFailed(why=done.stderr.strip().splitlines()[-1] if done.stderr.strip() else command[0])
