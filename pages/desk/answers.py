"""Svar og filer: read and hide single answers, write one for somebody without a phone, and take it all home."""

import streamlit as st

from helu import ui
from helu.activities import ACTIVITIES
from helu.i18n import _
from helu.services import results, running
from helu.services.showing import settings_of

workshop = ui.chosen_workshop()
ui.head_of_page(workshop, _("Svar og filer"))
with st.container(key="said"):  # always there: what comes and goes must not turn the tabs back
    ui.tell()
read, take, bring = st.tabs([_("Svarene"), _("Ta med hjem"), _("Hent inn svar")])

with ui.reading() as db:
    plan = [each for each in running.activities_in(db, workshop.id) if ui.asks(each)]
    counts = {each.id: results.count(db, each.id) for each in plan}

with read:
    if not plan:
        st.info(_("Ingen av aktivitetene ber om svar."))
    else:
        ids = [each.id for each in plan]
        start = ids.index(workshop.current_activity_id) if workshop.current_activity_id in ids else 0
        chosen = st.selectbox(
            _("Aktivitet"),
            plan,
            index=start,
            format_func=lambda each: f"{each.title} ({counts[each.id]})",
        )
        with ui.reading() as db:
            answers = results.answers_to(db, chosen)
            pieces = results.pieces_in(db, chosen)
        kind = ACTIVITIES[chosen.kind]
        st.text(kind.summarise(settings_of(chosen), answers))
        ui.piece_list(workshop, chosen, pieces)
        ui.answer_by_hand(workshop, chosen)

with take:
    ui.take_home(workshop)

with bring:
    ui.bring_in(workshop, plan)
