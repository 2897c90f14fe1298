"""The moves on a theme board: each takes the board and gives the board as it is afterwards.

A move on something that is not there raises Gone, so that nobody's move is done to another thing than they saw.
"""

from collections.abc import Sequence
from dataclasses import replace

from helu.domain.board import Board, Card, Gone, Theme
from helu.domain.material import Address

LONGEST_SUMMARY = 2000


class OneThought(Exception):
    """The card cannot be divided: it holds one thought."""


def place(board: Board, card: int, theme: int | None) -> Board:
    """In a theme, or in none. A card that was set aside is back."""
    moved = _whole(board, card)
    if theme is not None:
        board.theme(theme)
    return board.of([replace(moved, theme=theme, state="open")])


def park(board: Board, card: int, parked: bool) -> Board:
    """Set aside, or back among those that lie in no theme."""
    moved = _whole(board, card)
    if parked == (moved.state == "parked"):
        return board
    return board.of([replace(moved, theme=None, state="parked" if parked else "open")])


def merge(board: Board, theme: int, into: int) -> Board:
    """The cards and the summary of one theme are laid to another, which keeps its name when it has one."""
    gone, kept = board.theme(theme), board.theme(into)
    if theme == into:
        return board
    summary = "\n\n".join(filter(None, (kept.summary, gone.summary)))[:LONGEST_SUMMARY]
    moved = [replace(card, theme=into) for card in board.cards if card.theme == theme]
    kept = replace(kept, name=kept.name or gone.name, summary=summary)
    return in_order(board.of(moved, [kept]).without(themes=[theme]))


def split_theme(board: Board, theme: int, cards: Sequence[int], name: str) -> Board:
    """Some of a theme's cards in a new theme, which stands right after it."""
    first = board.theme(theme)
    chosen = [board.card(number) for number in dict.fromkeys(cards)]
    if not chosen or any(card.theme != theme for card in chosen):
        raise Gone
    new = Theme(board.used_themes + 1, name, position=first.position)  # a higher number stands after an equal place
    return in_order(board.of([replace(card, theme=new.number) for card in chosen], [new]))


def split_card(board: Board, card: int, texts: Sequence[str]) -> Board:
    """A card for each thought, lying where the card lay. The card itself stays, as what they were made from."""
    whole = _whole(board, card)
    if len(texts) < 2:
        raise OneThought
    parts = [
        replace(whole, number=board.used_cards + at, text=text, split_from=card) for at, text in enumerate(texts, 1)
    ]
    return board.of([replace(whole, theme=None, state="split"), *parts])


def rename(board: Board, theme: int, name: str) -> Board:
    return board.of(themes=[replace(board.theme(theme), name=name)])


def summarise(board: Board, theme: int, text: str) -> Board:
    return board.of(themes=[replace(board.theme(theme), summary=text)])


def add_card(board: Board, text: str, theme: int | None = None, sources: tuple[Address, ...] = ()) -> Board:
    if theme is not None:
        board.theme(theme)
    return board.of([Card(board.used_cards + 1, text, sources, theme)])


def add_theme(board: Board, name: str) -> Board:
    return in_order(board.of(themes=[Theme(board.used_themes + 1, name, position=len(board.themes))]))


def remove_theme(board: Board, theme: int) -> Board:
    """Its cards lie in no theme."""
    board.theme(theme)
    freed = [replace(card, theme=None) for card in board.cards if card.theme == theme]
    return in_order(board.of(freed).without(themes=[theme]))


def order(board: Board, theme: int, position: int) -> Board:
    """`position` 0 is first; past the end is last."""
    others = [each for each in board.themes if each.number != theme]
    others.insert(max(0, position), board.theme(theme))
    return board.of(themes=_numbered(others))


def _whole(board: Board, number: int) -> Card:
    """A card that is not divided into its thoughts."""
    card = board.card(number)
    if card.state == "split":
        raise Gone
    return card


def in_order(board: Board) -> Board:
    return board.of(themes=_numbered(board.themes))


def _numbered(themes: Sequence[Theme]) -> list[Theme]:
    return [replace(theme, position=at) for at, theme in enumerate(themes)]
