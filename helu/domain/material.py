"""What one step has made and the next one takes, and where it came from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Address:
    """Where a piece of text was made: an activity's id and a lasting key in it, or a part of a platform."""

    place: str  # an activity's id, or "platform:<id>:<part>"
    piece: str

    def as_json(self) -> dict[str, str]:
        return {"place": self.place, "piece": self.piece}


@dataclass(frozen=True)
class Thing:
    """One piece of material: a card, a theme, an option, a line or a text."""

    key: str  # lasting within its place; letters, digits and underscores, at most 40
    text: str
    origins: tuple[Address, ...] = ()  # what it was made from; empty for what somebody wrote
    weight: float | None = None  # points, dots or support, where it was weighed


def addresses(stored: Iterable[Mapping[str, str]]) -> tuple[Address, ...]:
    """As they are kept in JSON columns."""
    return tuple(Address(each["place"], each["piece"]) for each in stored)


def as_json(found: Iterable[Address]) -> list[dict[str, str]]:
    """Each once, in the order they came."""
    return [each.as_json() for each in dict.fromkeys(found)]


def entry(thing: Thing, place: str, use: str) -> dict[str, Any]:
    """A thing as an activity keeps it in its material: its own address is where it came from."""
    return {"key": thing.key, "text": thing.text, "use": use, "from": as_json([Address(place, thing.key)])}


def ends_of(origins: Iterable[Address], thing_at: Callable[[Address], Thing | None]) -> Iterator[tuple[Address, Thing]]:
    """Where the trails end: each thing that was made from nothing else, once. What is gone is passed over."""
    seen: set[Address] = set()
    waiting = list(origins)
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        thing = thing_at(at)
        if thing and thing.origins:
            waiting += thing.origins
        elif thing:
            yield at, thing
