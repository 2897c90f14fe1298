"""What the wall shows one at a time: forward and back from the desk."""

from dataclasses import dataclass

import streamlit as st

from helu.i18n import _
from helu.services import running
from helu.store.tables import Workshop
from helu.ui.deeds import do


@dataclass(frozen=True)
class Turns:
    """So many to show after one another, and what the ways on and back are called."""

    count: int
    forward: str
    back: str

    def at(self, workshop: Workshop) -> int:
        return workshop.round % self.count if self.count else 0

    def more(self, workshop: Workshop) -> bool:
        """Whether there is one that has not had its turn: until then the big button goes on to it."""
        return self.at(workshop) + 1 < self.count


def turning(workshop: Workshop, turns: Turns | None) -> None:
    """How far the room has come, and the way back. Nothing when there is only one."""
    if turns is None or turns.count < 2:
        return
    at = turns.at(workshop)
    with st.container(key="turning", horizontal=True, vertical_alignment="center"):
        if st.button(turns.back, key="turn-back", icon=":material/arrow_back:", disabled=at == 0):
            do(running.turn, workshop, at - 1, workshop.version)
        st.caption(_("{at} av {of}", at=at + 1, of=turns.count))


def turn_button(workshop: Workshop, turns: Turns, seen: int) -> None:
    """The next right action as long as there are more."""
    if st.button(turns.forward, key="turn-on", type="primary", width="stretch", shortcut="Space"):
        do(running.turn, workshop, turns.at(workshop) + 1, seen)
