"""The head of the page for launching: which group's platform it is about, and the way back."""

from uuid import UUID

import streamlit as st

from helu.errors import NotFound
from helu.i18n import _
from helu.services import access, platforms, reminders
from helu.services.access import Visitor
from helu.store.database import reading, writing
from helu.store.platform_tables import Platform
from helu.ui.words import plain


def chosen_platform(visitor: Visitor) -> Platform:
    """The platform in the address bar, or the one of the gathering there. Raises NotFound, UnknownCode."""
    code, wanted = st.query_params.get("samling", ""), st.query_params.get("plattform", "")
    if wanted:
        with reading() as db:
            return platforms.for_change(db, visitor, _id(wanted))
    if not code:
        st.info(_("Velg en samling først."))
        st.page_link("desk/gatherings.py", label=_("Til samlingene"))
        st.stop()
    with reading() as db:
        workshop = access.workshop_for(db, visitor, code)
        known = platforms.known_of(db, workshop)
    if known:
        return known
    with writing() as db:
        made = platforms.of_workshop(db, workshop)
        db.commit()
        return made


def head(platform: Platform) -> None:
    with reading() as db:
        name = platforms.name_of(db, platform)
        entries = reminders.entries(db, platform, reminders.today())
        file = reminders.calendar(db, platform) if entries else b""
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        with st.container(key="names"):
            st.title(plain(_("Lansering: {group}", group=name)), anchor=False)
            st.caption(_("Det dere har lovet hverandre, hvem som skal høre om plattformen, og hvordan det går."))
        if entries:
            st.download_button(
                _("Kalenderfil ({count})", count=len(entries)),
                file,
                "helu-oppfolging.ics",
                "text/calendar",
                icon=":material/event:",
                help=_("Frister, puls og oppfølging de neste tolv månedene"),
                on_click="ignore",
            )
        st.page_link("desk/platform.py", label=_("Plattform"), query_params={"plattform": str(platform.id)})
        if code := st.query_params.get("samling", ""):
            with st.container(key="steer", width="content"):
                about = {"samling": code}
                st.page_link("desk/run.py", label=_("Til styringen"), icon=":material/arrow_back:", query_params=about)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
