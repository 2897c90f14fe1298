"""Rediger samlingen: the plan on the left, one activity in the middle, what the room will see on the right."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import editing, gatherings, running

workshop = ui.chosen_workshop()
ui.head_of_page(workshop, _("Rediger samlingen"))
ui.tell()
ui.undo(editing.UNDO.total_seconds())
with ui.reading() as db:
    plan = list(running.activities_in(db, workshop.id))
    items = gatherings.items_in(db, workshop.id)

left, middle, right = st.columns([3, 4.6, 3.4], gap="medium")
with left.container(key="planning"):
    chosen = ui.plan_choice(workshop, items, plan)
    ui.add_forms(workshop, items)
    ui.rename_form(workshop)
    ui.give_group_form(ui.require_facilitator(), workshop)

if chosen is None:
    middle.info(_("Legg til den første aktiviteten til venstre."))
    st.stop()

with middle.container(key="editor"):
    ui.activity_buttons(workshop, chosen, plan)
    ui.activity_form(workshop, chosen)
    item = next(each for each in items if each.id == chosen.item_id)
    ui.item_form(workshop, item)

with right.container(key="views"):
    view = f"/forhandsvisning/{workshop.code}/{chosen.id}"
    ui.wall_frame(_("Slik blir storskjermen"), f"{view}/storskjerm?v={chosen.edition}")
    ui.phone_frame(_("Slik blir telefonen"), f"{view}/telefon?v={chosen.edition}")
ui.steady_hand(f"pick-{chosen.id}")
