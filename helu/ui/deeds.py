"""Do something on the desk, and show the page as it is afterwards.

Buttons are read while the page is drawn from top to bottom, so after a deed the page is run once
more. What the person saw when they clicked travels along: a deed on something that has moved
since is refused with a sentence instead of overwriting.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

import streamlit as st

from helu.errors import HeluError
from helu.i18n import _
from helu.services import access
from helu.store.database import reading, writing
from helu.store.tables import Workshop
from helu.ui.visitor import require_facilitator

Deed = Callable[..., Any]


@dataclass(frozen=True)
class Undo:
    """How to take back a deed: what to say that was done, and the deed that brings it back."""

    label: str
    deed: Deed
    about: tuple[Any, ...]


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


def do(
    deed: Deed,
    *about: Any,
    said: str = "",
    then: Callable[[Any], None] | None = None,
    undo: Undo | None = None,
    **more: Any,
) -> None:
    """Run a deed with a session of its own, remember what to say about it, and run the page again.

    `then` is told what the deed returned, and `undo` is offered, when the deed was done.
    """
    try:
        with writing() as db:
            outcome = deed(db, *about, **more)
            if then:
                then(outcome)
    except HeluError as problem:
        st.session_state["told"] = ("error", str(problem))
    else:
        if said:
            st.session_state["told"] = ("success", said)
        if undo:
            st.session_state["undo"] = (undo, monotonic())
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


def undo(seconds: float) -> None:
    """For so many seconds a button that takes back what was done; a click in the last moment still counts."""
    if "undo" not in st.session_state:
        return
    offered, when = st.session_state["undo"]
    key = f"undo-{when}"
    if monotonic() - when > seconds and not st.session_state.get(key):
        del st.session_state["undo"]
        return
    with st.container(key="undo", horizontal=True, vertical_alignment="center"):
        st.markdown(offered.label, width="stretch")
        if st.button(_("Angre"), key=key, icon=":material/undo:", type="primary"):
            del st.session_state["undo"]
            do(offered.deed, *offered.about, said=_("Det er tilbake."))
