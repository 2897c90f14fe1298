"""Links that each belong to one person: shown once, to copy, to download, and to send."""

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

import streamlit as st

from helu.i18n import _
from helu.ui.words import plain

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Format = Literal["csv", "xlsx"]


class Linked(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def token(self) -> str: ...


def link_files(people: Sequence[Linked], address: str, file: Callable[[Format], bytes], name: str, key: str) -> None:
    """All of them at once: as a file called `name`, or as text. A link is the address with the token after it."""
    kinds: tuple[tuple[Format, str, str], ...] = (
        ("xlsx", EXCEL, _("Last ned som Excel")),
        ("csv", "text/csv", _("Last ned som CSV")),
    )
    with st.container(horizontal=True):
        for format_, mime, label in kinds:
            st.download_button(
                label, file(format_), f"helu-{name}.{format_}", mime, key=f"{key}-{format_}", on_click="ignore",
                icon=":material/download:",
            )  # fmt: skip
        with st.popover(_("Kopier alle"), icon=":material/content_copy:"):
            st.code("\n".join(f"{each.name}\t{each.email}\t{address}{each.token}" for each in people), language=None)


def link_row(person: Linked, about: str, address: str, letter: str, key: str) -> None:
    """One person's, with what is worth knowing about them and an e-mail that is written already."""
    with st.container(key=f"card-{key}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{key}", gap=None):
            st.markdown(f"**{plain(person.name)}**")
            st.text(about)
        st.code(address + person.token, language=None, width="stretch")
        st.link_button(_("Skriv e-post"), letter)
