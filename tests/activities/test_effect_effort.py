"""Effect and effort: where the room places each option, and what comes first."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from helu.activities import ACTIVITIES
from helu.domain.given import Given

KIND = ACTIVITIES["effect_effort"]
THREE = {"options": [{"id": id_, "text": id_.upper()} for id_ in ("a", "b", "c")]}
step = st.none() | st.integers(1, 5)
placings = st.fixed_dictionaries({f"{id_}_{what}": step for id_ in "abc" for what in ("effect", "effort")})


def placed(**scores):
    return {f"{id_}_{what}": score for id_, pair in scores.items() for what, score in zip(("effect", "effort"), pair)}


def room(*people):
    return [Given(values, f"t{at}") for at, values in enumerate(people)]


def spots(answers):
    return {each.key: each for each in KIND.picture(KIND.settings_of(THREE), answers).spots}


def test_each_option_lies_where_the_room_placed_it():
    found = spots(room(placed(a=(5, 1), b=(4, 5), c=(1, 5)), placed(a=(4, 2), b=(4, 5), c=(2, 5))))
    assert (found["a"].effect, found["a"].effort) == (4.5, 1.5)
    assert found["a"].said == "Gjør nå, effekt 4,5, innsats 1,5"
    assert found["b"].said.startswith("Planlegg")
    assert found["c"].said.startswith("La ligge")


def test_the_most_effect_for_the_effort_comes_first():
    answers = room(placed(a=(3, 3), b=(5, 1), c=(1, 5)))
    things = KIND.things(KIND.settings_of(THREE), answers, "options")
    assert [(each.key, each.weight) for each in things] == [("b", 5), ("a", 1), ("c", 0.2)]


def test_half_a_placing_does_not_count():
    found = spots(room(placed(a=(5, None)), placed(a=(2, 2))))
    assert found["a"].dots == [[2, 2]]
    assert (found["b"].effect, found["b"].dots) == (None, [])


def test_a_file_has_a_column_for_each_side_of_each_option():
    row = KIND.export_rows(KIND.settings_of(THREE), placed(a=(5, 1)))[0]
    assert row["A: effekt"] == 5 and row["A: innsats"] == 1 and row["C: innsats"] is None


@given(st.lists(placings, max_size=6))
def test_means_and_quartiles_stay_within_what_was_given(people):
    for spot in spots(room(*people)).values():
        if spot.effect is None:
            assert spot.dots == []
            continue
        for mean, quartiles, at in ((spot.effort, spot.efforts, 0), (spot.effect, spot.effects, 1)):
            given_ = [dot[at] for dot in spot.dots]
            assert min(given_) <= quartiles[0] <= quartiles[1] <= max(given_)
            assert min(given_) <= mean <= max(given_)


@given(st.lists(placings, min_size=1, max_size=3))
def test_who_answered_first_does_not_show(people):
    drawn = {str(KIND.picture(KIND.settings_of(THREE), room(*order)).as_json()) for order in permutations(people)}
    assert len(drawn) == 1
