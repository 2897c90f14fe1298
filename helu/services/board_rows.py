"""A board in the database: read whole or in part, changed in few statements, with every move in its log.

Everything here goes through a plain connection, so that a phone's answer and a deed on the desk do the same. The
gathering's row is held by whoever changes a board; see `helu.services.board`.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy import text as sql

from helu.domain.board import Board, Card, Theme
from helu.domain.board_log import Change
from helu.domain.material import addresses
from helu.store.database import is_sqlite
from helu.store.platform_tables import BoardCard, BoardDeed, BoardTheme

PHONE = "phone"  # a card placed from a phone
SILENT = ("fill", "undo", "closed")  # in the log for their numbers only: they cannot be undone
MOST_TRIED = 200  # moves looked at to find one that can be undone

_card: Any = BoardCard
_theme: Any = BoardTheme
_deed: Any = BoardDeed
_TABLES = {"card": BoardCard, "theme": BoardTheme}


def load(connection: Connection, activity_id: UUID) -> Board:
    """Hidden cards too."""
    cards = select(_card.number, _card.text, _card.sources, _card.theme, _card.state, _card.split_from)
    themes = select(_theme.number, _theme.name, _theme.summary, _theme.position)
    return _board(
        connection,
        activity_id,
        connection.execute(cards.where(_card.activity_id == activity_id).order_by(_card.number)).all(),
        connection.execute(
            themes.where(_theme.activity_id == activity_id).order_by(_theme.position, _theme.number)
        ).all(),
    )


def load_part(connection: Connection, activity_id: UUID, card: int, theme: int | None) -> Board:
    """A board with only these on it, if they are there: enough to place one card."""
    cards = select(_card.number, _card.text, _card.sources, _card.theme, _card.state, _card.split_from)
    themes = select(_theme.number, _theme.name, _theme.summary, _theme.position)
    return _board(
        connection,
        activity_id,
        connection.execute(cards.where(_card.activity_id == activity_id, _card.number == card)).all(),
        connection.execute(themes.where(_theme.activity_id == activity_id, _theme.number == theme)).all(),
    )


def save(connection: Connection, activity_id: UUID, what: str, before: Board, after: Board, done: list[Change]) -> int:
    """Write the changes and log the move. Returns its number, which is the board's new revision."""
    for row, table in _TABLES.items():
        _write(connection, activity_id, table, [each for each in done if each["row"] == row])
    used = {"used": [after.used_cards, after.used_themes]}
    changed = [used] if what in SILENT else [used, *done]
    number = before.revision + 1
    deed = {"activity_id": activity_id, "number": number, "what": what, "changed": changed, "undone": False}
    connection.execute(insert(BoardDeed), [deed])
    return number


def moves(connection: Connection, activity_id: UUID) -> list[tuple[int, str]]:
    """(number, what) of those that have not been undone, the newest first."""
    rows = select(_deed.number, _deed.what).where(*_moves(activity_id)).order_by(_deed.number.desc())
    return [(row.number, row.what) for row in connection.execute(rows.limit(MOST_TRIED))]


def changed_by(connection: Connection, activity_id: UUID, number: int) -> list[Change]:
    row = select(_deed.changed).where(_deed.activity_id == activity_id, _deed.number == number)
    return [each for each in connection.execute(row).scalar_one() if "used" not in each]


def mark_undone(connection: Connection, activity_id: UUID, numbers: Collection[int]) -> None:
    mine = (_deed.activity_id == activity_id, _deed.number.in_(numbers))
    connection.execute(update(BoardDeed).where(*mine).values(undone=True))


def named_by_people(connection: Connection, activity_id: UUID) -> set[int]:
    """Themes that somebody has made or named, as against those a proposal came with."""
    rows = select(_deed.changed).where(
        _deed.activity_id == activity_id,
        _deed.undone.is_(False),
        _deed.what.in_(("rename", "add_theme", "split_theme", "headings")),
    )
    changed = [each for row in connection.execute(rows) for each in row.changed if each.get("row") == "theme"]
    return {each["number"] for each in changed if "name" in (each["after"] or ())}


def forget_phones(connection: Connection, activity_id: UUID) -> bool:
    """Take the phones' moves out of the log, and what else tells in which order they came. False: there were none."""
    mine = (_deed.activity_id == activity_id, _deed.what == PHONE)
    board = _board(connection, activity_id, [], [])
    if not connection.execute(delete(BoardDeed).where(*mine)).rowcount:
        return False
    save(connection, activity_id, "closed", board, board, [])
    if not is_sqlite():
        connection.execute(_SHUFFLE, {"activity": activity_id})
    return True


def _board(connection: Connection, activity_id: UUID, cards: Sequence[Any], themes: Sequence[Any]) -> Board:
    newest = select(_deed.number, _deed.changed).where(_deed.activity_id == activity_id)
    last = connection.execute(newest.order_by(_deed.number.desc()).limit(1)).first()
    what = select(_deed.what).where(*_moves(activity_id)).order_by(_deed.number.desc()).limit(1)
    used = last.changed[0]["used"] if last else (0, 0)
    return Board(
        tuple(Card(row.number, row.text, addresses(row.sources), *row[3:]) for row in cards),
        tuple(Theme(*row) for row in themes),
        revision=last.number if last else 0,
        undoable=connection.execute(what).scalar() or "",
        used_cards=used[0],
        used_themes=used[1],
    )


def _moves(activity_id: UUID) -> tuple[Any, ...]:
    return _deed.activity_id == activity_id, _deed.undone.is_(False), _deed.what.not_in(SILENT)


def _write(connection: Connection, activity_id: UUID, table: Any, done: Sequence[Change]) -> None:
    added = [each for each in done if each["before"] is None]
    gone = [each["number"] for each in done if each["after"] is None]
    if gone:
        mine = table.activity_id == activity_id
        connection.execute(
            delete(table).where(mine, table.number == bindparam("gone")), [{"gone": each} for each in gone]
        )
    if added:
        rows = [{"activity_id": activity_id, "number": each["number"], **each["after"]} for each in added]
        connection.execute(insert(table), rows)
    by_columns: defaultdict[tuple[str, ...], list[Change]] = defaultdict(list)
    for each in done:
        if each["before"] is not None and each["after"] is not None:
            by_columns[tuple(sorted(each["after"]))].append(each)
    for names, changed in by_columns.items():
        _update(connection, activity_id, table, names, changed)


def _update(
    connection: Connection, activity_id: UUID, table: Any, names: Sequence[str], changed: Sequence[Change]
) -> None:
    """Rows that change in the same columns, together."""
    one = table.activity_id == activity_id, table.number == bindparam("its_number")
    statement = update(table).where(*one).values({name: bindparam(f"new_{name}") for name in names})
    values = [
        {"its_number": each["number"]} | {f"new_{name}": each["after"][name] for name in names} for each in changed
    ]
    connection.execute(statement, values)


# PostgreSQL keeps rows where they were last written: taken out and put back in the order of their numbers.
_SHUFFLE = sql(
    "WITH taken AS (DELETE FROM boardcard WHERE activity_id = :activity RETURNING *)"
    " INSERT INTO boardcard SELECT * FROM taken ORDER BY number"
)
