"""The five questions of an action-learning project, the prompts of its log, and what its statuses are called."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from helu.content.library import method
from helu.content.words import Words


class _Read(BaseModel):
    """What the file holds besides, such as provenance, is for those who read the file."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Called(Words):
    """A text with a name of its own."""

    id: str


class Question(_Read):
    id: str
    type: str  # private_note, commitment, or date: answered by days as well as by a text
    uses: str = ""  # balance_model: answered by choosing behaviours as well
    text: Words


class _Prompts(_Read):
    items: tuple[Called, ...]


class _Statuses(_Read):
    values: tuple[Called, ...]


class _Visibility(_Read):
    note: Words


class ActionLearning(_Read):
    """All in the order of the file."""

    title: Words
    visibility: _Visibility
    questions: tuple[Question, ...]
    log_prompts: _Prompts
    status: _Statuses

    def question_ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.questions)

    def prompts(self) -> tuple[Called, ...]:
        return self.log_prompts.items

    def statuses(self) -> dict[str, Called]:
        """By id."""
        return {each.id: each for each in self.status.values}


@cache
def action_learning() -> ActionLearning:
    """data/method/action_learning.yaml."""
    return ActionLearning.model_validate(method("action_learning"))
