"""Style sheets, scripts and fonts: read once, compressed once, kept by the browser for a year.

The address carries a hash of the whole folder, so a new version is a new address.
"""

import gzip
from functools import cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from helu.settings import DATA, PAGES

FOLDERS = {
    "phone": PAGES / "phone" / "assets",
    "projector": PAGES / "projector" / "assets",
    "fonts": DATA / "fonts",
}
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".woff2": "font/woff2"}
_FOR_A_YEAR = "public, max-age=31536000, immutable"
_SQUEEZABLE = frozenset({".js", ".css", ".svg"})


@cache
def address(folder: str) -> str:
    """Where the files of a folder are served."""
    files = sorted(path for path in FOLDERS[folder].rglob("*") if path.is_file())
    return f"/filer/{folder}/{sha256(b''.join(path.read_bytes() for path in files)).hexdigest()[:12]}"


async def serve(request: Request) -> Response:
    folder, name = request.path_params["folder"], request.path_params["name"]
    found = _read(folder, name) if folder in FOLDERS else None
    if found is None:
        return Response(status_code=404)
    plain, squeezed, kind = found
    headers = {"Cache-Control": _FOR_A_YEAR, "Vary": "Accept-Encoding"}
    if squeezed and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(squeezed, media_type=kind, headers=headers | {"Content-Encoding": "gzip"})
    return Response(plain, media_type=kind, headers=headers)


@cache
def _read(folder: str, name: str) -> tuple[bytes, bytes | None, str] | None:
    root = FOLDERS[folder].resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root) or not path.is_file():
        return None
    plain = path.read_bytes()
    kind = _TYPES.get(path.suffix) or guess_type(path.name)[0] or "application/octet-stream"
    return plain, gzip.compress(plain, 9) if path.suffix in _SQUEEZABLE else None, kind


def files_in(folder: str) -> list[Path]:
    return sorted(path for path in FOLDERS[folder].rglob("*") if path.is_file())
