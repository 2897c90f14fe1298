"""The rounds of a group: how many are in, what a member can do, and what a facilitator can do."""

import streamlit as st

from helu.content.group_speech import day_called
from helu.i18n import _, day_of
from helu.services import group_rounds, groups
from helu.services.access import Visitor
from helu.services.group_rounds import Progress
from helu.store.database import reading
from helu.store.rating_tables import GroupRound
from helu.store.rows import now
from helu.store.tables import Group
from helu.ui.deeds import do
from helu.ui.group_part import own_parts
from helu.ui.radar_words import MODEL
from helu.ui.words import plain


def round_card(visitor: Visitor, group: Group, rounds: list[GroupRound]) -> None:
    """Above the picture: where the newest round stands, as long as there is something to say or do about it."""
    newest = rounds[0] if rounds else None
    own_parts(visitor, group)
    if newest is None:
        _none_yet(visitor, group)
        return
    with reading() as db:
        progress, more = group_rounds.progress(db, newest), group_rounds.can_let_out(db, newest)
    if newest.closed_at is None or not newest.people or more:
        _card(visitor, newest, progress, more)


def _card(visitor: Visitor, held: GroupRound, progress: Progress, more: bool, dates: str = "") -> None:
    with st.container(key=f"card-round-{held.id}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-round-{held.id}", gap=None):
            _standing(held, progress)
            if dates:
                st.caption(plain(dates))
        if visitor.facilitates:
            _steered(visitor, held, progress, more)


def _none_yet(visitor: Visitor, group: Group) -> None:
    st.header(_("Her kommer bildet av gruppa"), anchor=False)
    st.text(
        _(
            "Hver leder tar egenvurderingen sin og tar den med i bildet. Når minst fem er med, kan gruppa se "
            "gjennomsnittet og hvor like dere er. Ingen ser hva andre har svart."
        )
    )
    if visitor.facilitates:
        _opening(visitor, group, [])
    else:
        st.text(_("En fasilitator åpner runden."))


def _standing(held: GroupRound, progress: Progress) -> None:
    """Counts alone, and what they mean."""
    st.markdown(f"**{plain(held.title or _untitled(held))}**")
    st.text(
        _("{count} av {members} har tatt med egenvurderingen sin.", count=progress.handed_in, members=progress.members)
    )
    missing = progress.floor - progress.handed_in
    if held.people:
        return
    if progress.members < progress.floor:
        st.caption(
            _(
                "Gruppa er for liten til et bilde: det trengs minst {floor}, så ingen kan kjennes igjen. Snakk heller "
                "sammen ut fra det hver av dere har lyst til å dele fra sin egen radar.",
                floor=progress.floor,
            )
        )
    elif missing > 0:
        st.caption(
            _("Bildet kan vises når minst {floor} er med. {missing} til trengs.", floor=progress.floor, missing=missing)
        )
    elif held.closed_at is None:
        st.caption(
            _(
                "Det er nok til et bilde. Det vises når fasilitatoren lukker runden. Svar som kommer senere, kommer "
                "bare med når minst {more} er nye.",
                more=held.more,
            )
        )


def _untitled(held: GroupRound) -> str:
    return _("Runden {day}", day=day_called(held.closed_at)) if held.closed_at else _("Runden som er åpen")


def _steered(visitor: Visitor, held: GroupRound, progress: Progress, more: bool) -> None:
    key = str(held.id)
    if held.closed_at is None and progress.handed_in >= progress.floor:
        if st.button(_("Vis bildet"), key=f"close-{key}", type="primary", icon=":material/visibility:"):
            do(group_rounds.close, visitor, held.id, said=_("Runden er lukket, og bildet vises."))
    elif more:
        new = progress.handed_in - sum(held.people.values())
        if st.button(_("Ta med {count} nye svar", count=new), key=f"close-{key}", type="primary"):
            do(group_rounds.close, visitor, held.id, said=_("De nye svarene er med i bildet."))
    if not held.people:
        _removal(visitor, held)


def _removal(visitor: Visitor, held: GroupRound) -> None:
    with st.popover(_("Slett runden"), width="content", type="tertiary"):
        st.text(_("Ingenting er vist. Lederne beholder egenvurderingene sine og kan bruke dem i en ny runde."))
        if st.button(_("Slett runden for godt"), key=f"remove-{held.id}"):
            do(group_rounds.remove, visitor, held.id, said=_("Runden er slettet."))


def _opening(visitor: Visitor, group: Group, rounds: list[GroupRound]) -> None:
    """Only when one can be opened; else why not."""
    free = group_rounds.next_from(rounds)
    if any(each.closed_at is None for each in rounds):
        st.caption(_("Gruppa har en runde som er åpen. Vis bildet eller slett runden før du åpner en ny."))
    elif free and free > now():
        st.caption(str(group_rounds.TooSoon(from_=free)))
    else:
        with reading() as db:
            members = next((len(each.members) for each in groups.listed(db, visitor) if each.group.id == group.id), 0)
        if members < MODEL.floor:
            said = _("Gruppa har {members} medlemmer. Et bilde kan først vises når minst {floor} er med.")
            st.caption(said.format(members=members, floor=MODEL.floor))
        with st.form("open-round", clear_on_submit=True):
            title = st.text_input(_("Hva runden heter"), placeholder=_("Vår 2027"), max_chars=200)
            st.caption(_("Medlemmene får vite om runden på sin egen side. Du ser bare hvor mange som er med."))
            if st.form_submit_button(_("Åpne en runde"), type="primary"):
                do(group_rounds.start, visitor, group.id, title, said=_("Runden er åpen."))


def rounds_page(visitor: Visitor, group: Group, rounds: list[GroupRound]) -> None:
    """For those who facilitate: all of them, the newest first."""
    st.header(_("Runder"), anchor=False)
    _opening(visitor, group, rounds)
    if group_rounds.next_from(rounds) is None:
        days = group_rounds.BETWEEN.days
        st.caption(_("Når bildet fra en runde er vist, kan neste runde åpnes tidligst {days} dager etter.", days=days))
    for held in rounds:
        with reading() as db:
            progress, more = group_rounds.progress(db, held), group_rounds.can_let_out(db, held)
        _card(visitor, held, progress, more, _dates(held, progress))


def _dates(held: GroupRound, progress: Progress) -> str:
    parts = [_("Åpnet {day}", day=day_of(held.opened_at or held.made_at))]
    if held.closed_at:
        parts.append(_("lukket {day}", day=day_of(held.closed_at)))
        parts.append(
            _("bildet bygger på {count}", count=sum(held.people.values())) if held.people else _("ingenting er vist")
        )
        waiting = progress.handed_in - sum(held.people.values())
        if held.people and waiting > 0:
            parts.append(_("{count} venter, og kommer med når de er minst {more}", count=waiting, more=held.more))
    return " · ".join(parts)
