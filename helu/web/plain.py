"""Plain pages go straight to their routes, past everything that only Streamlit needs."""

from collections.abc import Sequence

from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send


class PlainPages:
    """ASGI middleware: addresses that begin with one of the routes' first words are answered here."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self.app = app
        self._router = Router(routes, redirect_slashes=False)
        self._ours = frozenset(_first_word(route.path) for route in routes)  # type: ignore[attr-defined]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["type"] == "http" and _first_word(scope["path"]) in self._ours
        await (self._router if ours else self.app)(scope, receive, send)


def _first_word(path: str) -> str:
    return path.split("/", 2)[1] if path.startswith("/") else path
