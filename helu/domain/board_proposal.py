"""A proposal of themes laid out on a board, and why a card lies where it does."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from helu.domain import themes
from helu.domain.board import Board, Card, Theme, same
from helu.domain.board_moves import in_order
from helu.domain.theme_names import shared_words, support
from helu.domain.theme_words import read

LONGEST_NAME = 200
MOST_PROPOSED = 24
_Heaps = list[tuple[str, list[Card]]]


def propose(
    board: Board,
    groups: int | None = None,
    headings: Sequence[str] | None = None,
    again: bool = False,
    own: Collection[int] = (),
    away: Collection[int] = (),
) -> Board:
    """The cards that lie in no theme sorted into the themes there are, and what fits in none into new ones.

    `again`: all cards are sorted, and only themes in `own`, which people have named, or with a summary stay.
    `groups`: how many themes there should be in all; without it at most 24 new ones. With `headings` the themes
    are those, and there are no new ones. `away`: numbers of cards that nobody sees; they stay out of it.
    """
    board = _cleared(board, set(own), set(away)) if again else board
    cards = [card for card in board.unplaced() if card.number not in away]
    if headings is not None:
        return _laid(board, _under(cards, headings))
    named = [theme.name for theme in board.themes if theme.name]
    heaps = _under(cards, named)
    left = {card.number for card in cards} - {card.number for _name, heap in heaps for card in heap}
    wanted = None if groups is None else groups - len(named)
    if wanted is None or wanted > 0:
        heaps += _proposed([card for card in cards if card.number in left], wanted)
    return _laid(board, heaps)


def whys(board: Board) -> dict[int, list[str]]:
    """For each card in a theme the words it shares with the rest of it, as they stand on the card."""
    found: dict[int, list[str]] = {}
    for theme in board.themes:
        cards = board.in_theme(theme.number)
        shared = _shared(theme.name, tuple(card.text for card in cards))
        found |= {card.number: list(words) for card, words in zip(cards, shared, strict=True)}
    return found


@lru_cache(maxsize=512)
def _shared(name: str, cards: tuple[str, ...]) -> list[list[str]]:
    """Remembered for each theme: a move changes two of them, and the board is drawn four times a second."""
    if not cards:
        return []
    readings, heads = read(cards, [name])
    common = support(sorted(readings, key=lambda each: each.text))
    found = []
    for reading in readings:
        others = {mark: common[mark] - value / len(cards) for mark, value in reading.marks.items()}
        found.append(shared_words(reading, {m: max(v, heads[0].marks.get(m, 0.0)) for m, v in others.items()}))
    return found


def _cleared(board: Board, own: set[int], away: set[int]) -> Board:
    """Without the themes that only a proposal has made, and with every card of the others taken out."""
    freed = [replace(card, theme=None) for card in board.cards if card.theme is not None and card.number not in away]
    kept = {theme.number for theme in board.themes if theme.summary or (theme.name and theme.number in own)}
    dropped = {theme.number for theme in board.themes} - kept
    hidden = [replace(card, theme=None) for card in board.cards if card.number in away and card.theme in dropped]
    return board.of([*freed, *hidden]).without(themes=dropped)


def _under(cards: Sequence[Card], headings: Sequence[str]) -> _Heaps:
    if not cards or not headings:
        return [(name, []) for name in headings]
    made = themes.propose(_people(cards), headings=headings)
    heaps = {theme.name: _numbers(cards, theme.cards) for theme in made if theme.name}
    return [(name, heaps.get(name, [])) for name in dict.fromkeys(headings)]


def _proposed(cards: Sequence[Card], groups: int | None) -> _Heaps:
    """When nobody has said how many themes there should be, no more than a room can talk about."""
    made = themes.propose(_people(cards), groups)
    if groups is None and sum(bool(theme.name) for theme in made) > MOST_PROPOSED:
        made = themes.propose(_people(cards), MOST_PROPOSED)
    return [(_as_heading(theme.name), _numbers(cards, theme.cards)) for theme in made if theme.name]


def _as_heading(name: str) -> str:
    return (name[:1].upper() + name[1:])[:LONGEST_NAME]


def _people(cards: Sequence[Card]) -> list[str]:
    """What was said by several counts as often."""
    return [card.text for card in cards for _person in range(card.count)]


def _numbers(cards: Sequence[Card], places: Sequence[int]) -> list[Card]:
    said = [card for card in cards for _person in range(card.count)]
    return list({said[at].number: said[at] for at in places}.values())


def _laid(board: Board, heaps: _Heaps) -> Board:
    """In the themes with those names, the first of them when several have the same; new ones come last."""
    known = {same(theme.name): theme.number for theme in reversed(board.themes) if theme.name}
    new: list[Theme] = []
    moved: list[Card] = []
    for name, cards in heaps:
        if same(name) not in known:
            made = Theme(board.used_themes + len(new) + 1, name, position=len(board.themes) + len(new))
            known[same(name)] = made.number
            new.append(made)
        moved += [replace(card, theme=known[same(name)]) for card in cards]
    return in_order(board.of(moved, new))
