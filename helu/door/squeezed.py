"""Streamlit's scripts and style sheets travel compressed, and are kept by the browser for a year."""

from anyio.to_thread import run_sync
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from helu.web.squeezing import KINDS, files, squeezed

_FOLDER = "/static/"
_HEADERS = {"Cache-Control": "public, immutable, max-age=31536000", "Vary": "Accept-Encoding"}


class Squeezed:
    """Behind the gate, in front of Streamlit. What is not there, or asked for in parts, is left to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asks = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        if not asks or not scope["path"].startswith(_FOLDER):
            return await self.app(scope, receive, send)
        headers, file = Headers(scope=scope), files().get(scope["path"])
        if file is None or "range" in headers:
            return await self.app(scope, receive, send)
        found = await run_sync(squeezed, file, headers.get("accept-encoding", ""))
        if found is None:
            return await self.app(scope, receive, send)
        coding, tight = found
        answer = Response(tight, media_type=KINDS[file.suffix], headers=_HEADERS | {"Content-Encoding": coding})
        if scope["method"] == "HEAD":
            answer.body = b""  # its length is told all the same
        await answer(scope, receive, send)
