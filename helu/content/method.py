"""The seven elements of a leader group's platform, as the method describes them."""

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from helu.activities import ACTIVITIES
from helu.content.library import method
from helu.content.words import Words, in_language


class _Read(BaseModel):
    """What the files hold besides, such as provenance, is for those who read the files."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Row(Words):
    """A place of its own in the answer to a question, such as before, during and between."""

    id: str


class Question(Words):
    provenance: str = "seed"
    rows: list[Row] = []


class Statement(Words):
    """What the group places itself on to say how an element stands."""

    provenance: str = "own"


class Element(_Read):
    id: str
    order: int
    title: Words
    questions: list[Question]
    statement: Statement

    def rows(self) -> list[Row]:
        return [row for question in self.questions for row in question.rows]


class Centre(_Read):
    title: Words
    keyword: Words
    question: Words


class Criterion(_Read):
    id: str
    title: Words
    description: Words


class StatusScale(_Read):
    min: int
    max: int
    anchors: dict[int, Words]


class Criteria(_Read):
    intro: Words
    items: list[Criterion]


class PlatformMethod(_Read):
    centre: Centre
    status_scale: StatusScale
    elements: list[Element]
    quality_criteria: Criteria

    def element(self, id_: str) -> Element:
        return next(each for each in self.elements if each.id == id_)


class Suggestion(_Read):
    """An activity that would move an element on. The last of the kinds is the one `otherwise` fits."""

    kinds: list[str] = Field(min_length=1)
    title: Words
    otherwise: dict[str, Any] = {}


@cache
def platform() -> PlatformMethod:
    """data/method/platform_elements.yaml, in the order of the wheel."""
    return PlatformMethod.model_validate(method("platform_elements"))


def said(words: Words, language: str) -> str:
    return words.in_language(language)[0]


def suggested(element: str, language: str) -> tuple[str, str, dict[str, Any]]:
    """(kind, title, settings) of the activity that would move the element on. Raises KeyError for no element."""
    held = Suggestion.model_validate(method("platform_activities")["activities"][element])
    kind = next((each for each in held.kinds if each in ACTIVITIES), held.kinds[-1])
    settings = in_language(held.otherwise, language)[0] if kind == held.kinds[-1] else {}
    return kind, said(held.title, language), settings


def status_check(language: str) -> tuple[str, str, str, dict[str, Any]]:
    """(kind, title, hint, settings) of the activity that says how the seven elements stand.

    Its statements carry the elements' ids: that is how the wheel finds the answers.
    """
    texts, scale = method("platform_activities")["status"], platform().status_scale
    settings = {
        "statements": [{"id": each.id, "text": said(each.statement, language)} for each in platform().elements],
        "low": scale.min,
        "high": scale.max,
        "anchors": {step: said(words, language) for step, words in scale.anchors.items()},
        "skippable": True,
    }
    title, hint = (in_language(texts[name], language)[0] for name in ("title", "hint"))
    return "scale", title, hint, settings
