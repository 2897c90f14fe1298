"""The desk's own tool for what is on right now, such as a board to sort or a decision to write down."""

from importlib import import_module
from typing import Any, Literal

import streamlit as st

from helu.activities import ACTIVITIES
from helu.domain.phase import Phase
from helu.i18n import _
from helu.store.tables import Activity, Workshop
from helu.ui.turning import Turns

Picture = Literal["ready", "waiting", "none"]  # what showing it now would give; waiting: it may come


def work(workshop: Workshop, here: Activity | None) -> None:
    """Drawn by the module the kind names in `desk`: its `tool(workshop, activity)`."""
    if here is None or workshop.phase == Phase.ENDED or not ACTIVITIES[here.kind].desk:
        return
    with st.container(key="work"):
        _module(here).tool(workshop, here)


def turns_of(here: Activity | None) -> Turns | None:
    """What the module says in `turns(activity)`, when the wall shows one thing at a time."""
    said = getattr(_module(here), "turns", None) if here else None
    found: Turns | None = said(here) if said else None
    return found


def picture_of(here: Activity | None) -> Picture:
    """What the module says in `picture(activity)`; answers can be shown whenever one likes."""
    said = getattr(_module(here), "picture", None) if here else None
    found: Picture = said(here) if said else "ready"
    return found


def _module(here: Activity) -> Any:
    """None for a kind without a tool of its own."""
    desk = ACTIVITIES[here.kind].desk
    return import_module(f"helu.ui.work_{desk}") if desk else None


def no_group_hint(workshop: Workshop) -> None:
    """What to do about a gathering that was made without a group."""
    if workshop.group_id is None:
        st.caption(_("Samlingen kan få en gruppe under «Rediger»."))
