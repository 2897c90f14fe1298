"""A round of feedback before it is opened: the form, whom to ask, and what that will show."""

from collections.abc import Mapping, Sequence

import streamlit as st

from helu.content.feedback_speech import cell_called, roles_listed
from helu.domain.release import OTHERS
from helu.i18n import _
from helu.services import feedback, profiles
from helu.services.access import Visitor
from helu.services.feedback import OWN_LEADER, ROLES
from helu.store.database import reading
from helu.store.rating_tables import Feedback, Respondent
from helu.store.rows import now
from helu.ui.deeds import do
from helu.ui.feedback_links import remember_all
from helu.ui.feedback_people import role_card
from helu.ui.feedback_removal import removal
from helu.ui.words import plain


def draft_page(visitor: Visitor, held: Feedback) -> None:
    with reading() as db:
        people = feedback.respondents(db, visitor, held.id)
    asked, opening = st.columns([7, 5], gap="large")
    with asked:
        st.header(_("Hvem vil du spørre?"), anchor=False)
        for role in ROLES:
            role_card(visitor, held, role, [each for each in people if each.role == role])
    with opening:
        _form(visitor, held)
        alone = _shown_as(visitor, held, people)
        _opening(visitor, held, alone, people)
        removal(visitor, held)


def _form(visitor: Visitor, held: Feedback) -> None:
    """What is asked, and what they know the leader as; stored as it is changed."""
    st.header(_("Hva spør du om?"), anchor=False)
    names = {
        "short": _("Kort: én påstand per atferd, 5 minutter"),
        "full": _("Full: alle påstandene, 10 minutter"),
    }
    form = st.radio(
        _("Skjema"), list(names), index=list(names).index(held.form), format_func=names.__getitem__,
        key=f"form-{held.id}-{held.form}",
    )  # fmt: skip
    called = st.text_input(
        _("Det de kaller deg"), held.called, max_chars=120, key=f"called-{held.id}-{held.called}",
        help=_("Står i påstandene, for eksempel «Kari sier tydelig hva som forventes»."),
    )  # fmt: skip
    if form != held.form or called.strip() not in {held.called, ""}:
        do(feedback.draft, visitor, form, called)


def _shown_as(visitor: Visitor, held: Feedback, people: Sequence[Respondent]) -> bool:
    """What each role would be shown as. Returns whether the own leader stands alone."""
    counts = {role: n for role in ROLES if (n := sum(each.role == role for each in people))}
    st.header(_("Slik blir det vist"), anchor=False)
    alone = bool(counts.get(OWN_LEADER)) and st.checkbox(
        _("Svaret fra lederen min vises for seg, og lederen får vite det"), key=f"alone-{held.id}",
    )  # fmt: skip
    if alone:
        st.caption(_("Svaret vises da for seg, og det står på siden før lederen din svarer."))
    with reading() as db:
        cells = feedback.planned(db, visitor, held.id, alone)
    if counts:
        st.markdown("\n".join(f"- {plain(each)}" for each in planned_said(counts, cells, held, alone)))
        st.caption(_("Svarer færre enn du spør, kan flere roller bli talt sammen når du lukker runden."))
    else:
        st.text(_("Legg til dem du vil spørre, så står det her hvordan svarene blir vist."))
    return alone


def planned_said(counts: Mapping[str, int], cells: Mapping[str, str], held: Feedback, alone: bool) -> list[str]:
    """A sentence for each role that stands for itself, and one for those that are counted together."""
    said = []
    for role, n in counts.items():
        if role == OWN_LEADER and alone:
            said.append(_("Egen leder ({count}): vises for seg, og får vite det på forhånd.", count=n))
        elif cells[role] != OTHERS:
            name = cell_called(role)
            said.append(
                _("{role} ({count}): vises for seg når minst {floor} svarer.", role=name, count=n, floor=held.floor)
            )
    joined = [role for role in counts if cells[role] == OTHERS]
    whole = sum(counts[role] for role in joined)
    names = roles_listed(joined)
    if whole >= held.floor and len(joined) > 1:
        said.append(
            _("Talt sammen ({count}): {roles}. Noen av dem er for få til å vises for seg.", roles=names, count=whole)
        )
    elif whole >= held.floor:
        said.append(_("Talt sammen ({count}): {roles}.", roles=names, count=whole))
    elif joined:
        missing = held.floor - whole
        said.append(
            _(
                "For få til å vises ({count}): {roles}. Spør minst {missing} til.",
                roles=names,
                count=whole,
                missing=missing,
            )
        )
    return said


def _opening(visitor: Visitor, held: Feedback, alone: bool, people: Sequence[Respondent]) -> None:
    with reading() as db:
        profile = profiles.known(db, visitor)
    free = profile.next_feedback_from if profile else None
    waits = bool(free and free > now())
    if free and waits:
        st.info(str(feedback.NotYet(from_=free)))
    label = _("Åpne runden og lag {count} lenker", count=len(people)) if people else _("Åpne runden")
    if st.button(label, type="primary", key="open-round", disabled=waits or not people):
        st.query_params.clear()
        do(
            feedback.open_round,
            visitor,
            held.id,
            alone,
            said=_("Runden er åpen."),
            then=lambda links: remember_all(held.id, links),
        )
    st.caption(_("Når runden er åpen, kan du legge til flere og lukke når du vil. Skjemaet og grensene ligger fast."))
