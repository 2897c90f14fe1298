"""Min balanse: one's own radar, in words and figures, and what one chooses to show of it."""

import streamlit as st

from helu import ui
from helu.i18n import _

visitor = ui.require_login()
st.title(_("Min balanse"))
ui.tell()
ui.require_unlocked(visitor)
ui.leader_radar(visitor)
