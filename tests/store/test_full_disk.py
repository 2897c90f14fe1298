"""A full disk is said as such, and what was there before stays. SQLite's own limit stands in for the disk."""

import pytest
from sqlalchemy import text

from helu.errors import StoreFull
from helu.store.database import reading, writing
from helu.store.tables import Organisation


@pytest.fixture
def kind_of_database():
    return "sqlite"


def test_a_full_disk_is_said_as_such(store):
    with reading() as db:
        pages = db.execute(text("PRAGMA page_count")).scalar_one()
    with pytest.raises(StoreFull), writing() as db:
        db.execute(text(f"PRAGMA max_page_count = {pages}"))
        db.add_all(Organisation(name="x" * 120) for _ in range(5000))
    with reading() as db:
        assert db.execute(text("SELECT count(*) FROM organisation")).scalar_one() == 0
