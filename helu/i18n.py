"""Three languages. The bokmål sentence is the key; nynorsk and English are catalogues in data/locales.

The language of whoever is being spoken to lives in a context variable: each request, page run
and command sets it once, and everything said from there on follows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton

from helu.domain.rounding import rounded
from helu.settings import DATA

LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
DEFAULT = "nb"
LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}  # what Babel calls them, for dates
ZONE = ZoneInfo("Europe/Oslo")  # days and hours as those who read them have them

_language: ContextVar[str] = ContextVar("language", default=DEFAULT)


def _(sentence: str, **values: Any) -> str:
    """The sentence in the current language, with `{name}` filled in.

    Raises KeyError when the sentence names a value that was not given.
    """
    said = catalogue(_language.get()).get(sentence) or sentence
    return said.format(**values) if values else said


def language() -> str:
    return _language.get()


def day_of(at: date, form: str = "long") -> str:
    """The day as it is written where those who read are: «22. november 2026».

    `form` is long, medium («22. nov. 2026») or short («22.11.2026»), or the parts to be said, as CLDR names them: «MMMMd».
    """
    day, locale = at.astimezone(ZONE) if isinstance(at, datetime) else at, LOCALES[language()]
    if form in {"long", "medium", "short"}:
        return str(format_date(day, form, locale=locale))
    return str(format_skeleton(form, day, locale=locale))


def number_of(value: float, decimals: int = 1) -> str:
    """«4,3», or «4.3» in English; a half goes up."""
    said = f"{rounded(value, decimals):.{decimals}f}"
    return said if language() == "en" else said.replace(".", ",")


def known(language: str | None) -> str:
    """The language if Helu speaks it, else bokmål."""
    return language if language in LANGUAGES else DEFAULT


def speak(language: str | None) -> None:
    """From here on in this context, speak this language."""
    _language.set(known(language))


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    token = _language.set(known(language))
    try:
        yield
    finally:
        _language.reset(token)


def preferred(accept_language: str) -> str:
    """The first language in an Accept-Language header that Helu speaks; `no` means bokmål."""
    for part in accept_language.lower().split(","):
        tag = part.split(";")[0].strip().split("-")[0]
        if tag == "no":
            return "nb"
        if tag in LANGUAGES:
            return tag
    return DEFAULT


@cache
def catalogue(language: str) -> dict[str, str]:
    """Bokmål sentence -> the same in the language. Bokmål needs none."""
    if language == DEFAULT:
        return {}
    from babel.messages.pofile import read_po

    with (DATA / "locales" / f"{language}.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, locale=language) if entry.id}
