"""Lansering: what was promised and how it goes, who is to hear what, and the pulse in the months after."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import editing
from helu.ui import launch_commitments, launch_page, launch_plan, launch_pulse

visitor = ui.require_facilitator()
platform = launch_page.chosen_platform(visitor)
launch_page.head(platform)
with st.container(key="said"):  # always there: what comes and goes must not turn the tabs back
    ui.tell()
    ui.undo(editing.UNDO.total_seconds())

promises, plan, pulse = st.tabs([_("Forpliktelser"), _("Lanseringsplan"), _("Puls")])
with promises:
    launch_commitments.tab(visitor, platform)
with plan:
    launch_plan.tab(visitor, platform)
with pulse:
    launch_pulse.tab(visitor, platform)
