"""Vår plattform: what the leader groups one is in have agreed on."""

import streamlit as st

from helu import ui
from helu.i18n import _

visitor = ui.require_login()
st.title(_("Vår plattform"))
ui.own_platform(visitor)
