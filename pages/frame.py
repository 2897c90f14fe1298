"""The frame around every desk page: who is looking, and which pages there are."""

import streamlit as st

from helu import ui

st.set_page_config(page_title="Helu", layout="wide", initial_sidebar_state="collapsed")

with ui.told_plainly():
    visitor = ui.require_login()
    ui.sign()
    page = ui.navigation(visitor)
    page.run()
