"""What belongs to the poster besides its lines: suggestions, meanings, comments and the checklist."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from helu.activities.purpose_draft import LEAD
from helu.activities.purpose_poster import asked_words
from helu.content.library import method
from helu.content.words import in_language
from helu.domain import purpose
from helu.domain.platform import Meaning
from helu.i18n import _, language
from helu.services import poster, poster_sources
from helu.services.poster import Heard
from helu.services.poster_sources import Bundle, Suggestion
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.poster_desk import Desk, check_key, meaning_key
from helu.ui.words import plain

ABREAST = 3
MOST_SHOWN = 40
LONGEST_MEANING = 400  # what there is room for beside a word on paper


def take_lines(desk: Desk) -> None:
    """All drafts side by side, and everything else the group has made, ready to be taken."""
    with reading() as db:
        found = poster_sources.bundles(db, desk.workshop)
    drafts = [each for each in found if each.is_draft]
    others = [each for each in found if not each.is_draft]
    if not found:
        st.caption(_("Det gruppene skriver i samlingen, kan hentes hit som linjer. Ingenting er skrevet ennå."))
    for first in range(0, len(drafts), ABREAST):
        row = drafts[first : first + ABREAST]
        for column, bundle in zip(st.columns(len(row)), row, strict=True):
            with column:
                st.markdown(f"**{plain(bundle.title)}**")
                _suggestions(desk, bundle)
    if others:
        chosen = st.selectbox(
            _("Hent fra"),
            others,
            format_func=lambda each: f"{each.title} ({len(each.suggestions)})",
            key="poster-source",
        )
        _suggestions(desk, chosen)


def _suggestions(desk: Desk, bundle: Bundle) -> None:
    on_poster = {line.text.casefold() for line in desk.content.lines}
    for at, each in enumerate(bundle.suggestions[:MOST_SHOWN]):
        with st.container(horizontal=True, vertical_alignment="center", key=f"take-row-{bundle.key}-{at}"):
            st.text(each.text, width="stretch")
            if each.text.casefold() in on_poster:
                st.caption(_("Er med"))
            elif not desk.locked and st.button(_("Ta med"), key=f"take-{bundle.key}-{at}"):
                do(_take, desk, each)
    if len(bundle.suggestions) > MOST_SHOWN:
        left = len(bundle.suggestions) - MOST_SHOWN
        st.caption(_("{count} til vises ikke her. Samle dem i temaer først.", count=left))


def _take(db: Any, desk: Desk, suggestion: Suggestion) -> None:
    poster.save(db, desk.visitor, desk.id, poster_sources.take(desk.content, suggestion), desk.version)


def meanings(desk: Desk, heard: Heard) -> None:
    """«Hva betyr dette for oss?» for the words and lines somebody has chosen."""
    numbers = {line.id: at for at, line in enumerate(desk.content.lines, 1)}
    for each in desk.content.meanings:
        name = _("Linje {number}", number=numbers[each.what]) if each.what in numbers else f"«{each.what}»"
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"row-{meaning_key(desk.id, each.what)}"):
            st.text_area(
                plain(_("{what} – hva betyr dette for oss?", what=name)),
                key=meaning_key(desk.id, each.what),
                max_chars=LONGEST_MEANING,
                height=68,
                disabled=desk.locked,
                persist_state="session",
            )
            if not desk.locked and st.button(
                "",
                key=f"away-{meaning_key(desk.id, each.what)}",
                icon=":material/delete:",
                help=_("Ta bort forklaringen"),
            ):
                kept = [other for other in desk.content.meanings if other.what != each.what]
                content = desk.content.model_copy(update={"meanings": kept})
                do(poster.save, desk.visitor, desk.id, content, desk.version, fresh=True)
    if not desk.locked:
        _more_words(desk, heard)


def _more_words(desk: Desk, heard: Heard) -> None:
    """The words the room asks about first, then those that carry weight, then the lines."""
    said = {each.what for each in desk.content.meanings} | {purpose.id_of(each.what) for each in desk.content.meanings}
    words = [each for each in asked_words(desk.content, first=_(LEAD)) if each.id not in said]
    weighty = {each.id for each in purpose.unexplained(desk.content.lines, desk.content.meanings)}
    words = [each for each in words if heard.asked[each.id] or each.id in weighty] or words
    words.sort(key=lambda each: (-heard.asked[each.id], each.id not in weighty))
    names = {each.text: _asked(each.text, heard.asked[each.id]) for each in words}
    names |= {
        line.id: _("Hele linje {number}", number=at)
        for at, line in enumerate(desk.content.lines, 1)
        if line.text and line.id not in said
    }
    if not names:
        return
    st.caption(_("Velg et ord eller en linje dere vil forklare."))
    with st.container(horizontal=True, gap="small", key="poster-words"):
        for at, (what, label) in enumerate(names.items()):
            if st.button(plain(label), key=f"mean-{at}-{what}"):
                content = desk.content.model_copy(update={"meanings": [*desk.content.meanings, Meaning(what=what)]})
                do(poster.save, desk.visitor, desk.id, content, desk.version)


def _asked(word: str, count: int) -> str:
    return _("{word} · {count} spør", word=word, count=count) if count else word


def comments(desk: Desk, heard: Heard) -> None:
    """What was said of the lines, from the phones and from the desk, until somebody has dealt with it."""
    with reading() as db:
        said = poster.comments_on(db, desk.platform)
    lines = {line.id: f"{at}. {line.text}" for at, line in enumerate(desk.content.lines, 1)} | {"": _("Hele plakaten")}
    known = [each for each in said if each.line in lines]
    for line, name in lines.items():
        own, phones = [each for each in known if each.line == line], heard.comments.get(line, [])
        if not own and not phones:
            continue
        st.markdown(f"**{plain(name)}**")
        _from_phones(desk, line, phones)
        for each in own:
            label = f"{plain(each.text)} :small[:gray[· {plain(_whose(each.role))}]]"
            done = st.checkbox(f"~~{label}~~" if each.done else label, each.done, key=f"done-{each.id}-{each.done}")
            if done != each.done:
                do(poster.set_done, desk.visitor, desk.id, each.id, done)
    if not known and not any(heard.comments.values()):
        st.caption(_("Ingen har sagt noe om linjene ennå. Deltakerne kan gjøre det fra telefonene."))
    _new_comment(desk, lines)


def _from_phones(desk: Desk, line: str, phones: Sequence[str]) -> None:
    for at, text in enumerate(phones):
        label = f"{plain(text)} :small[:gray[· {_('fra en telefon')}]]"
        if st.checkbox(label, False, key=f"heard-{line}-{at}-{hash(text)}"):
            do(poster.deal_with, desk.visitor, desk.id, line, text)


def _whose(role: str) -> str:
    return _("fra en telefon") if role == poster.room() else role


def _new_comment(desk: Desk, lines: dict[str, str]) -> None:
    """The field is emptied only when what was in it has been kept."""
    turn = st.session_state.setdefault("poster-comment-turn", 0)
    about = st.selectbox(_("Merknad til"), list(lines), format_func=lines.__getitem__, key="poster-comment-line")
    text = st.text_area(_("Merknad"), key=f"poster-comment-{turn}", max_chars=1000, height=68, persist_state="session")
    if st.button(_("Legg til merknad"), key="poster-comment-add"):
        do(poster.comment, desk.visitor, desk.id, about, text, then=_next_turn)


def _next_turn(_kept: Any) -> None:
    st.session_state["poster-comment-turn"] += 1


def checklist(desk: Desk) -> None:
    """The method's own questions to a purpose poster."""
    st.caption(_("Kryss av når dere er enige om svaret. Listen stopper ingenting."))
    for item in method("formalsplakat")["checklist"]["items"]:
        question, _languages = in_language({name: item[name] for name in ("nb", "nn", "en")}, language())
        key = check_key(desk.id, item["id"])
        if key not in st.session_state:
            st.session_state[key] = item["id"] in desk.content.checked
        st.checkbox(question, key=key, disabled=desk.locked)
