"""The poster as it will hang on the wall, drawn anew whenever the text changes, and the files of it."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from helu.documents.poster import ORIENTATIONS, PAPERS, Poster
from helu.errors import HeluError, sentence
from helu.i18n import _
from helu.services import posters_out
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.poster_desk import Desk

DESIGNS = {"fjord": sentence("Fjord"), "furu": sentence("Furu"), "lys": sentence("Lys")}
WAYS = {"portrait": sentence("Stående"), "landscape": sentence("Liggende")}
FILES = {
    "pdf": ("application/pdf", "PDF"),
    "png": ("image/png", "PNG"),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
}


@dataclass(frozen=True)
class Choice:
    design: str
    paper: str
    orientation: str
    explain: bool


def poster_preview(desk: Desk) -> None:
    with st.container(key="poster-preview"):
        choice = _choice(desk)
        if not any(line.text for line in desk.version.content.rows()):
            st.info(_("Plakaten tegnes her så snart den første linjen er skrevet."))
            return
        try:
            with reading() as db:
                printed = posters_out.printed(db, desk.platform, desk.version, desk.workshop.language)
            picture = _made(printed, choice, "png")
        except HeluError as problem:
            st.warning(str(problem))
            return
        with st.container(key=f"poster-{choice.orientation}"):
            st.image(picture, width="stretch", alt=_("Plakaten slik den blir trykt"))
        _files(desk, printed, choice)


def _choice(desk: Desk) -> Choice:
    """What it is to look like; nothing of the text depends on it."""
    left, middle, right = st.columns(3, gap="small")
    names = posters_out.designs()
    design = left.selectbox(_("Utforming"), names, format_func=_name_of, key="poster-design", persist_state="session")
    paper = middle.selectbox(_("Papir"), PAPERS, key="poster-paper", persist_state="session")
    way = right.selectbox(
        _("Retning"),
        ORIENTATIONS,
        format_func=lambda each: _(WAYS[each]),
        key="poster-way",
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        explain = st.toggle(_("Ord og betydning på side 2"), key="poster-explain", persist_state="session")
        with st.popover(_("Logo"), icon=":material/image:"):
            _logo(desk)
    return Choice(design, paper, way, explain)


def _name_of(design: str) -> str:
    return _(DESIGNS[design]) if design in DESIGNS else design.capitalize()


def _logo(desk: Desk) -> None:
    """The organisation's own, on all its posters."""
    st.caption(_("PNG eller JPEG. Logoen står på alle plakatene til organisasjonen."))
    with st.form("poster-logo", border=False, clear_on_submit=True):
        file = st.file_uploader(_("Logo"), type=["png", "jpg", "jpeg"], label_visibility="collapsed")
        sent = st.form_submit_button(_("Lagre logoen"))
    if sent and file is not None:
        do(posters_out.keep_logo, desk.visitor, file.getvalue(), said=_("Logoen er lagret."))
    with reading() as db:
        known = posters_out.logo_of(db, desk.platform.organisation_id)
    if known:
        st.image(known, width=120)
        if st.button(_("Ta bort logoen"), key="poster-logo-away"):
            do(posters_out.drop_logo, desk.visitor, said=_("Logoen er tatt bort."))


@st.cache_data(max_entries=60, show_spinner=False, hash_funcs={Poster: lambda poster: poster.__repr__()})
def _drawn(printed: Poster, paper: str, orientation: str, design: str, kind: str, explain: bool) -> bytes:
    """The same text in the same dress is drawn once."""
    return posters_out.draw(printed, paper, orientation, design, kind, explain)


def _made(printed: Poster, choice: Choice, kind: str) -> bytes:
    explain = choice.explain and kind != "png"
    return _drawn(printed, choice.paper, choice.orientation, choice.design, kind, explain)


def _files(desk: Desk, printed: Poster, choice: Choice) -> None:
    with st.container(horizontal=True, key="poster-files"):
        for kind, (mime, label) in FILES.items():
            st.download_button(
                label,
                data=partial(_made, printed, choice, kind) if kind == "pptx" else _made(printed, choice, kind),
                file_name=f"{_('formalsplakat')}-{desk.version.number}.{kind}",
                mime=mime,
                key=f"poster-file-{kind}",
                icon=":material/download:",
                on_click="ignore",
            )
