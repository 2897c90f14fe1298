"""Gradients of agreement: what a room's grades amount to, what is kept back, and how a second round is held up."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helu.activities import ACTIVITIES
from helu.activities.agreement import REASON
from helu.activities.agreement_words import GRADES, said_of, shift_of, support_said
from helu.domain.agreement import Earlier, Standing, lead, moved, standing, turn
from helu.domain.field_names import LONGEST, field_of
from helu.domain.given import Given

KIND = ACTIVITIES["agreement"]
TWO = {"proposals": [{"id": "a", "text": "Felles mål"}, {"id": "b", "text": "Faste møter"}]}
counts = st.lists(st.integers(0, 12), min_size=8, max_size=8).map(tuple)
rooms = counts.filter(any)


def answers(*grades, reason=""):
    return [Given({"a_grade": a, "b_grade": b, REASON: reason}, f"t{at}") for at, (a, b) in enumerate(grades)]


def lies(text):
    """«12345678» is how many gave each grade."""
    return Standing(tuple(map(int, text)))


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ("00000000", "Ingen har svart ennå"),
        ("93000000", "Alle 12 støtter dette"),
        ("63300000", "Alle 12 støtter dette, 3 med forbehold"),
        ("84221010", "Stort flertall støtter: 14 av 18, 1 er imot"),
        ("84200112", "Stort flertall støtter: 14 av 18, 2 kan ikke leve med det"),
        ("21600001", "Bred støtte med forbehold: 9 av 10 støtter, 1 kan ikke leve med det"),
        ("33022000", "Flertallet støtter: 6 av 10"),
        ("50000050", "Delt rom: 5 støtter, 5 er imot"),
        ("10000053", "Stort flertall er imot: 8 av 9, 3 kan ikke leve med det"),
        ("20020060", "Flertallet er imot: 6 av 10"),
        ("11033010", "Rommet er ikke klart: 6 av 9 har ikke tatt stilling, 1 er imot"),
        ("40021020", "Svarene spriker: 4 støtter, 3 har ikke tatt stilling, 2 er imot"),
    ],
)
def test_a_room_is_said_in_words(counted, said):
    assert said_of(lies(counted)) == said


@given(rooms)
def test_those_who_cannot_live_with_it_are_never_left_out(room):
    said = said_of(Standing(room))
    assert ("kan ikke leve med det" in said) == bool(room[7])


@given(rooms, st.integers(2, 5))
def test_a_room_many_times_as_large_that_lies_alike_is_called_the_same(room, times):
    assert lead(Standing(room)) == lead(Standing(tuple(each * times for each in room)))


@given(rooms)
def test_every_answer_is_counted_in_exactly_one_camp(room):
    stand = Standing(room)
    assert stand.support + stand.undecided + stand.against == stand.answered == sum(room)
    assert 0 <= stand.reserved <= stand.support and 0 <= stand.stops <= stand.against
    assert stand.mean is not None and 0 <= stand.mean <= 1
    assert all(room[grade - 1] == max(room) for grade in stand.modes)


@given(rooms, st.integers(1, 7))
def test_somebody_who_moves_towards_support_never_makes_the_mean_lower(room, grade):
    assume(room[grade])
    after = list(room)
    after[grade], after[grade - 1] = after[grade] - 1, after[grade - 1] + 1
    assume(after[grade] >= 0)
    before = Standing(room)
    assert Standing(tuple(after)).mean > before.mean
    assert turn(room, after) == "towards"
    assert turn(after, room) == "away"
    assert moved(room, after) == 1


@given(rooms, rooms)
def test_what_is_towards_one_way_is_away_the_other(first, second):
    opposite = {"towards": "away", "away": "towards", "wider": "wider", "same": "same"}
    assert turn(second, first) == opposite[turn(first, second)]
    assert moved(first, second) == moved(second, first)


@given(st.lists(st.none() | st.booleans() | st.integers(-3, 12) | st.text(max_size=2)))
def test_what_is_not_a_grade_is_left_out(given_):
    assert sum(standing(each for each in given_ if not isinstance(each, bool)).counts) == len(
        [each for each in given_ if isinstance(each, int) and not isinstance(each, bool) and 1 <= each <= 8]
    )


def test_the_grades_have_eight_names_of_their_own():
    assert len(GRADES) == len({name for name, _words in GRADES}) == 8
    assert all(words.startswith(f"{name}: ") for name, words in GRADES)


def test_nothing_is_shown_before_enough_have_answered():
    settings = KIND.settings_of(TWO)
    few = answers((1, 8), (2, 8), (1, 7), (8, 1), reason="Vi mangler tid")
    picture = KIND.picture(settings, few)
    assert (picture.rows, picture.reasons) == ([], [])
    assert "minst 5" in picture.withheld and "minst 5" in KIND.summarise(settings, few)
    assert [each.key for each in KIND.things(settings, few, "options")] == ["a", "b"]  # as asked: the order tells too
    assert all(each.weight is None for each in KIND.things(settings, few, "options"))
    assert KIND.things(settings, few, "cards") == []


def test_signed_answers_are_no_secret():
    settings = KIND.settings_of(TWO, (), Earlier(named=True))
    assert KIND.picture(settings, answers((1, 8))).rows[0].answered == 1


def test_nothing_is_shown_while_people_answer():
    settings = KIND.settings_of(TWO, (), Earlier(sealed=True, named=True))
    many = answers(*[(1, 2)] * 9)
    assert KIND.picture(settings, many).rows == []
    assert "én gang" in KIND.summarise(settings, many)


def test_the_best_supported_comes_first_with_its_mean_support():
    things = KIND.things(KIND.settings_of(TWO), answers(*[(8, 1)] * 3, *[(1, 1)] * 3), "options")
    assert [(each.key, each.weight) for each in things] == [("b", 1.0), ("a", 0.5)]


def test_reasons_lie_in_an_order_of_their_own_without_a_grade():
    settings = KIND.settings_of(TWO)
    room = [Given({"a_grade": at, "b_grade": at, REASON: f"Grunn {at}"}, f"t{at}") for at in range(1, 9)]
    reasons = KIND.picture(settings, room).reasons
    assert reasons == KIND.picture(settings, room[::-1]).reasons
    assert {each.text for each in reasons} == {f"Grunn {at}" for at in range(1, 9)}
    assert all(each.label == "" for each in reasons)


def test_a_second_round_says_how_the_room_lies_now_and_before():
    before, now = lies("23102002"), lies("44101000")
    assert shift_of(before, now) == (
        "Rommet har flyttet seg mot støtte, minst 3 har ny grad. Støtte før: 6 av 10. Nå: 9 av 10."
        " Ingen sier stopp lenger."
    )
    assert shift_of(now, now) == "Rommet står der det sto. Støtte før: 9 av 10. Nå: 9 av 10."
    larger = lies("99101000")
    assert "har ny grad" not in shift_of(before, larger)


def test_the_round_before_is_found_by_id_or_by_wording():
    first = (1, 2, 3, 0, 0, 0, 0, 0)
    for state in (Earlier({"a": first}), Earlier(by_text={"Felles mål": first})):
        rows = KIND.picture(KIND.settings_of(TWO, (), state), answers(*[(1, 8)] * 6)).rows
        assert (rows[0].before, rows[1].before) == (list(first), [])
        assert rows[0].shift and not rows[1].shift


def test_the_support_of_a_decision_is_one_line():
    assert support_said({"1": 9, "3": 3}) == "Alle 12 støtter dette, 3 med forbehold"
    assert support_said({}) == ""


@given(st.text("abcdefghij_0123456789", min_size=1, max_size=40), st.sampled_from(["effect", "effort", "grade"]))
def test_names_of_fields_fit_the_files(id_, what):
    assert len(field_of(id_, what)) <= LONGEST
    assert field_of(id_, what).endswith(f"_{what}")


def test_ids_that_are_too_long_still_get_names_of_their_own():
    names = [field_of(f"{'x' * 39}{last}", "effect") for last in "abc"]
    assert len(set(names)) == 3
    assert all(first != second for first, second in pairwise(names))
