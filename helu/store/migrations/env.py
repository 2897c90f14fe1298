"""Alembic's entry: the connection comes from helu.store.migrate."""

from alembic import context

from helu.store import platform_tables, profile_tables, rating_tables, sso_tables, tables

EVERYTHING = platform_tables.Platform.metadata
assert EVERYTHING is tables.Workshop.metadata is profile_tables.Profile.metadata
assert EVERYTHING is rating_tables.Feedback.metadata is sso_tables.Identity.metadata  # all files are imported here

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=EVERYTHING,
    render_as_batch=True,  # SQLite cannot alter most things in place
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
