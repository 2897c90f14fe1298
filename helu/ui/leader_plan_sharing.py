"""Who sees the leader's plan, and what others in the groups show of theirs."""

import streamlit as st

from helu.content.action_learning import action_learning
from helu.content.balance_words import balance_words, in_language
from helu.i18n import _, language
from helu.services import plans, profiles
from helu.services.access import Visitor
from helu.services.plans import Shown
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.leader_plan import day_words, status_words
from helu.ui.words import plain


def plan_sharing(visitor: Visitor) -> None:
    """One switch for each group the leader is in, and what it opens."""
    with reading() as db:
        groups, shared = profiles.my_groups(db, visitor), profiles.shared(db, visitor)
    if not groups:
        st.info(_("Du er ikke med i en gruppe ennå, så det er ingen å dele med."))
        return
    st.text(
        _(
            "De andre i gruppa ser det du har svart på de fem spørsmålene, atferdene og dagene du har valgt, og status. "
            "Det gjelder alle planene dine. De ser aldri loggen. Når gruppa møtes, kan den første aksjonen, dagen og "
            "statusen din stå på storskjermen med navnet ditt."
        )
    )
    for each in groups:
        on = (each.id, profiles.PLAN) in shared
        group = plain(each.name)
        if st.toggle(_("Del planene mine med {group}", group=group), on, key=f"share-{each.id}-{on}") == on:
            continue
        if on:
            do(
                profiles.unshare,
                visitor,
                each.id,
                profiles.PLAN,
                said=_("{group} ser ikke planene dine lenger.", group=group),
            )
        do(profiles.share, visitor, each.id, profiles.PLAN, said=_("{group} ser planene dine nå.", group=group))


def plans_of_others(visitor: Visitor) -> None:
    with reading() as db:
        found = plans.shown(db, visitor)
    if not found:
        st.info(_("Ingen i gruppene dine har delt en plan ennå."))
    for at, each in enumerate(found):
        _others(each, at)


def _others(shown: Shown, at: int) -> None:
    words = balance_words()
    with st.container(key=f"card-other-{at}"):
        st.markdown(f"**{plain(shown.who)}** · {plain(status_words(shown.status))}")
        if shown.behaviours:
            st.text(", ".join(in_language(words.behaviour(each).label, language()) for each in shown.behaviours))
        for question in action_learning().questions:
            answer = shown.answers.get(question.id, "")
            when = day_words(shown.practise_on) if question.type == "date" else ""
            if answer or when:
                st.caption(plain(in_language(question.text, language())))
                st.text("\n".join(filter(None, (when, answer))))
