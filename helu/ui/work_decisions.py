"""On the desk where something is decided: write it down, change it, and put it into the platform."""

from typing import Any

import streamlit as st

from helu.activities.base import Choosable
from helu.activities.decision import OUTCOMES, about, left_in
from helu.documents.calendar import today
from helu.domain.decisions import OUTCOMES as ALL
from helu.domain.decisions import Decision
from helu.i18n import _
from helu.services import decisions, editing, material, platforms, results, showing
from helu.services.material import Leaf
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import Undo, do, undo
from helu.ui.material import origin_button
from helu.ui.plan import short
from helu.ui.words import plain


def tool(workshop: Workshop, activity: Activity) -> None:
    undo(editing.UNDO.total_seconds())
    with reading() as db:
        settings = showing.settings_of(activity, db)
        made = list(settings.state.made)
        trails = {each.id: material.trail(db, each.sources) for each in made}
        numbers = results.numbers(db, workshop.id, activity.id)
    for each in made:
        _row(workshop, each, trails[each.id])
    left = left_in(settings)
    for at, proposal in enumerate(left):
        with st.expander(plain(short(proposal.text, 80)), expanded=at == 0, icon=":material/gavel:"):
            _record(workshop, activity, proposal, numbers.connected or numbers.joined)
    if not left:
        label = _("Skriv inn en beslutning til") if made else _("Skriv inn beslutningen")
        with st.expander(label, expanded=not made, icon=":material/gavel:"):
            _record(workshop, activity, None, numbers.connected or numbers.joined)


def _record(workshop: Workshop, activity: Activity, proposal: Choosable | None, present: int) -> None:
    key = f"decide-{activity.id}-{proposal.id if proposal else 'own'}"
    with st.form(key, border=False, clear_on_submit=proposal is None):
        given = _inputs(key, Decision("", proposal.text if proposal else "", "adopted", today(), present=present))
        if st.form_submit_button(_("Skriv inn beslutningen"), type="primary", width="stretch"):
            given["about"] = proposal.id if proposal else ""
            do(decisions.record, workshop, activity, said=_("Beslutningen er skrevet inn."), **given)


def _inputs(key: str, now: Decision) -> dict[str, Any]:
    """What a decision is made of, with what stands there now."""
    text = st.text_area(_("Teksten som besluttes"), now.text, max_chars=4000, key=f"{key}-text", height=110)
    outcome = st.radio(
        _("Utfall"),
        ALL,
        ALL.index(now.outcome),
        format_func=lambda each: _(OUTCOMES[each]),
        horizontal=True,
        key=f"{key}-outcome",
    )
    label = _("Forbehold, eller hva som må arbeides mer med")
    held = st.text_area(label, now.reservations, max_chars=4000, key=f"{key}-held", height=70)
    left, right = st.columns(2)
    day = left.date_input(_("Dato"), now.decided_on, format="DD.MM.YYYY", key=f"{key}-day")
    present = right.number_input(_("Antall til stede"), 0, 10_000, now.present, key=f"{key}-present")
    return {"text": text, "outcome": outcome, "reservations": held, "decided_on": day, "present": present}


def _row(workshop: Workshop, decision: Decision, leaves: list[Leaf]) -> None:
    with st.container(key=f"card-decision-{decision.id}"):
        st.markdown(f"**{plain(_(OUTCOMES[decision.outcome]))}** · {plain(' · '.join(about(decision)))}")
        st.text(decision.text)
        if decision.reservations:
            st.caption(plain(decision.reservations))
        if decision.part:
            st.caption(plain(_("Ligger i plattformen: {part}", part=platforms.title_of(decision.part))))
        with st.container(horizontal=True, gap="small"):
            origin_button(leaves)
            if decision.holds:
                _into_platform(workshop, decision)
            _change(workshop, decision)
            back = Undo(_("Beslutningen er fjernet."), decisions.bring_back, (workshop, decision))
            if st.button(_("Fjern"), key=f"gone-{decision.id}", type="tertiary"):
                do(decisions.remove, workshop, decision.id, undo=back)


def _into_platform(workshop: Workshop, decision: Decision) -> None:
    with st.popover(_("Legg inn i plattformen"), icon=":material/add_home:"):
        part = st.selectbox(
            _("Hvor"), decisions.RECEIVING, format_func=platforms.title_of, key=f"part-{decision.id}", index=0
        )
        st.caption(_("Teksten legges til det som står der, med det den bygger på."))
        if st.button(_("Legg inn"), key=f"put-{decision.id}", type="primary"):
            said = _("Lagt inn under «{part}».", part=platforms.title_of(part))
            do(decisions.put_into_of, workshop, decision, part, said=said)


def _change(workshop: Workshop, decision: Decision) -> None:
    stamp = decision.made_at.timestamp() if decision.made_at else 0
    key = f"change-{decision.id}-{stamp}"  # another edition gets other inputs
    with st.popover(_("Endre"), width="content"), st.form(key, border=False):
        given = _inputs(key, decision)
        if st.form_submit_button(_("Lagre"), type="primary"):
            do(decisions.change, workshop, decision.id, said=_("Lagret."), **given)
