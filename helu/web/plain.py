"""Plain pages go straight to their routes, past everything that only Streamlit needs."""

from collections.abc import Sequence

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from helu.errors import NotFound
from helu.web.origin import is_from_here
from helu.web.problems import said_plainly


class PlainPages:
    """ASGI middleware: addresses that begin with one of the routes' first words are answered here."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self.app = app
        self._router = Router(routes, redirect_slashes=False, default=_lost)
        self._ours = frozenset(_first_word(route.path) for route in routes)  # type: ignore[attr-defined]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _first_word(scope["path"]) not in self._ours:
            return await self.app(scope, receive, send)
        if scope["method"] == "POST" and not is_from_here(HTTPConnection(scope)):
            return await Response(status_code=403)(scope, receive, send)
        # Without an app in the scope a wrong method is answered, not raised through all that lies outside.
        return await self._router({name: scope[name] for name in scope if name != "app"}, receive, send)


@said_plainly
async def _nothing_here(request: Request) -> Response:
    raise NotFound


async def _lost(scope: Scope, receive: Receive, send: Send) -> None:
    await (await _nothing_here(Request(scope)))(scope, receive, send)


def _first_word(path: str) -> str:
    return path.split("/", 2)[1] if path.startswith("/") else path
