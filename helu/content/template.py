"""What a template file holds. The files in data/templates and those facilitators upload follow this."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator, model_validator
from pydantic import Field as Limit
from pydantic_core import PydanticCustomError

from helu.activities import ACTIVITIES
from helu.content.words import Title, Words, in_language
from helu.i18n import LANGUAGES

Provenance = Literal["seed", "paraphrase", "reconstructed", "own", "background"]
Id = Annotated[str, Limit(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
A_DAY = 24 * 60


class _Strict(BaseModel):
    """Unknown keys are refused, so typing errors show."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class TemplateActivity(_Strict):
    id: Id
    kind: str
    title: Title
    hint: Words | None = None  # shown under the title, to everybody
    script: Words | None = None  # for the facilitator only
    settings: dict[str, Any] = {}
    anonymous: bool = True
    live: bool = False  # the answers show while they come
    answers_each: int = Limit(default=1, ge=1, le=10)
    minutes: int | None = Limit(default=None, ge=1, le=600)
    groups: int = Limit(default=0, ge=0, le=30)  # 0: each for themselves; n: one answer from each group
    provenance: Provenance = "own"

    @field_validator("kind")
    @classmethod
    def _known(cls, kind: str) -> str:
        if kind not in ACTIVITIES:
            raise PydanticCustomError("unknown_kind", "unknown kind", {"known": ", ".join(ACTIVITIES)})
        return kind

    @field_validator("settings")
    @classmethod
    def _fit(cls, settings: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        """Each language is checked: a text that fits in bokmål may be too long in English."""
        if kind := ACTIVITIES.get(info.data.get("kind", "")):
            for language in LANGUAGES:
                kind.settings_of(in_language(settings, language)[0])
        return settings


class Item(_Strict):
    """One line of the agenda."""

    id: Id
    title: Title
    subtitle: Title | None = None
    kind: Literal["talk", "workshop", "break", "end"] = "workshop"
    start: str | None = Limit(default=None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    minutes: int = Limit(default=0, ge=0, le=A_DAY)
    activities: list[TemplateActivity] = Limit(default=[], max_length=60)

    @field_validator("start", mode="before")
    @classmethod
    def _clock(cls, start: Any) -> Any:
        """YAML reads 12:15 without quotation marks as 735; it is taken for what was meant."""
        if isinstance(start, int) and not isinstance(start, bool) and 0 <= start < A_DAY:
            return f"{start // 60:02}:{start % 60:02}"
        return start


class Template(_Strict):
    version: Literal[1] = Limit(alias="schema")
    id: str = Limit(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
    title: Title
    summary: Words
    minutes: int | None = Limit(default=None, ge=1, le=30 * A_DAY)
    items: list[Item] = Limit(min_length=1, max_length=60)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        _all_different([item.id for item in self.items])
        _all_different([activity.id for activity in self.activities()])
        return self

    def activities(self) -> list[TemplateActivity]:
        return [activity for item in self.items for activity in item.activities]


def _all_different(ids: list[str]) -> None:
    twice = next((each for at, each in enumerate(ids) if each in ids[:at]), None)
    if twice:
        raise PydanticCustomError("twice", "used twice", {"id": twice})
