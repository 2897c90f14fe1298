"""A leader's own part in the group's picture: told that there is one, handing in, and taking back."""

from typing import Literal

import streamlit as st

from helu.i18n import _, day_of
from helu.services import assessing, group_rounds, profile_lock, taking_part
from helu.services.access import Visitor
from helu.services.taking_part import Part, State
from helu.store.database import reading
from helu.store.profile_tables import Assessment
from helu.store.tables import Group
from helu.ui.deeds import do
from helu.ui.words import plain

ASSESS = "/egenvurdering"


def asked_for(visitor: Visitor) -> None:
    """On the leader's front page: which groups wait for a self-assessment. Nothing while the profile is locked."""
    parts, newest = _parts(visitor)
    kind: Literal["primary", "secondary"] = (
        "primary" if newest or visitor.facilitates else "secondary"
    )  # see first_step
    for part in parts:
        if part.waits:
            with st.container(key=f"card-round-{part.round.id}", horizontal=True, vertical_alignment="center"):
                with st.container(key=f"names-round-{part.round.id}", gap=None):
                    st.markdown(f"**{plain(_('{group} lager et bilde av ledelsen sin', group=part.group.name))}**")
                    st.caption(_("Ta en egenvurdering, og ta den med i bildet. Ingen ser hva du har svart."))
                st.link_button(_("Til egenvurderingen"), ASSESS, type=kind)


def own_parts(visitor: Visitor, only: Group | None = None, counted: bool = False) -> None:
    """The newest finished self-assessment, and what can be done with it in each round; `counted` ones are told too."""
    parts, newest = _parts(visitor)
    for part in parts:
        if (only is None or part.group.id == only.id) and (counted or part.state is not State.COUNTED):
            with st.container(key=f"card-part-{part.round.id}", horizontal=True, vertical_alignment="center"):
                _own_part(visitor, part, newest)


def _parts(visitor: Visitor) -> tuple[list[Part], Assessment | None]:
    with reading() as db:
        if profile_lock.is_locked(db, visitor):
            return [], None
        newest = assessing.newest_finished(db, visitor)
        return taking_part.parts(db, visitor, newest), newest


def _own_part(visitor: Visitor, part: Part, newest: Assessment | None) -> None:
    told = {"group": part.group.name}
    if part.state is State.COUNTED:
        _names(part, _("Svarene dine er talt med i bildet av {group}.", **told))
    elif part.state is State.IN:
        about = _("Ingen ser svarene dine. Du kan ta dem tilbake så lenge de ikke er talt med.")
        _names(part, _("Du er med i bildet av {group}.", **told), about)
        if st.button(_("Ta tilbake"), key=f"back-{part.round.id}", icon=":material/undo:"):
            do(group_rounds.take_back, visitor, part.round.id, said=_("Svarene dine er tatt tilbake."))
    elif newest is None or part.state in {State.EMPTY, State.USED}:
        used = _("Den siste egenvurderingen din er alt med i en annen runde. Ta en ny for å bli med i denne.")
        about = used if newest else _("Ta en egenvurdering først. Den korte tar omtrent fire minutter.")
        _names(part, _("{group} lager et bilde av ledelsen sin", **told), about)
        st.link_button(_("Ta egenvurderingen"), ASSESS)
    else:
        _offer(visitor, part, newest)


def _offer(visitor: Visitor, part: Part, newest: Assessment) -> None:
    name, exchange = part.group.name, part.state is State.EXCHANGE
    day = day_of(newest.finished_at) if newest.finished_at else ""
    title = _("Du er med i bildet av {group}.") if exchange else _("{group} lager et bilde av ledelsen sin")
    about = [means(part), *late(part), _("Den siste egenvurderingen din er fra {day}.", day=day)]
    _names(part, title.format(group=name), " ".join(about))
    label = _("Bytt til den siste") if exchange else _("Ta med den siste egenvurderingen")
    if st.button(label, key=f"in-{part.round.id}", type="primary"):
        said = _("Du er med i bildet av {group}.", group=plain(name))
        do(group_rounds.hand_in, visitor, part.round.id, newest.id, said=said)
    if exchange and st.button(_("Ta tilbake"), key=f"back-{part.round.id}"):
        do(group_rounds.take_back, visitor, part.round.id, said=_("Svarene dine er tatt tilbake."))


def _names(part: Part, title: str, about: str = "") -> None:
    with st.container(key=f"names-part-{part.round.id}", gap=None):
        st.markdown(f"**{plain(title)}**")
        if about:
            st.caption(plain(about))


def means(part: Part) -> str:
    """What handing in means, in one breath."""
    return _(
        "Ingen ser svarene dine. Gruppa og fasilitatoren ser gjennomsnittet, i halve trinn, når minst {floor} er med. "
        "En egenvurdering teller bare i én runde.",
        floor=part.round.floor,
    )


def late(part: Part) -> list[str]:
    """What else there is to know when the round is closed."""
    if part.open:
        return []
    if part.round.people:
        return [_("Bildet er vist, så svarene dine kommer med når minst {more} nye er kommet.", more=part.round.more)]
    return [_("Bildet vises når nok er med.")]
