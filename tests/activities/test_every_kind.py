"""Promises every kind of activity keeps. A new kind is covered the moment it is listed."""

import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helu.activities import ACTIVITIES
from helu.activities.fields import Wrong
from helu.domain.given import Given
from helu.services.showing import GROUP, NAME

every_kind = pytest.mark.parametrize("kind", ACTIVITIES.values(), ids=ACTIVITIES)
asking = [kind for kind in ACTIVITIES.values() if kind.examples]
every_asking_kind = pytest.mark.parametrize("kind", asking, ids=[kind.name for kind in asking])

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def answers(kind):
    return [Given(example, f"tag{at}") for at, example in enumerate(kind.examples)]


@every_kind
def test_it_works_with_nothing_set(kind):
    defaults = kind.settings_of({})
    assert kind.settings_of(defaults.model_dump(mode="json")) == defaults


@every_kind
def test_a_setting_nobody_knows_is_refused(kind):
    with pytest.raises(ValueError, match="nobody_knows"):
        kind.settings_of({"nobody_knows": 1})


@every_kind
def test_its_fields_leave_helus_own_names_alone(kind):
    names = [field.name for field in kind.fields(kind.settings_of({}))]
    assert not {NAME, GROUP} & set(names)
    assert len(names) == len(set(names))


@every_kind
def test_it_has_examples_exactly_when_it_asks_for_something(kind):
    assert bool(kind.examples) == bool(kind.fields(kind.settings_of({})))


@every_asking_kind
def test_its_examples_are_accepted_and_come_back_unchanged(kind):
    for example in kind.examples:
        for field in kind.fields(kind.settings_of({})):
            kept = field.check(example.get(field.name))
            assert field.check(json.loads(json.dumps(kept))) == kept


@every_asking_kind
@settings(max_examples=60, deadline=None)
@given(nonsense=JSON)
def test_nonsense_is_refused_or_taken_but_never_a_crash(kind, nonsense):
    for field in kind.fields(kind.settings_of({})):
        said = ""
        try:
            said = json.dumps(field.check(nonsense))
        except Wrong as problem:
            said = str(problem)
        assert said


@every_kind
def test_no_answers_yet_is_a_sentence_and_a_picture(kind):
    nothing = kind.settings_of({})
    assert isinstance(kind.summarise(nothing, []), str)
    json.dumps(kind.picture(nothing, []).as_json())


@every_asking_kind
def test_its_picture_and_sentence_hold_every_example(kind):
    defaults = kind.settings_of({})
    assert json.dumps(kind.picture(defaults, answers(kind)).as_json(), ensure_ascii=False)
    assert any(character in string.digits for character in kind.summarise(defaults, answers(kind)))


@every_asking_kind
def test_the_order_of_answers_does_not_change_the_sentence(kind):
    defaults = kind.settings_of({})
    assert kind.summarise(defaults, answers(kind)) == kind.summarise(defaults, answers(kind)[::-1])


@every_asking_kind
def test_every_answer_exports_the_same_columns(kind):
    rows = [row for example in kind.examples for row in kind.export_rows(kind.settings_of({}), example)]
    assert rows[0]
    assert {tuple(row) for row in rows} == {tuple(rows[0])}


@every_asking_kind
def test_previews_show_only_examples_that_fit(kind):
    assert kind.examples_for(kind.settings_of({})) == list(kind.examples)
