"""Gruppas balanse: what the leader groups one is in, or facilitates, see of themselves."""

import streamlit as st

from helu import ui
from helu.i18n import _

visitor = ui.require_login()
st.title(_("Gruppas balanse"))
ui.tell()
ui.group_balance(visitor)
