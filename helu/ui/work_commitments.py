"""Beside a commitment activity on the desk: what has been promised, with the status the facilitator can set."""

from typing import Any

import streamlit as st

from helu.domain.follow_up import Commitment
from helu.i18n import _
from helu.services import commitments, platforms
from helu.services.showing import settings_of
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui import launch_commitments
from helu.ui.visitor import require_facilitator

HIGH = 220  # pixels: the rest of the desk stays where it is


def tool(workshop: Workshop, activity: Activity) -> None:
    visitor = require_facilitator()
    with reading() as db:
        platform = platforms.known_of(db, workshop)
        found = _about(db, workshop, activity)
    with st.container(key="promises-head", horizontal=True, vertical_alignment="center"):
        st.caption(launch_commitments.counted(found) if found else _("Ingen forpliktelser ennå."), width="stretch")
        st.page_link("desk/launch.py", label=_("Lansering og oppfølging"), query_params={"samling": workshop.code})
    if found and platform:
        with st.container(height=HIGH, border=False, key="promises"):
            for each in found:
                launch_commitments.row(visitor, platform, each, with_note=False)


def _about(db: Any, workshop: Workshop, activity: Activity) -> list[Commitment]:
    """What an activity looks back on, or what is being promised in it now."""
    state = settings_of(activity, db).state
    if state is not None:
        return list(state.commitments)
    return [each for each in commitments.of_workshop(db, workshop) if each.activity == str(activity.id)]
