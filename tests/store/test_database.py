"""One writer at a time, and a sentence when the database cannot be used."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from helu.errors import StoreAway
from helu.store.database import is_alive, is_sqlite, reading, writing
from helu.store.tables import Organisation


def test_eight_writers_lose_no_update(store):
    with writing() as db:
        db.add(Organisation(name="Fjell", retention_days=0))

    def add_one(_: int) -> None:
        with writing() as db:
            db.execute(text("SELECT id FROM organisation" + ("" if is_sqlite() else " FOR UPDATE")))
            days = db.execute(text("SELECT retention_days FROM organisation")).scalar_one()
            db.execute(text("UPDATE organisation SET retention_days = :d"), {"d": days + 1})

    with ThreadPoolExecutor(8) as people:
        list(people.map(add_one, range(8 * 50)))
    with reading() as db:
        assert db.execute(text("SELECT retention_days FROM organisation")).scalar_one() == 400


def test_a_failed_deed_leaves_nothing_behind(store):
    with pytest.raises(ZeroDivisionError), writing() as db:
        db.add(Organisation(name="Fjell"))
        db.flush()
        1 / 0  # noqa: B018
    with reading() as db:
        assert db.execute(text("SELECT count(*) FROM organisation")).scalar_one() == 0


def test_a_database_that_is_away_is_said_as_such(store, monkeypatch, tmp_path):
    monkeypatch.setenv("HELU_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert not is_alive()
    with pytest.raises(StoreAway), reading() as db:
        db.execute(text("SELECT 1"))
