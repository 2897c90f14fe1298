"""How a group develops from pulse to pulse: one small chart for each statement, all with the same measure."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import streamlit as st

from helu.domain.follow_up import Point, Series
from helu.i18n import _, day_of, language, number_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

LINE, BAND, INK, SOFT, GRID = "#0b5d4b", "rgba(11, 93, 75, 0.16)", "#1d2930", "#5b6660", "#e4e1d6"
HEIGHT = 210
STILL = {"displayModeBar": False, "scrollZoom": False}


def day(on: date, short: bool = False) -> str:
    return f"{day_of(on, 'MMMd')} {on:%y}" if short else day_of(on)


def charts(series: Sequence[Series]) -> None:
    st.caption(_("Linja er gjennomsnittet. Feltet rundt er der den midterste halvdelen av svarene ligger."))
    for at in range(0, len(series), 2):
        for each, column in zip(series[at : at + 2], st.columns(2, gap="medium"), strict=False):
            with column:
                st.text(each.text)
                st.plotly_chart(_chart(each), key=f"over-time-{each.statement}", config=STILL, width="stretch")
    with st.expander(_("Tallene i en tabell")):
        st.dataframe(_table(series), hide_index=True, width="stretch")


def _chart(series: Series) -> "Figure":
    import plotly.graph_objects as go  # heavy: only for those who look at charts

    known = [point for point in series.points if point.mean is not None]
    few = [point for point in series.points if point.mean is None]
    figure = go.Figure()
    for run in _runs(series.points):
        _draw_band(figure, run)
    figure.add_scatter(
        x=[point.on for point in series.points],
        y=[point.mean for point in series.points],
        mode="lines+markers+text",
        connectgaps=False,
        line={"color": LINE, "width": 2.5},
        marker={"size": 9},
        text=[number_of(point.mean or 0) if point in known else "" for point in series.points],
        textposition="top center",
        textfont={"size": 14, "color": INK},
        hovertext=[_("{count} svar", count=point.answered) for point in series.points],
        hoverinfo="text",
    )
    for point in few:
        figure.add_annotation(
            x=point.on, y=series.low + (series.high - series.low) * 0.6, text=_("for få svar"), showarrow=False,
            font={"size": 13, "color": SOFT},
        )  # fmt: skip
    return _dressed(figure, series)


def _dressed(figure: "Figure", series: Series) -> "Figure":
    days = [point.on for point in series.points]
    room = max(timedelta(days=14), (days[-1] - days[0]) / 8)
    figure.update_xaxes(
        range=[days[0] - room, days[-1] + room],
        tickvals=days,
        ticktext=[day(each, short=True) for each in days],
        showgrid=False,
        fixedrange=True,
        tickfont={"size": 13, "color": SOFT},
    )
    figure.update_yaxes(
        range=[series.low - 0.3, series.high + 0.6],
        tickvals=[series.low, (series.low + series.high) // 2, series.high],
        gridcolor=GRID,
        zeroline=False,
        fixedrange=True,
        tickfont={"size": 13, "color": SOFT},
    )
    return figure.update_layout(
        height=HEIGHT, margin={"l": 28, "r": 8, "t": 8, "b": 28}, showlegend=False, plot_bgcolor="rgba(0,0,0,0)",
        paper_bgcolor="rgba(0,0,0,0)", separators=", " if language() != "en" else ".,",
    )  # fmt: skip


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    """What hangs together: the line is broken where too few answered."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point.mean is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _draw_band(figure: "Figure", run: Sequence[Point]) -> None:
    """Where the middle half of the answers lies."""
    days = [point.on for point in run]
    if len(run) == 1:
        line = {"color": BAND, "width": 14}
        figure.add_scatter(x=days * 2, y=[run[0].low, run[0].high], mode="lines", line=line, hoverinfo="skip")
        return
    edge = [*(point.high for point in run), *(point.low for point in run[::-1])]
    fill = {"fill": "toself", "fillcolor": BAND, "line": {"width": 0}}
    figure.add_scatter(x=[*days, *days[::-1]], y=edge, mode="lines", hoverinfo="skip", **fill)


def _table(series: Sequence[Series]) -> list[dict[str, Any]]:
    return [
        {
            _("Påstand"): each.text,
            _("Puls"): day(point.on),
            _("Svar"): point.answered,
            _("Gjennomsnitt"): number_of(point.mean) if point.mean is not None else _("for få svar"),
            _("Midterste halvdel"): _span(point),
        }
        for each in series
        for point in each.points
    ]


def _span(point: Point) -> str:
    return "" if point.low is None else f"{number_of(point.low)}–{number_of(point.high or point.low)}"
