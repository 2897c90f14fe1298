"""A real little server for the page of the projector: it says what a test tells it to say."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2
import pytest
import uvicorn
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "pages" / "projector"
CODE = "KMPTRWXY"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"
QR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


class Room:
    """One gathering. `say` tells every screen; `stop` and `start` are a server that goes down and comes back."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.state: dict[str, Any] = {}
        self.version = 0
        self.known = True  # does the server still know this screen?
        templates = jinja2.Environment(loader=jinja2.FileSystemLoader(PAGES), autoescape=True)
        templates.globals["_"] = lambda sentence: sentence
        self.templates = templates

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/storskjerm/{CODE}"

    def say(self, state: dict[str, Any]) -> None:
        self.state = state
        self.version += 1

    def start(self) -> None:
        config = uvicorn.Config(self._app(), port=self.port, log_level="error", timeout_graceful_shutdown=1)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(timeout=60)

    def _app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/storskjerm", self._connect),
                Route("/storskjerm/{code}", self._page),
                Route("/storskjerm/{code}/hendelser", self._events),
                Route("/storskjerm/{code}/qr.svg", lambda _: Response(QR, media_type="image/svg+xml")),
                Mount("/filer", StaticFiles(directory=PAGES / "assets")),
                Mount("/skrift", StaticFiles(directory=ROOT / "data" / "fonts")),
            ]
        )

    def _render(self, name: str, **values: Any) -> HTMLResponse:
        page = self.templates.get_template(name).render(language="nb", assets="/filer", fonts="/skrift", **values)
        return HTMLResponse(page, headers={"Content-Security-Policy": POLICY})

    async def _connect(self, request: Request) -> Response:
        return self._render("connect.html", problem=request.query_params.get("problem"))

    async def _page(self, request: Request) -> Response:
        if not self.known:
            return Response(status_code=404)
        preview = "preview" in request.query_params
        return self._render("stage.html", code=CODE, title="Ledersamling 1", preview=preview, words={})

    async def _events(self, request: Request) -> Response:
        async def tell() -> AsyncIterator[str]:
            told = -1
            while not self.server.should_exit:
                if self.version != told:
                    told = self.version
                    yield f"event: stage\ndata: {json.dumps(self.state)}\n\n"
                await asyncio.sleep(0.03)

        return StreamingResponse(tell(), media_type="text/event-stream")


@pytest.fixture
def room() -> Iterator[Room]:
    with _room() as room:
        yield room


@pytest.fixture
def screen(browser: Browser) -> Iterator[Page]:
    """The projector of the room, 1280x720, without animation so that positions are final."""
    with _screen(browser) as (page, errors):
        yield page
    assert errors == []


@pytest.fixture(scope="module")
def same_room() -> Iterator[Room]:
    """For the many that only look: a server that is never stopped."""
    with _room() as room:
        yield room


@pytest.fixture(scope="module")
def _same_screen(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    with _screen(browser) as opened:
        opened[0].context.add_init_script(AXE_SCRIPT)
        yield opened


@pytest.fixture
def same_screen(_same_screen: tuple[Page, list[str]]) -> Iterator[Page]:
    """For the many that only look: the page is loaded for each, in a browser that has its files, and axe."""
    page, errors = _same_screen
    errors.clear()
    yield page
    assert errors == []


@contextmanager
def _room() -> Iterator[Room]:
    room = Room()
    room.start()
    yield room
    room.stop()


@contextmanager
def _screen(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """The page, and what goes wrong on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    yield page, errors
    context.close()
