"""Utvikling: how the group has answered the same statements from pulse to pulse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from helu.activities.base import Kind, Settings
from helu.activities.fields import Field
from helu.activities.pictures import Picture
from helu.domain.follow_up import Point, Series
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _, day_of, number_of


@dataclass(frozen=True)
class Dot:
    when: str  # «3. des. 26»
    days: int  # since the first pulse, so that the distances are true
    said: str  # the mean, or that too few have answered
    answered: int
    mean: float | None
    low: float | None  # the middle half of the answers lies from low to high
    high: float | None


@dataclass(frozen=True)
class Line:
    key: str
    label: str
    low: int  # the ends of the scale
    high: int
    dots: list[Dot]


@dataclass(frozen=True)
class Development(Picture):
    shape: ClassVar[str] = "development"
    lines: list[Line]
    days: int  # from the first pulse to the last
    none: str = ""


class PulseDevelopmentSettings(Settings):
    pass


class PulseDevelopment(Kind):
    name = "pulse_development"
    title = sentence("Utvikling fra puls til puls")
    use = sentence("Salen ser hvordan svarene har endret seg siden sist. Ingen svarer her og nå.")
    examples = ()
    Settings = PulseDevelopmentSettings
    keeps = "pulses"

    def fields(self, settings: PulseDevelopmentSettings) -> list[Field]:
        return []

    def picture(self, settings: PulseDevelopmentSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        series = _series(settings)
        first = min((point.on for each in series for point in each.points), default=None)
        last = max((point.on for each in series for point in each.points), default=None)
        days = (last - first).days if first and last else 0
        return Development([_line(each, first) for each in series], days, _none())

    def summarise(self, settings: PulseDevelopmentSettings, answers: Sequence[Given]) -> str:
        series = _series(settings)
        if not series:
            return _none()
        return " ".join(f"«{each.text}»: {', '.join(_told(each))}." for each in series)


def _told(each: Series) -> list[str]:
    return [f"{_day(point.on)} {_said(point)}" for point in each.points]


def _line(each: Series, first: date | None) -> Line:
    return Line(
        each.statement, each.text, each.low, each.high, [_dot(point, first or point.on) for point in each.points]
    )


def _dot(point: Point, first: date) -> Dot:
    days = (point.on - first).days
    return Dot(_day(point.on), days, _said(point), point.answered, point.mean, point.low, point.high)


def _said(point: Point) -> str:
    if point.mean is None:
        return _("for få svar")
    return number_of(point.mean)


def _day(on: date) -> str:
    return f"{day_of(on, 'MMMd')} {on:%y}"


def _none() -> str:
    return _("Ingen puls er stengt ennå.")


def _series(settings: PulseDevelopmentSettings) -> Sequence[Series]:
    return settings.state if settings.state is not None else _example()


def _example() -> list[Series]:
    days = (date(2026, 3, 2), date(2026, 6, 1), date(2026, 9, 7))
    means = ((4.1, 3.0, 5.0), (4.6, 4.0, 5.5), (5.4, 5.0, 6.0))
    points = tuple(Point(on, 8, *middle) for on, middle in zip(days, means, strict=True))
    return [Series("s1", _("Vi bruker formålet når vi velger hvilke saker vi tar opp."), 1, 7, points)]
