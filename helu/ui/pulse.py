"""The three numbers, kept fresh by the desk's own stream; and a nudge when somebody else moved the gathering."""

from typing import Any

import streamlit as st

from helu.i18n import _
from helu.services.results import Numbers
from helu.settings import PAGES
from helu.store.tables import Workshop

FOLDER = PAGES / "desk"


def pulse(workshop: Workshop, numbers: Numbers) -> None:
    """Draw them. The page runs again by itself when the gathering has another version than was drawn."""
    _component()(
        key=f"pulse-{workshop.id}",
        data={
            "address": f"/storskjerm/{workshop.code}/puls",
            "version": workshop.version,
            "numbers": [numbers.joined, numbers.connected, numbers.answered],
            "words": [_("har blitt med"), _("er tilkoblet nå"), _("har svart")],
            "away": _("Kobler til igjen …"),
        },
        on_moved_change=lambda: None,
    )


@st.cache_resource
def _component() -> Any:
    return st.components.v2.component(
        "helu_pulse",
        html='<p class="pulse" role="status"></p>',
        css=(FOLDER / "pulse.css").read_text(encoding="utf-8"),
        js=(FOLDER / "pulse.js").read_text(encoding="utf-8"),
    )
