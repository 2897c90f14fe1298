"""Samlinger: the ones there are, and a new one from a template."""

import streamlit as st

from helu import ui
from helu.i18n import LANGUAGES, _
from helu.services import editing, gatherings

visitor = ui.require_facilitator()
st.title(_("Samlinger"))
ui.tell()
ui.undo(editing.UNDO.total_seconds())
ui.warn_about_plain_http()

with ui.reading() as db:
    found = gatherings.listed_for(db, visitor)
    templates = gatherings.templates_for(db, visitor.organisation_id)
    groups = gatherings.groups_in(db, visitor)

with st.expander(_("Lag en ny samling"), expanded=not found, icon=":material/add:"):
    chosen = st.radio(
        _("Mal"),
        list(templates),
        format_func=lambda name: templates[name].title.in_language(visitor.language)[0],
        captions=[ui.plain(each.summary.in_language(visitor.language)[0]) for each in templates.values()],
    )
    left, middle, right = st.columns([3, 1, 2])
    title = left.text_input(_("Tittel (kan stå tom)"), max_chars=200)
    language = middle.selectbox(_("Språk i samlingen"), list(LANGUAGES), format_func=LANGUAGES.__getitem__)
    with right:
        group = ui.group_choice(groups)
    with st.container(horizontal=True, vertical_alignment="center", key="make"):
        wanted = st.button(_("Lag samlingen"), type="primary", key="make-it")
        ui.warn_about_no_group(templates[chosen], group)
    if wanted:
        ui.make_gathering(visitor, chosen, language, title, group)

for each in found:
    ui.gathering_card(each, visitor)
if not found:
    st.info(_("Her er det ingen samlinger ennå. Velg en mal over, så er du i gang på et halvt minutt."))
