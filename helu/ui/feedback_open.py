"""A round of feedback that is open: how many have answered, more people, a reminder, and closing it."""

from collections.abc import Sequence

import streamlit as st

from helu.content.feedback_speech import cell_called, roles_listed
from helu.domain.release import OTHERS
from helu.i18n import _, day_of
from helu.services import feedback, feedback_letters, feedback_results, feedback_sight
from helu.services.access import Visitor
from helu.services.feedback import ROLES, Progress
from helu.store.database import reading
from helu.store.rating_tables import Feedback, Respondent
from helu.ui.deeds import do
from helu.ui.feedback_links import links_once, remember_all
from helu.ui.feedback_people import adding, asked_row
from helu.ui.feedback_removal import removal
from helu.ui.words import plain


def open_page(visitor: Visitor, held: Feedback) -> None:
    with reading() as db:
        progress = feedback.progress(db, visitor, held.id)
        people = feedback.respondents(db, visitor, held.id)
    links_once(visitor, held)
    counts, closing = st.columns([7, 5], gap="large")
    with counts:
        st.header(_("Svar til nå"), anchor=False)
        counted(held, progress)
        _reminding(visitor)
        _more(visitor, held)
        _asked(visitor, held, people)
    with closing:
        _closing(visitor, held, progress)
        removal(visitor, held)


def counted(held: Feedback, progress: Progress) -> None:
    """Counts alone, for each group of people that is counted together."""
    for cell in dict.fromkeys(each.cell for each in progress.roles):
        roles = [each.role for each in progress.roles if each.cell == cell]
        invited = sum(each.invited for each in progress.roles if each.cell == cell)
        answered = progress.answered.get(cell, 0)
        name = roles_listed(roles) if cell == OTHERS else cell_called(cell)
        with st.container(key=f"card-count-{cell}", horizontal=True, vertical_alignment="center"):
            with st.container(key=f"names-count-{cell}", gap=None):
                st.markdown(f"**{plain(name[:1].upper() + name[1:])}**")
            if answered > invited:  # somebody who had answered was taken out
                st.markdown(_("{answered} svar", answered=answered))
            else:
                st.markdown(f"**{answered}** {_('av {invited}', invited=invited)}")
    st.caption(_("Du ser hvor mange som har svart, ikke hvem. Oppdater siden for å se nye svar."))


def _reminding(visitor: Visitor) -> None:
    with st.popover(_("Påminnelse til alle"), icon=":material/notifications:"):
        st.text(_("Kopier teksten og send den til alle du har spurt. De finner lenken i den første meldingen fra deg."))
        st.code(feedback_letters.reminder(visitor), language=None, wrap_lines=True)


def _more(visitor: Visitor, held: Feedback) -> None:
    with st.expander(_("Spør flere"), icon=":material/person_add:"):
        role = st.selectbox(_("Rolle"), ROLES, 1, format_func=cell_called, key=f"more-{held.id}")
        if held.cells.get(role) in held.alone:
            st.caption(_("Svaret vises for seg, og det står på siden før lederen din svarer."))
        elif held.cells.get(role, OTHERS) == OTHERS:
            st.caption(_("De som kommer til her, telles sammen med andre: det lå fast da runden ble åpnet."))
        adding(visitor, held, role, lambda links: remember_all(held.id, links))


def _asked(visitor: Visitor, held: Feedback, people: Sequence[Respondent]) -> None:
    with st.expander(_("De du har spurt ({count})", count=len(people)), icon=":material/group:"):
        for role in ROLES:
            here = [each for each in people if each.role == role]
            if here:
                st.markdown(f"**{plain(cell_called(role))}**")
            for each in here:
                asked_row(visitor, held, each, lambda invited: remember_all(held.id, [invited]))


def _closing(visitor: Visitor, held: Feedback, progress: Progress) -> None:
    st.header(_("Lukk og se resultatet"), anchor=False)
    found = feedback_sight.closing(held, progress)
    st.text(_("Åpnet {day}. Lukkes runden nå:", day=day_of(held.opened_at)) if held.opened_at else "")
    lines = [
        _("{name}: vises ({count} svar)", name=_("Talt sammen") if cell == OTHERS else cell_called(cell), count=n)
        for cell, n in found.shown.items()
    ]
    if found.hidden:
        lines.append(_("{count} svar vises ikke ennå: det er færre enn {floor}.", count=found.hidden, floor=held.floor))
    if not lines:
        lines.append(_("Ingen har svart, så ingenting vises."))
    st.markdown("\n".join(f"- {plain(each)}" for each in lines))
    with st.popover(_("Lukk runden"), icon=":material/lock:"):
        st.text(
            _(
                "Dette er endelig. Bildet ligger fast, og runden kan ikke åpnes igjen. Svar som kommer etterpå, tas med når minst "
                "{more} er kommet.",
                more=held.more,
            )
        )
        if st.button(_("Ja, lukk runden"), type="primary", key=f"close-{held.id}"):
            st.query_params.clear()
            do(feedback_results.close, visitor, held.id, said=_("Runden er lukket."), then=lambda _n: _put_away(held))


def _put_away(held: Feedback) -> None:
    """Late answers may still come, but links that were not sent by now are made anew."""
    st.session_state.pop(f"links-{held.id}", None)
