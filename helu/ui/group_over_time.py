"""How a group develops from round to round."""

from collections.abc import Sequence

import streamlit as st

from helu.content.group_speech import called
from helu.i18n import ZONE, _
from helu.services.group_rounds import Picture
from helu.ui.launch_chart import day
from helu.ui.leader_development import over_time
from helu.ui.radar_words import MODEL, signed
from helu.ui.words import plain

ALL = "all"


def over_time_page(pictures: Sequence[Picture]) -> None:
    """`pictures` are the rounds that are shown, oldest first."""
    st.header(_("Utvikling over tid"), anchor=False)
    if not pictures:
        st.text(_("Her kommer utviklingen når gruppa har vist et bilde."))
        return
    if len(pictures) == 1:
        st.text(_("Gruppa har vist ett bilde. Ta en ny runde om noen måneder, så ser dere utviklingen her."))
    st.caption(_("Linja viser det dere svarte om nå. De åpne rutene er det dere ønsket dere den gangen."))
    over_time(_ids(), [day(each.on.astimezone(ZONE).date(), short=True) for each in pictures], pictures)
    people = " · ".join(f"{called(each.on, each.title)}: {each.people}" for each in pictures)
    st.caption(plain(_("Antall bak hvert bilde: {people}.", people=people)))


def _ids() -> list[str]:
    """The orientations, or the behaviours of one of them."""
    names = {ALL: _("Orienteringene"), **{each.id: plain(signed(each.id)) for each in MODEL.dimensions}}
    chosen = st.pills(
        _("Hva kurvene viser"), list(names), default=ALL, format_func=names.__getitem__, key="over-time-of", wrap=True,
        required=True,
    )  # fmt: skip
    inside = {each.id: [behaviour.id for behaviour in each.behaviours] for each in MODEL.dimensions}
    return inside.get(str(chosen)) or list(inside)
