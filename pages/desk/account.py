"""Min konto: name, language, password, organisation, and out."""

import streamlit as st

from helu import ui
from helu.i18n import LANGUAGES, _
from helu.services import accounts

visitor = ui.require_login()
st.title(_("Min konto"))
ui.tell()
st.caption(ui.plain(f"{visitor.email} · {ui.role_words(visitor.role)} · {visitor.organisation}"))

with st.form("self"):
    name = st.text_input(_("Navn"), visitor.name, max_chars=120)
    language = st.selectbox(
        _("Språk"), list(LANGUAGES), list(LANGUAGES).index(visitor.language), format_func=LANGUAGES.get
    )
    if st.form_submit_button(_("Lagre"), type="primary"):
        ui.do(accounts.change_self, visitor, name, language, said=_("Lagret."))

ui.organisation_choice(visitor)

with st.form("password", clear_on_submit=True):
    st.subheader(_("Nytt passord"))
    old = st.text_input(_("Passordet du har nå"), type="password", autocomplete="current-password")
    new = st.text_input(_("Nytt passord, minst 12 tegn"), type="password", autocomplete="new-password")
    again = st.text_input(_("Passordet en gang til"), type="password", autocomplete="new-password")
    st.caption(_("Når passordet er byttet, må du logge inn på nytt på alle maskiner."))
    if st.form_submit_button(_("Bytt passord")):
        ui.change_password(visitor, old, new, again)

ui.log_out_button()
