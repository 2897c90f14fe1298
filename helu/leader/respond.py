"""Tilbakemelding: the page behind a personal link. Told first, answered on the device, sent once, changed later."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from json import loads
from typing import Any

from anyio.to_thread import run_sync
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from helu.domain.text import clean
from helu.errors import CannotStore, HeluError, Misfit, StoreAway, StoreFull, TooFast, Unreadable, UsedLink, sentence
from helu.i18n import language
from helu.leader.respondent import (
    NoCookie,
    TooManyLinks,
    asked_by,
    home_of,
    remember,
    require_device,
    require_patience,
    shelf_of,
    token_of,
)
from helu.leader.show import squeezed
from helu.services import order, responding
from helu.services.responding import LONGEST, Answered, Asked, Counted, Given, Steps
from helu.services.response_form import response_form
from helu.store.database import writing
from helu.web.forms import Form, read_body, read_form
from helu.web.pages import HEADERS, draw
from helu.web.problems import said_plainly, status_of, tell, wants_json

FIELDS = 60  # of the full form there are 38
STATUS: dict[type[HeluError], int] = {Answered: 409, Counted: 410, Misfit: 422}


class NotKept(CannotStore):
    sentence = sentence("Svaret er ikke lagret ennå, men det står fortsatt her. Vent litt, og send på nytt.")


@dataclass(frozen=True)
class Sent:
    """What came from the device; of what it may hold, the service knows the rest."""

    steps: Steps  # None: «vet ikke»
    texts: Mapping[str, str]

    def fields(self) -> list[tuple[str, str]]:
        """As the form names them."""
        steps = [(f"step.{id_}", "" if step is None else str(step)) for id_, step in self.steps.items()]
        return steps + [(f"text.{id_}", text) for id_, text in self.texts.items()]


@said_plainly
async def show(request: Request) -> Response:
    try:
        asked, given = await asked_by(request)
    except UsedLink as problem:
        return _stopped(request, problem)
    if isinstance(given, HeluError):
        return _stopped(request, given, asked)
    if given.steps and "endre" not in request.query_params:
        return _private(request, draw("leader/responded.html", **_about(request, asked)))
    return _form(request, asked, given)


@said_plainly
async def receive(request: Request) -> Response:
    """Stored before it is acknowledged. What cannot be stored comes back with everything that was filled in."""
    sent = await _read(request)
    asked: Asked | None = None
    try:
        require_patience(request)
        asked, given = await asked_by(request)
        if isinstance(given, HeluError):
            raise given
        await run_sync(_store, token_of(request), require_device(request), sent)
    except (StoreAway, StoreFull):
        return _refused(request, NotKept(), sent, asked)
    except HeluError as problem:
        return _refused(request, problem, sent, asked)
    tidy = BackgroundTask(_tidy)
    if wants_json(request):
        return JSONResponse({"stored": True}, headers=HEADERS, background=tidy)
    return RedirectResponse(home_of(token_of(request)), status_code=303, headers=HEADERS, background=tidy)


def _store(token: str, secret: str, sent: Sent) -> None:
    if any(len(clean(text)) > LONGEST for text in sent.texts.values()):
        raise Misfit(sentence("En av tekstene er for lang. Det er plass til {most} tegn."), most=LONGEST)
    with writing() as db:
        responding.answer(db, token, secret, sent.steps, sent.texts)


def _tidy() -> None:
    """After the reply: SQLite's log would tell in which order answers came."""
    with suppress(HeluError):  # the answer is stored; the next one, or the watch, tidies too
        order.settle()


# ---- what is sent


async def _read(request: Request) -> Sent:
    if request.headers.get("content-type", "").startswith("application/json"):
        return _from_json(await read_body(request))
    return _from_form(await read_form(request, most=FIELDS))


def _from_json(body: bytes) -> Sent:
    try:
        sent = loads(body)
    except (ValueError, RecursionError):
        raise Unreadable from None
    steps, texts = (sent.get(name, {}) for name in ("steps", "texts")) if isinstance(sent, dict) else (None, None)
    if not isinstance(steps, dict) or not isinstance(texts, dict):
        raise Unreadable
    if not all(isinstance(text, str) for text in texts.values()):
        raise Unreadable
    return Sent(steps, texts)


def _from_form(form: Form) -> Sent:
    """Fields are called `step.STATEMENT` and `text.QUESTION`; a step without a value is «vet ikke»."""
    named = [(*name.partition("."), value) for name, value in form.items()]
    steps = {id_: _step(value) for what, _dot, id_, value in named if what == "step"}
    return Sent(steps, {id_: value for what, _dot, id_, value in named if what == "text"})


def _step(value: str) -> int | None:
    if value and not (value.isascii() and value.isdecimal() and len(value) < 4):
        raise Unreadable
    return int(value) if value else None


# ---- what is shown


def _form(request: Request, asked: Asked, given: Given | Sent, problem: HeluError | None = None) -> Response:
    page = draw("leader/respond.html", given=given, problem=problem, **_about(request, asked))
    response = _private(request, page, _status_of(problem) if problem else 200)
    remember(request, response)
    return response


def _refused(request: Request, problem: HeluError, sent: Sent, asked: Asked | None) -> Response:
    if wants_json(request):
        response = tell(request, problem, _status_of(problem))
        if isinstance(problem, NoCookie):
            remember(request, response)
        return response
    if isinstance(problem, (Answered, Counted, UsedLink)):
        return _stopped(request, problem, asked)
    if isinstance(problem, (CannotStore, TooFast, TooManyLinks)) or asked is None:
        fields, action = sent.fields(), home_of(token_of(request))
        page = draw("leader/respond_again.html", problem=problem, fields=fields, action=action)
        return _private(request, page, _status_of(problem))
    return _form(request, asked, sent, problem)


def _stopped(request: Request, problem: HeluError, asked: Asked | None = None) -> Response:
    shelf = shelf_of(token_of(request))
    page = draw("leader/respond_stop.html", counted=isinstance(problem, Counted), problem=problem, shelf=shelf)
    return _private(request, page, _status_of(problem))


def _about(request: Request, asked: Asked) -> dict[str, Any]:
    token = token_of(request)
    return {
        "asked": asked,
        "words": response_form(asked, language()),
        "home": home_of(token),
        "shelf": shelf_of(token),
    }


def _private(request: Request, page: str, status: int = 200) -> Response:
    response = squeezed(request, page, status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _status_of(problem: HeluError) -> int:
    return next((STATUS[kind] for kind in type(problem).__mro__ if kind in STATUS), status_of(problem))
