"""A theme board: cards that people sort into themes. What lies where, and what the rules are."""

from dataclasses import dataclass
from typing import Literal

from helu.domain.material import Address

State = Literal["open", "parked", "split"]


@dataclass(frozen=True)
class Card:
    number: int
    text: str
    sources: tuple[Address, ...] = ()  # several when the same was written more than once
    theme: int | None = None
    state: State = "open"  # parked: set aside; split: its thoughts lie on cards of their own
    split_from: int | None = None
    why: tuple[str, ...] = ()  # the words it shares with the rest of its theme

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

    def unplaced(self) -> list[Card]:
        return [card for card in self.cards if card.state == "open" and card.theme is None]

    def in_theme(self, number: int) -> list[Card]:
        return [card for card in self.cards if card.state == "open" and card.theme == number]
