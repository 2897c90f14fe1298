"""How a round of feedback is deleted for good, and what is said of backups afterwards."""

import streamlit as st

from helu.i18n import _
from helu.services import feedback
from helu.services.access import Visitor
from helu.store.rating_tables import Feedback
from helu.ui.deeds import do

GONE = "feedback-gone"


def removal(visitor: Visitor, held: Feedback) -> None:
    """A button that asks first."""
    if held.closed_at:
        label, lost = _("Slett runden"), _("Tallene og ordene fra runden blir borte for godt. Du kan ikke angre.")
    elif held.opened_at:
        label = _("Slett runden")
        lost = _("Svar som er kommet inn, blir borte for godt, og lenkene slutter å virke. Du kan ikke angre.")
    else:
        label, lost = _("Slett utkastet"), _("Lista over dem du ville spørre, blir borte.")
    with st.popover(label, icon=":material/delete:", type="tertiary"):
        st.text(lost)
        if held.opened_at:
            st.text(_("Sikkerhetskopier som er tatt før, holder på det til de slettes. Du får vite hvilke det er."))
        if st.button(_("Ja, slett for godt"), key=f"remove-{held.id}"):
            do(feedback.remove, visitor, held.id, said=_("Slettet."), then=_remember if held.opened_at else None)


def _remember(sentences: list[str]) -> None:
    st.session_state[GONE] = sentences


def told_gone() -> None:
    """Once."""
    for each in st.session_state.pop(GONE, []):
        st.text(each)
