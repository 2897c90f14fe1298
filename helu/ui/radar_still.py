"""The same radar as `radar_figure` gives Plotly, drawn by the server: it stands there until Plotly, 4.7 MB, has come.

Where everything is was measured on Plotly's own drawing. The ring is as wide as the page lets it be, so what must not
grow with it (markers, names) is placed in hundredths of the ring and drawn in pixels. Streamlit takes SVG out of HTML,
but lets pictures stand; a picture knows no typeface but the machine's, so names are HTML.
"""

from collections.abc import Iterable, Sequence
from html import escape
from math import cos, radians, sin
from urllib.parse import quote

from helu.domain.balance import Model
from helu.domain.orientations import MARKS
from helu.ui.radar_figure import GRID, HEIGHT, HOLE, LOOKS, MOST_LAYERS, PAPER, ROOM, SOFT, Axis, Layer, is_few

THIN = ":not(.broad){vector-effect:non-scaling-stroke}"
SAFE = " /:=,.;-()'{}"  # in the address of a picture that stands between double quotes
UNIT = 1000  # from the middle to the ring, in the drawing's own measure
# As Plotly draws them, at the sizes in `radar_figure`.
LINES = {"solid": "", "dash": "9 9", "dot": "3 3", "longdash": "15 15", "dashdot": "9 3 3 3", "longdashdot": "15 6 3 6"}
MARKERS = {
    "circle": "",  # the only full one
    "circle-open": "M5,0A5,5 0 1,1 0,-5A5,5 0 0,1 5,0Z",
    "diamond-open": "M6.5,0L0,6.5L-6.5,0L0,-6.5Z",
    "square-open": "M5,5H-5V-5H5Z",
    "triangle-up-open": "M-5.8,2.5H5.8L0,-5Z",
    "triangle-down-open": "M-5.8,-2.5H5.8L0,5Z",
    "star-open": "M1.6,-2.2H6.7L2.5,.8L4.1,5.7L0,2.7L-4.1,5.7L-2.5,.8L-6.7,-2.2H-1.6L0,-7Z",
    "x-thin-open": "M5,5L-5,-5M5,-5L-5,5",
    "cross-thin-open": "M0,7V-7M7,0H-7",
    "asterisk-open": "M0,6V-6M6,0H-6M4.3,4.3L-4.3,-4.3M4.3,-4.3L-4.3,4.3",
}
LEAST, BESIDE = 7.5, 0.2  # pixels, and times the size of the letters: from the ring to a name
LEADING = 1.3
FAR = 700  # pixels: beyond the drawing, whichever way
FROM_STEP = 12  # pixels, from a ring to the number on it


def still(
    model: Model, axes: Sequence[Axis], layers: Sequence[Layer], told: str, chosen: str = "", pills: str = ""
) -> str:
    """HTML that says `told` to those who hear it. At most three layers; the first is drawn on top.

    `pills` is the key of one pill for each axis, in the same order, that stand right below: each is told which part
    of the drawing is its own to be clicked in.
    """
    shown = list(layers[:MOST_LAYERS])
    drawn = [_ground(model, axes, chosen), *(_line(model, axes, each) for each in reversed(shown))]
    ring = _picture(f"-{UNIT} -{UNIT} {2 * UNIT} {2 * UNIT}", f"<style>{THIN}</style>{''.join(drawn)}")
    placed = [*_steps(model, axes), *_names(axes)]
    placed += [mark for each in reversed(shown) for mark in _marks(model, axes, each)]
    kind = "few" if is_few(axes) else "all"
    return (
        f"{_parts(axes, pills) if pills else ''}"
        f'<div class="radar-still {kind}" role="img" aria-label="{escape(told)}" style="height:{HEIGHT}px">'
        f'<div class="ring">{ring}{"".join(placed)}</div>'
        f'<div class="legend">{"".join(_legend(each) for each in shown)}</div></div>'
    )


def _parts(axes: Sequence[Axis], pills: str) -> str:
    """From the middle and out, as wide as the sector of the axis."""
    rules = []
    for at, axis in enumerate(axes, 1):
        corners = [_at(axis.angle + aside, FAR) for aside in (-axis.width / 2, 0, axis.width / 2)]
        places = ",".join(f"calc(50% + {round(right)}px) calc(50% + {round(down)}px)" for right, down in corners)
        rules.append(f".st-key-{pills} button:nth-of-type({at}){{--part:polygon(50% 50%,{places})}}")
    return f"<style>{''.join(rules)}</style>"


def _out(model: Model, value: float) -> float:
    """How far from the middle a value lies, of the ring."""
    return HOLE + (1 - HOLE) * (value - model.low) / (model.high + ROOM - model.low)


def _at(angle: float, out: float) -> tuple[float, float]:
    """`angle` in degrees clockwise from the top; right and down from the middle, of the ring."""
    return sin(radians(angle)) * out, -cos(radians(angle)) * out


def _point(angle: float, out: float) -> str:
    right, down = _at(angle, out)
    return f"{right * UNIT:.1f},{down * UNIT:.1f}"


def _ground(model: Model, axes: Sequence[Axis], chosen: str) -> str:
    middle = (1 + HOLE) / 2 * UNIT  # a line as broad as the paper: the hole stays a hole
    paper = (
        f'<circle r="{middle:.0f}" fill="none" stroke="{PAPER}" stroke-width="{(1 - HOLE) * UNIT:.0f}" class="broad"/>'
    )
    rings = [*(_out(model, step) for step in range(model.low, model.high + 1)), 1.0]
    circles = [f'<circle r="{out * UNIT:.1f}" fill="none" stroke="{GRID}"/>' for out in rings]
    spokes = "".join(f"M{_point(each.angle, HOLE)}L{_point(each.angle, 1)}" for each in axes)
    sectors = [_sector(model, each, 0.30 if each.id == chosen else 0.09) for each in axes]
    return "".join([paper, *circles, f'<path d="{spokes}" stroke="{GRID}"/>', *sectors])


def _sector(model: Model, axis: Axis, shade: float) -> str:
    inner, outer = _out(model, model.low), _out(model, model.high)
    one, other = axis.angle - axis.width / 2, axis.angle + axis.width / 2
    path = (
        f"M{_point(one, inner)}L{_point(one, outer)}A{outer * UNIT:.1f},{outer * UNIT:.1f} 0 0 1 {_point(other, outer)}"
        f"L{_point(other, inner)}A{inner * UNIT:.1f},{inner * UNIT:.1f} 0 0 0 {_point(one, inner)}Z"
    )
    return f'<path d="{path}" fill="{MARKS[axis.dimension].colour}" stroke="{PAPER}" opacity="{shade}"/>'


def _line(model: Model, axes: Sequence[Axis], layer: Layer) -> str:
    """Closed where everything is known; what is missing is a gap."""
    look, path, pen = LOOKS[layer.id], "", "M"
    for axis in [*axes, axes[0]]:
        value = layer.values.get(axis.id)
        path += "" if value is None else f"{pen}{_point(axis.angle, _out(model, value))}"
        pen = "M" if value is None else "L"
    return f'<path d="{path}" fill="none" stroke="{look.colour}" {_stroke(layer)} stroke-linejoin="round"/>'


def _marks(model: Model, axes: Sequence[Axis], layer: Layer) -> Iterable[str]:
    drawn = _picture("-8 -8 16 16", _shape(layer), 16, 16)
    for axis in axes:
        if (value := layer.values.get(axis.id)) is not None:
            yield _placed(*_at(axis.angle, _out(model, value)), drawn)


def _placed(right: float, down: float, drawn: str, more: str = "") -> str:
    """Its middle lies there, unless `more` (of its style) says otherwise."""
    return f'<span style="left:{50 + 50 * right:.2f}%;top:{50 + 50 * down:.2f}%;{more}">{drawn}</span>'


def _names(axes: Sequence[Axis]) -> Iterable[str]:
    few = is_few(axes)
    size = 14 if few else 13
    for axis in axes:
        right, up = sin(radians(axis.angle)), cos(radians(axis.angle))
        away = LEAST + size * BESIDE
        low = -up * (away + size * (BESIDE if up > 0 else 1)) + abs(right) * size * 0.35  # where letters stand
        middle = low - size * 0.354 - (0.5 * up * LEADING * size if few else 0)
        align, aside = ("center", 50) if abs(right) < 0.1 else ("left", 0) if right > 0 else ("right", 100)
        moved = f"margin:{middle:.1f}px 0 0 {right * away:.1f}px;transform:translate(-{aside}%,-50%)"
        moved += f";font-size:{size}px;text-align:{align}"
        yield _placed(right, -up, _name(axis, few), moved)


def _name(axis: Axis, few: bool) -> str:
    between = "<br>" if few else "&nbsp;"
    colour = MARKS[axis.dimension].colour
    return f'<b style="color:{colour}">{escape(axis.sign)}</b><i>{between}{escape(axis.label)}</i>'


def _steps(model: Model, axes: Sequence[Axis]) -> Iterable[str]:
    """The scale, between two spokes, beside the line that is thought there."""
    angle = axes[0].width / 2
    right, down = _at(angle + 90, FROM_STEP)
    beside = f"font-size:12px;color:{SOFT};margin:{down:.1f}px 0 0 {right:.1f}px"
    for step in (model.low, (model.low + model.high) // 2, model.high):
        yield _placed(*_at(angle, _out(model, step)), str(step), beside)


def _legend(layer: Layer) -> str:
    look = LOOKS[layer.id]
    line = f'<path d="M-15,0h30" stroke="{look.colour}" {_stroke(layer)}/>{_shape(layer)}'
    return f"<span>{_picture('-15 -10 30 20', line, 30, 20)}{escape(layer.name)}</span>"


def _stroke(layer: Layer) -> str:
    return f'stroke-width="{3 if layer.id == "now" else 2.5}" stroke-dasharray="{LINES[LOOKS[layer.id].dash]}"'


def _shape(layer: Layer) -> str:
    look = LOOKS[layer.id]
    if path := MARKERS[look.marker]:
        return f'<path d="{path}" fill="none" stroke="{look.colour}" stroke-width="2"/>'
    return f'<circle r="5.5" fill="{look.colour}"/>'


def _picture(box: str, drawn: str, width: int = 0, height: int = 0) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawn}</svg>'.replace('"', "'")
    size = f' width="{width}" height="{height}"' if width else ""
    return f'<img alt=""{size} src="data:image/svg+xml,{quote(svg, safe=SAFE)}">'
