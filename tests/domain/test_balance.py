"""Scoring, against a plain second formulation of the rules in data/method/balance_model.yaml."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helu.content.balance import balance_model
from helu.content.library import method
from helu.domain.balance import group, score

MODEL = balance_model()
FILE = method("balance_model")
STATEMENTS = sorted(MODEL.statements())
answers = st.dictionaries(st.sampled_from(STATEMENTS), st.none() | st.integers(1, 7))


def plainly(given_answers):
    """The rules once more, read straight off the file and written as a loop."""
    behaviours, dimensions, composites = {}, {}, {}
    for dimension in FILE["dimensions"]:
        total, known = 0.0, 0
        for behaviour in dimension["behaviours"]:
            steps = [given_answers[s["id"]] for s in behaviour["statements"] if given_answers.get(s["id"]) is not None]
            behaviours[behaviour["id"]] = sum(steps) / len(steps) if steps else None
            if steps:
                total, known = total + sum(steps) / len(steps), known + 1
        enough = known >= len(dimension["behaviours"]) / 2
        dimensions[dimension["id"]] = total / known if enough and known else None
    three = [dimensions[each["id"]] for each in FILE["dimensions"] if each["kind"] == "orientation"]
    index = None if None in three else 1 - (max(three) - min(three)) / 6
    for composite in FILE["composites"]:
        parts = [dimensions[name] for name in composite["weights"]]
        weights = composite["weights"].values()
        composites[composite["id"]] = None if None in parts else sum(p * w for p, w in zip(parts, weights, strict=True))
    return {"behaviours": behaviours, "dimensions": dimensions, "balance_index": index, "composites": composites}


def same(found, expected):
    assert set(found) == set(expected)
    for name, value in expected.items():
        assert found[name] == (None if value is None else pytest.approx(value, abs=1e-9)), name


@given(answers)
def test_the_profile_is_what_the_rules_say(given_answers):
    found, expected = score(MODEL, given_answers), plainly(given_answers)
    same(found.behaviours, expected["behaviours"])
    same(found.dimensions, expected["dimensions"])
    same(found.composites, expected["composites"])
    same({"index": found.balance_index}, {"index": expected["balance_index"]})


@given(answers)
def test_every_figure_lies_on_its_scale(given_answers):
    found = score(MODEL, given_answers)
    figures = [*found.behaviours.values(), *found.dimensions.values(), *found.composites.values()]
    assert all(value is None or 1 <= value <= 7 for value in figures)
    assert found.balance_index is None or 0 <= found.balance_index <= 1


@given(st.lists(answers, max_size=9))
def test_the_group_is_silent_below_the_floor_and_the_mean_of_its_members_above(people):
    found = group(MODEL, people)
    if len(people) < 5:
        assert found is None
        return
    each = [plainly(person) for person in people]
    for kind in ("behaviours", "dimensions"):
        for name, value in getattr(found, kind).items():
            known = [one[kind][name] for one in each if one[kind][name] is not None]
            assert value == (pytest.approx(sum(known) / len(known)) if len(known) >= 5 else None)


def test_full_balance_is_one_and_the_widest_distance_is_zero():
    assert score(MODEL, dict.fromkeys(STATEMENTS, 4)).balance_index == 1
    leaning = {s: 7 if s.startswith("rel") else 1 for s in STATEMENTS}
    assert score(MODEL, leaning).balance_index == 0


def test_culture_is_the_ground_and_not_in_the_balance():
    even = dict.fromkeys(STATEMENTS, 4) | {s: 7 for s in STATEMENTS if s.startswith("cul")}
    assert score(MODEL, even).balance_index == 1


def test_the_model_has_fourteen_behaviours_in_three_orientations_and_four_of_culture():
    counts = {each.id: len(each.behaviours) for each in MODEL.dimensions}
    assert counts == {"relation": 5, "change": 4, "task": 5, "culture": 4}
    assert [each.id for each in MODEL.dimensions if each.orientation] == ["relation", "change", "task"]
