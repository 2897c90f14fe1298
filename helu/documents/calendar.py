"""The annual wheel as a calendar file (RFC 5545): whole days, repeated for twelve months.

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
    from icalendar import Event


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
    from icalendar import Calendar  # takes a moment to load, and few pages need it

    file = Calendar()
    file.add("prodid", "-//Helu//Arshjul//NO")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", name)
    file.add("x-wr-timezone", ZONE.key)
    for entry in entries:
        if days := times(entry, first):
            event = _event(entry, days, first, kinds)
            event.add("uid", f"{entry.id}@{about}.helu")
            event.add("sequence", edition)
            event.add("dtstamp", stamp or datetime.now(UTC))
            file.add_component(event)
    return bytes(file.to_ical())


def _event(entry: YearEntry, days: Sequence[date], first: date, kinds: Mapping[str, str]) -> Event:
    from icalendar import Event

    event = Event()
    event.add("summary", entry.title)
    event.add("dtstart", days[0])
    event.add("dtend", days[0] + timedelta(days=1))
    event.add("rrule", _rule(entry, a_year_after(first) - timedelta(days=1)))
    event.add("categories", [kinds[entry.kind]])
    event.add("transp", "TRANSPARENT")  # it stands in the calendar without making anybody busy all day
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
