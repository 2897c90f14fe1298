"""What the wall shows one at a time: forward and back from the desk."""

import streamlit as st

from helu.i18n import _
from helu.services import running
from helu.store.tables import Workshop
from helu.ui.deeds import do


def turning(workshop: Workshop, count: int, forward: str, back: str) -> None:
    """Nothing when there is only one. Past the last comes the first again."""
    if count < 2:
        return
    at = workshop.round % count
    with st.container(key="turning", horizontal=True, vertical_alignment="center"):
        if st.button(back, key="turn-back", icon=":material/arrow_back:", disabled=at == 0):
            do(running.turn, workshop, at - 1, workshop.version)
        if st.button(forward, key="turn-on", icon=":material/arrow_forward:"):
            do(running.turn, workshop, (at + 1) % count, workshop.version)
        st.caption(_("{at} av {of}", at=at + 1, of=count))
