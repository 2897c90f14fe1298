"""What a plan is edited with."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from helu.activities import ACTIVITIES
from helu.i18n import LANGUAGES, _
from helu.services import editing
from helu.store.tables import Activity, AgendaItem, Workshop
from helu.ui.deeds import do, offer_undo
from helu.ui.settings_form import settings_inputs
from helu.ui.words import plain

ITEM_KINDS = ("talk", "workshop", "break", "end")


def rename_form(workshop: Workshop) -> None:
    with st.popover(_("Endre tittel"), width="stretch"), st.form("rename", border=False):
        title = st.text_input(_("Tittel"), workshop.title, max_chars=200)
        if st.form_submit_button(_("Lagre")):
            do(editing.rename, workshop, title)


def plan_choice(workshop: Workshop, items: Sequence[AgendaItem], plan: Sequence[Activity]) -> Activity | None:
    """The plan as a list to choose from; the choice is kept over changes."""
    if not plan:
        return None
    headings = {item.id: item.title for item in items}
    known = {str(each.id): each for each in plan}
    wanted = st.query_params.get("aktivitet", "")
    picked = st.radio(
        _("Aktiviteter"),
        list(known),
        index=list(known).index(wanted) if wanted in known else 0,
        format_func=lambda each: _label(known[each], list(known).index(each) + 1),
        captions=[_caption(each, headings) for each in plan],
        key=f"plan-{workshop.version}",
    )
    st.query_params["aktivitet"] = picked
    return known[picked]


def _label(activity: Activity, number: int) -> str:
    skipped = f"({_('hoppes over')}) " if activity.skipped else ""
    return plain(f"{number}. {skipped}{activity.title[:90]}")


def _caption(activity: Activity, headings: dict[Any, str]) -> str:
    return plain(f"{_(ACTIVITIES[activity.kind].title)} · {headings.get(activity.item_id, '')[:40]}")


def add_forms(workshop: Workshop, items: Sequence[AgendaItem]) -> None:
    with (
        st.expander(_("Legg til aktivitet"), icon=":material/add:"),
        st.form("add", clear_on_submit=True, border=False),
    ):
        kind = st.selectbox(_("Type"), list(ACTIVITIES), format_func=lambda name: _(ACTIVITIES[name].title))
        titles = {item.id: item.title for item in items}
        where = st.selectbox(_("Under"), list(titles), format_func=titles.get, index=max(0, len(titles) - 1))
        title = st.text_input(_("Spørsmål eller overskrift"), max_chars=400)
        if st.form_submit_button(_("Legg til")) and where:
            do(editing.add_activity, workshop, kind, where, title, said=_("Aktiviteten er lagt til."))
    with (
        st.expander(_("Legg til punkt i programmet"), icon=":material/add:"),
        st.form("add-item", clear_on_submit=True, border=False),
    ):
        heading = st.text_input(_("Overskrift"), max_chars=200)
        if st.form_submit_button(_("Legg til")):
            do(editing.add_item, workshop, heading)


def activity_buttons(workshop: Workshop, activity: Activity) -> None:
    up, down, copy, skip, remove = st.columns(5)
    if up.button("↑", key="up", width="stretch", help=_("Flytt opp")):
        do(editing.move, workshop, activity, -1)
    if down.button("↓", key="down", width="stretch", help=_("Flytt ned")):
        do(editing.move, workshop, activity, 1)
    if copy.button(_("Kopier"), key="copy", width="stretch"):
        do(editing.duplicate, workshop, activity, said=_("Kopien ligger rett etter."))
    words = _("Ta med") if activity.skipped else _("Hopp over")
    if skip.button(words, key="skip", width="stretch"):
        do(editing.skip, workshop, activity, not activity.skipped)
    if remove.button(_("Slett"), key="remove", width="stretch"):
        said = _("«{title}» er slettet, med svarene.", title=plain(activity.title[:60]))
        offer_undo(str(activity.id), said, editing.bring_back, workshop, activity.id)
        do(editing.remove, workshop, activity)


def activity_form(workshop: Workshop, activity: Activity) -> None:
    kind = ACTIVITIES[activity.kind]
    with st.form(f"activity-{activity.id}-{activity.edition}"):
        st.caption(plain(f"{_(kind.title)}: {_(kind.use)}"))
        if activity.language != workshop.language:
            st.caption(_("Denne teksten finnes bare på {language}.", language=LANGUAGES[activity.language].lower()))
        frame = _frame_inputs(activity)
        settings = settings_inputs(kind, activity.settings)
        if st.form_submit_button(_("Lagre"), type="primary", width="stretch"):
            do(editing.change, workshop, activity, activity.edition, frame, settings, said=_("Lagret."))


def _frame_inputs(activity: Activity) -> dict[str, Any]:
    frame: dict[str, Any] = {
        "title": st.text_area(_("Spørsmål eller overskrift"), activity.title, max_chars=400, height=80),
        "hint": st.text_input(_("Utdyping (kan stå tom)"), activity.hint, max_chars=1000),
        "script": st.text_area(_("Manus for fasilitator"), activity.script, max_chars=4000, height=100),
    }
    left, right = st.columns(2)
    minutes = left.number_input(_("Minutter (0 = ingen klokke)"), 0, 240, activity.minutes or 0)
    groups = right.number_input(_("Antall grupper (0 = hver for seg)"), 0, 30, activity.groups)
    named = left.toggle(_("Be om navn"), not activity.anonymous)
    live = right.toggle(_("Vis svarene fortløpende"), activity.live)
    each = left.number_input(_("Svar per person"), 1, 10, activity.answers_each)
    return frame | {
        "minutes": minutes or None,
        "groups": groups,
        "anonymous": not named,
        "live": live,
        "answers_each": each,
    }


def item_form(workshop: Workshop, item: AgendaItem) -> None:
    with (
        st.expander(_("Punktet i programmet: {title}", title=plain(item.title))),
        st.form(f"item-{item.id}", border=False),
    ):
        names = dict(zip(ITEM_KINDS, (_("Innlegg"), _("Arbeid"), _("Pause"), _("Slutt")), strict=True))
        frame = {
            "title": st.text_input(_("Overskrift"), item.title, max_chars=200),
            "kind": st.selectbox(_("Hva slags"), ITEM_KINDS, ITEM_KINDS.index(item.kind), format_func=names.get),
            "start": st.text_input(_("Klokka (08:30)"), item.start, max_chars=5),
            "minutes": st.number_input(_("Minutter"), 0, 600, item.minutes),
        }
        if st.form_submit_button(_("Lagre punktet")):
            do(editing.change_item, workshop, item, frame)
