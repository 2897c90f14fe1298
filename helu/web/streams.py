"""Server-sent events: one open response per listener, kept alive, ended when either side is gone."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any
from uuid import UUID

from starlette.types import Receive, Scope, Send

from helu.live import Audience, Mailbox, hub

First = Callable[[], Awaitable[bytes]]
Still = Callable[[], Awaitable[bool]] | None

BEAT = 15.0  # seconds; keeps proxies from closing a quiet line, and tells a sleepy one from a dead one
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
_BEAT = b"event: beat\ndata: {}\n\n"


def event(name: str, news: dict[str, Any], number: int | None = None) -> bytes:
    data = json.dumps(news, ensure_ascii=False, separators=(",", ":"))
    head = f"id: {number}\n" if number is not None else ""
    return f"event: {name}\n{head}data: {data}\n\n".encode()


async def stream(
    receive: Receive, send: Send, workshop_id: UUID, audience: Audience, device: str, first: First, still: Still = None
) -> None:
    """Follow a gathering. `first` makes the news of this moment, asked for after listening has begun.

    `still` is asked at every beat whether the listener may go on listening.
    """
    await send({"type": "http.response.start", "status": 200, "headers": list(_HEADERS)})
    with hub.following(workshop_id, audience, device) as box:
        gone = asyncio.ensure_future(_gone(receive))
        gone.add_done_callback(lambda _task: box.close())
        try:
            await _send(send, await first())
            await _pass_on(box, send, still)
        finally:
            gone.cancel()
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _pass_on(box: Mailbox, send: Send, still: Still) -> None:
    asked = monotonic()
    while True:
        try:
            news = await box.get(BEAT)
        except TimeoutError:
            news = _BEAT
        if news is None:
            return
        if still and monotonic() - asked >= BEAT:
            asked = monotonic()
            if not await still():
                return
        await _send(send, news)


async def _send(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, said: str) -> None:
    from starlette.responses import JSONResponse

    await JSONResponse({"problem": said}, status)(scope, receive, send)
