"""Single answers on the desk: read them, hide them, write one for somebody without a phone."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from helu.activities.fields import Field
from helu.i18n import _
from helu.services import answering, results
from helu.services.results import Piece
from helu.services.showing import fields_of, groups_of
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
from helu.ui.words import plain

MOST_SHOWN = 100  # at a time; more than that nobody reads


def head_of_page(workshop: Workshop, what: str) -> None:
    about = {"samling": workshop.code}
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        with st.container(key="names"):
            st.title(plain(workshop.title), anchor=False)
            st.caption(what)
        st.page_link("desk/platform.py", label=_("Plattform"), query_params=about)
        with st.container(key="steer", width="content"):
            st.page_link("desk/run.py", label=_("Til styringen"), icon=":material/arrow_back:", query_params=about)


def piece_list(workshop: Workshop, activity: Activity, pieces: Sequence[Piece]) -> None:
    wanted = st.text_input(_("Søk i svarene"), key=f"search-{activity.id}").lower() if pieces else ""
    found = [each for each in pieces if wanted in each.text.lower() or wanted in each.label.lower()]
    with st.container(key="pieces"):
        for piece in found[:MOST_SHOWN]:
            _piece_row(workshop, activity, piece)
    if len(found) > MOST_SHOWN:
        st.caption(_("Viser {shown} av {all}. Søk for å finne resten.", shown=MOST_SHOWN, all=len(found)))
    if activity.groups:
        _release(workshop, activity)


def _piece_row(workshop: Workshop, activity: Activity, piece: Piece) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"piece-{piece.key}"):
        with st.container(key=f"words-{piece.key}", gap=None):
            st.text((f"{piece.label}: " if piece.label else "") + piece.text, width="stretch")
            if piece.hidden:
                st.caption(_("Skjult på storskjermen"))
        if piece.hidden:
            if st.button(_("Vis igjen"), key=f"show-{piece.key}"):
                do(results.show_piece, workshop, activity, piece.key)
        elif st.button(_("Skjul"), key=f"hide-{piece.key}", type="tertiary", icon=":material/visibility_off:"):
            do(results.hide_piece, workshop, activity, piece.key)


def _release(workshop: Workshop, activity: Activity) -> None:
    with st.popover(_("Slipp fri en gruppe")):
        st.caption(_("La en annen telefon svare for gruppa. Det som er sendt, blir stående."))
        names = {option.value: option.label for option in groups_of(activity)}
        slot = st.selectbox(_("Gruppe"), list(names), format_func=names.__getitem__, key=f"release-{activity.id}")
        if st.button(_("Slipp fri"), key=f"release-now-{activity.id}"):
            do(results.release_group, workshop, activity, slot, said=_("Gruppa kan svare fra en annen telefon."))


def answer_by_hand(workshop: Workshop, activity: Activity) -> None:
    with (
        st.expander(_("Skriv inn et svar for en uten telefon")),
        st.form(f"by-hand-{activity.id}", clear_on_submit=True, border=False),
    ):
        with reading() as db:
            fields = fields_of(activity, db)
        given = {field.name: _ask(field, activity.id) for field in fields}
        if st.form_submit_button(_("Lagre svaret")):
            do(answering.answer_by_hand, workshop, activity, given, said=_("Svaret er lagret."))


def _ask(field: Field, about: Any) -> Any:
    """One field of any type as a plain desk input; empty means not given."""
    label, key = plain(_(field.label)), f"hand-{about}-{field.name}"
    if field.type == "text":
        return st.text_area(label, key=key, max_chars=field.max_length) or None
    if field.type == "texts":
        lines = st.text_area(label, key=key, help=_("Ett svar per linje")) or ""
        return [line for line in lines.splitlines() if line.strip()]
    if field.type in {"choice", "choices", "rank"}:
        return _ask_options(field, label, key)
    if field.type == "scale":
        return st.selectbox(
            label,
            [None, *range(field.min, field.max + 1)],
            key=key,
            format_func=lambda step: "–" if step is None else str(step),
        )
    return _ask_each(field, label, key)


def _ask_options(field: Any, label: str, key: str) -> Any:
    names = {option.value: option.label for option in field.options}
    if field.type == "choice":
        return st.selectbox(label, [None, *names], key=key, format_func=lambda value: names.get(value, "–"))
    return st.multiselect(label, list(names), key=key, format_func=names.__getitem__, placeholder=_("Velg"))


def _ask_each(field: Any, label: str, key: str) -> dict[str, Any]:
    st.markdown(f"**{label}**")
    if field.type == "points":
        each = {o.value: st.number_input(plain(o.label), 0, field.total, key=f"{key}-{o.value}") for o in field.options}
        return {value: points for value, points in each.items() if points}
    rows = {
        row.value: st.text_input(plain(row.label), max_chars=field.max_length, key=f"{key}-{row.value}")
        for row in field.rows
    }
    return {row: text for row, text in rows.items() if text}
