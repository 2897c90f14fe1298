"""The calendar file, read back by the library that calendars are read with."""

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from helu.documents.calendar import calendar_file
from helu.domain.platform import YearEntry
from helu.domain.year import a_year_after, months_of, times

KINDS = {"meeting": "Møte", "matter": "Fast sak", "deadline": "Frist", "follow_up": "Oppfølging"}
FIRST = date(2026, 3, 10)


def read(*entries, first=FIRST, edition=0):
    file = calendar_file(
        "Årshjulet: Ledergruppa", entries, first, "fjell", KINDS, edition, datetime(2026, 3, 1, tzinfo=UTC)
    )
    return Calendar.from_ical(file)


def events(*entries, **more):
    return list(read(*entries, **more).walk("VEVENT"))


def days_of(event):
    """Every day the event comes, as a calendar works it out."""
    start = event["dtstart"].dt
    rule = event["rrule"].to_ical().decode()
    held = rrulestr(rule, dtstart=datetime(start.year, start.month, start.day), ignoretz=True)
    return [each.date() for each in held]


def entry(**more):
    return YearEntry(**{"id": "e1", "title": "Ledermøte på rådhuset", "month": 4, "day": 12, **more})


def test_the_file_says_whose_it_is_and_where():
    file = read(entry())
    assert str(file["x-wr-calname"]) == "Årshjulet: Ledergruppa"
    assert str(file["x-wr-timezone"]) == "Europe/Oslo"


def test_what_comes_once_a_year_is_a_whole_day_in_the_next_twelve_months():
    (event,) = events(entry(who="Kari", kind="deadline"))
    assert str(event["summary"]) == "Ledermøte på rådhuset"
    assert event["dtstart"].dt == date(2026, 4, 12)
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
    assert not isinstance(event["dtstart"].dt, datetime)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert days_of(event) == [date(2026, 4, 12)]
    assert "Kari" in str(event["description"])
    assert event["categories"].to_ical() == b"Frist"


def test_what_is_over_this_year_comes_next_year():
    (event,) = events(entry(month=1))
    assert days_of(event) == [date(2027, 1, 12)]


def test_a_quarter_and_a_month_repeat_through_the_twelve_months():
    quarter, month = events(entry(month=2, repeats="quarter"), entry(id="e2", repeats="month"))
    assert days_of(quarter) == [date(2026, 5, 12), date(2026, 8, 12), date(2026, 11, 12), date(2027, 2, 12)]
    assert len(days_of(month)) == 12


def test_the_31st_is_the_last_day_of_shorter_months():
    (event,) = events(entry(day=31, repeats="month"))
    assert date(2026, 4, 30) in days_of(event)
    assert date(2027, 2, 28) in days_of(event)
    assert len(days_of(event)) == 12


def test_without_a_day_it_stands_on_the_first_and_says_so():
    (event,) = events(entry(day=None))
    assert event["dtstart"].dt == date(2026, 4, 1)
    assert "ikke bestemt" in str(event["description"])


def test_the_same_entry_keeps_its_uid_and_a_newer_file_replaces_it():
    before, after = events(entry())[0], events(entry(title="Nytt navn", month=6), edition=7)[0]
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 7)
    assert events(entry(id="other"))[0]["uid"] != before["uid"]


def test_an_empty_year_is_a_calendar_all_the_same():
    assert events() == []


@pytest.mark.parametrize(("month", "months"), [(2, [2, 5, 8, 11]), (12, [3, 6, 9, 12])])
def test_a_quarter_comes_every_third_month(month, months):
    assert months_of(entry(month=month, repeats="quarter")) == months


@given(
    month=st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    repeats=st.sampled_from(["year", "quarter", "month"]),
    first=st.dates(date(2024, 1, 1), date(2032, 12, 31)),
)
def test_a_calendar_works_out_the_same_days_as_the_wheel(month, day, repeats, first):
    made = YearEntry(id="e", title="Møte", month=month, day=day, repeats=repeats)
    wanted = times(made, first)
    assert wanted
    assert all(first <= each < a_year_after(first) for each in wanted)
    assert [days_of(each) for each in events(made, first=first)] == [wanted]


@given(title=st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(str.strip))
def test_any_title_comes_back_as_it_was(title):
    (event,) = events(entry(title=title))
    assert str(event["summary"]) == title.strip()
