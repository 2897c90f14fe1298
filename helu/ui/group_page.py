"""Gruppas balanse: what a group may see of itself together, for its members and for those who facilitate it."""

from uuid import UUID

import streamlit as st

from helu.content.group_speech import disclaimer
from helu.i18n import _
from helu.services import group_rounds, groups, profiles
from helu.services.access import Visitor
from helu.services.group_rounds import Picture
from helu.store.database import reading
from helu.store.rating_tables import GroupRound
from helu.store.tables import Group
from helu.ui.group_over_time import over_time_page
from helu.ui.group_picture import picture_page
from helu.ui.group_round import round_card, rounds_page


def group_balance(visitor: Visitor) -> None:
    """The chosen group and view; both choices live in the address."""
    st.caption(disclaimer())
    with st.container(key="group-choice", horizontal=True, vertical_alignment="bottom"):
        group = _chosen_group(visitor)
        chosen = _view(visitor) if group else ""
    if group is None:
        st.info(_("Du er ikke med i en gruppe ennå. Når en fasilitator har satt deg i en, kommer bildet av den her."))
        return
    with reading() as db:
        rounds = group_rounds.for_group(db, visitor, group.id)
        pictures = group_rounds.pictures(db, visitor, group.id)
    with st.container(key=f"balance-group-{chosen}"):
        if chosen == "runder":
            rounds_page(visitor, group, rounds)
        elif chosen == "utvikling":
            over_time_page(pictures)
        else:
            _picture_view(visitor, group, rounds, pictures)


def _picture_view(visitor: Visitor, group: Group, rounds: list[GroupRound], pictures: list[Picture]) -> None:
    round_card(visitor, group, rounds)
    if pictures:
        picture_page(visitor, group, pictures)


def _chosen_group(visitor: Visitor) -> Group | None:
    with reading() as db:
        if visitor.facilitates:
            known = [each.group for each in groups.listed(db, visitor)]
        else:
            known = profiles.my_groups(db, visitor)
    found = {str(each.id): each for each in known}
    if len(found) < 2:
        return next(iter(found.values()), None)
    asked = st.query_params.get("gruppe", "")
    wanted = asked if asked in found else next(iter(found))
    chosen = st.selectbox(
        _("Gruppe"), list(found), index=list(found).index(wanted), format_func=lambda id_: found[id_].name,
        key="balance-which-group", width=360,
    )  # fmt: skip
    if chosen != asked:
        st.query_params["gruppe"] = str(UUID(chosen))
    return found[chosen]


def _view(visitor: Visitor) -> str:
    names = {"bildet": _("Bildet"), "utvikling": _("Over tid")}
    if visitor.facilitates:
        names["runder"] = _("Runder")
    asked = st.query_params.get("visning", "bildet")
    wanted = asked if asked in names else "bildet"
    chosen = st.segmented_control(
        _("Visning"), list(names), default=wanted, format_func=names.__getitem__, key="group-view",
        label_visibility="collapsed", required=True, wrap=True,
    )  # fmt: skip
    if chosen != wanted:
        st.query_params["visning"] = str(chosen)
    return str(chosen)
