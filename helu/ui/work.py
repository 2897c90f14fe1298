"""The desk's own tool for what is on right now, such as a board to sort or a decision to write down."""

from importlib import import_module

import streamlit as st

from helu.activities import ACTIVITIES
from helu.domain.phase import Phase
from helu.store.tables import Activity, Workshop


def work(workshop: Workshop, here: Activity | None) -> None:
    """Drawn by the module the kind names in `desk`: its `tool(workshop, activity)`."""
    if here is None or workshop.phase == Phase.ENDED or not ACTIVITIES[here.kind].desk:
        return
    with st.container(key="work"):
        import_module(f"helu.ui.work_{ACTIVITIES[here.kind].desk}").tool(workshop, here)
