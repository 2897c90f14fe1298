"""Personer: who is in the organisation, what they may do, and the groups they belong to."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import accounts, groups, invitations

visitor = ui.require_facilitator()
st.title(_("Personer i {organisation}", organisation=ui.plain(visitor.organisation)))
ui.tell()
ui.show_link(ui.outcome())
ui.invited_table(visitor)

with ui.reading() as db:
    people = accounts.people_in(db, visitor.organisation_id)
    waiting = invitations.waiting(db, visitor)
    all_groups = groups.listed(db, visitor)

persons, teams = ui.people_tabs()
with persons:
    ui.invite_list(visitor, all_groups)
    ui.invite_form(visitor)
    for asked in waiting:
        ui.waiting_row(visitor, asked)
    for person in people:
        ui.person_row(visitor, person)
with teams:
    ui.group_form(visitor)
    for group in all_groups:
        ui.group_card(visitor, group, people)
