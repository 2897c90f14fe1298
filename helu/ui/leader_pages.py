"""The leader's own pages, each with where it stands, and the one thing that comes next."""

from datetime import timedelta
from pathlib import PurePath

import streamlit as st

from helu.i18n import _, day_of
from helu.services.access import Visitor
from helu.services.own_standing import Asked, Standing, standing
from helu.store.database import reading
from helu.store.rows import now
from helu.ui.words import plain

AGAIN = timedelta(days=182)  # what is wanted is asked six months ahead


def next_step(visitor: Visitor) -> None:
    """One button, or nothing: a self-assessment that waits has a button of its own."""
    with reading() as db:
        held = standing(db, visitor)
    if held.assessed is None or held.under_way:
        return
    if not held.plans:
        _onward("leader/radar.py", _("Se radaren, og velg det første du vil trene på"))
    elif not held.written:
        _onward("leader/plan.py", _("Skriv i loggen hvordan det gikk"))


def own_pages(visitor: Visitor) -> None:
    with reading() as db:
        held = standing(db, visitor)
    with st.container(key="own-pages"):
        _page("leader/radar.py", _("Min balanse"), ":material/radar:", _assessed(held))
        _page("leader/plan.py", _("Min plan"), ":material/flag:", _planned(held))
        _page("leader/feedback.py", _("Tilbakemelding fra andre"), ":material/forum:", _asked(held.asked))
        _page("leader/group.py", _("Gruppas balanse"), ":material/bar_chart:")
        _page("leader/platform.py", _("Vår plattform"), ":material/donut_large:")


def _onward(page: str, label: str) -> None:
    with st.container(key="steer-next"):
        st.page_link(page, label=label, icon=":material/arrow_forward:")


def _page(page: str, label: str, icon: str, said: str = "") -> None:
    with st.container(key=f"card-own-{PurePath(page).stem}", horizontal=True, vertical_alignment="center"):
        st.page_link(page, label=label, icon=icon)
        if said:
            st.caption(plain(said))


def _assessed(held: Standing) -> str:
    if held.assessed is None:
        return ""
    day = day_of(held.assessed, "medium")
    if now() - held.assessed > AGAIN:
        return _("Sist {day}. Det er et halvt år siden: se hva som har flyttet seg.", day=day)
    return _("Sist {day}", day=day)


def _planned(held: Standing) -> str:
    if held.practises_on:
        return _("Du trener neste gang {day}", day=day_of(held.practises_on, "yMMMEd"))
    return _("Du har en plan, uten flere dager i kalenderen") if held.unfinished_plans else ""


def _asked(asked: Asked | None) -> str:
    if asked is None:
        return ""
    if asked.closed_at:
        return _("Sist {day}", day=day_of(asked.closed_at, "medium"))
    if asked.invited is None:
        return _("Runden er ikke sendt ennå")
    if asked.answered > asked.invited:  # somebody who had answered was taken out
        return _("{answered} svar", answered=asked.answered)
    return _("{answered} av {invited} har svart", answered=asked.answered, invited=asked.invited)
