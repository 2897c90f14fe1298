"""Forget in which order anonymous answers came, also in the database's own files.

Nothing in a row tells; but PostgreSQL keeps rows where they were first written, and SQLite's log
keeps each commit until it is emptied. When an activity stops taking answers both are tidied.
"""

from sqlalchemy import text
from sqlmodel import Session

from helu.store.database import empty_log, is_sqlite
from helu.store.tables import Activity

# Taken out and put back in the order of the authors, which is random; all in the deed's own transaction.
_SHUFFLE = text(
    "WITH taken AS (DELETE FROM answer WHERE activity_id = :activity RETURNING *)"
    " INSERT INTO answer SELECT * FROM taken ORDER BY author, slot"
)


def shuffle(db: Session, activity: Activity) -> None:
    """Before the commit that closes an anonymous activity. In SQLite rows have no order of their own."""
    if activity.anonymous and not is_sqlite():
        db.flush()
        db.connection().execute(_SHUFFLE, {"activity": activity.id})


def settle() -> None:
    """After that commit: whatever the log still tells of the order goes. Waits for nobody."""
    if is_sqlite():
        empty_log()
