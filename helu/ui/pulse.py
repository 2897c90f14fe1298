"""What moves on the desk without the page being drawn again, and hands that shake.

The three numbers and the clock are kept fresh by the desk's own stream, which also nudges the page
when somebody else moved the gathering.
"""

from typing import Any

import streamlit as st

from helu.i18n import _
from helu.services.results import Numbers
from helu.services.showing import asks
from helu.settings import PAGES
from helu.store.rows import now
from helu.store.tables import Activity, Workshop

FOLDER = PAGES / "desk"


def pulse(workshop: Workshop, numbers: Numbers, here: Activity | None) -> None:
    """Draw them. The page runs again by itself when the gathering has another version than was drawn."""
    words = [_("har blitt med"), _("er tilkoblet nå")]
    if here is None or asks(here):  # nobody answers what is only read, or answered elsewhere
        words.append(_("har svart"))
    _pulse()(
        key=f"pulse-{workshop.id}",
        data={
            "address": f"/storskjerm/{workshop.code}/puls",
            "version": workshop.version,
            "numbers": [numbers.joined, numbers.connected, numbers.answered],
            "words": words,
            "away": _("Kobler til igjen …"),
            "left": seconds_left(workshop),
            "runs": workshop.timer_ends_at is not None,
            "clock": _("igjen på klokka"),
        },
        on_moved_change=lambda: None,
    )


def seconds_left(workshop: Workshop) -> float | None:
    """On the gathering's clock, whether it runs or stands; None without one."""
    if workshop.timer_ends_at:
        return (workshop.timer_ends_at - now()).total_seconds()
    return workshop.timer_left


def steady_hand(row: str) -> None:
    """One move for a double click or a held key, and this row of the plan in view."""
    _hand()(key="hand", data={"row": row})


@st.cache_resource
def _pulse() -> Any:
    return st.components.v2.component(
        "helu_pulse",
        html='<p class="pulse" role="status"></p>',
        css=(FOLDER / "pulse.css").read_text(encoding="utf-8"),
        js=(FOLDER / "pulse.js").read_text(encoding="utf-8"),
    )


@st.cache_resource
def _hand() -> Any:
    return st.components.v2.component("helu_hand", js=(FOLDER / "hand.js").read_text(encoding="utf-8"))
