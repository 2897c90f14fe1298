"""The plan as a list of rows, on the steering page and in the editor."""

from collections.abc import Callable, Sequence
from typing import Any, Literal
from uuid import UUID

import streamlit as st

from helu.store.tables import Activity, AgendaItem
from helu.ui.words import plain

Plan = Sequence[Activity]


def plan_rows(
    items: Sequence[AgendaItem],
    plan: Plan,
    here: UUID | None,
    key: str,
    label: Callable[[Activity, str], str],
    passed: int = 0,
) -> Activity | None:
    """Draw it, and return the activity that was clicked. The first `passed` rows are over and drawn quietly."""
    clicked = None
    for item in items:
        clock = f"{item.start} · " if item.start else ""
        st.markdown(f"**{plain(clock + item.title)}**")
        for at, activity in enumerate(plan):
            if activity.item_id == item.id and _row(activity, at + 1, here, key, label, at < passed):
                clicked = activity
    return clicked


def _row(activity: Activity, number: int, here: UUID | None, key: str, label: Any, over: bool) -> bool:
    is_here = activity.id == here
    icon = ":material/visibility_off:" if activity.skipped else ":material/check:" if over and not is_here else None
    kind: Literal["primary", "tertiary"] = "primary" if is_here else "tertiary"
    with st.container(key=f"{'over' if over and not is_here else 'row'}-{activity.id}"):
        words = label(activity, f"{number}. {short(activity.title)}")
        return st.button(words, key=f"{key}-{activity.id}", type=kind, icon=icon, width="stretch")


def short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
