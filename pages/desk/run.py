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
agenda, steering, views = st.columns([2.7, 4.9, 3.7], gap="medium")

with agenda.container(height=560, border=False, key="plan"):
    ui.plan_list(workshop, items, plan, seen)

with steering.container(key="steering"):
    ui.pulse(workshop, numbers, here)
    ui.tell()
    with st.container(key="now"):
        ui.now_card(workshop, here, plan)
        ui.material_card(workshop, here)
    with st.container(key="deeds"):
        ui.main_buttons(workshop, here, plan, seen)
        with st.container(horizontal=True, gap="small", key="small-deeds"):
            ui.small_buttons(workshop, here, seen)
            ui.timer_buttons(workshop, here, seen)
    ui.work(workshop, here)
    ui.script_card(workshop, here)

with views.container(key="views"):
    ui.wall_frame(_("Storskjermen nå"), f"/storskjerm/{workshop.code}?innfelt=1")
    ui.phone_frame(_("Telefonene nå"), f"/forhandsvisning/{workshop.code}/na/telefon?v={workshop.version}")
ui.steady_hand(f"open-{workshop.current_activity_id}")
