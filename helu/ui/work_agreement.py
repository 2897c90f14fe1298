"""On the desk while the room weighs a text: what its agreement amounts to, and one round more."""

import streamlit as st

from helu.activities import ACTIVITIES
from helu.activities.agreement import Agreement
from helu.domain.phase import Phase
from helu.i18n import _
from helu.services import earlier, results, showing
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
from helu.ui.words import plain


def tool(workshop: Workshop, activity: Activity) -> None:
    if workshop.phase == Phase.OPEN:
        st.caption(_("Svarene er skjult til du viser dem, også her."))
        return
    picture = _picture(activity)
    if picture.withheld:
        st.caption(plain(picture.withheld))
    for row in picture.rows:
        with st.container(key=f"standing-{activity.id}-{row.key}", gap=None):
            st.text(row.label)
            st.markdown(f"**{plain(row.said)}**")
            if row.shift:
                st.caption(plain(row.shift))
    help_ = _("Samme forslag en gang til, rett etter denne. Storskjermen viser hva som har flyttet seg.")
    if picture.rows and st.button(_("Ny runde"), key="another-round", icon=":material/replay:", help=help_):
        do(earlier.another_round, workshop, activity.id, workshop.version)


def _picture(activity: Activity) -> Agreement:
    with reading() as db:
        settings = showing.settings_of(activity, db)
        answers = results.answers_to(db, activity)
    made = ACTIVITIES[activity.kind].picture(settings, answers)
    assert isinstance(made, Agreement)
    return made
