"""Hendelser: one stream per phone that tells it every time the gathering moves.

The news carries the new page itself, so that six hundred phones do not all come back and ask for it.
"""

from collections import Counter
from typing import Any
from uuid import UUID

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from helu.errors import HeluError, TooFast
from helu.i18n import speaking
from helu.live import Audience
from helu.phone.forms import main_of, mark_of
from helu.phone.seat import address_of, asked_for, device_of
from helu.services import showing
from helu.services.clock import timer_of
from helu.services.showing import Showing
from helu.store.database import reading
from helu.web.pages import speak_to
from helu.web.problems import status_of
from helu.web.streams import event, refuse, stream

STREAMS_AN_ADDRESS = 1000
STREAMS_WITHOUT_SEAT = 50
_open: Counter[tuple[str, bool]] = Counter()  # (address, has a seat) -> streams


class Follow:
    """An ASGI app rather than a view: nothing lies between the news and the wire."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        speak_to(request)
        try:
            here = await asked_for(request, scope["path_params"]["code"])
        except HeluError as problem:
            return await refuse(scope, receive, send, status_of(problem), str(problem))
        # Those without a seat share a small allowance of their own, so they cannot use up the room's.
        known = bool(device_of(request))
        holder = (address_of(request), known)
        if _open[holder] >= (STREAMS_AN_ADDRESS if known else STREAMS_WITHOUT_SEAT):
            return await refuse(scope, receive, send, 429, str(TooFast(seconds=30)))
        _open[holder] += 1
        try:
            await _follow(request, receive, send, here)
        finally:
            _open[holder] -= 1
            if not _open[holder]:
                del _open[holder]


async def _follow(request: Request, receive: Receive, send: Send, here: Showing) -> None:
    language = speak_to(request, here.language)
    device = device_of(request) or f"?{id(request)}"

    async def first() -> bytes:
        return await news_for_phones(here.workshop_id, language)

    await stream(receive, send, here.workshop_id, Audience("phone", language), device, first)


async def news_for_phones(workshop_id: UUID, language: str) -> bytes:
    try:
        known = showing.remembered_id(workshop_id)
        here: Showing = known if known else await run_sync(showing.current, workshop_id)
    except HeluError:
        return event("move", {"version": -1, "activity": None, "phase": "ended", "mark": "gone"})
    with speaking(language):
        news = _news(here)
    return news + (await ripples_for_phones(workshop_id, language) or b"")  # whoever comes later must know too


async def ripples_for_phones(workshop_id: UUID, language: str) -> bytes | None:
    """Only where phones work on something together; what others answer is otherwise none of their business."""
    try:
        known = showing.remembered_id(workshop_id)  # forgotten when other things are asked
        here: Showing = known if known else await run_sync(showing.current, workshop_id)
    except HeluError:
        return None
    if here.kind is None or here.activity is None or not here.kind.shared or not here.is_open:
        return None
    return event("shared", await run_sync(_shared, here, language))


def _shared(here: Showing, language: str) -> dict[str, Any]:
    assert here.activity is not None
    assert here.kind is not None
    with speaking(language), reading() as db:
        return {"activity": str(here.activity.id), **here.kind.shared_with(showing.settings_of(here.activity, db))}


def _news(here: Showing) -> bytes:
    news = {
        "version": here.version,
        "activity": str(here.activity.id) if here.activity else None,
        "phase": str(here.phase),
        "mark": mark_of(here),
        "timer": timer_of(here),
        "page": main_of(here),
    }
    return event("move", news, here.version)
