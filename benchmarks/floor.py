"""The least a server can do for a hall: the same requests, the same commits, and nothing else.

A bare Starlette app on the same server program (uvicorn, httptools, uvloop) and the same store (SQLite
with the same settings, the same group commit). No templates, no checks, no languages, no history.
What Helu costs is held against this. `python -m benchmarks.floor PORT FOLDER EVENT_BYTES PAGE_BYTES`.
"""

import asyncio
import json
import sqlite3
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

import anyio.to_thread
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from helu.store.batch import Batch

PAUSE = 0.25  # seconds; the wall is told at most four times a second, as in Helu
HEADERS = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"cache-control", b"no-store")]
COOKIE = "helu_device"
KEEP = "INSERT INTO answer VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET content = excluded.content"


class Floor:
    def __init__(self, folder: Path, event_bytes: int, page_bytes: int) -> None:
        self._db = sqlite3.connect(folder / "floor.db", check_same_thread=False, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("CREATE TABLE IF NOT EXISTS seat (id TEXT PRIMARY KEY)")
        self._db.execute("CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, content TEXT)")
        self._turn = Lock()
        self._filling, self._page = "x" * event_bytes, "x" * page_bytes
        self._version = 0
        self._phones: set[asyncio.Queue[bytes]] = set()
        self._walls: set[asyncio.Queue[bytes]] = set()
        self._stored = 0
        self._seats: Batch[tuple[str], None] = Batch(self._sit)
        self._answers: Batch[tuple[str, str], None] = Batch(self._store)

    async def show(self, request: Request) -> Response:
        device = request.cookies.get(COOKIE) or uuid4().hex
        await self._seats.submit((device,))
        response = HTMLResponse(self._page)
        response.set_cookie(COOKIE, device, path="/d/", httponly=True, samesite="lax")
        return response

    async def tell(self, request: Request) -> Response:
        field = {"name": "cards", "type": "texts", "label": "Svaret ditt", "required": True}
        fields = [{**field, "max_length": 400, "max_items": 3}]
        activity = {"id": str(self._version), "kind": "open_cards", "text": "", "fields": fields}
        return JSONResponse({"version": self._version, "phase": "open", "activity": activity, "own": None})

    async def receive(self, request: Request) -> Response:
        sent = await request.json()
        content = json.dumps(sent["values"])
        await self._answers.submit((f"{sent['activity']}-{request.cookies[COOKIE]}", content))
        return JSONResponse({"stored": True, "attempt": sent["attempt"]})

    async def move(self, request: Request) -> Response:
        self._version += 1
        self._stored = 0
        for box in (*self._phones, *self._walls):
            box.put_nowait(self._news() if box in self._phones else self._stage())
        return JSONResponse({"version": self._version})

    async def follow(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _stream(self._phones, self._news(), receive, send)

    async def watch(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _stream(self._walls, self._stage(), receive, send)

    async def tell_walls(self) -> None:
        told = -1
        while True:
            await asyncio.sleep(PAUSE)
            if told != self._stored:
                told = self._stored
                for box in self._walls:
                    box.put_nowait(self._stage())

    def _news(self) -> bytes:
        news = {"version": self._version, "activity": str(self._version), "phase": "open", "page": self._filling}
        return f"event: move\ndata: {json.dumps(news)}\n\n".encode()

    def _stage(self) -> bytes:
        return f"event: stage\ndata: {json.dumps({'numbers': {'answered': self._stored}})}\n\n".encode()

    def _sit(self, seats: Sequence[tuple[str]]) -> list[None | Exception]:
        self._commit("INSERT INTO seat VALUES (?) ON CONFLICT DO NOTHING", seats)
        return [None] * len(seats)

    def _store(self, answers: Sequence[tuple[str, str]]) -> list[None | Exception]:
        self._commit(
            "INSERT INTO answer VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET content=excluded.content", answers
        )
        self._stored += len(answers)
        return [None] * len(answers)

    def _commit(self, deed: str, rows: Sequence[tuple[Any, ...]]) -> None:
        with self._turn:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany(deed, rows)
            self._db.execute("COMMIT")


class _Stream:
    """An ASGI app, not a view, as in Helu."""

    def __init__(self, follow: Any) -> None:
        self._follow = follow

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._follow(scope, receive, send)


async def _stream(boxes: set[asyncio.Queue[bytes]], first: bytes, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    box: asyncio.Queue[bytes] = asyncio.Queue()
    boxes.add(box)
    passing_on = asyncio.ensure_future(_pass_on(box, first, send))
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    finally:
        passing_on.cancel()
        boxes.discard(box)


async def _pass_on(box: asyncio.Queue[bytes], news: bytes, send: Send) -> None:
    while True:
        await send({"type": "http.response.body", "body": news, "more_body": True})
        news = await box.get()


def app(floor: Floor) -> Starlette:
    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = 12
        telling = asyncio.ensure_future(floor.tell_walls())
        yield
        telling.cancel()

    routes = [
        Route("/d/{code}/svar", floor.receive, methods=["POST"]),
        Route("/d/{code}/hendelser", _Stream(floor.follow)),
        Route("/d/{code}/tilstand", floor.tell),
        Route("/d/{code}", floor.show),
        Route("/storskjerm/{code}/hendelser", _Stream(floor.watch)),
        Route("/flytt", floor.move, methods=["POST"]),
        Route("/klar", floor.tell),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


if __name__ == "__main__":
    port, folder, event_bytes, page_bytes = sys.argv[1:]
    made = app(Floor(Path(folder), int(event_bytes), int(page_bytes)))
    uvicorn.run(
        made, host="127.0.0.1", port=int(port), loop="uvloop", http="httptools",
        access_log=False, log_level="warning", timeout_graceful_shutdown=3,
    )  # fmt: skip
