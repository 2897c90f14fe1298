"""Do something on the desk, and show the page as it is afterwards.

Buttons are read while the page is drawn from top to bottom, so after a deed the page is run once
more. What the person saw when they clicked travels along: a deed on something that has moved
since is refused with a sentence instead of overwriting.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from helu.errors import HeluError
from helu.i18n import _
from helu.services import access
from helu.store.database import reading, writing
from helu.store.tables import Workshop
from helu.ui.visitor import require_facilitator

Deed = Callable[..., Any]


def chosen_workshop() -> Workshop:
    """The gathering in the address bar, if it is one of the visitor's organisation's."""
    visitor = require_facilitator()
    code = st.query_params.get("samling", "")
    if not code:
        st.info(_("Velg en samling først."))
        st.page_link("desk/gatherings.py", label=_("Til samlingene"))
        st.stop()
    with reading() as db:
        return access.workshop_for(db, visitor, code)


def do(deed: Deed, *about: Any, said: str = "", **more: Any) -> None:
    """Run a deed with a session of its own, remember what to say about it, and run the page again."""
    try:
        with writing() as db:
            outcome = deed(db, *about, **more)
    except HeluError as problem:
        st.session_state["told"] = ("error", str(problem))
    else:
        if said:
            st.session_state["told"] = ("success", said)
        st.session_state["outcome"] = outcome
    st.rerun()


def tell() -> None:
    """Say, once, what became of the latest deed."""
    kind, words = st.session_state.pop("told", ("", ""))
    if words:
        {"error": st.error, "success": st.success}[kind](words)


def outcome() -> Any:
    """What the latest deed returned, once."""
    return st.session_state.pop("outcome", None)


def seen(workshop: Workshop) -> int:
    """The version the person saw when they clicked; the one that is drawn now is remembered for next time."""
    name = f"seen-{workshop.id}"
    before = st.session_state.get(name, workshop.version)
    st.session_state[name] = workshop.version
    return before


def offer_undo(name: str, label: str, deed: Deed, *about: Any) -> None:
    """Remember how to take back what was just done; drawn by `undo`."""
    from time import monotonic

    st.session_state["undo"] = (name, label, monotonic(), deed, about)


def undo(seconds: float) -> None:
    """For so many seconds a button that takes back what was done."""
    from time import monotonic

    if "undo" not in st.session_state:
        return
    name, label, when, deed, about = st.session_state["undo"]
    if monotonic() - when > seconds:
        del st.session_state["undo"]
        return
    words, button = st.columns([4, 1], vertical_alignment="center")
    words.warning(label)
    if button.button(_("Angre"), key=f"undo-{name}", width="stretch"):
        del st.session_state["undo"]
        do(deed, *about, said=_("Det er tilbake."))
