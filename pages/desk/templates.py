"""Maler: what a gathering can be made from, and a file of one's own."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import gatherings

visitor = ui.require_facilitator()
st.title(_("Maler"))
ui.tell()
ui.content_problems()

with ui.reading() as db:
    templates = gatherings.templates_for(db, visitor.organisation_id)
    own = gatherings.own_templates(db, visitor)

for name, template in templates.items():
    with st.expander(ui.plain(template.title.in_language(visitor.language)[0])):
        ui.template_view(template, visitor.language)
        if name in own:
            ui.own_template_buttons(visitor, name, own[name])

st.header(_("Last opp en mal"))
st.text(_("En YAML-fil som de i data/templates. Du får beskjed om linje og sted hvis noe ikke stemmer."))
file = st.file_uploader(_("Malfil"), type=["yaml", "yml"], key="template-file")
if file and st.button(_("Lagre malen"), type="primary"):
    ui.do(gatherings.upload_template, visitor, file.getvalue(), said=_("Malen er lagret."))
