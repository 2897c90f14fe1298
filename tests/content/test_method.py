"""The seven elements as the method describes them, and the activities that move them on."""

import pytest

from helu.activities import ACTIVITIES
from helu.content import method
from helu.content.library import method as files
from helu.content.words import in_language
from helu.domain.platform import ELEMENTS
from helu.i18n import LANGUAGES

every_element = pytest.mark.parametrize("element", ELEMENTS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def test_the_elements_are_those_a_platform_has_in_the_same_order():
    assert tuple(each.id for each in method.platform().elements) == ELEMENTS
    assert [each.order for each in method.platform().elements] == [1, 2, 3, 4, 5, 6, 7]


@every_element
@every_language
def test_every_text_of_an_element_is_in_every_language(element, language):
    held = method.platform().element(element)
    for words in [held.title, held.statement, *held.questions, *held.rows()]:
        assert words.in_language(language)[1] == language


def test_the_norms_are_asked_before_during_and_between():
    assert [row.id for row in method.platform().element("group_norms").rows()] == ["before", "during", "between"]


@every_language
def test_the_centre_and_the_three_criteria_are_there(language):
    held = method.platform()
    assert [each.id for each in held.quality_criteria.items] == ["targeted", "anchored", "consistent"]
    assert method.said(held.centre.keyword, language)


@every_element
@every_language
def test_the_suggested_activity_exists_and_takes_its_settings(element, language):
    kind, title, settings = method.suggested(element, language)
    ACTIVITIES[kind].settings_of(settings)
    assert title


@every_element
def test_there_is_always_an_activity_to_suggest(element):
    """Also in a Helu that lacks the kinds named first."""
    held = files("platform_activities")["activities"][element]
    ACTIVITIES[held["kinds"][-1]].settings_of(in_language(held["otherwise"], "nb")[0])


@every_language
def test_the_status_check_asks_of_every_element_on_the_scale_of_the_method(language):
    kind, _title, _hint, settings = method.status_check(language)
    made = ACTIVITIES[kind].settings_of(settings)
    assert tuple(each.id for each in made.statements) == ELEMENTS
    assert (made.low, made.high, sorted(made.anchors)) == (1, 5, [1, 3, 5])
