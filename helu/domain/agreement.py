"""Gradients of agreement: how grades from 1 (full support) to 8 (stop) lie, and what that amounts to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

LOW, HIGH = 1, 8
SUPPORTS, RESERVED = range(1, 4), 3  # 3 supports too, with something it wants to have said
UNDECIDED, AGAINST, STOPS = range(4, 6), range(6, 9), 8
MOST, LARGE = 1 / 2, 2 / 3  # what counts as a majority and as a large one
PART = 1 / 3  # so many on either side is a divided room

Lead = Literal[
    "nothing",
    "all",
    "all_reserved",
    "wide",
    "wide_reserved",
    "majority",
    "divided",
    "undecided",
    "against",
    "wide_against",
    "spread",
]
Turn = Literal["towards", "away", "wider", "same"]


@dataclass(frozen=True)
class Standing:
    """How the answers to one proposal lie."""

    counts: tuple[int, ...] = (0,) * HIGH  # one per grade, full support first

    @property
    def answered(self) -> int:
        return sum(self.counts)

    @property
    def support(self) -> int:
        return self._of(SUPPORTS)

    @property
    def reserved(self) -> int:
        return self.counts[RESERVED - 1]

    @property
    def undecided(self) -> int:
        return self._of(UNDECIDED)

    @property
    def against(self) -> int:
        """Including those who say stop."""
        return self._of(AGAINST)

    @property
    def stops(self) -> int:
        return self.counts[STOPS - 1]

    @property
    def mean(self) -> float | None:
        """Mean support from 0.0, all say stop, to 1.0, all support fully; None when nobody has answered."""
        if not self.answered:
            return None
        total = sum((HIGH - grade) * count for grade, count in enumerate(self.counts, LOW))
        return total / self.answered / (HIGH - LOW)

    @property
    def modes(self) -> list[int]:
        """The grades that most people gave; none when nobody has answered."""
        most = max(self.counts)
        return [grade for grade, count in enumerate(self.counts, LOW) if count == most] if most else []

    def _of(self, grades: range) -> int:
        return sum(self.counts[grade - 1] for grade in grades)


@dataclass(frozen=True)
class Earlier:
    """What a round of agreement begins from: the round before it, and how openly this one is held."""

    by_id: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_text: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    sealed: bool = False  # people are answering at this moment: nothing is shown
    named: bool = False  # everybody signs, so no grade is a secret

    def counts(self, id_: str, text: str) -> tuple[int, ...] | None:
        return self.by_id.get(id_) or self.by_text.get(text)


def standing(grades: Iterable[object]) -> Standing:
    """Whatever is not a grade is left out."""
    counts = Counter(grade for grade in grades if isinstance(grade, int) and LOW <= grade <= HIGH)
    return Standing(tuple(counts[grade] for grade in range(LOW, HIGH + 1)))


def lead(lies: Standing) -> Lead:
    """What the room amounts to. Depends on shares only: a room twice as large that lies alike gets the same."""
    if not lies.answered:
        return "nothing"
    support, undecided, against = (each / lies.answered for each in (lies.support, lies.undecided, lies.against))
    if support == 1:
        return "all_reserved" if lies.reserved else "all"
    if support >= PART and against >= PART:
        return "divided"
    if support >= LARGE:
        return "wide_reserved" if lies.reserved * 2 >= lies.support else "wide"
    if against >= LARGE:
        return "wide_against"
    if support > MOST:
        return "majority"
    if against > MOST:
        return "against"
    return "undecided" if undecided >= MOST else "spread"


def turn(before: Sequence[int], now: Sequence[int]) -> Turn:
    """Which way a room has gone from one round to the next. Said of how the rounds lie, never of persons.

    Towards support means that at every grade at least as large a share stands there or nearer to full
    support as before; away is the opposite; wider is neither.
    """
    first, second = _heaped(before), _heaped(now)
    if first == second:
        return "same"
    if all(later >= earlier for earlier, later in zip(first, second, strict=True)):
        return "towards"
    if all(later <= earlier for earlier, later in zip(first, second, strict=True)):
        return "away"
    return "wider"


def moved(before: Sequence[int], now: Sequence[int]) -> int | None:
    """At least so many stand elsewhere now; None when the rounds were not of the same size."""
    if sum(before) != sum(now):
        return None
    return sum(max(0, later - earlier) for earlier, later in zip(before, now, strict=True))


def _heaped(counts: Sequence[int]) -> list[float]:
    """The share at each grade or nearer to full support. Rounded: thirds of 3 and of 6 are the same."""
    total, heap, heaps = sum(counts) or 1, 0, []
    for count in counts:
        heap += count
        heaps.append(round(heap / total, 9))
    return heaps
