"""Bring a database to the shape this program knows: forward only, after a backup."""

from pathlib import Path

from sqlalchemy import inspect, text

from helu.errors import NewerStore
from helu.settings import settings
from helu.store.backup import back_up
from helu.store.database import engine, is_sqlite, reading

FOLDER = Path(__file__).parent / "migrations"


def newest() -> str:
    """The newest revision this program knows: files are named `0001_what.py`."""
    return max(path.name[:4] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def found() -> str | None:
    """The database's revision; None when it is empty."""
    with reading() as db:
        if not inspect(db.connection()).has_table("alembic_version"):
            return None
        return db.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate() -> bool:
    """Make or upgrade the database. True when it had to be touched.

    Raises NewerStore when the database comes from a newer program.
    """
    before = found()
    if before == newest():
        return False
    if before is not None and before > newest():
        raise NewerStore(found=before)
    if before is not None and is_sqlite():
        back_up(settings().backups / f"before-{newest()}.db")
    _upgrade()
    return True


def _upgrade() -> None:
    from alembic import command  # slow to import, and seldom needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine().connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
