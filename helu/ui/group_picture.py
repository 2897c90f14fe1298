"""A group's radar, with the same in words, in a table, and what to talk about in front of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from helu.content.balance_words import balance_words, in_language
from helu.content.feedback_words import feedback_words
from helu.content.group_speech import behind, called, day_called, said_of_group, spread_word
from helu.content.profile_speech import figure
from helu.domain.orientations import MARKS
from helu.domain.profile_words import gap
from helu.i18n import _, language
from helu.services.access import Visitor
from helu.services.group_rounds import Picture
from helu.store.tables import Group
from helu.ui.group_figures import group_figures
from helu.ui.group_report import group_downloads
from helu.ui.radar_switches import switched
from helu.ui.radar_words import distance, signed
from helu.ui.words import plain


@dataclass(frozen=True)
class Compared:
    """The round that is looked at, and an earlier one beside it."""

    shown: Picture
    beside: Picture | None


def picture_page(visitor: Visitor, group: Group, pictures: Sequence[Picture]) -> None:
    """`pictures` are the rounds that are shown, oldest first."""
    compared = _chosen(pictures)
    art, page = st.columns([7, 5], gap="large")
    with art:
        opened = _art(compared)
        which = f"{group.name}, {called(compared.shown.on, compared.shown.title)}"
        st.caption(f"**{plain(which)}.** {plain(behind(compared.shown.people))}")
    with page:
        if opened:
            _spoke(compared, opened)
        _said(compared)
        group_figures(compared.shown, compared.beside)
        _dialogue()
        group_downloads(visitor, group, compared.shown)


def _chosen(pictures: Sequence[Picture]) -> Compared:
    """The newest, and the one before it, until others are chosen."""
    if len(pictures) < 2:
        return Compared(pictures[-1], None)
    with st.container(key="group-rounds-choice", horizontal=True):
        shown = _one_of(_("Runde"), pictures, f"group-round-{pictures[-1].round_id}")
        earlier = [each for each in pictures if each.on < shown.on]
        beside = _one_of(_("Sammenlign med"), earlier, f"group-beside-{shown.round_id}") if earlier else None
    return Compared(shown, beside)


def _one_of(label: str, pictures: Sequence[Picture], key: str) -> Picture:
    """The newest until another is chosen."""
    of = {str(each.round_id): each for each in reversed(pictures)}
    names = {id_: called(each.on, each.title) for id_, each in of.items()}
    return of[st.selectbox(label, list(of), format_func=names.__getitem__, key=key)]


def _art(compared: Compared) -> str:
    scores = {"now": compared.shown.current, "wanted": compared.shown.wanted}
    names = {"now": _("Nå"), "wanted": _("Ønsket")}
    if compared.beside:
        scores["earlier"], names["earlier"] = compared.beside.current, day_called(compared.beside.on)
    return switched(scores, names, of="group-")


def _spoke(compared: Compared, id_: str) -> None:
    with st.container(key="spoke-open", border=True):
        st.header(plain(signed(id_)), anchor=False)
        if id_ not in MARKS:
            st.text(in_language(balance_words().behaviour(id_).description, language()))
            st.markdown(_numbers(compared, id_))
            return
        dimension = balance_words().dimension(id_)
        st.text(in_language(dimension.definition, language()))
        st.markdown(_numbers(compared, id_))
        for each in dimension.behaviours:
            with st.container(key=f"behaviour-{each.id}", gap=None):
                st.markdown(f"**{plain(signed(each.id))}**")
                st.caption(plain(in_language(each.description, language())))
                st.markdown(_numbers(compared, each.id))


def _numbers(compared: Compared, id_: str) -> str:
    shown, beside = compared.shown, compared.beside
    layer = "dimensions" if id_ in MARKS else "behaviours"
    now, wanted = getattr(shown.current, layer), getattr(shown.wanted, layer)
    if now[id_] is None and wanted[id_] is None:
        return plain(_("For få har svart."))
    parts = [_("Nå {step}", step=figure(now[id_])), _("ønsket {step}", step=figure(wanted[id_]))]
    between = gap(now, wanted, id_)
    parts += [_("avstand {step}", step=distance(between))] if between is not None else []
    parts += [_("dere svarer {spread}", spread=spread_word(shown.spread[id_]))] if shown.spread.get(id_) else []
    earlier = getattr(beside.current, layer)[id_] if beside else None
    parts += [f"{day_called(beside.on)}: {figure(earlier)}"] if beside and earlier is not None else []
    return plain(" · ".join(parts))


def _said(compared: Compared) -> None:
    shown, beside = compared.shown, compared.beside
    earlier, since = (beside.current, day_called(beside.on)) if beside else (None, "")
    with st.container(key="balance-words", gap="small"):
        for heading, lines in said_of_group(shown.current, shown.wanted, shown.spread, earlier, since):
            st.header(plain(heading), anchor=False)
            st.markdown("\n\n".join(plain(each) for each in lines))


def _dialogue() -> None:
    dialogue = feedback_words().dialogue
    with st.container(key="balance-dialogue", gap="small"):
        st.header(plain(in_language(dialogue.title, language())), anchor=False)
        st.markdown("\n".join(f"1. {plain(in_language(each, language()))}" for each in dialogue.questions))
        st.caption(plain(in_language(dialogue.ground_rule, language())))
