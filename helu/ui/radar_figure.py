"""The radar: numbers in, a figure out. Every axis has the same scale, and what is missing is a gap and never a zero."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from helu.domain.balance import Figures, Model
from helu.domain.orientations import MARKS, around, code

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

INK, SOFT, GRID, PAPER = "#1c2b28", "#4d5a56", "#cfd2c8", "#ffffff"
HEIGHT = 460
MOST_LAYERS = 3
ROOM = 0.15  # beyond the highest step, so that a mark there is drawn whole
HOLE = 0.08  # so that the lowest step is a ring one can see, and not a point
STILL = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
FONT = "Inter, system-ui, sans-serif"


@dataclass(frozen=True)
class Axis:
    """One spoke: `sign` and `label` stand around the radar, `name` is what it is really called."""

    id: str
    dimension: str
    sign: str
    label: str
    name: str
    angle: float = 0.0
    width: float = 0.0


@dataclass(frozen=True)
class Look:
    colour: str
    dash: str
    marker: str
    sign: str  # the same in words and tables


# Line, marker and lightness all differ: any one of them is enough to tell the layers apart, in print too.
LOOKS = {
    "now": Look(INK, "solid", "circle", "●"),
    "wanted": Look("#b45f00", "dash", "diamond-open", "◇"),
    "earlier": Look("#6d8fb5", "dot", "x-thin-open", "×"),
    "others": Look("#4b2d83", "longdash", "square-open", "□"),
    "group": Look("#1f6472", "dashdot", "triangle-down-open", "▽"),
    # the roles of those who give feedback, which are never drawn beside `wanted` and `group`
    "own_leader": Look("#8f2d56", "dot", "star-open", "☆"),
    "colleagues": Look("#1d7389", "dashdot", "triangle-up-open", "△"),
    "employees": Look("#9a6a1f", "dash", "circle-open", "○"),
    "network": Look("#7f8550", "longdashdot", "cross-thin-open", "+"),
    "rest": Look("#5f7fa0", "dash", "asterisk-open", "*"),
}


@dataclass(frozen=True)
class Layer:
    """One closed line: `values` by axis id, None or absent where nothing is known."""

    id: str
    name: str
    values: Figures


def dimension_axes(model: Model, names: Mapping[str, str]) -> list[Axis]:
    """The three orientations and the ground, clockwise from the top."""
    axes = [Axis(each.id, each.id, MARKS[each.id].symbol, names[each.id], names[each.id]) for each in around(model)]
    return _spread(axes, first=0.0)


def behaviour_axes(
    model: Model, names: Mapping[str, str], short: Mapping[str, str], only: Collection[str] | None = None
) -> list[Axis]:
    """All behaviours, or `only` some, grouped by dimension: the first group is centred at the top."""
    axes = [
        Axis(each.id, dimension.id, code(model, each.id), short[each.id], names[each.id])
        for dimension in around(model)
        for each in dimension.behaviours
        if only is None or each.id in only
    ]
    first = [each for each in axes if each.dimension == axes[0].dimension]
    return _spread(axes, first=-360 / len(axes) * (len(first) - 1) / 2)


def is_few(axes: Sequence[Axis]) -> bool:
    """Only the dimensions: that leaves room for every name, below its sign."""
    return all(each.id == each.dimension for each in axes)


def _spread(axes: Sequence[Axis], first: float) -> list[Axis]:
    step = 360 / len(axes)
    return [replace(each, angle=(first + at * step) % 360, width=step) for at, each in enumerate(axes)]


def radar(model: Model, axes: Sequence[Axis], layers: Sequence[Layer], chosen: str = "") -> "Figure":
    """At most three layers; the first is drawn on top. `chosen` is the axis that is open."""
    import plotly.graph_objects as go  # heavy, and only this page needs it

    figure = go.Figure()
    figure.add_trace(_sectors(go, model, axes, chosen))
    for layer in reversed(layers[:MOST_LAYERS]):
        figure.add_trace(_line(go, axes, layer))
    return _dressed(figure, model, axes)


def _sectors(go: Any, model: Model, axes: Sequence[Axis], chosen: str) -> Any:
    """What can be clicked: the whole sector around each spoke, in the colour of its orientation."""
    shades = [0.30 if each.id == chosen else 0.09 for each in axes]
    return go.Barpolar(
        base=model.low,
        r=[model.high - model.low] * len(axes),
        theta=[each.angle for each in axes],
        width=[each.width for each in axes],
        customdata=[each.id for each in axes],
        hovertext=[each.name for each in axes],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "color": [MARKS[each.dimension].colour for each in axes],
            "opacity": shades,
            "line": {"color": PAPER, "width": 1},
        },
        selected={"marker": {"opacity": 0.30}},
        unselected={"marker": {"opacity": 0.09}},
        showlegend=False,
    )


def _line(go: Any, axes: Sequence[Axis], layer: Layer) -> Any:
    look = LOOKS[layer.id]
    ring = [*axes, axes[0]]
    values = [layer.values.get(each.id) for each in ring]
    return go.Scatterpolar(
        r=values,
        theta=[each.angle for each in ring],
        customdata=[each.id for each in ring],
        hovertext=[each.name for each in ring],
        mode="lines+markers",
        connectgaps=False,
        name=layer.name,
        line={"color": look.colour, "dash": look.dash, "width": 3 if layer.id == "now" else 2.5},
        marker={
            "symbol": look.marker,
            "size": 9 if layer.id == "now" else 10,
            "color": look.colour,
            "line": {"width": 2, "color": look.colour},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hovertemplate="%{hovertext}: %{r:.1f}<extra>" + layer.name + "</extra>",
        cliponaxis=False,
    )


def _dressed(figure: "Figure", model: Model, axes: Sequence[Axis]) -> "Figure":
    few = is_few(axes)
    figure.update_polars(
        bgcolor=PAPER,
        hole=HOLE,
        radialaxis=_steps(model, axes),
        angularaxis={
            "rotation": 90,
            "direction": "clockwise",
            "tickmode": "array",
            "tickvals": [each.angle for each in axes],
            "ticktext": [_label(each, "<br>" if few else " ") for each in axes],
            "tickfont": {"size": 14 if few else 13, "color": INK},
            "gridcolor": GRID,
            "linecolor": GRID,
            "ticks": "outside",
            "ticklen": 7,
            "tickcolor": "rgba(0,0,0,0)",  # there to hold the names off the outermost marks
        },
    )
    side = 74 if few else 40
    return figure.update_layout(
        height=HEIGHT,
        margin={"l": side, "r": side, "t": 48 if few else 32, "b": 80 if few else 64},
        legend={"orientation": "h", "x": 0.5, "xanchor": "center", "y": 0, "yref": "container", "yanchor": "bottom"}
        | {"font": {"size": 14}, "itemclick": False, "itemdoubleclick": False, "traceorder": "reversed"},
        dragmode="zoom",  # without it no click is told to the page
        hovermode="closest",
        paper_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "color": INK},
        separators=", ",
    )


def _steps(model: Model, axes: Sequence[Axis]) -> dict[str, Any]:
    """The scale, written once, between two spokes."""
    steps = list(range(model.low, model.high + 1))
    written = {model.low, (model.low + model.high) // 2, model.high}
    between = axes[0].width / 2  # clockwise from the top
    return {
        "range": [model.low, model.high + ROOM],
        "tickvals": steps,
        "ticktext": [str(each) if each in written else "" for each in steps],
        "angle": 90 - between,
        "tickangle": 90 - between,  # counted from the spoke: this is upright
        "tickfont": {"size": 12, "color": SOFT},
        "gridcolor": GRID,
        "linecolor": "rgba(0,0,0,0)",
        "ticks": "",
    }


def _label(axis: Axis, between: str) -> str:
    """The sign stays where there is no room for more; the style sheet takes away the rest on a phone."""
    colour = MARKS[axis.dimension].colour
    return f'<span style="color:{colour};font-weight:700">{axis.sign}</span>{between}<span>{axis.label}</span>'


def alternative(axes: Sequence[Axis], layers: Sequence[Layer], missing: str, said: Any) -> str:
    """The radar in one breath, for those who hear it; `said` writes a number."""
    parts = []
    for layer in layers[:MOST_LAYERS]:
        values = [(each.name, layer.values.get(each.id)) for each in axes]
        known = ", ".join(f"{name} {missing if value is None else said(value)}" for name, value in values)
        parts.append(f"{layer.name}: {known}.")
    return " ".join(parts)
