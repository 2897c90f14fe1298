"""Mine samlinger: the gatherings of the groups one is in."""

import streamlit as st

from helu import ui
from helu.i18n import _
from helu.services import groups

visitor = ui.require_login()
st.title(_("Mine samlinger"))
ui.first_step(visitor)
ui.next_step(visitor)
ui.asked_for(visitor)
with ui.reading() as db:
    found = groups.gatherings_of(db, visitor)

for group, workshop in found:
    ui.own_gathering(group, workshop)
if not found:
    st.info(_("Gruppa di har ingen samling ennå. Har du fått en kode, kommer du inn med den."))
st.link_button(_("Bli med i en samling med kode"), "/delta")
ui.own_pages(visitor)
