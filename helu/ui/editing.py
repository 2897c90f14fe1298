"""What a plan is edited with."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from helu.activities import ACTIVITIES
from helu.i18n import LANGUAGES, _
from helu.services import editing, gatherings, material, results
from helu.services.access import Visitor
from helu.services.giving_group import give_group
from helu.store.database import reading
from helu.store.tables import Activity, AgendaItem, Workshop
from helu.ui.deeds import Undo, do
from helu.ui.plan import Plan, plan_rows, short
from helu.ui.settings_form import settings_inputs
from helu.ui.words import plain

ITEM_KINDS = ("talk", "workshop", "break", "end")


def rename_form(workshop: Workshop) -> None:
    with st.popover(_("Endre tittel"), width="stretch"), st.form("rename", border=False):
        title = st.text_input(_("Tittel"), workshop.title, max_chars=200)
        if st.form_submit_button(_("Lagre")):
            do(editing.rename, workshop, title)


def give_group_form(visitor: Visitor, workshop: Workshop) -> None:
    """For a gathering that was made without one."""
    if workshop.group_id:
        return
    with reading() as db:
        names = {each.id: each.name for each in gatherings.groups_in(db, visitor)}
    if not names:
        return
    with st.popover(_("Velg gruppe"), width="stretch"), st.form("give-group", border=False):
        chosen = st.selectbox(_("For gruppe"), list(names), format_func=names.__getitem__)
        st.caption(_("Plattformen samlingen har laget, følger med til gruppa. Valget kan ikke endres siden."))
        if st.form_submit_button(_("Lagre")):
            do(give_group, visitor, workshop.code, chosen, said=_("Samlingen gjelder gruppa nå."))


def plan_choice(workshop: Workshop, items: Sequence[AgendaItem], plan: Plan) -> Activity | None:
    """The plan as a list to choose from; the choice lives in the address and is kept over changes."""
    if not plan:
        return None
    wanted = (st.query_params.get("aktivitet", ""), str(workshop.current_activity_id))
    chosen = next((each for one in wanted for each in plan if str(each.id) == one), plan[0])
    with st.container(height=400, border=False, key="plan"):
        clicked = plan_rows(items, plan, chosen.id, "pick", _label)
    if clicked:
        _choose(clicked)
        st.rerun()
    return chosen


def _choose(activity: Activity) -> None:
    st.query_params["aktivitet"] = str(activity.id)


def _label(activity: Activity, words: str) -> str:
    return f"{plain(words)} :small[{plain(_(ACTIVITIES[activity.kind].title))}]"


def add_forms(workshop: Workshop, items: Sequence[AgendaItem]) -> None:
    with (
        st.expander(_("Legg til aktivitet"), icon=":material/add:"),
        st.form("add", clear_on_submit=True, border=False),
    ):
        kind = st.selectbox(_("Type"), list(ACTIVITIES), format_func=lambda name: _(ACTIVITIES[name].title))
        titles = {item.id: item.title for item in items}
        where = st.selectbox(_("Under"), list(titles), format_func=titles.__getitem__, index=max(0, len(titles) - 1))
        title = st.text_input(_("Spørsmål eller overskrift"), max_chars=400)
        if st.form_submit_button(_("Legg til")) and where:
            do(editing.add_activity, workshop, kind, where, title, said=_("Aktiviteten er lagt til."), then=_choose)
    with (
        st.expander(_("Legg til punkt i programmet"), icon=":material/add:"),
        st.form("add-item", clear_on_submit=True, border=False),
    ):
        heading = st.text_input(_("Overskrift"), max_chars=200)
        if st.form_submit_button(_("Legg til")):
            do(editing.add_item, workshop, heading)


def activity_buttons(workshop: Workshop, activity: Activity, plan: Plan) -> None:
    with st.container(horizontal=True, key="tools"):
        if st.button("↑", key="up", help=_("Flytt opp"), disabled=activity.id == plan[0].id):
            do(editing.move, workshop, activity, -1)
        if st.button("↓", key="down", help=_("Flytt ned"), disabled=activity.id == plan[-1].id):
            do(editing.move, workshop, activity, 1)
        if st.button(_("Kopier"), key="copy"):
            do(editing.duplicate, workshop, activity, said=_("Kopien ligger rett etter."), then=_choose)
        if st.button(_("Ta med") if activity.skipped else _("Hopp over"), key="skip"):
            do(editing.skip, workshop, activity, not activity.skipped)
        _remove_button(workshop, activity, plan)


def _remove_button(workshop: Workshop, activity: Activity, plan: Plan) -> None:
    """Says what is lost before and after, and leaves the neighbour chosen."""
    with reading() as db:
        answers = results.count(db, activity.id)
    lost = _("Sletter aktiviteten og {count} svar. Du kan angre i 30 sekunder.", count=answers)
    if not st.button(_("Slett"), key="remove", help=lost):
        return
    said = _("«{title}» er slettet, med {count} svar.", title=plain(short(activity.title)), count=answers)
    others = [each for each in plan if each.id != activity.id]
    neighbour = others[min(plan.index(activity), len(others) - 1)] if others else activity
    back = Undo(said, editing.bring_back, (workshop, activity.id))
    do(editing.remove, workshop, activity, undo=back, then=lambda _answers: _choose(neighbour))


def activity_form(workshop: Workshop, activity: Activity) -> None:
    kind = ACTIVITIES[activity.kind]
    with reading() as db:
        offers = material.offers(db, workshop, activity)
    with st.form(f"activity-{activity.id}-{activity.edition}"):
        st.caption(plain(f"{_(kind.title)}: {_(kind.use)}"))
        if activity.language != workshop.language:
            st.caption(_("Denne teksten finnes bare på {language}.", language=LANGUAGES[activity.language].lower()))
        asked = _question_inputs(activity)
        settings = settings_inputs(kind, activity.settings, f"{activity.id}-{activity.edition}", offers)
        frame = asked | _frame_inputs(activity) | _script_input(activity)
        if st.form_submit_button(_("Lagre"), type="primary", width="stretch"):
            do(editing.change, workshop, activity, activity.edition, frame, settings, said=_("Lagret."))


def _question_inputs(activity: Activity) -> dict[str, Any]:
    return {
        "title": st.text_area(_("Spørsmål eller overskrift"), activity.title, max_chars=400, height=80),
        "hint": st.text_input(_("Utdyping (kan stå tom)"), activity.hint, max_chars=1000),
    }


def _frame_inputs(activity: Activity) -> dict[str, Any]:
    left, middle, right = st.columns(3, vertical_alignment="bottom", gap="small")
    minutes = left.number_input(
        _("Minutter"), 0, 240, activity.minutes or 0, help=_("0 betyr at klokka ikke er satt på forhånd")
    )
    kind = ACTIVITIES[activity.kind]
    if kind.of_group and not kind.fields(kind.settings_of(activity.settings)):
        return {"minutes": minutes or None}  # phones answer nothing here, so there is nothing to say of how
    groups = middle.number_input(_("Grupper"), 0, 30, activity.groups, help=_("0 betyr at alle svarer hver for seg"))
    each = right.number_input(_("Svar per person"), 1, 10, activity.answers_each)
    live = st.toggle(_("Vis svarene fortløpende"), activity.live)
    named = st.toggle(_("Be om navn"), not activity.anonymous)
    return {
        "minutes": minutes or None,
        "groups": groups,
        "anonymous": not named,
        "live": live,
        "answers_each": each,
    }


def _script_input(activity: Activity) -> dict[str, Any]:
    return {"script": st.text_area(_("Manus for fasilitator"), activity.script, max_chars=4000, height=140)}


def item_form(workshop: Workshop, item: AgendaItem) -> None:
    with (
        st.expander(_("Punktet i programmet: {title}", title=plain(item.title))),
        st.form(f"item-{item.id}", border=False),
    ):
        names = dict(zip(ITEM_KINDS, (_("Innlegg"), _("Arbeid"), _("Pause"), _("Slutt")), strict=True))
        frame = {
            "title": st.text_input(_("Overskrift"), item.title, max_chars=200),
            "kind": st.selectbox(
                _("Hva slags"), ITEM_KINDS, ITEM_KINDS.index(item.kind), format_func=names.__getitem__
            ),
            "start": st.text_input(_("Klokka (08:30)"), item.start, max_chars=5),
            "minutes": st.number_input(_("Minutter"), 0, 600, item.minutes),
        }
        if st.form_submit_button(_("Lagre punktet")):
            do(editing.change_item, workshop, item, frame)
