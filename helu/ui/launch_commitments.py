"""What the group has promised, and how it is going: on the page for launching and beside the activities."""

from collections.abc import Sequence
from zlib import crc32

import streamlit as st

from helu.activities.follow_up import HOW_MANY, status_words
from helu.documents.calendar import today
from helu.domain.follow_up import OPEN, STATUSES, Commitment, counts_of
from helu.i18n import _
from helu.services import commitments
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.deeds import do
from helu.ui.words import plain

SIGNS = {
    "planned": ":material/radio_button_unchecked:",
    "started": ":material/timelapse:",
    "done": ":material/check_circle:",
    "dropped": ":material/do_not_disturb_on:",
}


def tab(visitor: Visitor, platform: Platform) -> None:
    with reading() as db:
        found = commitments.of_platform(db, platform)
    if not found:
        st.info(
            _(
                "Her er det ingen forpliktelser ennå. Legg aktiviteten «Forpliktelser» sist i samlingen, så kommer de hit."
            )
        )
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(counted(found))}**", width="stretch")
        only_open = st.toggle(_("Bare de som er åpne"), key="launch-open")
    shown = [each for each in found if each.status in OPEN or not only_open]
    if not shown:
        st.success(_("Ingen er åpne. Alt er gjort eller lagt bort."))
    for gathering in dict.fromkeys(each.gathering for each in shown):
        st.header(plain(gathering), anchor=False)
        for each in shown:
            if each.gathering == gathering:
                row(visitor, platform, each)


def counted(found: Sequence[Commitment]) -> str:
    """«2 planlagt · 1 i gang · 4 gjort»."""
    return " · ".join(_(HOW_MANY[status], count=count) for status, count in counts_of(found).items() if count)


def row(visitor: Visitor, platform: Platform, each: Commitment, with_note: bool = True) -> None:
    key = f"{each.id}-{each.status}-{crc32(each.note.encode())}"
    with st.container(key=f"card-{each.id}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"words-{each.id}", gap=None):
            st.markdown(f"{SIGNS[each.status]} **{plain(each.who)}** {plain(each.what)}")
            if facts := _facts(each, with_note):
                st.caption(plain(facts))
        if with_note:
            note = st.text_input(
                _("Merknad"),
                each.note,
                max_chars=commitments.LONGEST_NOTE,
                key=f"note-{key}",
                label_visibility="collapsed",
                placeholder=_("Merknad"),
                width=220,
            )
            if note != each.note:
                do(commitments.set_status, visitor, platform.id, each.id, each.status, note, said=_("Lagret."))
        chosen = st.selectbox(
            _("Status for «{what}»", what=plain(each.what[:60])),
            STATUSES,
            STATUSES.index(each.status),
            format_func=status_words,
            key=f"status-{key}",
            label_visibility="collapsed",
            width=150,
        )
        if chosen != each.status:
            do(commitments.set_status, visitor, platform.id, each.id, chosen)


def _facts(each: Commitment, whole: bool) -> str:
    late = each.due is not None and each.status in OPEN and each.due < today()
    when = _("{when} (fristen er passert)", when=each.when) if late else each.when
    sign = _("Første tegn: {sign}", sign=each.sign) if each.sign and whole else ""
    return " · ".join(filter(None, [when, sign]))
