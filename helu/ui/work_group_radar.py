"""Beside the group's radar on the desk: the questions, one at a time, or why there is no radar."""

import streamlit as st

from helu.i18n import _
from helu.services.showing import settings_of
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.turning import Turns, turning
from helu.ui.words import plain
from helu.ui.work import no_group_hint


def tool(workshop: Workshop, activity: Activity) -> None:
    with reading() as db:
        settings = settings_of(activity, db)
    state = settings.state
    if state.now is None:
        st.info(plain(state.reason), icon=":material/info:")
        no_group_hint(workshop)
        return
    if settings.compare and state.before is None:
        st.caption(_("Gruppa har bare én runde ennå, så det er ingenting å sammenligne med."))
    turning(workshop, turns(activity))


def turns(activity: Activity) -> Turns | None:
    """The questions, when there is a radar to talk about."""
    with reading() as db:
        settings = settings_of(activity, db)
    if settings.questions != "one" or settings.state.now is None:
        return None
    return Turns(len(settings.state.talk.questions), _("Neste spørsmål"), _("Forrige spørsmål"))
