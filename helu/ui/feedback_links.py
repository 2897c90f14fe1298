"""The personal links of a round of feedback. They are known when they are made and never again."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from helu.content.feedback_speech import cell_called
from helu.i18n import _
from helu.services import feedback_letters
from helu.services.access import Visitor
from helu.services.feedback import Invited
from helu.store.rating_tables import Feedback
from helu.ui.personal_links import link_files, link_row
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
        link_files(
            links,
            home(),
            lambda format_: feedback_letters.as_file(links, home(), format_),
            _("tilbakemelding"),
            "links",
        )
        for at, each in enumerate(links):
            _link_row(visitor, held, each, at)
        if st.button(_("Jeg har tatt vare på lenkene"), key="links-done"):
            st.session_state.pop(key)
            st.rerun()


def _link_row(visitor: Visitor, held: Feedback, person: Invited, at: int) -> None:
    about = " · ".join(filter(None, (cell_called(person.role), person.email)))
    link_row(person, about, home(), feedback_letters.letter(visitor, held, person, home()), f"link-{at}")
