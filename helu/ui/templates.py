"""What templates are shown with."""

import streamlit as st

from helu.activities import ACTIVITIES
from helu.content import library
from helu.content.template import Template
from helu.i18n import _
from helu.services import gatherings
from helu.services.access import Visitor
from helu.ui.deeds import do
from helu.ui.words import plain


def content_problems() -> None:
    """Files in data/ that do not hold: named, while the rest of Helu works."""
    for problem in library.problems():
        st.warning(plain(str(problem)))


def template_view(template: Template, language: str) -> None:
    st.text(template.summary.in_language(language)[0])
    for item in template.items:
        clock = f"{item.start} · " if item.start else ""
        minutes = _("{minutes} min", minutes=item.minutes) if item.minutes else ""
        st.markdown(f"**{plain(clock + item.title.in_language(language)[0])}** {minutes}")
        for activity in item.activities:
            st.caption(plain(f"– {activity.title.in_language(language)[0]} ({_(ACTIVITIES[activity.kind].title)})"))


def own_template_buttons(visitor: Visitor, name: str, text: str) -> None:
    with st.container(horizontal=True):
        st.download_button(_("Last ned filen"), text, file_name=f"{name}.yaml", key=f"download-{name}")
        with st.popover(_("Slett malen"), width="content", type="tertiary"):
            st.caption(_("Samlinger som er laget av den, beholdes."))
            if st.button(_("Slett malen"), key=f"remove-{name}"):
                do(gatherings.remove_template, visitor, name, said=_("Malen er slettet."))
