"""One's own account."""

from typing import Any

import streamlit as st

from helu.errors import WeakPassword
from helu.i18n import _
from helu.services import accounts, logins, passwords
from helu.services.access import Visitor
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.visitor import token


def change_password(visitor: Visitor, old: str, new: str, again: str) -> None:
    """bcrypt takes a quarter of a second: everything slow is done before the database is held."""
    if new != again:
        raise WeakPassword(accounts.DIFFERENT)
    with reading() as db:
        kept = accounts.kept_password(db, visitor)
    right = passwords.matches(old[:1000], kept)
    fresh = accounts.password_for(visitor.email, visitor.name, new) if right else ""
    do(accounts.change_password, visitor, right, fresh, said=_("Passordet er byttet."))


def organisation_choice(visitor: Visitor) -> None:
    """For those who work in more than one."""
    with reading() as db:
        mine = {each.id: each.name for each in logins.organisations_of(db, visitor)}
    if len(mine) < 2:
        return
    chosen = st.selectbox(
        _("Organisasjon"), list(mine), list(mine).index(visitor.organisation_id), format_func=mine.__getitem__
    )
    if chosen != visitor.organisation_id:
        do(logins.switch_organisation, token(), visitor, chosen)


def log_out_button() -> None:
    """The login's row goes here; the cookie is worthless without it."""
    if st.button(_("Logg ut"), icon=":material/logout:"):
        do(logins.log_out, token())


def speak_page(language: str) -> None:
    """The page says in its first line what language it is in: a new one takes a new page."""
    _speaker()(key="language", data={"language": language})


@st.cache_resource
def _speaker() -> Any:
    script = "export default ({ data }) => { if (document.documentElement.lang !== data.language) location.reload(); };"
    return st.components.v2.component("helu_language", js=script)
