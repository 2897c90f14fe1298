"""Tilbakemelding fra andre: the round that is being made or is open, and what closed rounds show."""

from collections.abc import Sequence

import streamlit as st

from helu.content.balance_words import in_language
from helu.content.feedback_words import feedback_words
from helu.i18n import _, day_of, language
from helu.services import feedback, feedback_results, profiles
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.rating_tables import Feedback
from helu.store.rows import now
from helu.ui.deeds import do, outcome
from helu.ui.feedback_draft import draft_page
from helu.ui.feedback_open import open_page
from helu.ui.feedback_removal import told_gone
from helu.ui.feedback_shown import shown_page
from helu.ui.words import plain

ROUND, SEEN = "runden", "resultat"


def feedback_from_others(visitor: Visitor) -> None:
    """The chosen view; the choice lives in the address."""
    st.caption(plain(in_language(feedback_words().disclaimer.leader, language())))
    outcome()  # links are shown where they were made, and on no other page
    told_gone()
    with reading() as db:
        rounds = feedback.mine(db, visitor)
    current = next((each for each in rounds if each.closed_at is None), None)
    closed = sorted((each for each in rounds if each.closed_at), key=lambda each: each.closed_at or now(), reverse=True)
    with st.container(key="balance-feedback"):
        if not rounds:
            _beginning(visitor)
        elif _view(current, closed) == SEEN:
            shown_page(visitor, closed)
            if current is None:
                _again(visitor)
        elif current and current.opened_at:
            open_page(visitor, current)
        elif current:
            draft_page(visitor, current)
        if rounds:
            with st.expander(_("Hvordan dette virker, og hvem som ser hva")):
                _explained()


def _view(current: Feedback | None, closed: Sequence[Feedback]) -> str:
    if not (current and closed):
        return SEEN if closed else ROUND
    names = {ROUND: _("Runden nå"), SEEN: _("Det andre har svart")}
    asked = st.query_params.get("visning", ROUND)
    wanted = asked if asked in names else ROUND
    chosen = st.segmented_control(
        _("Visning"), list(names), default=wanted, format_func=names.__getitem__, key="feedback-view",
        label_visibility="collapsed", required=True, wrap=True,
    )  # fmt: skip
    if chosen != wanted:
        st.query_params["visning"] = str(chosen)
    return str(chosen)


def _beginning(visitor: Visitor) -> None:
    st.header(_("Hvordan ser andre det du gjør?"), anchor=False)
    _explained()
    if st.button(_("Lag en runde"), type="primary", key="begin-feedback"):
        do(feedback.draft, visitor)


def _again(visitor: Visitor) -> None:
    if st.button(_("Gjør klar en ny runde"), key="begin-feedback", icon=":material/add:"):
        st.query_params.clear()
        do(feedback.draft, visitor)
    with reading() as db:
        profile = profiles.known(db, visitor)
    if profile and profile.next_feedback_from and profile.next_feedback_from > now():
        st.caption(_("Den kan åpnes fra {day}.", day=day_of(profile.next_feedback_from)))


def _explained() -> None:
    """What it is, who sees what, and what stands fast."""
    lines = (
        _(
            "Du spør dem du vil høre fra: egen leder, kolleger, medarbeidere og nettverksgruppa. De svarer på de samme "
            "påstandene som du har svart på, fra en personlig lenke og uten konto."
        ),
        _(
            "Bare du ser resultatet. Du ser gjennomsnitt for hver rolle når minst {floor} har svart, aldri hva én person "
            "har svart. Roller med færre svar telles sammen med andre. Egen leder vises bare for seg hvis du velger det, "
            "og får da vite det på forhånd.",
            floor=Feedback.model_fields["floor"].default,
        ),
        _(
            "Det folk skriver med egne ord, vises når minst {floor} har svart, i tilfeldig rekkefølge.",
            floor=feedback_results.TEXT_FLOOR,
        ),
        _(
            "Bildet lages når du lukker runden, og ligger fast. Svar som kommer senere, tas med når minst {more} er "
            "kommet. Neste runde kan åpnes tidligst {days} dager etter.",
            more=Feedback.model_fields["more"].default,
            days=feedback_results.BETWEEN.days,
        ),
    )
    with st.container(key="feedback-told"):
        st.markdown("\n".join(f"- {plain(each)}" for each in lines))
