"""The leader's own report as files: on paper, and with the figures in a workbook."""

from functools import partial

import streamlit as st

from helu.errors import sentence
from helu.i18n import LANGUAGES, _, language, speaking
from helu.services import plans, profile_report
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.profile_tables import ActionPlan
from helu.ui.leader_plan import day_words

OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    ("pdf", "application/pdf", sentence("PDF, 2–4 sider"), ":material/picture_as_pdf:"),  # but see `report_downloads`
    ("xlsx", f"{OFFICE}.spreadsheetml.sheet", sentence("Regneark (Excel)"), ":material/table_chart:"),
)


def report_downloads(visitor: Visitor) -> None:
    """A choice of language and a button for each format. Nothing is printed before the leader asks for it."""
    with reading() as db:
        something = profile_report.is_something(db, visitor)
        words = profile_report.has_words(db, visitor)
    if not something:
        st.info(_("Her blir det en rapport når du har svart på påstandene eller laget en plan."))
        return
    st.text(
        _("Radaren, tallene, ordene, spørsmål til refleksjon, planene og loggen din. Filen er din: del den om du vil.")
    )
    if words:
        st.text(_("Det andre har skrevet til deg med egne ord, står sist i filen. Tenk over det før du deler den."))
    spoken = st.segmented_control(
        _("Språk i rapporten"),
        list(LANGUAGES),
        default=language(),
        format_func=LANGUAGES.__getitem__,
        key="report-language",
    )
    wanted = spoken or language()
    with st.container(horizontal=True):
        for format_, kind, label, icon in FILES:
            st.download_button(
                "PDF" if words and format_ == "pdf" else _(label),  # own words take the pages they take
                data=partial(_file, visitor, format_, wanted),
                file_name=_name(format_, wanted),
                mime=kind,
                icon=icon,
                key=f"report-{format_}",
                on_click="ignore",
            )


def reminder_download(visitor: Visitor, plan: ActionPlan) -> None:
    """The days to practise as a calendar file."""
    coming = plans.reminders(plan)
    if not coming:
        st.caption(_("Legg til dager under spørsmål 4, så kan du få dem inn i kalenderen din."))
        return
    st.download_button(
        _("Kalenderfil ({count})", count=len(coming)),
        data=partial(_calendar, visitor, plan),
        file_name="helu-trening.ics",
        mime="text/calendar",
        icon=":material/event:",
        key=f"calendar-{plan.id}",
        on_click="ignore",
    )
    shown = _("{days}. I kalenderen står det bare «Tid til å trene», ikke hva.", days=day_words(coming[:6]))
    st.caption(f"{shown} {_('Du får en påminnelse klokka 15 dagen før.')}")


def _name(format_: str, wanted: str) -> str:
    with speaking(wanted):
        return f"{_('lederprofil')}.{format_}"


def _file(visitor: Visitor, format_: str, wanted: str) -> bytes:
    with reading() as db:
        return profile_report.file(db, visitor, format_, wanted)


def _calendar(visitor: Visitor, plan: ActionPlan) -> bytes:
    with reading() as db:
        return plans.calendar(db, visitor, plan.id)
