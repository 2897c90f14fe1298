"""Streamlit's own page, as Helu sends it: in the reader's language, dressed, and asking early for what it will need."""

import re
from collections.abc import Iterable
from functools import cache

from helu.web.dress import early, style
from helu.web.squeezing import origin

INDEX = origin() / "index.html"
# Streamlit would ask at every level of the address where its root is and what it may do, one answer after the other.
CONNECT = (
    'window.__streamlit={BACKEND_BASE_URL:location.origin+"/",'
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false}};"
)
# Plotly takes every touch for a drag of its own: then nothing scrolls over a radar, and a tap opens nothing. Kept from
# it, a touch becomes what browsers make of it, which is a scroll or a click.
TOUCH = (
    'addEventListener("touchstart",(event)=>{if(event.target.closest(".js-plotly-plot"))event.stopPropagation()},'
    "{capture:true,passive:true});"
)
# What a page draws besides text, by the names Streamlit gives its scripts; the last ones may wait for the others.
RADARS = ("/radar", "/gruppas-balanse")
PARTS = dict.fromkeys(RADARS, ("ButtonGroup", "Selectbox", "LinkButton", "Html"))
HEAVY = dict.fromkeys(RADARS, ("PlotlyChart",))
# 170 kB of type that our own stands instead of, and 370 kB of icons that are cut down to those in use.
_OTHERS_TYPE = re.compile(r'\s*<link\s+rel="preload"[^>]*SourceSans[^>]*>')
_OTHERS_FACES = re.compile(r"@font-face\s*\{\s*font-family:\s*\"?(?:Source Sans|Material Symbols Rounded)\b[^}]*\}")
_SHEET = re.compile(r'<link rel="stylesheet" crossorigin href="\./(static/css/[\w.-]+\.css)">')


@cache
def index(language: str, path: str) -> bytes:
    page = INDEX.read_text(encoding="utf-8").replace('<html lang="en">', f'<html lang="{language}">')
    page = _OTHERS_TYPE.sub("", page.replace("<title>Streamlit</title>", "<title>Helu</title>"))
    page = _SHEET.sub(lambda found: f"<style>{_sheet(found[1])}</style>", page)
    page = page.replace("<head>", f"<head><script>{CONNECT}{TOUCH}</script>", 1)
    page = page.replace("</head>", early() + "".join(_links(page, path)) + "</head>", 1)
    return page.replace("</body>", style(language) + "</body>").encode()


def inline_scripts() -> list[str]:
    return [CONNECT + TOUCH, *re.findall(r"<script>(.*?)</script>", INDEX.read_text(encoding="utf-8"), re.DOTALL)]


def _sheet(name: str) -> str:
    """In the page itself and not beside it: a browser loads every definition of a typeface, ours and theirs."""
    sheet = (origin() / name).read_text(encoding="utf-8")
    return _OTHERS_FACES.sub("", sheet).replace("url(../", "url(./static/")


def _links(page: str, path: str) -> Iterable[str]:
    """One for each script the page does not name yet."""
    known = set(re.findall(r"static/js/([\w.-]+\.js)", page))
    for names, how in ((PARTS, 'rel="modulepreload" fetchpriority="low"'), (HEAVY, 'rel="prefetch" as="script"')):
        for name in sorted(_with_theirs(names.get(path, ())) - known):
            known.add(name)
            yield f'<link {how} crossorigin href="./static/js/{name}">'


def _with_theirs(names: Iterable[str]) -> set[str]:
    """The scripts of these names, and all that they import."""
    found: set[str] = set()
    waiting = [path.name for name in names for path in (origin() / "static/js").glob(f"{name}.*.js")]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _imports(name)
    return found


@cache
def _imports(name: str) -> list[str]:
    """Only the static ones; they all stand at the top."""
    text = (origin() / "static/js" / name).read_text(encoding="utf-8")
    return re.findall(r'(?:from|import)"\./([\w.-]+\.js)"', text)
