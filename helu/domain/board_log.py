"""What a move changed on a board, as plain data, and the way back.

A change is `{"row": "card" or "theme", "number", "before", "after"}`. Before and after hold the columns that
changed; all of them for what was added or taken away, and then the other one is None.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from helu.domain.board import Board, Card, Gone, Theme
from helu.domain.material import addresses, as_json

Change = dict[str, Any]
_KINDS: dict[str, type[Card] | type[Theme]] = {"card": Card, "theme": Theme}
_COLUMNS = {row: [each.name for each in fields(kind) if each.name != "number"] for row, kind in _KINDS.items()}


class Altered(Exception):
    """The rows are not as the move left them, so it cannot be undone."""


def changes(before: Board, after: Board) -> list[Change]:
    """Of the themes first: a card may lie in one that is new."""
    return [
        *_changed("theme", {each.number: each for each in before.themes}, {each.number: each for each in after.themes}),
        *_changed("card", {each.number: each for each in before.cards}, {each.number: each for each in after.cards}),
    ]


def undo(board: Board, done: Sequence[Change]) -> Board:
    """The board as it was before a move. Raises Altered when what it changed has been changed once more."""
    for change in done:
        _require_as_left(board, change)
    back = board.without(
        cards=[each["number"] for each in done if each["row"] == "card" and each["before"] is None],
        themes=[each["number"] for each in done if each["row"] == "theme" and each["before"] is None],
    )
    restored = [(each["row"], _restored(board, each)) for each in done if each["before"] is not None]
    back = back.of(
        [made for row, made in restored if row == "card"], [made for row, made in restored if row == "theme"]
    )
    if not _holds_together(back):
        raise Altered
    return back


def as_row(values: dict[str, Any]) -> dict[str, Any]:
    """Columns as a row holds them."""
    return {name: as_json(each) if name == "sources" else each for name, each in values.items()}


def _changed(row: str, before: dict[int, Any], after: dict[int, Any]) -> list[Change]:
    found = []
    for number in dict.fromkeys([*before, *after]):
        was, now = before.get(number), after.get(number)
        if was is now or was == now:
            continue
        names = [name for name in _COLUMNS[row] if None in (was, now) or getattr(was, name) != getattr(now, name)]
        found.append({"row": row, "number": number, "before": _columns(was, names), "after": _columns(now, names)})
    return found


def _columns(piece: Card | Theme | None, names: Sequence[str]) -> dict[str, Any] | None:
    return None if piece is None else as_row({name: getattr(piece, name) for name in names})


def _require_as_left(board: Board, change: Change) -> None:
    try:
        found = board.card(change["number"]) if change["row"] == "card" else board.theme(change["number"])
    except Gone:
        found = None
    after = change["after"]
    if (found is None) != (after is None) or (after is not None and _columns(found, list(after)) != after):
        raise Altered


def _restored(board: Board, change: Change) -> Any:
    kind = _KINDS[change["row"]]
    now: dict[str, Any] = {}
    if change["after"] is not None:
        found: Any = board.card(change["number"]) if kind is Card else board.theme(change["number"])
        now = {name: getattr(found, name) for name in _COLUMNS[change["row"]]}
    return kind(number=change["number"], **now | _read(change["before"]))


def _read(columns: dict[str, Any]) -> dict[str, Any]:
    return {name: addresses(each) if name == "sources" else each for name, each in columns.items()}


def _holds_together(board: Board) -> bool:
    numbers = {card.number for card in board.cards}
    return all(
        (card.theme is None or board.has_theme(card.theme)) and (card.split_from is None or card.split_from in numbers)
        for card in board.cards
    )
