"""Tilbakemelding fra andre: a leader asks, sees how many have answered, closes, and sees what they see together."""

import streamlit as st

from helu import ui
from helu.i18n import _

visitor = ui.require_login()
st.title(_("Tilbakemelding fra andre"))
ui.tell()
ui.require_unlocked(visitor)
ui.feedback_from_others(visitor)
