"""The desk's tool for a theme board: a proposal, new cards, undo, the board itself, and a summary for each theme."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from helu.domain.board import Board, Theme
from helu.i18n import _
from helu.services import board, board_names, material
from helu.services.material import Leaf
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
from helu.ui.material import origin_button
from helu.ui.words import plain
from helu.ui.work_names import name_buttons

MOST_SHOWN = 12  # cards under a theme; the rest are on the board


def tool(workshop: Workshop, activity: Activity) -> None:
    with reading() as db:
        laid = board.read(db, activity)
        themes = laid.largest_first()
        sources = [[each for card in laid.in_theme(theme.number) for each in card.sources] for theme in themes]
        found = material.trails(db, sources)
        names = board_names.suggested(db, activity)
    st.caption(plain(_numbers(laid)))
    _deeds(workshop, activity, laid)
    for theme, leaves in zip(themes, found, strict=True):
        _theme(workshop, activity, laid, theme, leaves, names.get(theme.number, []))


def _numbers(laid: Board) -> str:
    """«5 temaer · 31 kort · 4 ikke plassert · 2 satt til side»."""
    cards = [card for card in laid.cards if card.state != "split"]
    parked = sum(card.state == "parked" for card in cards)
    said = [
        _("ett tema") if len(laid.themes) == 1 else _("{count} temaer", count=len(laid.themes)),
        _("ett kort") if len(cards) == 1 else _("{count} kort", count=len(cards)),
        _("{count} ikke plassert", count=len(laid.unplaced())),
    ]
    return " · ".join([*said, _("{count} satt til side", count=parked)] if parked else said)


def _deeds(workshop: Workshop, activity: Activity, laid: Board) -> None:
    """First a proposal, then the board itself: the one to press now is the filled one."""
    left = bool(laid.unplaced())
    first: Literal["primary", "secondary"] = "primary" if left and not laid.themes else "secondary"
    then: Literal["primary", "secondary"] = "primary" if first == "secondary" else "secondary"
    with st.container(horizontal=True, gap="small", key="board-deeds"):
        if left and st.button(_("Foreslå temaer"), key="propose", type=first, help=_proposes()):
            do(board.propose, workshop, activity, said=_("Kortene er sortert. Flytt det som ligger feil."))
        st.link_button(_("Åpne tavla"), f"/tavle/{workshop.code}/{activity.id}", icon=":material/dashboard:", type=then)
        if laid.themes and st.button(_("Foreslå på nytt"), key="propose-again", help=_again()):
            do(board.propose, workshop, activity, again=True, said=_("Alle kortene er sortert på nytt."))
        if st.button(_("Hent nye kort"), key="fetch", disabled=not activity.settings.get("material")):
            do(board.fetch, workshop, activity, said=_("Nye kort er lagt på tavla."))
        if st.button(_("Angre"), key="undo-board", disabled=not laid.undoable, icon=":material/undo:"):
            do(board.undo, workshop, activity)


def _proposes() -> str:
    return _("Sorterer kortene som ikke er plassert. Det dere har sortert selv, blir liggende.")


def _again() -> str:
    return _("Sorterer alle kortene. Temaer dere har gitt navn, beholdes. Kan angres.")


def _theme(
    workshop: Workshop, activity: Activity, laid: Board, theme: Theme, leaves: Sequence[Leaf], names: list[str]
) -> None:
    cards = laid.in_theme(theme.number)
    name = theme.name or _("Tema {number}", number=theme.number)
    said = _("ett kort") if len(cards) == 1 else _("{count} kort", count=len(cards))
    with st.expander(plain(f"{name} · {said}"), icon=":material/check:" if theme.summary else None):
        for card in cards[:MOST_SHOWN]:
            st.text(f"{card.text} ({card.count})" if card.count > 1 else card.text)
        if len(cards) > MOST_SHOWN:
            st.caption(_("og {count} til på tavla", count=len(cards) - MOST_SHOWN))
        with st.form(f"summary-{activity.id}-{theme.number}", border=False):
            text = st.text_area(
                _("Oppsummering"),
                theme.summary,
                key=f"summary-text-{activity.id}-{theme.number}-{hash(theme.summary)}",
                max_chars=board.LONGEST_SUMMARY,
                height=100,
            )
            saved = st.form_submit_button(_("Lagre oppsummeringen"))
        origin_button(leaves)
        name_buttons(workshop, activity, theme, names)
    if saved:
        do(board.summarise, workshop, activity, theme.number, text, said=_("Oppsummeringen er lagret."))
