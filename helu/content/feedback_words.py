"""The words of feedback from others: who may answer, what they are asked, and what a group talks about afterwards."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from helu.content.library import method
from helu.content.words import Words

NAME = "{name}"


class _Read(BaseModel):
    """What the file holds besides, such as provenance, is for those who read the file."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Asked(Words):
    """A text with a name of its own."""

    id: str


class Disclaimer(_Read):
    respondent: Words
    leader: Words


class Role(_Read):
    """Whom the leader asks. Nobody is asked as `others`: groups with too few answers are put together there."""

    id: str
    label: Words
    explanation: Words
    respondent: Words | None = None


class _Roles(_Read):
    items: tuple[Role, ...]


class FeedbackScale(_Read):
    """Its steps and anchors are those leaders place themselves on."""

    instruction: Words
    skip: Words


class OpenQuestions(_Read):
    items: tuple[Asked, ...]
    voluntary: Words
    reminder: Words


class Dialogue(_Read):
    """What a leader group talks about in front of its own radar."""

    title: Words
    ground_rule: Words
    questions: tuple[Asked, ...]


class FeedbackWords(_Read):
    """All in the order of the file. Texts about one leader hold `{name}`: say them with `about`."""

    title: Words
    disclaimer: Disclaimer
    roles: _Roles
    scale: FeedbackScale
    open_questions: OpenQuestions
    dialogue: Dialogue

    def role(self, id_: str) -> Role:
        return next(each for each in self.roles.items if each.id == id_)

    def asked_roles(self) -> tuple[Role, ...]:
        """The roles people are asked in, which `others` is not."""
        return tuple(each for each in self.roles.items if each.respondent is not None)


@cache
def feedback_words() -> FeedbackWords:
    """data/method/feedback.yaml."""
    return FeedbackWords.model_validate(method("feedback"))


def about(words: Words, name: str, language: str) -> str:
    """The text in the language, with the leader's first name put in."""
    return words.in_language(language)[0].replace(NAME, name)
