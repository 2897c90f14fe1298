"""A theme board: cards that people sort into themes. What lies where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeVar

from helu.domain.material import Address
from helu.domain.text import one_line

State = Literal["open", "parked", "split"]
Piece = TypeVar("Piece")
_ENDS = " .,;:!?…"


class Gone(Exception):
    """The card or the theme is not on the board any more, or does not lie where it was seen."""


@dataclass(frozen=True)
class Card:
    number: int
    text: str
    sources: tuple[Address, ...] = ()  # several when the same was written more than once
    theme: int | None = None
    state: State = "open"  # parked: set aside; split: its thoughts lie on cards of their own
    split_from: int | None = None

    @property
    def count(self) -> int:
        return max(1, len(self.sources))


@dataclass(frozen=True)
class Theme:
    number: int
    name: str
    summary: str = ""
    position: int = 0


@dataclass(frozen=True)
class Board:
    cards: tuple[Card, ...] = ()
    themes: tuple[Theme, ...] = ()  # in the order they stand
    revision: int = 0  # goes up with every move
    undoable: str = ""  # what the newest move that can be undone was; empty when there is none
    used_cards: int = 0  # the highest number a card has ever had; no number is used again
    used_themes: int = 0

    def card(self, number: int) -> Card:
        """Raises Gone."""
        return _known(self._cards, number)

    def theme(self, number: int) -> Theme:
        return _known(self._themes, number)

    def has_theme(self, number: int) -> bool:
        return number in self._themes

    def unplaced(self) -> list[Card]:
        return [card for card in self.cards if card.state == "open" and card.theme is None]

    def in_theme(self, number: int) -> list[Card]:
        return [card for card in self.cards if card.state == "open" and card.theme == number]

    def largest_first(self) -> list[Theme]:
        """By how many have said something in them; equally large ones as they stand."""
        return sorted(self.themes, key=lambda theme: -sum(card.count for card in self.in_theme(theme.number)))

    def of(self, cards: Iterable[Card] = (), themes: Iterable[Theme] = ()) -> "Board":
        """The board with these in the place of those with the same numbers, or added."""
        laid = {**self._cards, **{card.number: card for card in cards}}
        named = {**self._themes, **{theme.number: theme for theme in themes}}
        return replace(
            self,
            cards=tuple(laid[number] for number in sorted(laid)),
            themes=tuple(sorted(named.values(), key=lambda theme: (theme.position, theme.number))),
            used_cards=max(self.used_cards, *laid, 0),
            used_themes=max(self.used_themes, *named, 0),
        )

    def without(self, cards: Iterable[int] = (), themes: Iterable[int] = ()) -> "Board":
        """The board without those numbers, which stay used."""
        no_cards, no_themes = set(cards), set(themes)
        return replace(
            self,
            cards=tuple(card for card in self.cards if card.number not in no_cards),
            themes=tuple(theme for theme in self.themes if theme.number not in no_themes),
        )

    @cached_property
    def _cards(self) -> dict[int, Card]:
        return {card.number: card for card in self.cards}

    @cached_property
    def _themes(self) -> dict[int, Theme]:
        return {theme.number: theme for theme in self.themes}


def _known(among: Mapping[int, Piece], number: int) -> Piece:
    if number not in among:
        raise Gone
    return among[number]


def same(text: str) -> str:
    """Equal for texts that are exact repeats but for capitals, blanks and what they end with."""
    return one_line(text).casefold().rstrip(_ENDS) or one_line(text)
