"""Streamlit's own scripts and style sheets, compressed as well as can be, once for each version of Streamlit.

It sends them as they are, and the radar's alone is 4.7 MB. Set-up compresses them all (`python -m helu squeeze`);
what is not there when somebody asks for it is squeezed lightly at once, and as well as can be in the background.
Their names carry a hash of what is in them, so what lies here never has to be made anew.
"""

import gzip
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from tempfile import NamedTemporaryFile
from threading import Thread

import brotli

from helu.settings import DATA

KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_WAYS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda plain: bytes(brotli.compress(plain, quality=11, lgwin=24)),
    "gzip": lambda plain: gzip.compress(plain, 9, mtime=0),
}


@cache
def origin() -> Path:
    """Where Streamlit's index.html lies. Found, not imported: that takes a second."""
    spec = find_spec("streamlit")
    return Path(str(spec.origin if spec else "")).parent / "static"


@cache
def files() -> dict[str, Path]:
    """By address; only what came with Streamlit, so no spelling of a path leads anywhere else."""
    root = origin()
    return {f"/{path.relative_to(root).as_posix()}": path for path in root.rglob("*") if path.suffix in KINDS}


def shelf() -> Path:
    return DATA / "static" / f"streamlit-{version('streamlit')}"


def squeeze_all() -> int:
    """Compress what is not compressed yet, and throw away what belongs to other versions. Returns how many files."""
    missing = [(path, way) for path in files().values() for way in _WAYS if not _place(path, way).exists()]
    missing.sort(key=lambda each: -each[0].stat().st_size)  # the long ones first, so that no processor waits at the end
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda each: _make(*each), missing))
    for other in (each for each in shelf().parent.iterdir() if each != shelf()):
        shutil.rmtree(other, ignore_errors=True)
    return len(missing)


def squeezed(path: Path, accepted: str) -> tuple[str, bytes] | None:
    """The best that `accepted` (a list of codings) allows, with its name; None when it allows neither."""
    ways = [way for way in _WAYS if _allows(accepted, way)]
    for way in ways:
        if way in _ready(path):
            return way, _ready(path)[way]
    if ways and path not in _asked:
        _asked.add(path)
        _later(path)
    return ("gzip", _lightly(path)) if "gzip" in ways else None


_asked: set[Path] = set()
_kept: dict[Path, dict[str, bytes]] = {}


def _allows(accepted: str, way: str) -> bool:
    for each in accepted.split(","):
        name, _semicolon, weight = each.partition(";")
        if name.strip().lower() == way:
            return weight.replace(" ", "").lower() not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _ready(path: Path) -> dict[str, bytes]:
    """What lies on the shelf, read once; both ways or nothing."""
    if path not in _kept:
        try:
            _kept[path] = {way: _place(path, way).read_bytes() for way in _WAYS}
        except OSError:
            return {}
    return _kept[path]


@cache
def _lightly(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


def _later(path: Path) -> None:
    _behind().put(path)


@cache
def _behind() -> "SimpleQueue[Path]":
    """One at a time, beside everything else; brotli lets other threads run meanwhile."""
    waiting: SimpleQueue[Path] = SimpleQueue()

    def work() -> None:
        while True:
            path = waiting.get()
            for way in _WAYS:
                _make(path, way)

    Thread(target=work, name="squeezing", daemon=True).start()
    return waiting


def _make(path: Path, way: str) -> None:
    """Whole, or not at all: what is being written has another name. A shelf that cannot be written to stays empty."""
    place = _place(path, way)
    if place.exists():
        return
    tight = _WAYS[way](path.read_bytes())
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, prefix="half-", delete=False) as half:
            half.write(tight)
        os.chmod(half.name, 0o644)  # whoever set up need not be who serves
        os.replace(half.name, place)
    except OSError:
        return


def _place(path: Path, way: str) -> Path:
    return shelf() / path.parent.name / f"{path.name}.{way}"
