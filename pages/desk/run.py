"""Styr samlingen: one big button at a time, and what the room sees beside it."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import gatherings, results, running

workshop = ui.chosen_workshop()
seen = ui.seen(workshop)
with ui.reading() as db:
    plan = running.activities_in(db, workshop.id)
    items = gatherings.items_in(db, workshop.id)
    here = next((each for each in plan if each.id == workshop.current_activity_id), None)
    numbers = results.numbers(db, workshop.id, workshop.current_activity_id)

ui.head_of_desk(workshop)
ui.tell()
ui.pulse(workshop, numbers)
agenda, steering, views = st.columns([3, 4.4, 3.6], gap="medium")

with agenda.container(height=560, key="plan"):
    ui.plan_list(workshop, items, plan, seen)

with steering:
    ui.now_card(workshop, here, plan)
    ui.main_buttons(workshop, here, plan, seen)
    ui.timer_buttons(workshop, here, seen)
    ui.small_buttons(workshop, here, seen)

with views.container(key="views"):
    st.caption(_("Storskjermen nå"))
    with st.container(key="wall"):
        st.iframe(f"/storskjerm/{workshop.code}?innfelt=1", height=240, alt=_("Storskjermen nå"))
    st.caption(_("Telefonene nå"))
    st.iframe(f"/forhandsvisning/{workshop.code}/na/telefon?v={workshop.version}", height=330, alt=_("Telefonene nå"))
