"""Formålsplakaten: the text and its advice on the left, the poster as it will hang on the right."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import editing

workshop = ui.chosen_workshop()
ui.head_of_page(workshop, _("Formålsplakaten"))
with st.container(key="poster-said"):  # always there: what comes and goes must not move the writing
    ui.tell()
    ui.undo(editing.UNDO.total_seconds())
desk = ui.poster_desk(workshop)

left, right = st.columns([5.4, 4], gap="medium")
with left:
    ui.poster_status(desk)
    ui.poster_lines(desk)
    ui.poster_sections(desk)
with right:
    ui.poster_preview(desk)
ui.poster_pen()
