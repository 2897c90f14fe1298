"""What is coming for a group, as a calendar file: deadlines of commitments, pulses, and the next follow-ups."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from helu.documents.calendar import calendar_file, today
from helu.domain.follow_up import Commitment
from helu.domain.platform import Year, YearEntry
from helu.i18n import _
from helu.services import commitments, platforms, pulses
from helu.services.pulses import Listed
from helu.store.platform_tables import Platform

AHEAD = timedelta(days=364)  # a calendar file holds the twelve months to come


def calendar(db: Session, platform: Platform) -> bytes:
    """The twelve months to come. Empty of events when nothing is planned."""
    first = today()
    kinds = {"deadline": _("Frist"), "follow_up": _("Oppfølging")}
    name = _("Oppfølging for {group}", group=platforms.name_of(db, platform))
    return calendar_file(name, entries(db, platform, first), first, str(platform.id), kinds)


def entries(db: Session, platform: Platform, first: date) -> list[YearEntry]:
    """Sorted by date, the nearest first."""
    return [entry for _day, entry in sorted(_coming(db, platform, first), key=lambda pair: (pair[0], pair[1].id))]


def _coming(db: Session, platform: Platform, first: date) -> Iterator[tuple[date, YearEntry]]:
    for day, commitment in commitments.deadlines(db, platform):
        if first <= day <= first + AHEAD:
            yield day, _deadline(day, commitment)
    for pulse in pulses.listed(db, platform):
        day = pulse.pulse.opens_at.astimezone(pulses.ZONE).date()
        if pulse.state == "waiting" and first <= day <= first + AHEAD:
            yield day, _pulse(day, pulse)
    year = platforms.newest(db, platform, "year").content
    if isinstance(year, Year):
        for entry in year.entries:
            if entry.kind == "follow_up":
                yield first.replace(day=1), entry


def _deadline(day: date, of: Commitment) -> YearEntry:
    return YearEntry(
        id=_letters(of.id), title=of.line[:200], month=day.month, day=day.day, kind="deadline", who=of.who[:200]
    )


def _pulse(day: date, of: Listed) -> YearEntry:
    title = _("{title} åpner", title=of.workshop.title)[:200]
    return YearEntry(id=of.pulse.workshop_id.hex, title=title, month=day.month, day=day.day, kind="follow_up")


def _letters(id_: str) -> str:
    """A commitment's id may hold a hyphen, which an entry's may not."""
    return id_.replace("-", "__")[:40]
