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

left, middle, right = st.columns([3, 4, 3.4], gap="medium")
with left:
    ui.rename_form(workshop)
    chosen = ui.plan_choice(workshop, items, plan)
    ui.add_forms(workshop, items)

if chosen is None:
    middle.info(_("Legg til den første aktiviteten til venstre."))
    st.stop()

with middle:
    ui.activity_buttons(workshop, chosen)
    ui.activity_form(workshop, chosen)
    item = next(each for each in items if each.id == chosen.item_id)
    ui.item_form(workshop, item)

with right.container(key="views"):
    view = f"/forhandsvisning/{workshop.code}/{chosen.id}"
    st.caption(_("Slik blir storskjermen"))
    with st.container(key="wall"):
        st.iframe(f"{view}/storskjerm?v={chosen.edition}", height=230, alt=_("Slik blir storskjermen"))
    st.caption(_("Slik blir telefonen"))
    st.iframe(f"{view}/telefon?v={chosen.edition}", height=520, alt=_("Slik blir telefonen"))
