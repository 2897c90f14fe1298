"""Svar: check, commit, and only then acknowledge."""

from json import loads
from time import time
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from helu.errors import CannotStore, InvalidAnswer, NotOpen, StoreAway, StoreFull, Unreadable
from helu.phone.forms import main_of
from helu.phone.seat import asked_for, home_of, is_seated, require_device
from helu.phone.show import whole_page
from helu.services import answering, showing
from helu.services.answering import Sending, Stale
from helu.services.showing import Showing
from helu.store.batch import Batch
from helu.web.forms import read_body, read_form
from helu.web.pages import HEADERS, speak_to
from helu.web.problems import said_plainly, wants_json

NEWEST = 2**53  # the largest number JavaScript counts to
_storing: Batch[Sending, None] = Batch(answering.store)


@said_plainly
async def receive(request: Request) -> Response:
    here = await asked_for(request, request.path_params["code"])
    speak_to(request, here.language)
    device = require_device(request)
    sent = await _read(request, here)
    try:
        await _store(here, device, sent)
    except InvalidAnswer as problem:
        if wants_json(request):
            raise
        return Response(
            whole_page(here, main_of(here, sent.values, problem.errors, sent.slot)), 422, HEADERS, "text/html"
        )
    if wants_json(request):
        return JSONResponse({"stored": True, "attempt": sent.attempt}, headers=HEADERS)
    back = f"?svar={sent.slot}" if sent.slot else ""
    return RedirectResponse(home_of(here) + back, status_code=303)


class Sent:
    """What a phone sends: as JSON, or as a form with the answer spread over its inputs."""

    def __init__(self, activity: Any, attempt: Any, slot: Any, values: Any) -> None:
        self.activity = _uuid(activity)
        self.attempt = _whole(attempt, int(time() * 1000), NEWEST)
        self.slot = _whole(slot, 0, 100)
        if not isinstance(values, dict):
            raise Unreadable
        self.values: dict[str, Any] = values


async def _read(request: Request, here: Showing) -> Sent:
    if request.headers.get("content-type", "").startswith("application/json"):
        return _from_json(await read_body(request))
    form = await read_form(request, most=300)
    values = {field.name: field.read(form) for field in here.fields}
    return Sent(form.get("activity"), form.get("attempt"), form.get("slot"), values)


def _from_json(body: bytes) -> Sent:
    try:
        sent = loads(body)
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(sent, dict):
        raise Unreadable
    return Sent(sent.get("activity"), sent.get("attempt"), sent.get("slot"), sent.get("values", {}))


async def _store(here: Showing, device: str, sent: Sent) -> None:
    """Once more when the gathering moved in between; then the answer is to something that is shut."""
    for _again in range(3):
        seated = is_seated(here.workshop_id, device)
        sending = answering.prepare(here, device, sent.activity, sent.slot, sent.attempt, sent.values, seated)
        try:
            await _storing.submit(sending)
        except Stale:
            showing.forget(here.workshop_id)
            here = await _look_again(here)
            continue
        except (StoreAway, StoreFull):
            raise CannotStore from None
        return
    raise NotOpen


async def _look_again(here: Showing) -> Showing:
    from anyio.to_thread import run_sync

    return await run_sync(showing.current, here.workshop_id)


def _uuid(given: Any) -> UUID:
    try:
        return UUID(str(given))
    except ValueError:
        raise Unreadable from None


def _whole(given: Any, otherwise: int, most: int) -> int:
    if given is None or given == "":
        return otherwise
    text = str(given)
    if isinstance(given, bool) or not text.isdecimal() or len(text) > len(str(most)) or int(text) > most:
        raise Unreadable
    return int(text)
