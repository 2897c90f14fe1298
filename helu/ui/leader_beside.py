"""Layers beside a leader's own radar: what others answered in the newest round, and the newest picture of a group."""

from collections.abc import Mapping

import streamlit as st

from helu.content.feedback_speech import cell_called
from helu.domain.balance import Scores
from helu.domain.release import OTHERS
from helu.i18n import _
from helu.services import feedback_sight, group_rounds, profiles
from helu.services.access import Visitor
from helu.services.feedback_results import Results
from helu.store.database import reading
from helu.ui.leader_spoke import Beside

ALL = "all"
WHOSE, WHICH = "others-whose", "group-which"


def beside(visitor: Visitor) -> tuple[list[Beside], dict[str, dict[str, str]]]:
    """The layers there are, and what can be chosen among: the key of each choice, and what its options are called."""
    with reading() as db:
        newest = next(iter(feedback_sight.shown_rounds(db, visitor)), None)
        groups = {str(each.id): each for each in profiles.my_groups(db, visitor)}
        seen = {id_: group_rounds.pictures(db, visitor, each.id) for id_, each in groups.items()}
    found: list[Beside] = []
    choices: dict[str, dict[str, str]] = {}
    if newest:
        views = views_of(newest.results)
        whose = _one_of(WHOSE, views)
        name = _("Andre") if whose == ALL else views[whose][0]
        found.append(Beside("others", name, views[whose][1]))
        choices[WHOSE] = {id_: called for id_, (called, _scores) in views.items()}
    pictures = {id_: each[-1] for id_, each in seen.items() if each}
    if pictures:
        found.append(Beside("group", _("Gruppa"), pictures[_one_of(WHICH, pictures)].current))
        choices[WHICH] = {id_: groups[id_].name for id_ in pictures}
    return found, choices


def views_of(results: Results) -> dict[str, tuple[str, Scores]]:
    """All of them as one, where there are several groups of people, then each of the groups."""
    views = {cell: (cell_called(cell), shown.scores) for cell, shown in results.cells.items()}
    if results.together is None:
        return views
    if len(views) == 1 and OTHERS in views:
        return {ALL: (_("Alle som har svart"), results.together)}
    return ({ALL: (_("Alle som har svart"), results.together)} if len(views) > 1 else {}) | views


def beside_choices(choices: Mapping[str, Mapping[str, str]]) -> None:
    """Only where there is something to choose among."""
    labels = {WHOSE: _("Hvilke andre"), WHICH: _("Hvilken gruppe")}
    for key, names in choices.items():
        if len(names) > 1:
            at = list(names).index(_one_of(key, names))
            st.selectbox(labels[key], list(names), index=at, format_func=names.__getitem__, key=key)


def _one_of(key: str, among: Mapping[str, object]) -> str:
    """What was chosen, when it is still there; else the first."""
    chosen = st.session_state.get(key, "")
    return chosen if chosen in among else next(iter(among))
