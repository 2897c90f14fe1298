"""How the figures of a leader, or of a group, have moved: one small chart for each, all with the same scale."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import streamlit as st

from helu.content.profile_speech import figure as written
from helu.domain.balance import Scores
from helu.domain.orientations import MARKS
from helu.i18n import _
from helu.services import assessing
from helu.store.profile_tables import Assessment
from helu.ui.launch_chart import day
from helu.ui.radar_figure import FONT, GRID, INK, LOOKS, SOFT, STILL
from helu.ui.radar_words import MODEL, dimension_of, signed
from helu.ui.words import plain

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HEIGHT = 200
SYMBOLS = {"relation": "circle", "task": "square", "culture": "diamond", "change": "triangle-up"}


class Rated(Protocol):
    """One round: a leader's own answers, or what a group may see of its members'."""

    @property
    def current(self) -> Scores: ...

    @property
    def wanted(self) -> Scores: ...


def development_page(rounds: Sequence[Assessment]) -> None:
    """`rounds` are finished, oldest first."""
    days = [day(each.finished_at.date(), short=True) for each in rounds if each.finished_at]
    figures = [assessing.figures(each) for each in rounds]
    st.header(_("Utvikling over tid"), anchor=False)
    if len(rounds) == 1:
        st.text(_("Du har tatt egenvurderingen én gang. Ta den på nytt om noen måneder, så ser du utviklingen her."))
    st.caption(_("Linja er slik du har svart for nå. De åpne rutene er det du ønsket deg den gangen."))
    over_time([each.id for each in MODEL.dimensions], days, figures)


def over_time(ids: Sequence[str], days: Sequence[str], figures: Sequence[Rated]) -> None:
    """Dimensions or behaviours, round by round, oldest first: a chart each, and the same in a table."""
    for at in range(0, len(ids), 2):
        for id_, column in zip(ids[at : at + 2], st.columns(2, gap="medium"), strict=False):
            with column:
                st.markdown(f"**{plain(signed(id_))}**")
                chart = _chart(id_, days, figures)
                alt = _told(id_, days, figures)
                st.plotly_chart(chart, key=f"over-time-{id_}", config=STILL, theme=None, alt=alt)
    with st.expander(_("Tallene i en tabell")):
        st.markdown(_table(ids, days, figures))


def _chart(id_: str, days: Sequence[str], figures: Sequence[Rated]) -> "Figure":
    import plotly.graph_objects as go

    dimension = dimension_of(id_)
    look, mark = LOOKS["wanted"], MARKS[dimension]
    at = list(range(len(days)))
    values = [_of(each.current, id_) for each in figures]
    figure = go.Figure()
    figure.add_scatter(
        x=at, y=[_of(each.wanted, id_) for each in figures], mode="markers", name=_("Ønsket"),
        marker={"symbol": look.marker, "size": 11, "color": look.colour, "line": {"width": 2}}, hoverinfo="skip",
    )  # fmt: skip
    figure.add_scatter(
        x=at, y=values, mode="lines+markers+text", connectgaps=False, name=_("Nå"), hoverinfo="skip",
        line={"color": mark.colour, "width": 3}, marker={"size": 10, "symbol": SYMBOLS[dimension]},
        text=["" if each is None else written(each) for each in values], textposition="bottom center",
        textfont={"size": 14, "color": INK},
    )  # fmt: skip
    for place, value in zip(at, values, strict=True):
        if value is None:
            figure.add_annotation(x=place, y=4, text=_("mangler"), showarrow=False, font={"size": 13, "color": SOFT})
    return _dressed(figure, days)


def _dressed(figure: "Figure", days: Sequence[str]) -> "Figure":
    few = len(days) <= 4  # more dates than this do not fit beside each other on a phone
    shown = list(range(len(days))) if few else [0, len(days) - 1]
    figure.update_xaxes(
        range=[-0.5, len(days) - 0.5], tickvals=shown, ticktext=[days[each] for each in shown], showgrid=False, zeroline=False,
        fixedrange=True, tickfont={"size": 12, "color": SOFT},
    )  # fmt: skip
    figure.update_yaxes(
        range=[MODEL.low - 0.9, MODEL.high + 0.5], tickvals=[MODEL.low, (MODEL.low + MODEL.high) // 2, MODEL.high],
        gridcolor=GRID, zeroline=False, fixedrange=True, tickfont={"size": 12, "color": SOFT},
    )  # fmt: skip
    return figure.update_layout(
        height=HEIGHT, margin={"l": 24, "r": 8, "t": 8, "b": 28}, showlegend=False, plot_bgcolor="rgba(0,0,0,0)",
        paper_bgcolor="rgba(0,0,0,0)", font={"family": FONT, "color": INK},
    )  # fmt: skip


def _told(id_: str, days: Sequence[str], figures: Sequence[Rated]) -> str:
    points = [
        _(
            "{day}: nå {now}, ønsket {wanted}",
            day=when,
            now=_or_missing(_of(each.current, id_)),
            wanted=_or_missing(_of(each.wanted, id_)),
        )
        for when, each in zip(days, figures, strict=True)
    ]
    return f"{signed(id_)}. {'. '.join(points)}."


def _or_missing(value: float | None) -> str:
    return _("mangler") if value is None else written(value)


def _of(scores: Scores, id_: str) -> float | None:
    return (scores.dimensions if id_ in MARKS else scores.behaviours)[id_]


def _table(ids: Sequence[str], days: Sequence[str], figures: Sequence[Rated]) -> str:
    """A row for each of them, and for the balance beside the dimensions; a column for each round."""
    rows = [[_("Orientering"), *days], ["---", *["---:"] * len(days)]]
    rows += [[signed(id_), *(written(_of(each.current, id_), 2) for each in figures)] for id_ in ids]
    if ids[0] in MARKS:
        rows.append([_("Balansen"), *(written(each.current.balance_index, 2) for each in figures)])
    dressed = [rows[0], rows[1], *([plain(cell) for cell in row] for row in rows[2:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in dressed)
