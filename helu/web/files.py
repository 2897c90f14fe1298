"""Style sheets, scripts and fonts: read once, compressed once, kept by the browser for a year.

The address carries a hash of the whole folder, so a new version is a new address.
"""

import gzip
from functools import cache
from hashlib import sha256
from mimetypes import guess_type

from starlette.requests import Request
from starlette.responses import Response

from helu.settings import DATA, PAGES

FOLDERS = {
    "phone": PAGES / "phone" / "assets",
    "projector": PAGES / "projector" / "assets",
    "leader": PAGES / "leader" / "assets",
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
    if folder not in FOLDERS or name not in _names(folder):
        return Response(status_code=404)
    found = _read(folder, name)
    plain, squeezed, kind = found
    headers = {"Cache-Control": _FOR_A_YEAR, "Vary": "Accept-Encoding"}
    if squeezed and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(squeezed, media_type=kind, headers=headers | {"Content-Encoding": "gzip"})
    return Response(plain, media_type=kind, headers=headers)


@cache
def _names(folder: str) -> frozenset[str]:
    """Only what lay there from the start can be asked for, so no spelling of a path leads anywhere else."""
    root = FOLDERS[folder]
    return frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


@cache
def _read(folder: str, name: str) -> tuple[bytes, bytes | None, str]:
    path = FOLDERS[folder] / name
    plain = path.read_bytes()
    kind = _TYPES.get(path.suffix) or guess_type(path.name)[0] or "application/octet-stream"
    return plain, gzip.compress(plain, 9) if path.suffix in _SQUEEZABLE else None, kind
