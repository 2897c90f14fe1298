"""Beside a self-assessment for everybody on the desk: how many are with us, and why there is no picture when there is none."""

import streamlit as st

from helu.activities.self_assessment import State
from helu.errors import sentence
from helu.i18n import _
from helu.services.showing import settings_of
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.words import plain
from helu.ui.work import Picture, no_group_hint

EVERY = 4  # seconds: who hands in does so in a part of their own, which moves nothing on the desk


def tool(workshop: Workshop, activity: Activity) -> None:
    """Counts alone, kept fresh."""
    _counts(activity, picture(activity))
    no_group_hint(workshop)


def picture(activity: Activity) -> Picture:
    """Whether there is something to show now, or may be when more have handed in."""
    with reading() as db:
        return _picture(settings_of(activity, db).state)


def _picture(state: State) -> Picture:
    if state.handed_in is None:
        return "none"
    if state.seen or (state.handed_in >= state.floor and not state.shown):
        return "ready"
    return "waiting"


@st.fragment(run_every=EVERY)
def _counts(activity: Activity, drawn: Picture) -> None:
    """The whole desk is drawn again when the big button has become the right one."""
    with reading() as db:
        state = settings_of(activity, db).state
    if _picture(state) != drawn:
        st.rerun()
    if state.handed_in is None:
        st.info(plain(state.reason), icon=":material/info:")
        return
    about = {"count": state.handed_in, "members": state.members, "group": state.group}
    st.markdown(f"**{plain(_('{count} av {members} i {group} har levert.', **about))}**")
    st.caption(_(_way_on(state), floor=state.floor))
    st.caption(_("Ingen ser hvem som har levert, eller hva noen har svart."))


def _way_on(state: State) -> str:
    """What happens when the facilitator shows the picture, or why there is none yet."""
    if state.shown and state.seen:
        return sentence("Runden er lukket. De som leverer siden, kommer med når minst tre til har levert.")
    if state.shown:
        return sentence("Bildet vises når minst {floor} har levert. Trykk «Åpne igjen», vent på flere, og vis på nytt.")
    if state.handed_in and state.handed_in >= state.floor:
        return sentence("Når du viser bildet, lukkes runden. Vent til de fleste er ferdige.")
    return sentence("Det trengs minst {floor} for å vise bildet av gruppa.")
