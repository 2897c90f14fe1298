"""The training log: a form that is quick on a phone, and what was written before, newest first."""

from datetime import date
from uuid import UUID

import streamlit as st

from helu.content.action_learning import action_learning
from helu.content.balance_words import in_language
from helu.documents.calendar import today
from helu.errors import HeluError
from helu.i18n import _, day_of, language
from helu.services import plan_log
from helu.services.access import Visitor
from helu.services.plan_log import Written
from helu.store.database import reading, writing
from helu.store.profile_tables import ActionPlan, LogEntry
from helu.ui.deeds import Undo, do
from helu.ui.words import plain

AT_ONCE = 20  # entries on the page before somebody asks for more


def training_log(visitor: Visitor, plan: ActionPlan) -> None:
    """Only ever drawn for the leader whose log it is. Raises NotFound otherwise."""
    with reading() as db:
        entries = plan_log.entries(db, visitor, plan.id)
    st.caption(_("Loggen er bare din. Den blir aldri delt, heller ikke når du deler planen."))
    with st.container(key="quick"):
        _form(visitor, plan.id, None)
    if not entries:
        st.info(_("Her kommer det du skriver. Noen få ord rett etter at du har prøvd, er nok."))
    whole = len(entries) <= AT_ONCE or st.toggle(_("Vis alle {count}", count=len(entries)), key=f"all-{plan.id}")
    for each in entries if whole else entries[:AT_ONCE]:
        _entry(visitor, each)


def _entry(visitor: Visitor, entry: LogEntry) -> None:
    with st.container(key=f"card-{entry.id}"):
        st.markdown(f"**{plain(day_of(entry.on))}** {plain(entry.situation)}")
        for prompt in action_learning().prompts():
            if text := entry.texts.get(prompt.id):
                st.caption(plain(in_language(prompt, language())))
                st.text(text)
        with st.container(horizontal=True):
            with st.popover(_("Endre"), icon=":material/edit:"):
                _form(visitor, entry.plan_id, entry)
            if st.button(_("Ta bort"), key=f"remove-{entry.id}", icon=":material/delete:", type="tertiary"):
                with reading() as db:
                    kept = plan_log.single(db, visitor, entry.id)
                undo = Undo(_("Det er tatt ut av loggen."), plan_log.bring_back, (visitor, kept))
                do(plan_log.remove, visitor, entry.id, undo=undo)


def _form(visitor: Visitor, plan_id: UUID, entry: LogEntry | None) -> None:
    """A new entry, or an old one to mend. Nothing typed is cleared before it is stored."""
    name = f"{plan_id}-{entry.id if entry else 'ny'}"
    edition = st.session_state.get(f"edition-{name}", 0)
    key = f"{name}-{edition}"
    with st.form(key=f"log-{key}", border=entry is None):
        on = st.date_input(_("Dato"), entry.on if entry else today(), format="DD.MM.YYYY", key=f"on-{key}")
        before = entry.situation if entry else ""
        situation = st.text_input(_("Situasjon"), before, max_chars=200, key=f"situation-{key}")
        said = {
            each.id: st.text_area(
                plain(in_language(each, language())),
                entry.texts.get(each.id, "") if entry else "",
                max_chars=plan_log.LONGEST,
                height=68,
                key=f"{each.id}-{key}",
            )
            for each in action_learning().prompts()
        }
        label = _("Lagre") if entry else _("Skriv i loggen")
        saved = st.form_submit_button(label, type="primary", width="stretch")
    if saved:
        written = Written(on if isinstance(on, date) else today(), situation, said)
        _save(visitor, plan_id, entry, written, name, edition)


def _save(visitor: Visitor, plan_id: UUID, entry: LogEntry | None, written: Written, name: str, edition: int) -> None:
    try:
        with writing() as db:
            if entry:
                plan_log.change(db, visitor, entry.id, written)
            else:
                plan_log.add(db, visitor, plan_id, written)
    except HeluError as problem:
        st.error(str(problem))
        return
    st.session_state[f"edition-{name}"] = edition + 1
    st.session_state["noted"] = _("Det står i loggen.")
    st.rerun()
