"""Whom a leader asks for feedback: added from pasted lines, listed by role, and taken out again."""

from collections.abc import Callable, Sequence

import streamlit as st

from helu.content.balance_words import in_language
from helu.content.feedback_words import feedback_words
from helu.domain import people_list
from helu.errors import HeluError
from helu.i18n import _, language
from helu.services import feedback
from helu.services.access import Visitor
from helu.services.feedback import Invited
from helu.store.database import writing
from helu.store.rating_tables import Feedback, Respondent
from helu.ui.deeds import do
from helu.ui.words import plain

LONGEST = 20_000  # characters of a list


def role_card(visitor: Visitor, held: Feedback, role: str, people: Sequence[Respondent]) -> None:
    """One role while the round is being made: who is in it, and the box to add more from."""
    words = feedback_words().role(role)
    with st.container(key=f"card-ask-{role}"):
        st.markdown(f"**{plain(in_language(words.label, language()))}** ({len(people)})")
        st.caption(plain(in_language(words.explanation, language())))
        for each in people:
            with _row(each):
                if st.button(_("Ta bort"), key=f"out-{each.id}", type="tertiary", help=plain(each.name)):
                    do(feedback.remove_respondent, visitor, held.id, each.id)
        with st.expander(_("Legg til"), icon=":material/person_add:", expanded=not people and role == "colleagues"):
            adding(visitor, held, role)


def adding(visitor: Visitor, held: Feedback, role: str, then: Callable[[list[Invited]], None] | None = None) -> None:
    """`then` gets the links of those who are added to an open round. What is typed stays until it is stored."""
    edition = f"added-{held.id}-{role}"
    key = f"{role}-{st.session_state.get(edition, 0)}"
    st.text(_("Én på hver linje: Navn; e-post. E-posten kan du utelate."))
    text = st.text_area(
        _("Hvem"), key=f"who-{key}", height=110, max_chars=LONGEST, placeholder="Kari Nordmann; kari@kommune.no\nOla Dahl",
    )  # fmt: skip
    if not st.button(_("Legg dem til"), key=f"add-{key}"):
        return
    people = _read(text)
    try:
        with writing() as db:
            links = feedback.add(db, visitor, held.id, role, people)
    except HeluError as problem:
        st.error(str(problem))
        return
    if not people:
        st.error(_("Skriv minst ett navn."))
        return
    if then:
        then(links)
    st.session_state[edition] = st.session_state.get(edition, 0) + 1
    st.rerun()


def asked_row(visitor: Visitor, held: Feedback, each: Respondent, then: Callable[[Invited], None]) -> None:
    """Somebody asked in an open or closed round: a new link for one that is lost, and taking the person out."""
    with _row(each):
        if st.button(_("Ny lenke"), key=f"renew-{each.id}", type="tertiary", help=_("Den gamle slutter å virke.")):
            do(feedback.renew, visitor, held.id, each.id, then=then)
        with st.popover(_("Ta bort"), type="tertiary"):
            st.text(
                _(
                    "Lenken slutter å virke. Har personen alt svart, blir svaret værende: ingen kan finne ut hvilket det er."
                )
            )
            if st.button(_("Ja, ta bort {name}", name=plain(each.name)), key=f"out-{each.id}"):
                do(feedback.remove_respondent, visitor, held.id, each.id, said=_("Personen er tatt bort."))


def _row(each: Respondent) -> "st.delta_generator.DeltaGenerator":
    row = st.container(key=f"asked-{each.id}", horizontal=True, vertical_alignment="center")
    with row, st.container(key=f"names-{each.id}", gap=None):
        st.text(each.name)
        if each.email:
            st.text(each.email)  # nothing invisible in it: it is copied from here
    return row


def _read(text: str) -> list[tuple[str, str]]:
    """(name, e-mail or what stands in its place) of everybody on the list."""
    found = people_list.read(text).entries
    return [(each.name or each.typed, each.email or each.typed) for each in found if each.name or each.typed]
