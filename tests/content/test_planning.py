import json

import pytest

from helu.content.library import read_template
from helu.content.plan import plan
from helu.content.words import Words
from helu.errors import Misfit

TEMPLATE = """
schema: 1
id: halvt-oversatt
title: {nb: "Samling i {organisation}", en: "Gathering at {organisation}"}
summary: {nb: Kort}
items:
  - id: one
    title: {nb: Først, en: First}
    start: 12:15
    activities:
      - id: both
        kind: scale
        title: {nb: Hvor er vi?, en: Where are we?}
        settings:
          anchors: {1: {nb: Lite, en: Little}, 5: {nb: Mye, en: Much}}
          high: 5
          statements:
            - {id: a, text: {nb: "{organisation} lykkes {helt}", en: "{organisation} succeeds {fully}"}}
      - {id: only_nb, kind: open_cards, title: {nb: Bare bokmål}}
      - id: half
        kind: text_card
        title: {nb: Tekst, en: Text}
        settings: {text: {nb: Bare bokmål her}}
"""


def test_texts_are_in_the_language_asked_for() -> None:
    agenda = plan(read_template(TEMPLATE), "en", "Fjordvik")
    scale = agenda.items[0].activities[0]
    assert (agenda.title, agenda.items[0].title, scale.title) == (
        "Gathering at Fjordvik",
        "First",
        "Where are we?",
    )
    assert scale.settings["anchors"] == {"1": "Little", "5": "Much"}


def test_what_lacks_the_language_is_said_openly() -> None:
    agenda = plan(read_template(TEMPLATE), "en", "Fjordvik")
    assert [activity.language for activity in agenda.items[0].activities] == ["en", "nb", "en"]
    assert agenda.missing == ["Bare bokmål", "Text"]


def test_curly_brackets_in_a_text_or_a_name_stay_as_they_are() -> None:
    agenda = plan(read_template(TEMPLATE), "nb", "{title} & {0}")
    statement = agenda.items[0].activities[0].settings["statements"][0]["text"]
    assert (agenda.title, statement) == ("Samling i {title} & {0}", "{title} & {0} lykkes {helt}")


def test_without_a_name_the_organisation_is_called_the_organisation() -> None:
    assert plan(read_template(TEMPLATE), "en", " ").title == "Gathering at the organisation"


def test_a_clock_time_without_quotation_marks_is_understood() -> None:
    assert plan(read_template(TEMPLATE), "nb", "Fjordvik").items[0].start == "12:15"


def test_settings_can_be_stored_as_json() -> None:
    settings = plan(read_template(TEMPLATE), "nb", "Fjordvik").items[0].activities[0].settings
    assert json.loads(json.dumps(settings)) == settings


def test_a_name_that_makes_an_option_too_long_is_refused_with_a_sentence() -> None:
    with pytest.raises(Misfit) as refused:
        plan(read_template(TEMPLATE), "nb", "Fjordvik " * 40)
    assert "200 tegn" in str(refused.value)


@pytest.mark.parametrize(
    ("words", "asked", "said"),
    [
        (Words(nb="å", nn="ø", en="a"), "nn", ("ø", "nn")),
        (Words(nb="å", en="a"), "nn", ("å", "nb")),
        (Words(nn="ø", en="a"), "nb", ("ø", "nn")),
        (Words(en="a"), "nn", ("a", "en")),
    ],
)
def test_the_nearest_language_is_used_when_one_is_missing(words: Words, asked: str, said: tuple[str, str]) -> None:
    assert words.in_language(asked) == said
