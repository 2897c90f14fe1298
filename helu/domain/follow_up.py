"""What people have promised each other, how it went, and how things develop from pulse to pulse."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean, quantiles
from uuid import UUID

STATUSES = ("planned", "started", "done", "dropped")
OPEN = frozenset({"planned", "started"})
FLOOR = 5  # fewer answers than this are never shown; a pulse may ask for more, not for less
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan", "februar february feb", "mars march mar", "april apr", "mai may", "juni june jun",
            "juli july jul", "august aug", "september sept sep", "oktober october okt oct", "november nov",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NUMBERS = re.compile(r"(?<![\d.])(\d{1,2})[./]\s?(\d{1,2})(?:[./]\s?(\d{4}|\d{2}))?\.?(?![\d.])")
_WORDS = re.compile(rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+({_MONTH})\b\.?,?(?:\s+(\d{{4}}))?", re.IGNORECASE)
_WEEK = re.compile(r"\b(?:uke|veke|week)\s+(\d{1,2})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Commitment:
    """One thing somebody has said that they will do."""

    activity: str  # the id of the activity it was made in
    key: str  # lasting within that activity, also when its words are changed
    who: str
    what: str
    when: str = ""  # a date or words, as it was written
    sign: str = ""  # the first sign that it works
    status: str = "planned"  # one of STATUSES
    note: str = ""
    gathering: str = ""  # the title
    made_on: date | None = None
    changed_at: datetime | None = None  # the day the status was last set

    @property
    def id(self) -> str:
        """Activity and key in 38 characters: fits a slot, and can be read back."""
        return urlsafe_b64encode(UUID(self.activity).bytes).decode().rstrip("=") + self.key

    @property
    def line(self) -> str:
        """«Kari: Ta opp rekkefølgen på sakene»."""
        return f"{self.who}: {self.what}" if self.who else self.what

    @property
    def due(self) -> date | None:
        return date_in(self.when, self.made_on)


def read_id(given: str) -> tuple[UUID, str]:
    """(activity, key) of a commitment's id. Raises ValueError."""
    return UUID(bytes=urlsafe_b64decode(given[:22] + "==")), given[22:]


def date_in(words: str, made_on: date | None = None) -> date | None:
    """The first date in «innen 1. mars», «12.3.2027», «2027-03-12» or «uke 12», which ends on its Friday.

    Without a year it is the first such day from `made_on` on, and nothing when that is not known.
    """
    if found := _ISO.search(words):
        return _day(*(int(each) for each in found.groups()))
    if found := _WORDS.search(words):
        day, month, year = found.groups()
        return _from(made_on, int(day), MONTHS[month.lower()], year)
    if found := _NUMBERS.search(words):
        day, month, year = found.groups()
        return _from(made_on, int(day), int(month), year)
    if (found := _WEEK.search(words)) and made_on:
        return _friday(made_on, int(found.group(1)))
    return None


def counts_of(commitments: Iterable[Commitment]) -> dict[str, int]:
    """How many have each status, in the order of STATUSES."""
    counted = Counter(each.status for each in commitments)
    return {status: counted[status] for status in STATUSES}


def asked_again(gatherings: Sequence[tuple[datetime, Sequence[Commitment]]]) -> list[Commitment]:
    """What to open a gathering with: everything from the last time, and what else is open or settled since.

    `gatherings`, the newest first: when each was made, and its commitments.
    """
    with_some = [each for each in gatherings if each[1]]
    if not with_some:
        return []
    last, newest = with_some[0]
    older = [each for _made, commitments in with_some[1:] for each in commitments]
    return [*newest, *(each for each in older if each.status in OPEN or _changed_since(each, last))]


@dataclass(frozen=True)
class Point:
    """How one statement was answered in one pulse. All but `on` and `answered` are None below the floor."""

    on: date
    answered: int
    mean: float | None = None
    low: float | None = None  # the middle half of the answers lies from low to high
    high: float | None = None


@dataclass(frozen=True)
class Series:
    """One statement over time, the oldest pulse first."""

    statement: str  # its lasting id
    text: str  # as it was last worded
    low: int  # the ends of the scale
    high: int
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Round:
    """One closed pulse: what was asked, and every answer, statement -> step."""

    on: date
    statements: Mapping[str, str]
    answers: Sequence[Mapping[str, int | None]]
    floor: int = FLOOR
    low: int = 1
    high: int = 7


def development(rounds: Sequence[Round]) -> list[Series]:
    """Per statement its points in the order of time. The newest pulse's statements come first."""
    order = sorted(rounds, key=lambda each: each.on)
    texts: dict[str, str] = {}
    for each in reversed(order):
        for statement, text in each.statements.items():
            texts.setdefault(statement, text)
    return [
        Series(
            statement,
            text,
            min(each.low for each in order if statement in each.statements),
            max(each.high for each in order if statement in each.statements),
            tuple(_point(each, statement) for each in order if statement in each.statements),
        )
        for statement, text in texts.items()
    ]


def _changed_since(commitment: Commitment, moment: datetime) -> bool:
    """Only the day of a change is known: the hour could tell who was answering just then."""
    return commitment.changed_at is not None and commitment.changed_at.date() >= moment.date()


def _point(round_: Round, statement: str) -> Point:
    steps = [step for each in round_.answers if (step := each.get(statement)) is not None]
    if len(steps) < max(round_.floor, FLOOR):
        return Point(round_.on, len(steps))
    low, _middle, high = quantiles(steps, n=4, method="inclusive")
    return Point(round_.on, len(steps), fmean(steps), low, high)


def _from(made_on: date | None, day: int, month: int, year: str | None) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if made_on is None:
        return None
    this = _day(made_on.year, month, day)
    return this if this and this >= made_on else _day(made_on.year + 1, month, day)


def _friday(made_on: date, week: int) -> date | None:
    for year in (made_on.isocalendar().year, made_on.isocalendar().year + 1):
        try:
            friday = date.fromisocalendar(year, week, 5)
        except ValueError:
            return None
        if friday >= made_on - timedelta(days=4):
            return friday
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
