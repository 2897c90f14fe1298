"""The personal links of a round of feedback. They are known when they are made and never again."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

import streamlit as st

from helu.content.feedback_speech import cell_called
from helu.i18n import _
from helu.services import feedback_letters
from helu.services.access import Visitor
from helu.services.feedback import Invited
from helu.store.rating_tables import Feedback
from helu.ui.inviting import EXCEL
from helu.ui.words import plain
from helu.web import address


def home() -> str:
    """What every link begins with."""
    return f"{address.public_url()}/tilbakemelding/"


def remember_all(feedback_id: UUID, links: Sequence[Invited]) -> None:
    """A new link for somebody takes the place of the one that died."""
    key = f"links-{feedback_id}"
    fresh = {(each.name, each.email, each.role) for each in links}
    before = [each for each in st.session_state.get(key, []) if (each.name, each.email, each.role) not in fresh]
    st.session_state[key] = [*links, *before]


def links_once(visitor: Visitor, held: Feedback) -> None:
    """All the links just made, until the leader puts them away."""
    key = f"links-{held.id}"
    links: list[Invited] = st.session_state.get(key, [])
    if not links:
        return
    with st.container(key="feedback-links", border=True):
        st.warning(
            _(
                "Send hver av dem lenken sin nå. Lenkene lagres ikke, og vises ikke igjen. Mister du en, kan du lage en ny."
            )
        )
        _files(links)
        for at, each in enumerate(links):
            _link_row(visitor, held, each, at)
        if st.button(_("Jeg har tatt vare på lenkene"), key="links-done"):
            st.session_state.pop(key)
            st.rerun()


def _files(links: Sequence[Invited]) -> None:
    kinds: tuple[tuple[Literal["csv", "xlsx"], str, str], ...] = (
        ("xlsx", EXCEL, _("Last ned som Excel")),
        ("csv", "text/csv", _("Last ned som CSV")),
    )
    with st.container(horizontal=True):
        for format_, mime, label in kinds:
            data = feedback_letters.as_file(links, home(), format_)
            st.download_button(
                label, data, f"helu-{_('tilbakemelding')}.{format_}", mime, key=f"links-{format_}", on_click="ignore",
                icon=":material/download:",
            )  # fmt: skip
        with st.popover(_("Kopier alle"), icon=":material/content_copy:"):
            st.code("\n".join(f"{each.name}\t{each.email}\t{home()}{each.token}" for each in links), language=None)


def _link_row(visitor: Visitor, held: Feedback, person: Invited, at: int) -> None:
    with st.container(key=f"card-link-{at}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-link-{at}", gap=None):
            st.markdown(f"**{plain(person.name)}**")
            st.text(" · ".join(filter(None, (cell_called(person.role), person.email))))
        st.code(home() + person.token, language=None, width="stretch")
        st.link_button(_("Skriv e-post"), feedback_letters.letter(visitor, held, person, home()))
