"""Calendar files (RFC 5545) of whole days: the annual wheel repeated for twelve months, and days to be reminded of.

The same entry has the same UID in every file, so a calendar that reads a newer one changes what it has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from helu.domain.platform import YearEntry
from helu.domain.year import a_year_after, times
from helu.i18n import ZONE, _

if TYPE_CHECKING:
    from icalendar import Calendar, Event

THE_DAY_BEFORE = timedelta(hours=-9)  # at 15: Outlook takes in no reminder that comes after the day has begun


def today() -> date:
    """As the wall calendar in a Norwegian office has it."""
    return datetime.now(ZONE).date()


def calendar_file(
    name: str,
    entries: Sequence[YearEntry],
    first: date,
    about: str,
    kinds: Mapping[str, str],
    edition: int = 0,
    stamp: datetime | None = None,
) -> bytes:
    """The twelve months from `first` on.

    `about` says whose entries they are, so that UIDs differ between groups; `kinds` holds the words
    for the kinds of entries; a file with a higher `edition` replaces what came before it.
    """
    file = _empty(name, "Arshjul")
    for entry in entries:
        if days := times(entry, first):
            event = _event(entry, days, first, kinds)
            event.add("uid", f"{entry.id}@{about}.helu")
            event.add("sequence", edition)
            event.add("dtstamp", stamp or datetime.now(UTC))
            file.add_component(event)
    return bytes(file.to_ical())


def reminder_file(title: str, days: Sequence[date], about: str, category: str, edition: int = 0) -> bytes:
    """Each of the days by itself, with a reminder the afternoon before. `about` and a day make the UID."""
    from icalendar import Alarm

    file = _empty(title, "Trening")
    for day in days:
        event = _whole_day(title, day, category)
        event.add("uid", f"{about.replace('-', '')}{day:%Y%m%d}@{about}.helu")
        event.add("sequence", edition)
        event.add("dtstamp", datetime.now(UTC))
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", THE_DAY_BEFORE)
        event.add_component(alarm)
        file.add_component(event)
    return bytes(file.to_ical())


def _empty(name: str, product: str) -> Calendar:
    from icalendar import Calendar  # takes a moment to load, and few pages need it

    file = Calendar()
    file.add("prodid", f"-//Helu//{product}//NO")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", name)
    file.add("x-wr-timezone", ZONE.key)
    return file


def _whole_day(title: str, day: date, category: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("summary", title)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("categories", [category])
    event.add("transp", "TRANSPARENT")  # it stands in the calendar without making anybody busy all day
    return event


def _event(entry: YearEntry, days: Sequence[date], first: date, kinds: Mapping[str, str]) -> Event:
    event = _whole_day(entry.title, days[0], kinds[entry.kind])
    event.add("rrule", _rule(entry, a_year_after(first) - timedelta(days=1)))
    said = [_("Ansvar: {who}", who=entry.who)] if entry.who else []
    said += [] if entry.day else [_("Dagen er ikke bestemt ennå.")]
    if said:
        event.add("description", "\n".join(said))
    return event


def _rule(entry: YearEntry, until: date) -> dict[str, Any]:
    steps: dict[str, dict[str, Any]] = {
        "year": {"freq": "yearly", "bymonth": entry.month},
        "quarter": {"freq": "monthly", "interval": 3},
        "month": {"freq": "monthly"},
    }
    rule = steps[entry.repeats] | {"until": until}
    if (entry.day or 1) > 28:  # the last of these days that the month has
        rule |= {"bymonthday": list(range(28, (entry.day or 0) + 1)), "bysetpos": -1}
    return rule
