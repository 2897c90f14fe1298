"""The simulated leaders fill in whatever is put before them."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helu.activities import ACTIVITIES
from helu.activities.base import Kind
from helu.activities.fields import Choice, Option, Text
from helu.phone.show import field_json
from helu.services.showing import GROUP, NAME
from helu.simulator import answers

SEEDS = st.integers(0, 10**6)
OPTIONS = st.integers(2, 12).map(lambda many: [{"id": f"o{at}", "text": f"Valg {at}"} for at in range(many)])
SETTINGS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "open_cards": st.fixed_dictionaries({"cards": st.integers(1, 20), "max_length": st.integers(20, 400)}),
    "word_cloud": st.fixed_dictionaries({"words": st.integers(1, 5), "max_length": st.integers(10, 60)}),
    "choice": st.fixed_dictionaries({"options": OPTIONS, "several": st.booleans()}),
    "scale": st.fixed_dictionaries({"low": st.integers(0, 1), "high": st.integers(3, 10), "skippable": st.booleans()}),
    "points": st.fixed_dictionaries({"options": OPTIONS, "total": st.integers(10, 1000)}),
    "dot_vote": st.fixed_dictionaries({"options": OPTIONS, "dots": st.integers(1, 20), "stacking": st.booleans()}),
    "ranking": st.fixed_dictionaries({"options": OPTIONS}),
    "matrix_text": st.fixed_dictionaries({"rows": OPTIONS.map(lambda rows: rows[:8])}),
    "sentence_completion": st.fixed_dictionaries({"endings": st.integers(1, 10)}),
    "group_work": st.fixed_dictionaries({"cards": st.integers(1, 20)}),
    "theme_board": st.fixed_dictionaries({"phones": st.booleans()}),
    "effect_effort": st.fixed_dictionaries({"options": OPTIONS, "skippable": st.booleans()}),
    "agreement": st.fixed_dictionaries({"proposals": OPTIONS, "reason_from": st.integers(2, 8)}),
    "decision": st.fixed_dictionaries({"proposals": OPTIONS}),
    "commitments": st.just({}),
    "follow_up": st.just({}),
    "pulse_development": st.just({}),
    "platform_wheel": st.fixed_dictionaries({"show": st.sampled_from(["wheel", "year", "values", "matters"])}),
    "self_assessment": st.fixed_dictionaries({"show": st.sampled_from(["dimensions", "behaviours"])}),
    "group_radar": st.fixed_dictionaries({"questions": st.sampled_from(["one", "all", "none"])}),
    "plan_follow_up": st.fixed_dictionaries({"show": st.sampled_from(["all", "one"])}),
    "purpose_draft": st.fixed_dictionaries({"lines": st.integers(1, 6)}),
    "purpose_poster": st.just({}),
    "private_note": st.just({}),
    "text_card": st.just({}),
}


def accepted(kind: Kind, chosen: dict[str, Any], seed: int, number: int = 0, texts: list[str] | None = None) -> bool:
    """Whether every field accepts what a simulated leader makes of it; raises `Wrong` otherwise."""
    fields = kind.fields(kind.settings_of(chosen))
    values = answers.make([field_json(field) for field in fields], Random(seed), number, texts)
    if values is None:
        return not fields or texts == []
    for field in fields:
        field.check(values[field.name])
    return set(values) == {field.name for field in fields}


@pytest.mark.parametrize("kind", ACTIVITIES.values(), ids=lambda kind: kind.name)
def test_every_kind_is_answered_as_it_comes(kind: Kind) -> None:
    assert all(accepted(kind, {}, seed) for seed in range(50))


def test_every_kind_is_tried_with_other_settings() -> None:
    assert set(SETTINGS) == set(ACTIVITIES)


@pytest.mark.parametrize("name", SETTINGS)
@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=SEEDS)
def test_every_kind_is_answered_whatever_the_facilitator_has_set(name: str, data: st.DataObject, seed: int) -> None:
    assert accepted(ACTIVITIES[name], data.draw(SETTINGS[name]), seed)


@pytest.mark.parametrize("name", ["open_cards", "word_cloud", "matrix_text", "sentence_completion", "group_work"])
@settings(max_examples=60, deadline=None)
@given(data=st.data(), texts=st.lists(st.text("abc æøå", min_size=1, max_size=600).filter(str.strip), max_size=4))
def test_given_texts_fit_whatever_their_length(name: str, data: st.DataObject, texts: list[str]) -> None:
    assert accepted(ACTIVITIES[name], data.draw(SETTINGS[name]), 1, texts=texts)


def test_the_same_seed_gives_the_same_answer() -> None:
    fields = [field_json(field) for field in ACTIVITIES["points"].fields(ACTIVITIES["points"].settings_of({}))]
    assert answers.make(fields, Random(7)) == answers.make(fields, Random(7))


@given(
    texts=st.lists(st.sampled_from(["tillit", "tid", "mot", "ro", "Vi gjør det vi sier"]), max_size=40),
    phones=st.integers(1, 40),
    most=st.integers(1, 5),
)
def test_every_text_is_dealt_once_and_no_hand_is_too_full(texts: list[str], phones: int, most: int) -> None:
    field = {"name": "cards", "type": "texts", "max_items": most, "max_length": 400}
    hands, over = answers.deal(texts, phones, [field])
    assert sorted(over + [text for hand in hands for text in hand]) == sorted(texts)
    assert all(len(hand) <= most and len(set(hand)) == len(hand) for hand in hands)


def test_more_leaders_than_texts_leave_the_rest_unanswered() -> None:
    field = {"name": "cards", "type": "texts", "max_items": 3, "max_length": 400}
    hands, _over = answers.deal(["Tid", "Mot"], 3, [field])
    assert [answers.make([field], Random(1), at, hand) for at, hand in enumerate(hands)] == [
        {"cards": ["Tid"]},
        {"cards": ["Mot"]},
        None,
    ]


def test_one_leader_answers_for_each_group_and_says_who_it_is() -> None:
    kind = ACTIVITIES["group_work"]
    groups = [Option(value="g1", label="Gruppe 1"), Option(value="g2", label="Gruppe 2")]
    asked = [Choice(name=GROUP, label="Gruppe", options=groups), Text(name=NAME, label="Navn", max_length=80)]
    fields = [field_json(field) for field in [*asked, *kind.fields(kind.settings_of({}))]]
    made = [answers.make(fields, Random(1), number) for number in range(3)]
    assert [values and values[GROUP] for values in made] == ["g1", "g2", None]
    assert made[1]
    assert made[1][NAME] == "Leder 2"
    hands, over = answers.deal(["En", "To", "Tre"], 3, fields)
    assert (hands, over) == ([["En", "Tre"], ["To"], []], [])
