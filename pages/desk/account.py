"""Min konto: name, language, password, organisation, and out."""

import streamlit as st

from helu import ui
from helu.i18n import LANGUAGES, _
from helu.services import accounts

visitor = ui.require_login()
with st.container(key="head", horizontal=True, vertical_alignment="center"):
    with st.container(key="names"):
        st.title(_("Min konto"), anchor=False)
        st.text(f"{visitor.email} · {ui.role_words(visitor.role)} · {visitor.organisation}")
    ui.log_out_button()
ui.tell()
ui.speak_page(visitor.language)

about, secret = st.columns(2, gap="medium")
with about, st.form("self"):
    st.header(_("Om deg"), anchor=False)
    name = st.text_input(_("Navn"), visitor.name, max_chars=120)
    language = st.selectbox(
        _("Språk"), list(LANGUAGES), list(LANGUAGES).index(visitor.language), format_func=LANGUAGES.__getitem__
    )
    if st.form_submit_button(_("Lagre"), type="primary"):
        ui.do(accounts.change_self, visitor, name, language, said=_("Lagret."))
with about:
    ui.organisation_choice(visitor)

if visitor.signed_on:
    secret.text(_("Du logger inn med organisasjonens egen innlogging. Passordet bytter du der."))
    st.stop()
with secret, st.form("password", clear_on_submit=True):
    st.header(_("Nytt passord"), anchor=False)
    old = st.text_input(_("Passordet du har nå"), type="password", autocomplete="current-password")
    new = st.text_input(_("Nytt passord, minst 12 tegn"), type="password", autocomplete="new-password")
    again = st.text_input(_("Passordet en gang til"), type="password", autocomplete="new-password")
    st.caption(_("Når passordet er byttet, må du logge inn på nytt på alle maskiner."))
    if st.form_submit_button(_("Bytt passord")):
        ui.change_password(visitor, old, new, again)
