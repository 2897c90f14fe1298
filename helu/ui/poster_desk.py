"""The poster being written: what is typed is kept as it is typed, and never overwrites what others wrote.

The text areas belong to the lines, so a line keeps what is typed in it wherever it moves. Every run of the
page begins by keeping what differs from the version it was typed on. Changes in different lines are put
together; when two have changed the same words, both are shown and the person chooses. Either way both end
up among the versions.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zlib import crc32

import streamlit as st

from helu.domain.platform import Line, Meaning, Poster, new_id
from helu.domain.text import one_line
from helu.domain.together import together
from helu.errors import EditedMeanwhile, HeluError
from helu.services import platforms, poster
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.store.database import reading, writing
from helu.store.platform_tables import Platform
from helu.store.tables import Workshop
from helu.ui.visitor import require_facilitator

MOST = 6


@dataclass
class Pen:
    """What the page remembers between runs."""

    base: Version  # what was on the paper when the writing began
    blank: str  # the id that the next new line gets
    settled: bool = False  # what stands in the text areas has been taken care of


@dataclass(frozen=True)
class Desk:
    """The poster as the page draws it in this run."""

    visitor: Visitor
    workshop: Workshop
    platform: Platform
    version: Version  # the newest that is kept
    content: Poster  # as typed; the same as the version's unless there is a conflict
    blank: str
    theirs: Version | None = None  # what somebody else wrote in the same words
    problem: str = ""

    @property
    def id(self) -> UUID:
        return self.platform.id

    @property
    def locked(self) -> bool:
        return self.version.locked


def poster_desk(workshop: Workshop) -> Desk:
    """Read the poster, keep what was typed since, and say how it went."""
    visitor = require_facilitator()
    platform = platform_of(visitor, workshop)
    with reading() as db:
        newest = platforms.newest(db, platform, poster.PART)
    name = f"poster-{platform.id}"
    pen: Pen = st.session_state.setdefault(name, Pen(newest, new_id()))
    typed = poster.text_of(pen.base) if pen.settled else _typed(pen, platform.id)
    pen.settled = False
    theirs, problem = None, ""
    if typed == pen.base.content:
        pen.base = newest
    else:
        merged = None if newest.locked else together(poster.text_of(pen.base), typed, poster.text_of(newest))
        try:
            if merged is None:
                raise EditedMeanwhile
            with writing() as db:
                pen.base = poster.save(db, visitor, platform.id, merged, newest)
        except EditedMeanwhile:
            theirs = newest
        except HeluError as said:
            problem = str(said)
    if theirs is None and not problem:
        typed = poster.text_of(pen.base)
        _lay_out(typed, platform.id)
    if pen.blank in {line.id for line in typed.lines}:
        pen.blank = new_id()
    return Desk(visitor, workshop, platform, pen.base, typed, pen.blank, theirs, problem)


def let_go(desk: Desk) -> None:
    """Whatever is in the text areas has been taken care of: the next run draws what is kept."""
    pen: Pen = st.session_state[f"poster-{desk.id}"]
    pen.settled = True


def begun_on(desk: Desk) -> Poster:
    """The text as it was when the writing began."""
    pen: Pen = st.session_state[f"poster-{desk.id}"]
    return poster.text_of(pen.base)


def line_key(line_id: str) -> str:
    return f"line-{line_id}"


def meaning_key(platform: UUID, what: str) -> str:
    """The same word may be explained on another group's poster in the same browser."""
    return f"meaning-{platform.hex[:12]}-{crc32(what.encode()):x}"


def check_key(platform: UUID, item: str) -> str:
    return f"check-{platform.hex[:12]}-{item}"


def platform_of(visitor: Visitor, workshop: Workshop) -> Platform:
    """Made the first time somebody asks for it."""
    with reading() as db:
        known = platforms.known_of(db, workshop)
    if known:
        return known
    with writing() as db:
        return poster.of_workshop(db, visitor, workshop)


def _typed(pen: Pen, platform: UUID) -> Poster:
    """What stands in the text areas now; where there is none, what was kept."""
    base = poster.text_of(pen.base)
    held = st.session_state
    lines = [line.model_copy(update={"text": _text(line_key(line.id), line.text)}) for line in base.lines]
    new = _text(line_key(pen.blank), "")
    if new and len(lines) < MOST:
        lines.append(Line(id=pen.blank, text=new))
    meanings = [
        Meaning(what=each.what, text=_text(meaning_key(platform, each.what), each.text), sources=each.sources)
        for each in base.meanings
    ]
    mark = check_key(platform, "")
    ticked: dict[str, Any] = {
        str(name).removeprefix(mark): value for name, value in held.items() if str(name).startswith(mark)
    }
    checked = [each for each in base.checked if ticked.get(each, True)]
    checked += [each for each, on in ticked.items() if on and each not in checked]
    return Poster(lines=lines, meanings=meanings, checked=checked)


def _text(key: str, otherwise: str) -> str:
    value = st.session_state.get(key)
    return otherwise if value is None else one_line(str(value))


def _lay_out(content: Poster, platform: UUID) -> None:
    """Put into the areas what is kept, where it says something else. Must come before they are drawn."""
    wanted: dict[str, Any] = {line_key(line.id): line.text for line in content.lines}
    wanted |= {meaning_key(platform, each.what): each.text for each in content.meanings}
    for name, text in wanted.items():
        if _text(name, "") != text or name not in st.session_state:
            st.session_state[name] = text
    mark = check_key(platform, "")
    for name in [str(each) for each in st.session_state if str(each).startswith(mark)]:
        ticked = name.removeprefix(mark) in content.checked
        if st.session_state[name] != ticked:
            st.session_state[name] = ticked
