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
            st.code(pasted(people, address), language=None)


def pasted(people: Sequence[Linked], address: str) -> str:
    """Lines to paste into a spreadsheet or a mail merge; without a column for e-mail when nobody has one."""
    any_email = any(each.email for each in people)
    return "\n".join(
        "\t".join([each.name, *([each.email] if any_email else []), address + each.token]) for each in people
    )


def link_row(person: Linked, about: str, address: str, letter: str, key: str) -> None:
    """One person's, with what is worth knowing about them and an e-mail that is written already."""
    with st.container(key=f"card-{key}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{key}", gap=None):
            st.markdown(f"**{plain(person.name)}**")
            st.text(about)
        st.code(address + person.token, language=None, width="stretch")
        letter_button(letter)


def letter_button(letter: str) -> None:
    """Nothing is sent from here: the visitor's own e-mail opens, with the text in it."""
    st.link_button(
        _("Send med e-post"), letter, icon=":material/mail:", help=_("Åpner e-posten din med teksten ferdig skrevet.")
    )
