"""Nobody reaches Streamlit, by page, file or websocket, without being logged in."""

import gzip
from functools import cache
from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from helu.door.index import PARTS, index
from helu.door.places import is_page
from helu.errors import HeluError, StoreAway
from helu.services import logins
from helu.services.access import Visitor
from helu.store.database import reading
from helu.web.cookies import login_name
from helu.web.limits import Limit
from helu.web.origin import is_from_here

MESSAGES = Limit(most=120, seconds=10)  # from one socket; a person clicks far less


class Gate:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or scope["path"] == "/_stcore/health":
            return await self.app(scope, receive, send)
        asking = HTTPConnection(scope)
        if scope["type"] == "websocket":
            return await self._socket(asking, scope, receive, send)
        try:
            visitor = await run_sync(_who, asking)
        except HeluError:
            return await PlainTextResponse(str(StoreAway()), 503)(scope, receive, send)
        if visitor is None:
            return await _to_login(asking)(scope, receive, send)
        if scope["method"] not in {"GET", "HEAD", "OPTIONS"} and not _from_our_own_page(asking):
            return await PlainTextResponse("", 403)(scope, receive, send)
        if _wants_page(asking):
            if not is_page(asking.url.path, visitor.facilitates):
                return await RedirectResponse("/", 303)(scope, receive, send)
            return await _shown(asking, visitor.language)(scope, receive, send)
        return await self.app(scope, receive, send)

    async def _socket(self, asking: HTTPConnection, scope: Scope, receive: Receive, send: Send) -> None:
        if not _from_our_own_page(asking) or await run_sync(_who, asking) is None:
            return await WebSocketClose(code=1008)(scope, receive, send)
        return await self.app(scope, _measured(receive, id(scope)), send)


_FRESH = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}


def _shown(asking: HTTPConnection, language: str) -> HTMLResponse:
    plain, squeezed = _page(language, asking.url.path if asking.url.path in PARTS else "")
    if "gzip" not in asking.headers.get("accept-encoding", ""):
        return HTMLResponse(plain, headers=_FRESH)
    return HTMLResponse(squeezed, headers=_FRESH | {"Content-Encoding": "gzip"})


def _who(asking: HTTPConnection) -> Visitor | None:
    token = asking.cookies.get(login_name(asking), "")
    if not token:
        return None
    with reading() as db:
        return logins.who(db, token)


def _to_login(asking: HTTPConnection) -> RedirectResponse:
    wanted = asking.url.path + (f"?{asking.url.query}" if asking.url.query else "")
    way_back = f"?til={quote(wanted)}" if _wants_page(asking) and wanted != "/" else ""
    return RedirectResponse(f"/logg-inn{way_back}", status_code=303)


def _wants_page(asking: HTTPConnection) -> bool:
    path = asking.url.path
    # Streamlit's script asks for these below any page's address to find out where the root is.
    inner = any(part in path for part in ("/_stcore", "/static/", "/media/", "/component"))
    is_file = inner or "." in path.rsplit("/", 1)[-1]
    return asking.scope["method"] == "GET" and not is_file


def _from_our_own_page(asking: HTTPConnection) -> bool:
    """Checked here because Streamlit looks up its external address when it meets a foreign origin."""
    return bool(asking.headers.get("origin")) and is_from_here(asking)


@cache
def _page(language: str, path: str) -> tuple[bytes, bytes]:
    """As it is, and compressed. There is one for each kind of page, not for each address."""
    page = index(language, path)
    return page, gzip.compress(page, 9)


def _measured(receive: Receive, socket: int) -> Receive:
    """End a socket that floods: Streamlit would handle its messages before everybody else's."""

    async def next_message() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and MESSAGES.wait(socket):
            return {"type": "websocket.disconnect", "code": 1008}
        return message

    return next_message
