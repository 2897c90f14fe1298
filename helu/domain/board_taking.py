"""Taking what people wrote onto a board."""

from collections.abc import Iterable
from dataclasses import replace

from helu.domain.board import Board, Card, same
from helu.domain.material import Address


def gather(board: Board, found: Iterable[tuple[Address, str]]) -> Board:
    """A card for each new text; an exact repeat is one more source of the card that says the same.

    What is on the board already stays where it lies, and nothing is taken away. A repeat of a divided card
    counts for the thoughts it was divided into as well.
    """
    cards = {card.number: card for card in board.cards}
    known = {address for card in board.cards for address in card.sources}
    says = {same(card.text): card.number for card in reversed(board.cards) if card.split_from is None}
    parts: dict[int, list[int]] = {}
    for card in board.cards:
        if card.split_from is not None:
            parts.setdefault(card.split_from, []).append(card.number)
    used = board.used_cards
    for address, text in found:
        if address in known:
            continue
        known.add(address)
        number = says.setdefault(same(text), used + 1)
        if number > used:
            used = number
            cards[number] = Card(number, text)
        for each in _with_parts(number, parts):
            cards[each] = replace(cards[each], sources=(*cards[each].sources, address))
    return board.of(card for card in cards.values())


def _with_parts(number: int, parts: dict[int, list[int]]) -> list[int]:
    """The card, and all that it or its thoughts have been divided into."""
    return [number, *(each for part in parts.get(number, []) for each in _with_parts(part, parts))]
