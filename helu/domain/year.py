"""The annual wheel: when what repeats comes round."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helu.domain.platform import YearEntry

EVERY = {"year": 12, "quarter": 3, "month": 1}  # months from one time to the next


@dataclass(frozen=True)
class Mark:
    """One entry in one month of the wheel."""

    month: int
    day: int | None
    kind: str
    title: str
    who: str = ""
    repeats: str = "year"


def months_of(entry: YearEntry) -> list[int]:
    """1-12, in the order of the year. A quarter's entry returns every third month from its own."""
    return sorted({(entry.month - 1 + step) % 12 + 1 for step in range(0, 12, EVERY[entry.repeats])})


def marks(entries: Sequence[YearEntry]) -> list[Mark]:
    """Every time of every entry, through the year."""
    found = [
        Mark(month, each.day, each.kind, each.title, each.who, each.repeats)
        for each in entries
        for month in months_of(each)
    ]
    return sorted(found, key=lambda mark: (mark.month, mark.day or 0, mark.title))


def day_in(entry: YearEntry, year: int, month: int) -> date:
    """The 31st is the last day of a shorter month; without a day it is the first."""
    return date(year, month, min(entry.day or 1, monthrange(year, month)[1]))


def times(entry: YearEntry, first: date) -> list[date]:
    """Every time it comes in the twelve months from `first`, that day included."""
    until = a_year_after(first)
    wanted = months_of(entry)
    days = (day_in(entry, year, month) for year in (first.year, first.year + 1) for month in wanted)
    return [day for day in days if first <= day < until]


def a_year_after(first: date) -> date:
    """The same day next year; 28 February after a leap day."""
    return date(first.year + 1, first.month, min(first.day, monthrange(first.year + 1, first.month)[1]))
