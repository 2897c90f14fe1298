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
    """What the visitor chose, else what the browser asks for, else `otherwise`.

    Norwegian browsers ask for bokmål unless somebody has said otherwise, so where nynorsk is spoken that is
    not a choice: half a page in each would be worse.
    """
    chosen = visitor.cookies.get(LANGUAGE, "")
    if chosen in LANGUAGES:
        return chosen
    asked = visitor.headers.get("accept-language", "")
    first = asked.lower().split(",")[0].split("-")[0].split(";")[0].strip()
    theirs = first in {*LANGUAGES, "no"} and not (otherwise == "nn" and first in {"nb", "no"})
    return preferred(asked) if theirs or not otherwise else otherwise


def speak_to(visitor: HTTPConnection, otherwise: str | None = None) -> str:
    speak(chosen_language(visitor, otherwise))
    return language()
