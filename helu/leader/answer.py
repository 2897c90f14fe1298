"""Svar: check, commit, and only then acknowledge."""

from json import loads
from typing import Any
from uuid import UUID

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from helu.errors import CannotStore, Misfit, StoreAway, StoreFull, Unreadable
from helu.leader.right import asked_for, for_leader, require_patience
from helu.leader.show import HOME, page_of, squeezed
from helu.services import assessing
from helu.services.access import Visitor
from helu.services.assessing import Saving
from helu.store.batch import Batch
from helu.store.database import reading, writing
from helu.web.forms import Form, read_body, read_form
from helu.web.pages import HEADERS
from helu.web.problems import wants_json

_storing: Batch[Saving, None] = Batch(assessing.store)
FIELDS = 100  # of the full form there are 72

Given = dict[str, dict[str, int | None]]


@for_leader
async def receive(request: Request, visitor: Visitor) -> Response:
    require_patience(visitor)
    assessment_id = asked_for(request)
    try:
        await _storing.submit(Saving(visitor, assessment_id, await _read(request)))
    except (StoreAway, StoreFull):
        raise CannotStore from None
    if wants_json(request):
        return JSONResponse({"stored": True}, headers=HEADERS)
    return RedirectResponse(f"{HOME}/{assessment_id}#next", status_code=303)


@for_leader
async def done(request: Request, visitor: Visitor) -> Response:
    """With the answers that stand in the form, or without any when the script has sent them already."""
    require_patience(visitor)
    assessment_id, given = asked_for(request), await _read(request)
    try:
        await run_sync(_finish, visitor, assessment_id, given)
    except Misfit as problem:
        if wants_json(request):
            raise
        return squeezed(request, await run_sync(_page_with, visitor, assessment_id, problem), 422)
    if wants_json(request):
        return JSONResponse({"finished": True}, headers=HEADERS)
    return RedirectResponse(f"{HOME}/{assessment_id}", status_code=303)


async def _read(request: Request) -> Given:
    """layer -> statement -> step; None for «ikke aktuelt». What it may hold, the service knows."""
    if request.headers.get("content-type", "").startswith("application/json"):
        return _from_json(await read_body(request))
    return _from_form(await read_form(request, most=FIELDS))


def _from_json(body: bytes) -> Given:
    try:
        sent = loads(body)
    except (ValueError, RecursionError):
        raise Unreadable from None
    values = sent.get("values", {}) if isinstance(sent, dict) else None
    if not isinstance(values, dict):
        raise Unreadable
    return values


def _from_form(form: Form) -> Given:
    """Fields are called `current.STATEMENT`; one without a value is «ikke aktuelt»."""
    given: Given = {layer: {} for layer in assessing.LAYERS}
    for name, value in form.items():
        layer, dot, statement = name.partition(".")
        if dot:
            given.setdefault(layer, {})[statement] = _step(value)
    return given


def _step(value: str) -> int | None:
    if value and not (value.isascii() and value.isdecimal() and len(value) < 4):
        raise Unreadable
    return int(value) if value else None


def _finish(visitor: Visitor, assessment_id: UUID, given: Any) -> None:
    with writing() as db:
        assessing.finish(db, visitor, assessment_id, given)


def _page_with(visitor: Visitor, assessment_id: UUID, problem: Exception) -> str:
    with reading() as db:
        return page_of(assessing.known(db, visitor, assessment_id), problem)
