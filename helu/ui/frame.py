"""The pages there are, for whom, and how they look."""

from typing import Literal

import streamlit as st

from helu.i18n import _
from helu.services.access import Visitor
from helu.settings import PAGES


def sign() -> None:
    """Our mark; the style sheet came with the page itself."""
    st.logo(str(PAGES / "desk" / "logo.svg"), size="small")


def navigation(visitor: Visitor) -> st.Page:
    """What this person may open; hidden pages are reached from the others."""
    pages = _desk() if visitor.facilitates else []
    aside: Literal["hidden", "visible"] = "hidden" if visitor.facilitates else "visible"  # one way in from the radar
    pages += [
        st.Page(PAGES / "leader/home.py", title=_("Mine samlinger"), url_path="mine-samlinger", default=not pages),
        st.Page(PAGES / "leader/radar.py", title=_("Min balanse"), url_path="radar"),
        st.Page(PAGES / "leader/group.py", title=_("Gruppas balanse"), url_path="gruppas-balanse"),
        st.Page(PAGES / "leader/platform.py", title=_("Vår plattform"), url_path="var-plattform", visibility="hidden"),
        st.Page(PAGES / "leader/plan.py", title=_("Min plan"), url_path="min-plan", visibility=aside),
        st.Page(
            PAGES / "leader/feedback.py", title=_("Tilbakemelding fra andre"), url_path="fra-andre", visibility=aside
        ),
        st.Page(PAGES / "desk/account.py", title=_("Min konto"), url_path="konto"),
    ]
    return st.navigation(pages, position="top")


def _desk() -> list[st.Page]:
    # The default page lives at / and nowhere else, so it cannot be one that needs an address.
    return [
        st.Page(PAGES / "desk/gatherings.py", title=_("Samlinger"), default=True),
        st.Page(PAGES / "desk/platform.py", title=_("Plattformer"), url_path="plattform"),
        st.Page(PAGES / "desk/templates.py", title=_("Maler"), url_path="maler"),
        st.Page(PAGES / "desk/people.py", title=_("Personer"), url_path="personer"),
        st.Page(PAGES / "desk/run.py", title=_("Styr samlingen"), url_path="styr", visibility="hidden"),
        st.Page(PAGES / "desk/edit.py", title=_("Rediger samlingen"), url_path="rediger", visibility="hidden"),
        st.Page(PAGES / "desk/launch.py", title=_("Lansering"), url_path="lansering", visibility="hidden"),
        st.Page(PAGES / "desk/answers.py", title=_("Svar og filer"), url_path="svar", visibility="hidden"),
        st.Page(PAGES / "desk/poster.py", title=_("Formålsplakaten"), url_path="plakat", visibility="hidden"),
    ]
