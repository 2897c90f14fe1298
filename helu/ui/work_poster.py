"""The desk's tool while the poster is on: the text, the words the room asks about, and what they mean for us."""

from collections.abc import Callable, Sequence

import streamlit as st

from helu.activities.purpose_poster import asked_most, status_said
from helu.domain.purpose import Word, meaning_of
from helu.i18n import _
from helu.services import platforms, poster, results
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
from helu.ui.poster_desk import platform_of
from helu.ui.visitor import require_facilitator
from helu.ui.words import plain


def tool(workshop: Workshop, activity: Activity) -> None:
    visitor = require_facilitator()
    platform = platform_of(visitor, workshop)
    with reading() as db:
        newest = platforms.newest(db, platform, poster.PART)
        content = poster.text_of(newest)
        asked = asked_most(content, results.answers_to(db, activity))
    explained = meaning_of(content.meanings)
    asked = [(word, count) for word, count in asked if word.id not in explained]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(status_said(newest.status, newest.number), width="stretch")
        about = {"samling": workshop.code}
        label = _("Skriv på plakaten")
        st.page_link("desk/poster.py", label=label, icon=":material/edit:", query_params=about)
    if asked and not newest.locked:
        _explain(asked, lambda what, text: do(poster.explain, visitor, platform.id, what, text, said=_("Lagret.")))
    lines = [line.text for line in newest.content.rows() if line.text]
    st.text("\n".join(f"{at}. {text}" for at, text in enumerate(lines, 1)) or _empty())


def _empty() -> str:
    return _("Ingen linjer ennå. Trykk «Skriv på plakaten»: der ligger utkastene fra gruppene klare til å hentes.")


def _explain(asked: Sequence[tuple[Word, int]], keep: Callable[[str, str], None]) -> None:
    """One word at a time; what is typed stays in its field until it is kept."""
    names = {word.text: _("{word} · {count} spør", word=word.text, count=count) for word, count in asked}
    what = st.selectbox(_("Ord rommet vil avklare"), list(names), format_func=names.__getitem__, key="explain-what")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(plain(_("Hva betyr «{word}» for oss?", word=what)), key=f"explain-{what}", max_chars=400)
        if st.button(_("Lagre"), key="explain-keep"):
            keep(what, text)
