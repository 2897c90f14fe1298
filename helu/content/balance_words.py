"""The words of the leadership balance model: what its orientations, behaviours, statements and steps are called."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from helu.content.library import method
from helu.content.words import Words

FORMS = ("short", "full")


class _Read(BaseModel):
    """What the file holds besides, such as provenance, is for those who read the file."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Told(Words):
    """A text that says where it comes from."""

    provenance: str = "own"


class Statement(Told):
    """What a leader places oneself on; the model's own wording, not a validated instrument."""

    id: str
    short_form: bool = False
    others: Words | None = None  # the same, as others judge the leader by it; `{name}` is the leader's first name


class Behaviour(_Read):
    id: str
    label: Words
    description: Told
    statements: tuple[Statement, ...]

    def asked(self, form: str) -> tuple[Statement, ...]:
        """The statements of the form: one in the short one, all in the full one."""
        return tuple(each for each in self.statements if form == "full" or each.short_form)


class Dimension(_Read):
    id: str
    order: int
    kind: str  # orientation, or context: the ground the orientations stand on
    label: Words
    title: Words
    definition: Told
    behaviours: tuple[Behaviour, ...]


class Scale(_Read):
    min: int
    max: int
    instruction: Words
    desired_instruction: Words
    anchors: dict[int, Words]
    skip: Words


class Composite(_Read):
    id: str
    label: Words
    description: Told
    weights: dict[str, float]


class ProfileTexts(_Read):
    """Sentences beside the radar; `{dimension}` and `{n}` are filled in."""

    strongest: Words
    least: Words
    even: Words
    gap: Words
    reflect: Words
    too_few: Words


class BalanceWords(_Read):
    """Dimensions in the order of the file, which is the order a leader meets them in."""

    attribution: Words
    title: Words
    slogan: Words
    definitions: tuple[Statement, ...]
    disclaimer: Told
    scale: Scale
    dimensions: tuple[Dimension, ...]
    composites: tuple[Composite, ...]
    profile_texts: ProfileTexts

    def dimension(self, id_: str) -> Dimension:
        return next(each for each in self.dimensions if each.id == id_)

    def behaviours(self) -> list[Behaviour]:
        return [behaviour for dimension in self.dimensions for behaviour in dimension.behaviours]

    def behaviour(self, id_: str) -> Behaviour:
        return next(each for each in self.behaviours() if each.id == id_)

    def statements(self, form: str) -> frozenset[str]:
        """The ids of the statements of a form."""
        return frozenset(each.id for behaviour in self.behaviours() for each in behaviour.asked(form))


@cache
def balance_words() -> BalanceWords:
    """data/method/balance_model.yaml, as it is said."""
    return BalanceWords.model_validate(method("balance_model"))


def in_language(words: Words, language: str) -> str:
    return words.in_language(language)[0]
