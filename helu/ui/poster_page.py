"""The sections of the poster's own page."""

from typing import Any

import streamlit as st

from helu.i18n import _
from helu.services import poster
from helu.settings import PAGES
from helu.store.database import reading
from helu.ui.poster_desk import Desk
from helu.ui.poster_sections import checklist, comments, meanings, take_lines
from helu.ui.poster_versions import poster_versions


def poster_sections(desk: Desk) -> None:
    """One at a time, so that each has the room it needs; which one is remembered."""
    with reading() as db:
        heard = poster.heard(db, desk.platform)
    waiting = sum(map(len, heard.comments.values()))
    names = {
        "take": _("Hent linjer"),
        "words": _("Ord og betydning"),
        "comments": _("Merknader ({count})", count=waiting) if waiting else _("Merknader"),
        "check": _("Sjekkliste"),
        "versions": _("Versjoner"),
    }
    with st.container(key="poster-sections"):
        chosen = st.segmented_control(
            _("Mer om plakaten"),
            list(names),
            default="take",
            format_func=names.__getitem__,
            key="poster-section",
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        if chosen == "take":
            take_lines(desk)
        elif chosen == "words":
            meanings(desk, heard)
        elif chosen == "comments":
            comments(desk, heard)
        elif chosen == "check":
            checklist(desk)
        elif chosen == "versions":
            poster_versions(desk)


def poster_pen() -> None:
    """What is typed is committed a moment after the last letter, and leaving with unsaved words asks first."""
    _pen()(key="poster-pen", data={})


@st.cache_resource
def _pen() -> Any:
    js = (PAGES / "desk" / "poster.js").read_text(encoding="utf-8")
    return st.components.v2.component("helu_poster", js=js)
