"""Streamlit's scripts and style sheets, compressed: it sends them as they are, and the radar's alone is 4.7 MB.

Their names carry a hash of what is in them, so each is compressed once and kept by the browser for a year.
"""

import gzip
from functools import cache
from pathlib import Path

from anyio.to_thread import run_sync
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from helu.door.gate import INDEX

_FOLDER = "/static/"
_KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_HEADERS = {
    "Cache-Control": "public, immutable, max-age=31536000",
    "Content-Encoding": "gzip",
    "Vary": "Accept-Encoding",
}


class Squeezed:
    """Behind the gate, in front of Streamlit. What is not there, or asked for in parts, is left to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(_FOLDER):
            return await self.app(scope, receive, send)
        headers, file = Headers(scope=scope), _files().get(scope["path"])
        if file is None or "range" in headers or "gzip" not in headers.get("accept-encoding", ""):
            return await self.app(scope, receive, send)
        squeezed = await run_sync(_squeeze, file)
        await Response(squeezed, media_type=_KINDS[file.suffix], headers=_HEADERS)(scope, receive, send)


@cache
def _files() -> dict[str, Path]:
    """By address; only what came with Streamlit, so no spelling of a path leads anywhere else."""
    root = INDEX.parent
    return {f"/{path.relative_to(root).as_posix()}": path for path in root.rglob("*") if path.suffix in _KINDS}


@cache
def _squeeze(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9)
