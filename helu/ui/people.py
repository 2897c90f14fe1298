"""What people and groups are shown and changed with."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from helu.i18n import _
from helu.services import accounts, groups, invitations, inviting
from helu.services.access import Visitor
from helu.services.accounts import ROLES, Person
from helu.services.invitations import Waiting
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.personal_links import letter_button
from helu.ui.visitor import require_facilitator
from helu.ui.words import plain
from helu.web import address


def role_words(role: str) -> str:
    return {"owner": _("Eier"), "facilitator": _("Fasilitator"), "leader": _("Leder")}[role]


def show_link(token: Any) -> None:
    """The one-time link, shown once to the one who made it: no mail server is needed."""
    if isinstance(token, str):
        st.success(_("Send denne lenken til personen. Den virker én gang, i sju dager."))
        with reading() as db:
            letter = inviting.letter_for(db, require_facilitator(), token, welcome())
        with st.container(key="one-link", horizontal=True, vertical_alignment="center"):
            st.code(welcome() + token, language=None, width="stretch")
            letter_button(letter)


def welcome() -> str:
    """What every one-time link begins with."""
    return f"{address.public_url()}/velkommen/"


def people_tabs() -> Sequence[Any]:
    """Persons and groups. The one that is open stays open when somebody is invited into the other."""
    return st.tabs([_("Personer"), _("Grupper")], key="people-tabs", on_change="rerun")


def invite_form(visitor: Visitor) -> None:
    with (
        st.expander(_("Inviter noen"), icon=":material/person_add:"),
        st.form("invite", clear_on_submit=True, border=False),
    ):
        email = st.text_input(_("E-post"), max_chars=254)
        name = st.text_input(_("Navn"), max_chars=120)
        role = "leader"
        if visitor.role == "owner":
            role = st.selectbox(_("Rolle"), ROLES, index=2, format_func=role_words)
        if st.form_submit_button(_("Lag invitasjon"), type="primary"):
            do(accounts.invite_to, visitor, email, name, role)


def person_row(visitor: Visitor, person: Person) -> None:
    key = str(person.user_id)
    with st.container(key=f"card-{key}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{key}", gap=None):
            st.markdown(f"**{plain(person.name)}**")
            waiting = "" if person.active else f" · {_('har ikke valgt passord ennå')}"
            st.text(person.email + waiting)
        if visitor.role != "owner":
            st.text(role_words(person.role))
            if person.role == "leader" and not person.active and st.button(_("Ny lenke"), key=f"reset-{key}"):
                do(accounts.reset, visitor, person.user_id)
        else:
            _person_deeds(visitor, person, key)


def _person_deeds(visitor: Visitor, person: Person, key: str) -> None:
    chosen = st.selectbox(
        _("Rolle for {name}", name=plain(person.name)),
        ROLES,
        ROLES.index(person.role),
        format_func=role_words,
        key=f"role-{key}-{person.role}",
        label_visibility="collapsed",
        width=160,
    )
    if chosen != person.role:
        changed = _("Rollen er endret.")
        if not person.active:
            changed = _("Rollen er endret. Lenken personen har fått, virker ikke lenger. Lag en ny.")
        do(accounts.change_role, visitor, person.user_id, chosen, said=changed)
    if st.button(
        _("Ny lenke"),
        key=f"reset-{key}",
        help=_("Logger ut personen, som så velger nytt passord. «Min balanse» låses til lederen selv åpner den."),
    ):
        do(accounts.reset, visitor, person.user_id)
    with st.popover(_("Fjern"), width="content", type="tertiary"):
        st.caption(_("Personen mister tilgangen med en gang."))
        st.caption(_("Er personen bare med her, slettes kontoen og balanseprofilen også."))
        if st.button(_("Fjern {name}", name=plain(person.name)), key=f"remove-{key}"):
            do(accounts.remove, visitor, person.user_id, said=_("Personen er fjernet."))


def waiting_row(visitor: Visitor, asked: Waiting) -> None:
    """Somebody who has an account elsewhere and has not said yes."""
    key = f"waiting-{asked.user_id}"
    with st.container(key=f"card-{key}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{key}", gap=None):
            st.text(asked.email)  # nothing invisible in it: it is copied from here
            st.text(_("har konto fra før, og har ikke sagt ja ennå"))
        st.text(role_words(asked.role))
        may = visitor.role == "owner" or asked.role == "leader"
        if may and st.button(_("Trekk tilbake"), key=key, type="tertiary"):
            do(invitations.withdraw, visitor, asked.user_id, said=_("Invitasjonen er trukket tilbake."))


def group_words(kind: str) -> str:
    return {"leader_group": _("Ledergruppe"), "network_group": _("Nettverksgruppe")}[kind]


def group_form(visitor: Visitor) -> None:
    st.text(
        _(
            "En gruppe er ledere som møtes i egne samlinger. Den har sin egen plattform, og medlemmene kan dele balanse og "
            "plan med hverandre."
        )
    )
    with st.expander(_("Ny gruppe"), icon=":material/group_add:"), st.form("group", clear_on_submit=True, border=False):
        name = st.text_input(_("Navn på gruppa"), max_chars=120)
        kind = st.selectbox(_("Hva slags"), groups.KINDS, format_func=group_words)
        if st.form_submit_button(_("Lag gruppa"), type="primary"):
            do(groups.add, visitor, name, kind, said=_("Gruppa er laget."))


def group_card(visitor: Visitor, listed: groups.Listed, people: Sequence[Person]) -> None:
    group = listed.group
    names = {person.user_id: person.name for person in people}
    with st.container(border=True):
        st.markdown(f"**{plain(group.name)}** · {plain(group_words(group.kind))}")
        chosen = st.multiselect(
            _("Medlemmer i {group}", group=plain(group.name)),
            list(names),
            [each for each in names if each in listed.members],
            format_func=lambda each: names[each],
            placeholder=_("Velg personer"),
            key=f"members-{group.id}-{hash(frozenset(listed.members))}",  # anew when they were invited meanwhile
        )
        with st.container(horizontal=True):
            if st.button(_("Lagre medlemmene"), key=f"save-{group.id}"):
                do(groups.set_members, visitor, group.id, chosen, said=_("Lagret."))
            with st.popover(_("Slett gruppa"), width="content", type="tertiary"):
                st.caption(
                    _(
                        "Samlingene beholdes. Plattformen til gruppa slettes, med plakat, beslutninger og pulser, "
                        "og bildene av balansen i gruppa."
                    )
                )
                if st.button(_("Slett {name}", name=plain(group.name)), key=f"delete-{group.id}"):
                    do(groups.remove, visitor, group.id, said=_("Gruppa er slettet."))
