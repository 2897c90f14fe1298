"""Plain pages: a Jinja template, and what to put in it, in the visitor's language."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, Response

from helu.i18n import LANGUAGES, _, language, preferred, speak
from helu.settings import PAGES
from helu.web import files
from helu.web.cookies import LANGUAGE

HEADERS = {"Cache-Control": "no-store"}


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(PAGES), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(_=_, languages=LANGUAGES, files=files.address)
    return made


def draw(name: str, **content: Any) -> str:
    return environment().get_template(name).render(language=language(), **content)


def page(name: str, status: int = 200, **content: Any) -> Response:
    return HTMLResponse(draw(name, **content), status, headers=HEADERS)


def chosen_language(visitor: HTTPConnection, otherwise: str | None = None) -> str:
    """What the visitor chose, else what the browser asks for, else `otherwise`."""
    chosen = visitor.cookies.get(LANGUAGE, "")
    if chosen in LANGUAGES:
        return chosen
    asked = visitor.headers.get("accept-language", "")
    return otherwise if otherwise and not _asks_for_norwegian_or_english(asked) else preferred(asked)


def _asks_for_norwegian_or_english(accept_language: str) -> bool:
    first = accept_language.lower().split(",")[0].split("-")[0].split(";")[0].strip()
    return first in {*LANGUAGES, "no"}


def speak_to(visitor: HTTPConnection, otherwise: str | None = None) -> str:
    speak(chosen_language(visitor, otherwise))
    return language()
