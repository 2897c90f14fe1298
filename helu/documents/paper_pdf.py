"""Typst sets the paper. Everything it may read is handed to it; what people wrote goes in as JSON strings."""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import typst

from helu.documents import paper_say
from helu.documents.paper import Paper
from helu.documents.paper_blocks import Block, Sheet, as_json
from helu.documents.paper_outline import outline
from helu.i18n import _, day_of, speaking
from helu.settings import DATA

HOME = DATA / "paper"
POSTER = DATA / "poster"
STANDARDS: Any = ["ua-1", "a-2a"]
MISSING = "\N{WHITE SQUARE}"  # stands for a character that no font has
TRIES = 8

Files = Any  # name -> bytes, the one of them called "main" is set; typst's own annotations leave this way out
_UNDRAWABLE = re.compile(r'the (?:text|PDF contains the codepoint) `"(.*?)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")  # how typst writes a character that it has no sign for
_PLAIN = re.compile(r"[^\s!-~\u00a0-\u024f\u2010-\u203a]")  # what surely can be drawn: Latin letters and their signs


def made_of(paper: Paper) -> bytes:
    """PDF/UA-1 and PDF/A-2a with embedded fonts. A character that no font has is drawn as a square."""
    blocks = outline(paper)
    try:
        return _set(paper, blocks)
    except typst.TypstError as error:
        if "too much text" not in error.message:
            raise
    return _set(paper, [each for each in blocks if not isinstance(each, Sheet)])  # the lines stand in the chapter too


def picture(block: Block) -> bytes:
    """One drawing as PNG, for those who cannot set typst."""
    files = _files("drawing", {"block": as_json(block)})
    return bytes(drawn(files, lambda given: typst.compile(given, format="png", ppi=220, font_paths=fonts())))


def _set(paper: Paper, blocks: list[Block]) -> bytes:
    files = _files("paper", _given(paper, blocks))
    return bytes(
        drawn(files, lambda given: typst.compile(given, format="pdf", pdf_standards=STANDARDS, font_paths=fonts()))
    )


def _given(paper: Paper, blocks: list[Block]) -> dict[str, Any]:
    with speaking(paper.language):
        version = _("Versjon {version}", version=paper.version) if paper.version else ""
        parts = (day_of(paper.date), version, _(paper_say.STATUSES[paper.status]))
        title = paper_say.title(paper)
        subject = _("Lederplattform")
    return {
        "title": title,
        "head": paper_say.shortened(title, 90),
        "subject": subject,
        "organisation": paper.organisation,
        "language": paper.language,
        "date": [paper.date.year, paper.date.month, paper.date.day],
        "foot": "  ·  ".join(filter(None, parts)),
        "blocks": [as_json(each) for each in blocks],
    }


def _files(main: str, given: dict[str, Any]) -> Files:
    return {
        "main": (HOME / f"{main}.typ").read_bytes(),
        "blocks.typ": (HOME / "blocks.typ").read_bytes(),
        "wheels.typ": (HOME / "wheels.typ").read_bytes(),
        "fit.typ": (POSTER / "fit.typ").read_bytes(),
        "design.typ": (POSTER / "designs" / "fjord.typ").read_bytes(),
        "paper.json": json.dumps(given, ensure_ascii=False).encode(),
    }


def drawn(files: Files, work: Callable[[Files], Any]) -> Any:
    """A thousand cards are not lost because of one rare character: it is replaced, and all is set again."""
    for _try in range(TRIES):
        try:
            return work(files)
        except typst.TypstError as error:
            found = _UNDRAWABLE.search(error.message)
            if not found:
                raise
            text = files["paper.json"].decode()
            for odd in set(_ESCAPED.sub(lambda each: chr(int(each[1], 16)), found[1])):
                if _PLAIN.match(odd):
                    text = text.replace(odd, MISSING)
            files["paper.json"] = text.encode()
    files["paper.json"] = _PLAIN.sub(MISSING, files["paper.json"].decode()).encode()
    return work(files)


@cache
def fonts() -> typst.Fonts:
    """Ours and typst's own, never the machine's: a paper looks the same wherever it is made."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(POSTER / "fonts")])
