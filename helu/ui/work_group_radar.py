"""Beside the group's radar on the desk: what the wall shows of it, the questions one at a time, or why there is none."""

from typing import Any

import streamlit as st

from helu.activities.group_radar import State
from helu.i18n import _
from helu.services import editing
from helu.services.showing import settings_of
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
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
    _views(workshop, activity, settings, state)
    turning(workshop, turns(activity))


def turns(activity: Activity) -> Turns | None:
    """The questions, when there is a radar to talk about."""
    with reading() as db:
        settings = settings_of(activity, db)
    if settings.questions != "one" or settings.state.now is None:
        return None
    return Turns(len(settings.state.talk.questions), _("Neste spørsmål"), _("Forrige spørsmål"))


def _views(workshop: Workshop, activity: Activity, settings: Any, state: State) -> None:
    """The same choices as in the editor, at once: among pictures that are let out already."""
    grains = {"dimensions": _("Orienteringene"), "behaviours": _("Alle atferdene")}
    with st.container(key="radar-views", horizontal=True, vertical_alignment="center"):
        key = _kept_to(f"wall-show-{activity.id}", settings.show)
        show = st.segmented_control(
            _("Hva radaren viser"), list(grains), format_func=grains.__getitem__, key=key, label_visibility="collapsed",
            required=True, on_change=_clicked, args=(key,),
        )  # fmt: skip
        compare = settings.compare
        if state.before is not None:
            key = _kept_to(f"wall-compare-{activity.id}", settings.compare)
            compare = st.toggle(_("Sammen med forrige gang"), key=key, on_change=_clicked, args=(key,))
    if (show, compare) != (settings.show, settings.compare):
        chosen = {**activity.settings, "show": show, "compare": compare}
        do(editing.change, workshop, activity, activity.edition, {}, chosen)


def _clicked(key: str) -> None:
    st.session_state[f"{key}-clicked"] = True


def _kept_to(key: str, stored: Any) -> str:
    """The key of a switch that stands as stored, also when somebody else has turned it, unless it was clicked now."""
    if not st.session_state.pop(f"{key}-clicked", False):
        st.session_state[key] = stored
    return key
