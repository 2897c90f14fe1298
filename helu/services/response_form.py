"""What a respondent is asked about a leader, and is told about it, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from helu.content.balance_words import balance_words
from helu.content.feedback_words import Words, about, feedback_words
from helu.services import assessing
from helu.services.assessing import Screen
from helu.services.feedback_results import TEXT_FLOOR
from helu.services.responding import LONGEST, Asked


@dataclass(frozen=True)
class ResponseForm:
    """Its screens, steps and anchors are those of the self-assessment, in the third person."""

    as_whom: str  # in what role one answers
    disclaimer: str
    instruction: str
    skip: str
    steps: range
    anchors: Mapping[int, str]
    screens: tuple[Screen, ...]
    questions: tuple[tuple[str, str], ...]  # (id, text), to answer in one's own words
    voluntary: str
    reminder: str
    text_floor: int = TEXT_FLOOR  # people who must have answered before any text is shown
    longest: int = LONGEST


def response_form(asked: Asked, language: str) -> ResponseForm:
    words = feedback_words()

    def said(text: Words) -> str:
        return about(text, asked.called, language)

    own = assessing.questionnaire(asked.form, language)
    third = {each.id: each.others or each for of in balance_words().behaviours() for each in of.statements}
    as_whom, open_ = words.role(asked.role).respondent, words.open_questions
    return ResponseForm(
        as_whom=said(as_whom) if as_whom else "",
        disclaimer=said(words.disclaimer.respondent),
        instruction=said(words.scale.instruction),
        skip=said(words.scale.skip),
        steps=own.steps,
        anchors=own.anchors,
        screens=tuple(
            replace(screen, statements=tuple((id_, said(third[id_])) for id_, _text in screen.statements))
            for screen in own.screens
        ),
        questions=tuple((each.id, said(each)) for each in open_.items),
        voluntary=said(open_.voluntary),
        reminder=said(open_.reminder),
    )
