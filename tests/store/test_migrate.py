"""The database takes the shape the tables describe, and never goes backwards."""

import pytest
from sqlalchemy import CheckConstraint, String, inspect, text

from helu.errors import NewerStore
from helu.store import migrate
from helu.store.database import engine, writing
from helu.store.rows import Table


def test_the_migrated_database_is_exactly_what_the_tables_say(store):
    found = inspect(engine())
    assert set(found.get_table_names()) == {*Table.metadata.tables, "alembic_version"}
    for table in Table.metadata.sorted_tables:
        columns = {each["name"]: each for each in found.get_columns(table.name)}
        assert set(columns) == {column.name for column in table.columns}
        for column in table.columns:
            assert columns[column.name]["nullable"] == column.nullable, f"{table.name}.{column.name}"
            if isinstance(column.type, String):  # a UUID is 32 letters in SQLite and a type of its own elsewhere
                assert columns[column.name]["type"].length == column.type.length, f"{table.name}.{column.name}"


def test_every_index_key_and_check_is_in_the_migrations_too(store):
    found = inspect(engine())
    for table in Table.metadata.sorted_tables:
        indexes = {each["name"] for each in found.get_indexes(table.name)}
        assert {index.name for index in table.indexes} <= indexes
        keys = {tuple(each["constrained_columns"]) for each in found.get_foreign_keys(table.name)}
        assert {tuple(column.name for column in key.columns) for key in table.foreign_key_constraints} == keys
        checks = {each["name"] for each in found.get_check_constraints(table.name)}
        assert len(checks) == len([each for each in table.constraints if isinstance(each, CheckConstraint)])


def test_migrating_twice_changes_nothing(store):
    assert migrate.migrate() is False


def test_a_database_from_a_newer_program_is_refused_with_a_sentence(store):
    with writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerStore, match="9999"):
        migrate.migrate()
