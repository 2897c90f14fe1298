"""Beside the wheel on the wall: the way to the platform itself."""

import streamlit as st

from helu.i18n import _
from helu.store.tables import Activity, Workshop

VIEWS = {"wheel": "hjul", "year": "arshjul", "values": "verdier", "matters": "saker"}


def tool(workshop: Workshop, activity: Activity) -> None:
    about = {"samling": workshop.code, "visning": VIEWS[activity.settings.get("show", "wheel")]}
    with st.container(key="platform-link"):
        icon = ":material/donut_large:"
        st.page_link("desk/platform.py", label=_("Åpne plattformen"), icon=icon, query_params=about)
    st.caption(_("Det dere endrer der, kommer på storskjermen med en gang."))
