"""Min plan: what a leader will practise, how it goes, and who may see it."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import editing
from helu.ui import leader_log, leader_plan, leader_plan_sharing, leader_report

visitor = ui.require_login()
st.title(_("Min plan"))
leader_plan.disclaimer()
ui.tell()
ui.require_unlocked(visitor)
leader_plan.tell_saved()
ui.undo(editing.UNDO.total_seconds())
plan = leader_plan.chosen_plan(visitor)

with st.container(key="my-plan", width=880):
    leader_plan.plan_choice(visitor, plan)
    questions, log, sharing, others, files = st.tabs(
        [_("Planen"), _("Logg"), _("Deling"), _("Fra de andre"), _("Filer")]
    )
with questions:
    if plan:
        leader_plan.status_choice(visitor, plan)
    leader_plan.plan_form(visitor, plan)
    if plan:
        leader_report.reminder_download(visitor, plan)
        leader_plan.remove_button(visitor, plan)
with log:
    if plan:
        leader_log.training_log(visitor, plan)
    else:
        st.info(_("Lagre planen først, så har den en logg."))
with sharing:
    leader_plan_sharing.plan_sharing(visitor)
with others:
    leader_plan_sharing.plans_of_others(visitor)
with files:
    leader_report.report_downloads(visitor)
