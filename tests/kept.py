"""What many tests begin with is made once and laid into the database of each: the same rows, the same keys."""

import pickle
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Engine, delete, insert, select

from helu.settings import settings
from helu.store.database import engine, reading, writing_rows
from helu.store.rows import Table

Made = TypeVar("Made")
Rows = list[tuple[Any, list[dict[str, Any]]]]


class Keeper:
    """The rows that services made, and what they returned for them."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Rows, bytes]] = {}

    def once(self, name: str, make: Callable[[], Made], built_on: bool = False) -> Made:
        """The first time by `make`. What it returns is a copy every time, so a test may change it.

        `built_on`: the database holds rows that `make` goes on from; they are replaced too.
        """
        if name not in self._kept:
            made = make()
            self._kept[name] = (rows_now(), pickle.dumps(made))
            return made
        rows, pickled = self._kept[name]
        with writing_rows() as connection:
            for table, _found in reversed(rows) if built_on else ():
                connection.execute(delete(table))
            for table, found in rows:
                connection.execute(insert(table), found)
        return pickle.loads(pickled)


def rows_now() -> Rows:
    """Every row, table by table, in an order in which they can be put in."""
    with reading() as db:
        found = [(table, db.execute(select(table)).mappings().all()) for table in Table.metadata.sorted_tables]
    return [(table, [dict(row) for row in rows]) for table, rows in found if rows]


class Compiled:
    """Each test opens a database of its own, but a statement becomes the same SQL in all of them."""

    def __init__(self) -> None:
        self._dialects: dict[str, Any] = {}
        self._statements: dict[Any, Any] = {}

    def share(self) -> None:
        ours: Engine = engine()
        if ours.dialect.name not in self._dialects:
            with ours.connect():  # the dialect asks the database what it can do
                self._dialects[ours.dialect.name] = ours.dialect
        ours.dialect, ours._compiled_cache = self._dialects[ours.dialect.name], self._statements
        settings.cache_clear()  # read again: a test may set something else first
