"""Plattformhjulet: what the group's platform holds, put on the wall so that all can look at it together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from helu.activities.base import Kind, Settings
from helu.activities.fields import Field
from helu.activities.pictures import Card, Column, Columns, Picture
from helu.domain.given import Given
from helu.domain.platform import Line, Matter, Matters, Value, Values, Year, YearEntry
from helu.domain.wheel import HIGH, Segment, Wheel, balance, without_matters
from helu.domain.year import marks
from helu.errors import sentence
from helu.i18n import _, day_of, number_of

MATTER_KINDS = {
    "information": sentence("Orientering"),
    "discussion": sentence("Diskusjon"),
    "decision": sentence("Beslutning"),
}
ENTRY_KINDS = {
    "meeting": sentence("Møte"),
    "matter": sentence("Fast sak"),
    "deadline": sentence("Frist"),
    "follow_up": sentence("Oppfølging"),
}
MONTHS = (
    sentence("januar"),
    sentence("februar"),
    sentence("mars"),
    sentence("april"),
    sentence("mai"),
    sentence("juni"),
    sentence("juli"),
    sentence("august"),
    sentence("september"),
    sentence("oktober"),
    sentence("november"),
    sentence("desember"),
)


class PlatformWheelSettings(Settings):
    show: Literal["wheel", "year", "values", "matters"] = "wheel"


@dataclass(frozen=True)
class Shown:
    """What the wall is to show of a platform: one of these, and the poster's lines beside the matters."""

    wheel: Wheel | None = None
    year: Year | None = None
    values: Values | None = None
    matters: Matters | None = None
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Sector:
    """One element as it is drawn: everything that is said is in words already."""

    key: str
    title: str
    status: float | None  # 1.0-5.0
    figure: str  # «3,4», or empty
    decided: str  # «Vedtatt 12.03.2026», or empty
    work: str  # «2 åpne oppgaver», or empty
    said: str  # all of it, for those who do not see it


@dataclass(frozen=True)
class WheelPicture(Picture):
    shape: ClassVar[str] = "wheel"
    centre: str
    keyword: str
    most: int
    scale: str  # what the figures mean; empty when there are none
    sectors: list[Sector]


@dataclass(frozen=True)
class Entry:
    month: int  # 1-12
    kind: str
    title: str
    when: str  # «12.», or empty
    who: str = ""


@dataclass(frozen=True)
class Often:
    """What comes so often that it is said once instead of in every month."""

    kind: str
    title: str
    when: str  # «Hver måned»


@dataclass(frozen=True)
class YearPicture(Picture):
    shape: ClassVar[str] = "year"
    months: list[str]
    kinds: dict[str, str]
    marks: list[Entry]  # every one of them, for the wheel
    often: list[Often]
    once: list[Entry]  # for the list beside it


@dataclass(frozen=True)
class ValuesPicture(Columns):
    shape: ClassVar[str] = "values"
    vision: str = ""


class PlatformWheel(Kind):
    name = "platform_wheel"
    title = sentence("Plattformhjulet")
    use = sentence("Vis hjulet, årshjulet, verdiene eller sakene fra ledergruppens plattform for alle.")
    examples = ()
    Settings = PlatformWheelSettings
    keeps = "wheel"
    always_shown = True
    desk = "wheel"

    def fields(self, settings: PlatformWheelSettings) -> list[Field]:
        return []

    def picture(self, settings: PlatformWheelSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        shown = settings.state or EXAMPLE
        if settings.show == "wheel":
            return wheel_picture(shown.wheel or Wheel("", ""))
        if settings.show == "year":
            return year_picture(shown.year or Year())
        if settings.show == "values":
            return values_picture(shown.values or Values())
        return matters_picture(shown.matters or Matters(), shown.lines)

    def summarise(self, settings: PlatformWheelSettings, answers: Sequence[Given]) -> str:
        shown = settings.state or EXAMPLE
        if settings.show == "wheel":
            return _("Plattformhjulet: {elements}", elements=". ".join(each.said for each in _sectors(shown.wheel)))
        if settings.show == "year":
            return _("Årshjulet har {count} faste punkter.", count=len(shown.year.entries if shown.year else ()))
        if settings.show == "values":
            return _("{count} verdier", count=len(shown.values.values if shown.values else ()))
        held = balance(shown.matters.matters if shown.matters else ())
        return _("{count} saker, {development} av dem om utvikling", count=held.all, development=held.development)


def wheel_picture(wheel: Wheel) -> WheelPicture:
    known = any(each.status for each in wheel.segments)
    scale = _("Gruppens egen vurdering, fra 1 (ikke på plass) til 5 (godt på plass)") if known else ""
    return WheelPicture(wheel.centre, wheel.keyword, HIGH, scale, _sectors(wheel))


def year_picture(year: Year) -> YearPicture:
    found = marks(year.entries)
    often = [each for each in year.entries if each.repeats != "year"]
    said = {"month": _("Hver måned"), "quarter": _("Hvert kvartal")}
    every = [Entry(each.month, each.kind, each.title, _day(each.day), each.who) for each in found]
    return YearPicture(
        [_(month) for month in MONTHS],
        {kind: _(words) for kind, words in ENTRY_KINDS.items()},
        every,
        [Often(each.kind, each.title, said[each.repeats]) for each in often],
        [each for each, mark in zip(every, found, strict=True) if mark.repeats == "year"],
    )


def values_picture(values: Values) -> ValuesPicture:
    """The vision, and a column for each value with its signs as cards."""
    return ValuesPicture([Column(each.id, each.text, _signs(each)) for each in values.values], values.vision)


def matters_picture(matters: Matters, lines: Sequence[Line]) -> Columns:
    """A column for each type of matter, under each matter the line it serves; and the lines nothing serves."""
    serves = {line.id: line.text for line in lines}
    columns = []
    for kind, words in MATTER_KINDS.items():
        held = [each for each in matters.matters if each.kind == kind]
        columns.append(Column(kind, _(words), [Card(e.id, e.text, serves.get(e.line, "")) for e in held]))
    if missing := without_matters(lines, matters.matters):
        columns.append(Column("missing", _("Linjer uten saker"), [Card(each.id, each.text) for each in missing]))
    return Columns(columns)


def _signs(value: Value) -> list[Card]:
    actions = [Card(each.id, each.text, _("Handling")) for each in value.actions]
    return actions + [Card(each.id, each.text, _("Holdning")) for each in value.attitudes]


def _sectors(wheel: Wheel | None) -> list[Sector]:
    return [sector(each) for each in (wheel.segments if wheel else ())]


def sector(segment: Segment) -> Sector:
    number = number_of(segment.status) if segment.status else ""
    said = [segment.title]
    said.append(_("status {status} av 5, {count} svar", status=number, count=segment.answered) if number else "")
    decided = _("Vedtatt {date}", date=day_of(segment.decided, "short")) if segment.decided else ""
    one = _("1 åpen oppgave") if segment.work == 1 else _("{count} åpne oppgaver", count=segment.work)
    work = one if segment.work else ""
    whole = ", ".join(filter(None, [*said, decided, work]))
    return Sector(segment.key, segment.title, segment.status, number, decided, work, whole)


def _day(day: int | None) -> str:
    return f"{day}." if day else ""


EXAMPLE = Shown(
    wheel=Wheel(
        "Ledergruppeutvikling",
        "Merverdi",
        [
            Segment("purpose", "Formål", 4.2, 11, date(2026, 3, 12), 0, True),
            Segment("development_goals", "Utviklingsmål", 2.6, 11, None, 2, True),
            Segment("group_norms", "Gruppenormer", 3.4, 10, date(2026, 3, 12), 1, True),
            Segment("matters", "Saker", 3.0, 11, None, 0, True),
            Segment("case_handling", "Sakshåndtering", 1.8, 9, None, 3),
            Segment("annual_cycle_meetings", "Årshjul og møtestruktur", None, 0, None, 0),
            Segment("continuous_improvement", "Kontinuerlig forbedring", 2.2, 11, None, 1),
        ],
    ),
    year=Year(
        entries=[
            YearEntry(id="e1", title="Ledermøte", month=1, day=12, repeats="month"),
            YearEntry(id="e2", title="Status for økonomi", month=1, kind="matter", repeats="quarter"),
            YearEntry(id="e3", title="Innspill til budsjettet", month=9, day=15, kind="deadline"),
            YearEntry(id="e4", title="Hvordan fungerer vi?", month=5, kind="follow_up"),
        ]
    ),
    values=Values(
        values=[
            Value(id="v1", text="Respekt", actions=[Line(id="a1", text="Vi møter forberedt")]),
            Value(id="v2", text="Mot", attitudes=[Line(id="a2", text="Uenighet er velkommen")]),
        ]
    ),
    matters=Matters(
        matters=[
            Matter(id="m1", text="Heltidskultur", kind="discussion", line="l1"),
            Matter(id="m2", text="Nye tall for sykefravær", kind="information", balance="operations"),
            Matter(id="m3", text="Prioriteringer neste år", kind="decision", line="l1"),
        ]
    ),
    lines=[Line(id="l1", text="å sette retning for kommunen")],
)
