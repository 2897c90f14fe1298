"""The figures behind what others see: one spoke opened, and a table with how alike people answer."""

from collections.abc import Mapping

import streamlit as st

from helu.content.balance_words import balance_words, in_language
from helu.content.feedback_speech import spread_called
from helu.content.profile_speech import figure
from helu.domain.balance import Scores
from helu.domain.orientations import MARKS
from helu.domain.release import OTHERS
from helu.i18n import _, language
from helu.services.feedback_results import Results
from helu.ui.leader_spoke import plan_link
from helu.ui.radar_words import MODEL, signed
from helu.ui.wide_table import wide_table
from helu.ui.words import plain

OWN = "now"  # the layer of one's own answers


def opened(id_: str, scores: Mapping[str, Scores], names: Mapping[str, str]) -> None:
    """A spoke that was clicked: what it means, and what each layer says of it."""
    with st.container(key="spoke-open", border=True):
        st.header(plain(signed(id_)), anchor=False)
        if id_ not in MARKS:
            st.text(in_language(balance_words().behaviour(id_).description, language()))
            st.markdown(_numbers(id_, scores, names))
            plan_link(id_)
            return
        dimension = balance_words().dimension(id_)
        st.text(in_language(dimension.definition, language()))
        st.markdown(_numbers(id_, scores, names))
        for each in dimension.behaviours:
            with st.container(key=f"behaviour-{each.id}", gap=None):
                st.markdown(f"**{plain(signed(each.id))}**")
                st.caption(plain(in_language(each.description, language())))
                st.markdown(_numbers(each.id, scores, names))


def _numbers(id_: str, scores: Mapping[str, Scores], names: Mapping[str, str]) -> str:
    known = [(names[layer], of(each, id_)) for layer, each in scores.items()]
    return " · ".join(plain(f"{name} {figure(value)}") for name, value in known)


def of(scores: Scores, id_: str) -> float | None:
    return (scores.dimensions if id_ in MARKS else scores.behaviours)[id_]


def figures_table(results: Results, scores: Mapping[str, Scores], names: Mapping[str, str]) -> None:
    """Every dimension with its behaviours, in the order of the layers."""
    ids = [id_ for each in MODEL.dimensions for id_ in (each.id, *(inside.id for inside in each.behaviours))]
    rows = [(signed(id_), [_cell(results, scores, layer, id_) for layer in scores]) for id_ in ids]
    heads = [_("Orientering og atferd"), *(names[layer] for layer in scores)]
    wide_table(_("Atferd for atferd"), heads, rows, [at for at, id_ in enumerate(ids) if id_ in MARKS])
    st.caption(
        _(
            "Skalaen går fra {low} til {high}. «Samlet» betyr at de fleste svarer omtrent det samme, «ulikt» at svarene "
            "spriker. «–» hos andre betyr at for få har svart på det.",
            low=MODEL.low,
            high=MODEL.high,
        )
    )


def _cell(results: Results, scores: Mapping[str, Scores], layer: str, id_: str) -> tuple[str, str]:
    """The figure, and how alike people of that group answered; of one's own, whether there is an answer."""
    if layer == OWN:
        return figure(of(scores[layer], id_)), _left_out(scores[layer], id_)
    shown = results.cells.get(OTHERS if layer == "rest" else layer) if layer not in {"others", "earlier"} else None
    return figure(of(scores[layer], id_)), spread_called(shown.spread.get(id_, "")) if shown else ""


def _left_out(own: Scores, id_: str) -> str:
    """Why one's own figure is missing, if it is."""
    if of(own, id_) is not None:
        return ""
    inside = balance_words().dimension(id_).behaviours if id_ in MARKS else ()
    some = any(own.behaviours[each.id] is not None for each in inside)
    return _("ikke nok svart") if some else _("ikke svart")
