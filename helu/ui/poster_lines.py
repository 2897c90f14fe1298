"""The lines of the poster, with gentle advice beside each."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from helu.activities.purpose_draft import LEAD
from helu.domain import purpose
from helu.domain.platform import Line, Poster
from helu.domain.wording import Change, diff
from helu.errors import sentence
from helu.i18n import _
from helu.services import poster, poster_sources
from helu.services.material import Leaf
from helu.store.database import reading
from helu.ui.deeds import Undo, do
from helu.ui.material import origin_button
from helu.ui.poster_desk import MOST, Desk, begun_on, let_go, line_key
from helu.ui.words import plain

LONGEST = 200
HINTS = {
    "no_verb": sentence("Begynn gjerne med et verb: hva skal dere gjøre?"),
    "activity": sentence("Dette er noe dere gjør. Hva skal det føre til, og for hvem?"),
}
HINTS_FOR_ALL = {
    "organisation": sentence("Ingen linje sier hva organisasjonen eller innbyggerne får igjen for det."),
    "members": sentence("Ingen linje sier hva medlemmene av ledergruppen får igjen for det."),
}


def poster_lines(desk: Desk) -> None:
    with st.container(key="poster-lines"):
        st.caption(_(LEAD))
        with st.container(key="poster-above"):  # always there: what comes and goes must not move the lines
            _conflict(desk)
        with reading() as db:
            trails = poster_sources.trails(db, desk.platform)
        lines = list(desk.content.lines)
        if len(lines) < MOST and not desk.locked:
            lines.append(Line(id=desk.blank))  # drawn as the line it becomes, so that nobody loses the pen
        for at, line in enumerate(lines):
            _line(desk, at, line, trails.get(line.id, []))
        _advice_for_all(desk)


def _line(desk: Desk, at: int, line: Line, leaves: Sequence[Leaf]) -> None:
    with st.container(key=f"poster-line-{line.id}"):
        with st.container(horizontal=True, vertical_alignment="top", gap="small"):
            st.text_area(
                _("Linje {number}", number=at + 1),
                key=line_key(line.id),
                max_chars=LONGEST,
                height=68,
                placeholder=_("å … (start med et verb)"),
                disabled=desk.locked,
                label_visibility="collapsed",
                persist_state="session",
            )
            if not desk.locked and desk.theirs is None and line.id != desk.blank:
                _tools(desk, at, line)
        hints = [] if desk.locked else [_(HINTS[each]) for each in purpose.advise(line.text, desk.workshop.language)]
        if hints or leaves:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                origin_button(leaves)
                for hint in hints:
                    st.caption(f":material/lightbulb: {plain(hint)}")


def _tools(desk: Desk, at: int, line: Line) -> None:
    """Up, down, together with the line above, and away."""
    name, last = plain(line.text[:40]) or str(at + 1), at + 1 == len(desk.content.lines)
    if st.button("", key=f"up-{line.id}", icon=":material/arrow_upward:", help=_("Flytt opp"), disabled=at == 0):
        _keep(desk, _moved(desk.content, at, at - 1))
    if st.button("", key=f"down-{line.id}", icon=":material/arrow_downward:", help=_("Flytt ned"), disabled=last):
        _keep(desk, _moved(desk.content, at, at + 1))
    join = _("Slå sammen med linjen over")
    if st.button("", key=f"join-{line.id}", icon=":material/merge:", help=join, disabled=at == 0):
        do(_join, desk, at)
    if st.button("", key=f"away-{line.id}", icon=":material/delete:", help=_("Ta bort linjen")):
        content = desk.content.model_copy(update={"lines": [each for each in desk.content.lines if each.id != line.id]})
        back = Undo(_("«{line}» er tatt bort.", line=name), _bring_back, (desk, desk.version.number))
        do(poster.save, desk.visitor, desk.id, content, desk.version, fresh=True, undo=back)


def _keep(desk: Desk, content: Poster) -> None:
    do(poster.save, desk.visitor, desk.id, content, desk.version)


def _join(db: Any, desk: Desk, at: int) -> None:
    content = poster_sources.join(desk.content, at)
    poster.save(db, desk.visitor, desk.id, content, desk.version, fresh=True)


def _bring_back(db: Any, desk: Desk, number: int) -> None:
    """The version before, on top of whatever is newest now."""
    poster.bring_back(db, desk.visitor, desk.id, number)


def _moved(content: Poster, at: int, to: int) -> Poster:
    lines = list(content.lines)
    lines[at], lines[to] = lines[to], lines[at]
    return content.model_copy(update={"lines": lines})


def _advice_for_all(desk: Desk) -> None:
    if desk.locked:
        return
    for each in purpose.advise_all(line.text for line in desk.content.lines):
        st.caption(f":material/lightbulb: {plain(_(HINTS_FOR_ALL[each]))}")
    words = purpose.unexplained(desk.content.lines, desk.content.meanings, desk.workshop.language)
    if words:
        said = ", ".join(f"«{word.text}»" for word in words)
        st.caption(f":material/lightbulb: {plain(_('Ord ingen har forklart ennå: {words}.', words=said))}")


def _conflict(desk: Desk) -> None:
    """What somebody else wrote in the same words, beside what is typed here. Both are kept whatever is chosen."""
    if desk.problem:
        st.error(desk.problem)
        st.caption(_("Det du har skrevet, står fortsatt i feltene."))
    if desk.theirs is None:
        return
    with st.container(key="poster-conflict", border=True):
        if desk.theirs.locked:
            st.warning(_("Teksten ble vedtatt og låst mens du skrev. Det du har skrevet, står fortsatt i feltene."))
        else:
            st.warning(_("Noen andre endret de samme ordene mens du skrev. Teksten din står i feltene."))
        theirs = {line.id: line.text for line in desk.theirs.content.rows()}
        for line in desk.content.lines:
            if theirs.get(line.id, "") != line.text:
                st.markdown(changes_said(diff(theirs.get(line.id, ""), line.text)))
        st.caption(_("Gjennomstreket er deres ord, uthevet er dine."))
        if desk.theirs.locked:
            return
        with st.container(horizontal=True):
            if st.button(_("Lagre mine ord"), key="keep-mine", type="primary"):
                do(poster.insist, desk.visitor, desk.id, begun_on(desk), desk.content, desk.theirs, then=_settle(desk))
            if st.button(_("Bruk deres"), key="keep-theirs"):
                said = _("Teksten din ligger blant versjonene.")
                about = (desk.visitor, desk.id, desk.content, desk.theirs)
                do(poster.set_aside, *about, said=said, then=_settle(desk))


def _settle(desk: Desk) -> Callable[[Any], None]:
    return lambda _kept: let_go(desk)


def changes_said(changes: Sequence[Change]) -> str:
    """As markdown that only we have written: gone is struck out, new is in bold."""
    marks = {"kept": "", "gone": "~~", "new": "**"}
    said = "".join(_marked(text, marks[fate]) + ("\u2009" if fate == "gone" else "") for fate, text in changes)
    return said or "–"


def _marked(text: str, mark: str) -> str:
    """Markdown wants its marks close to the letters; spaces stand outside."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{plain(inner)}{mark}{after}"
