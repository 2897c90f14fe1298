"""The desk's tool where groups name the themes of a board: a click, and the theme is called that."""

from uuid import UUID

import streamlit as st

from helu.domain.board import Theme
from helu.i18n import _
from helu.services import access, board, board_names
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
from helu.ui.words import plain


def tool(workshop: Workshop, activity: Activity) -> None:
    """Nothing for rows that are not themes."""
    with reading() as db:
        for place in board_names.boards_of(activity):
            sorted_on = access.activity_in(db, workshop, UUID(place))
            names = board_names.suggested(db, sorted_on)
            for theme in board.read(db, sorted_on).themes:
                if names.get(theme.number):
                    st.markdown(f"**{plain(theme.name or _('Tema {number}', number=theme.number))}**")
                    name_buttons(workshop, sorted_on, theme, names[theme.number])


def name_buttons(workshop: Workshop, sorted_on: Activity, theme: Theme, names: list[str]) -> None:
    """What the groups would call it."""
    left = [name for name in names if name != theme.name]
    if left:
        st.caption(_("Gruppene foreslår"))
    for at, name in enumerate(left):
        if st.button(plain(name), key=f"name-{theme.number}-{at}", type="tertiary", icon=":material/edit:"):
            said = _("Temaet heter nå «{name}».", name=plain(name))
            do(board.rename, workshop, sorted_on, theme.number, name, said=said)
