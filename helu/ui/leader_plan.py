"""A leader's plan for what to practise: the five questions, the behaviours, the days, and how far it has come."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import streamlit as st

from helu.content.action_learning import action_learning
from helu.content.balance_words import Dimension, balance_words, in_language
from helu.domain.orientations import MARKS
from helu.errors import HeluError, NotFound
from helu.i18n import _, day_of, language
from helu.services import plan_log, plans
from helu.services.access import Visitor
from helu.services.plans import Content
from helu.store.database import reading, writing
from helu.store.profile_tables import ActionPlan
from helu.ui.deeds import Undo, do
from helu.ui.words import plain

NEW = "ny"
STEPS = {"once": 0, "week": 7, "fortnight": 14, "month": 28}


def disclaimer() -> None:
    """That it is no test, and who sees it: on top of the page."""
    words = (balance_words().disclaimer, action_learning().visibility.note)
    st.caption(plain(" ".join(in_language(each, language()) for each in words)))


def tell_saved() -> None:
    """Say, once, that something was stored: where it is seen from the end of a long form too."""
    if words := st.session_state.pop("noted", ""):
        st.toast(words, icon=":material/check:")


def chosen_plan(visitor: Visitor) -> ActionPlan | None:
    """The one in the address, else the one for the behaviour there, else the latest; None: a new one is to be written."""
    with reading() as db:
        found = plans.listed(db, visitor)
        wanted = st.query_params.get("plan", "")
        if wanted == NEW:
            return None
        if wanted:
            return plans.find(db, visitor, _id(wanted))
    if about := _asked_for():
        return next((each for each in found if about in each.behaviours and each.status != "reviewed"), None)
    return found[0] if found else None


def plan_choice(visitor: Visitor, here: ActionPlan | None) -> None:
    """All the plans, and a way to begin another."""
    with reading() as db:
        found = plans.listed(db, visitor)
    if not found:
        return
    ids = [str(each.id) for each in found]
    names = dict(zip(ids, map(plan_name, found), strict=True)) | {NEW: _("Ny plan …")}
    current = str(here.id) if here else NEW
    chosen = st.selectbox(
        _("Plan"), [*ids, NEW], [*ids, NEW].index(current), names.__getitem__, key=f"choice-{current}"
    )
    if chosen != current:
        st.query_params.from_dict({"plan": chosen})
        st.rerun()


def plan_name(plan: ActionPlan) -> str:
    """What it is to develop, else how it begins; and how far it has come."""
    words = balance_words()
    about = ", ".join(in_language(words.behaviour(each).label, language()) for each in plan.behaviours)
    first = next((each for each in plan.answers.values()), "")
    return f"{(about or first or _('Plan uten tekst'))[:80]} ({status_words(plan.status)})"


def status_words(status: str) -> str:
    return in_language(action_learning().statuses()[status], language())


def status_choice(visitor: Visitor, plan: ActionPlan) -> None:
    chosen = st.segmented_control(
        _("Status"),
        list(action_learning().statuses()),
        default=plan.status,
        format_func=status_words,
        key=f"status-{plan.id}-{plan.status}",
        required=True,
    )
    if chosen and chosen != plan.status:
        do(plans.set_status, visitor, plan.id, chosen, said=_("Status er lagret."))


def plan_form(visitor: Visitor, plan: ActionPlan | None) -> None:
    """The five questions as the source asks them. What is typed stays in the form until it is stored."""
    name = str(plan.id) if plan else f"{NEW}-{_asked_for()}"
    edition = st.session_state.get(f"edition-{name}", 0)
    key = f"{name}-{edition}"
    drawn = st.session_state.setdefault(
        f"drawn-{key}", plan or ActionPlan(profile_id=visitor.user_id, behaviours=_begun())
    )
    with st.container(key="editor"), st.form(key=f"form-{key}", border=False):
        answers, behaviours, days = {}, list(drawn.behaviours), []
        for number, each in enumerate(action_learning().questions, 1):
            st.subheader(f"{number}. {plain(in_language(each.text, language()))}", anchor=False)
            if each.uses == "balance_model":
                behaviours = _picker(drawn, key)
            if each.type == "date":
                days = _days(drawn, key)
            answers[each.id] = _answer(each.id, drawn, key, in_language(each.text, language()), each.type == "date")
        saved = st.form_submit_button(_("Lagre planen"), type="primary", icon=":material/save:", width="stretch")
    if saved:
        _save(visitor, plan, drawn, Content(answers, behaviours, days), name, edition)


def remove_button(visitor: Visitor, plan: ActionPlan) -> None:
    with st.popover(_("Ta bort planen"), icon=":material/delete:"):
        st.text(_("Planen og loggen blir borte. Du kan angre i et halvt minutt."))
        if st.button(_("Ja, ta bort"), key=f"remove-{plan.id}"):
            with reading() as db:
                kept = plan_log.whole(db, visitor, plan.id)
            st.query_params.clear()
            do(
                plans.remove,
                visitor,
                plan.id,
                undo=Undo(_("Planen er tatt bort."), plan_log.bring_back, (visitor, kept)),
            )


def day_words(days: Sequence[date]) -> str:
    """«tir. 12. jan. 2027, …», in the language that is spoken."""
    return ", ".join(_day(each) for each in days)


def _answer(id_: str, drawn: ActionPlan, key: str, question: str, short: bool) -> str:
    return st.text_area(
        plain(question),
        drawn.answers.get(id_, ""),
        max_chars=plans.LONGEST,
        height=68 if short else 110,
        key=f"{id_}-{key}",
        label_visibility="collapsed",
        placeholder=_("Mer om når, for eksempel i hvilke møter") if short else None,
    )


def _picker(drawn: ActionPlan, key: str) -> list[str]:
    """The behaviours of the model, grouped; the ids of those that are chosen."""
    st.caption(_("Velg atferder fra modellen, og skriv med egne ord under."))
    return [each for dimension in balance_words().dimensions for each in _picked(dimension, drawn, key)]


def _picked(dimension: Dimension, drawn: ActionPlan, key: str) -> list[str]:
    chosen = [in_language(each.label, language()) for each in dimension.behaviours if each.id in drawn.behaviours]
    title = f"{MARKS[dimension.id].symbol} {plain(in_language(dimension.title, language()))}"
    with st.expander(f"{title}: **{plain(', '.join(chosen))}**" if chosen else title):
        st.caption(plain(in_language(dimension.definition, language())))
        return [
            each.id
            for each in dimension.behaviours
            if st.checkbox(
                f"**{plain(in_language(each.label, language()))}** – {plain(in_language(each.description, language()))}",
                each.id in drawn.behaviours,
                key=f"pick-{each.id}-{key}",
            )
        ]


def _days(drawn: ActionPlan, key: str) -> list[date]:
    """Those that are kept, and those that a day and a rhythm add."""
    kept: Sequence[date] = plans.days(drawn)
    if kept:
        label = _("Dager du har valgt (trykk på en dag for å ta den bort)")
        kept = st.pills(label, kept, selection_mode="multi", default=kept, format_func=_day, key=f"kept-{key}")
    rhythms = {
        "once": _("Bare den dagen"),
        "week": _("Hver uke"),
        "fortnight": _("Annenhver uke"),
        "month": _("Hver fjerde uke"),
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        first = st.date_input(_("Legg til dag"), None, format="DD.MM.YYYY", key=f"first-{key}", width=180)
        rhythm = st.selectbox(_("Gjenta"), list(STEPS), format_func=rhythms.__getitem__, key=f"rhythm-{key}", width=180)
        times = st.number_input(_("Antall ganger"), 1, 26, 4, key=f"times-{key}", width=140)
    if not isinstance(first, date):
        return list(kept)
    count = times if STEPS[rhythm] else 1
    return [*kept, *(first + timedelta(days=STEPS[rhythm] * at) for at in range(count))]


def _save(
    visitor: Visitor, plan: ActionPlan | None, drawn: ActionPlan, content: Content, name: str, edition: int
) -> None:
    try:
        with writing() as db:
            if plan:
                stored = plans.change(db, visitor, plan.id, drawn.changed_at, content)
            else:
                stored = plans.begin(db, visitor, content=content)
    except HeluError as problem:
        st.error(str(problem))
        if plan:
            _accept(visitor, plan, drawn)
        return
    st.session_state[f"edition-{name}"] = edition + 1
    st.session_state["noted"] = _("Planen er lagret.")
    st.query_params.from_dict({"plan": str(stored.id)})
    st.rerun()


def _accept(visitor: Visitor, plan: ActionPlan, drawn: ActionPlan) -> None:
    """After the leader was told of what stands there now, the next save is meant to replace it."""
    with reading() as db:
        newer = plans.find(db, visitor, plan.id)
    if newer.changed_at == drawn.changed_at:
        return
    drawn.changed_at = newer.changed_at
    with st.expander(_("Det som står lagret nå"), expanded=True):
        st.text("\n\n".join(newer.answers.values()) or "–")


def _begun() -> list[str]:
    return [each] if (each := _asked_for()) else []


def _asked_for() -> str:
    """The behaviour in the address, if the model has it."""
    wanted = st.query_params.get("atferd", "")
    return wanted if wanted in {each.id for each in balance_words().behaviours()} else ""


def _day(day: date) -> str:
    return day_of(day, "yMMMEd")


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
