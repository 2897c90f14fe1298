"""When a commitment falls due, which ones a gathering opens with, and what a pulse may say."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helu.domain.follow_up import (
    FLOOR,
    Commitment,
    Round,
    asked_again,
    counts_of,
    date_in,
    development,
    read_id,
)

MADE = date(2026, 11, 21)


def commitment(what="Ta opp rekkefølgen", **more):
    return Commitment(str(uuid4()), uuid4().hex[:16], "Kari", what, **more)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("1. mars", date(2027, 3, 1)),
        ("innen 1. desember", date(2026, 12, 1)),
        ("1 March 2028", date(2028, 3, 1)),
        ("3rd May", date(2027, 5, 3)),
        ("12.3.2027", date(2027, 3, 12)),
        ("12.3.27", date(2027, 3, 12)),
        ("til 24/12", date(2026, 12, 24)),
        ("2027-03-12", date(2027, 3, 12)),
        ("fra uke 2", date(2027, 1, 15)),
        ("veke 50", date(2026, 12, 11)),
        ("21.11", MADE),
        ("fra i morgen", None),
        ("når det passer", None),
        ("31. februar", None),
        ("uke 77", None),
        ("1.2.3.4", None),
        ("kl. 12.30", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(words, due):
    assert date_in(words, MADE) == due


def test_without_knowing_when_it_was_made_a_day_without_a_year_is_no_date():
    assert date_in("1. mars") is None
    assert date_in("1. mars 2027") == date(2027, 3, 1)


@given(st.text(max_size=60))
def test_nothing_anybody_writes_is_a_crash(words):
    assert date_in(words, MADE) is None or date_in(words, MADE)


def test_a_commitments_id_fits_a_slot_and_leads_back():
    one = commitment()
    assert len(one.id) <= 40
    assert read_id(one.id) == (__import__("uuid").UUID(one.activity), one.key)


@pytest.mark.parametrize("nonsense", ["", "x", "æøå" * 20, "=" * 30])
def test_an_id_that_is_none_is_refused(nonsense):
    with pytest.raises(ValueError):
        read_id(nonsense)


def test_a_gathering_opens_with_all_from_last_time_and_what_else_is_open_or_settled_since():
    last = datetime(2026, 10, 1, tzinfo=UTC)
    new = [commitment("ny", status="planned"), commitment("ny og gjort", status="done")]
    old = [
        commitment("gammel og åpen", status="started"),
        commitment("gammel, gjort nå", status="done", changed_at=last + timedelta(days=3)),
        commitment("gammel, gjort før", status="done", changed_at=last - timedelta(days=3)),
    ]
    asked = asked_again([(last + timedelta(days=20), []), (last, new), (last - timedelta(days=90), old)])
    assert [each.what for each in asked] == ["ny", "ny og gjort", "gammel og åpen", "gammel, gjort nå"]
    assert asked_again([]) == []


def test_statuses_are_counted_in_a_fixed_order():
    found = [commitment(status=status) for status in ("done", "planned", "done")]
    assert counts_of(found) == {"planned": 1, "started": 0, "done": 2, "dropped": 0}


def answers(*steps):
    return [{"a": step} for step in steps]


def test_points_come_in_the_order_of_time_with_mean_and_middle_half():
    late = Round(date(2026, 9, 1), {"a": "Ny ordlyd"}, answers(4, 5, 6, 6, 7))
    early = Round(date(2026, 3, 1), {"a": "Gammel ordlyd"}, answers(1, 2, 3, 4, 5))
    (series,) = development([late, early])
    assert series.text == "Ny ordlyd"
    assert [point.on for point in series.points] == [early.on, late.on]
    assert [(point.answered, point.mean, point.low, point.high) for point in series.points] == [
        (5, 3.0, 2.0, 4.0),
        (5, 5.6, 5.0, 6.0),
    ]


@given(st.lists(st.none() | st.integers(1, 7), max_size=12), st.integers(0, 9))
def test_below_the_floor_there_is_a_number_of_answers_and_nothing_else(steps, floor):
    (series,) = development([Round(MADE, {"a": "Vi har et mål"}, answers(*steps), floor)])
    (point,) = series.points
    assert point.answered == len([step for step in steps if step is not None])
    shown = point.answered >= max(floor, FLOOR)
    assert (point.mean is not None, point.low is not None, point.high is not None) == (shown, shown, shown)
