"""Texts in up to three languages."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator
from pydantic import Field as Limit
from pydantic_core import PydanticCustomError

from helu.i18n import LANGUAGES

_Text = Annotated[str, Limit(min_length=1, max_length=4000)]
LONGEST_TITLE = 300


class Words(BaseModel):
    """One text, in at least one of the languages."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    nb: _Text | None = None
    nn: _Text | None = None
    en: _Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Words":
        if not any((self.nb, self.nn, self.en)):
            raise PydanticCustomError("no_text", "no text in any language")
        return self

    def in_language(self, language: str) -> tuple[str, str]:
        """The text and the language it really is in: the one asked for, else nb, nn, en."""
        return _said(self.model_dump(exclude_none=True), language)


def _short(words: Words) -> Words:
    if any(len(text) > LONGEST_TITLE for text in words.model_dump(exclude_none=True).values()):
        raise PydanticCustomError("string_too_long", "too long", {"max_length": LONGEST_TITLE})
    return words


Title = Annotated[Words, AfterValidator(_short)]


def in_language(value: Any, language: str) -> tuple[Any, set[str]]:
    """Settings with every text in three languages put into one, and the languages that were used."""
    if isinstance(value, Mapping):
        if is_text(value):
            text, used = _said(value, language)
            return text, {used}
        spoken = {key: in_language(each, language) for key, each in value.items()}
        return {key: each for key, (each, _) in spoken.items()}, _all_used(spoken.values())
    if isinstance(value, list):
        spoken_items = [in_language(each, language) for each in value]
        return [each for each, _ in spoken_items], _all_used(spoken_items)
    return value, set()


def is_text(value: Mapping[Any, Any]) -> bool:
    """A mapping whose keys are all languages is a text, never a setting."""
    return bool(value) and set(value) <= set(LANGUAGES)


def _said(texts: Mapping[str, Any], language: str) -> tuple[Any, str]:
    used = next(each for each in (language, *LANGUAGES) if each in texts)
    return texts[used], used


def _all_used(spoken: Any) -> set[str]:
    return {language for _, used in spoken for language in used}
