"""Who is looking at the page, asked anew in every run.

The gate has let the browser in, but a websocket may outlive the login it came with.
"""

from typing import Any

import streamlit as st

from helu.i18n import _, speak
from helu.services import logins
from helu.services.access import Visitor
from helu.services.access import require_facilitator as _require_facilitator
from helu.services.access import require_owner as _require_owner
from helu.store.database import reading
from helu.web.cookies import LOGIN


def require_login() -> Visitor:
    """The logged-in person, spoken to in their language; draws nothing more for anybody else."""
    with reading() as db:
        visitor = logins.who(db, token())
        worn = None if visitor else logins.worn(db, token())
    if visitor is None:
        st.info(
            _("Vi sjekker at du fortsatt er logget inn hos «{name}».", name=worn.name)
            if worn
            else _("Du er logget ut.")
        )
        if worn:
            _opener()()  # the gate sends the page by the provider and back
        st.link_button(_("Logg inn"), "/logg-inn")
        st.stop()
    speak(visitor.language)
    return visitor


def require_facilitator() -> Visitor:
    visitor = require_login()
    _require_facilitator(visitor)
    return visitor


def require_owner() -> Visitor:
    visitor = require_login()
    _require_owner(visitor)
    return visitor


@st.cache_resource
def _opener() -> Any:
    """Opens the page anew, as somebody who presses F5."""
    return st.components.v2.component("helu_again", js="export default () => { location.reload(); };")


def token() -> str:
    """From the websocket's handshake; only the database knows whether it still counts."""
    cookies = st.context.cookies
    return cookies.get(f"__Host-{LOGIN}", "") or cookies.get(LOGIN, "")
