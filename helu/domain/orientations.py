"""One colour and one symbol for each orientation, the same everywhere it is drawn or written."""

from dataclasses import dataclass

from helu.domain.balance import Dimension, Model


@dataclass(frozen=True)
class Mark:
    """`colour` is darkened from the Okabe-Ito set until it can be read as text on our paper (WCAG AA)."""

    symbol: str
    colour: str
    side: int  # where it lies on a radar, in degrees clockwise from the top


MARKS = {
    "relation": Mark("●", "#00664f", 0),
    "task": Mark("■", "#005a8f", 90),
    "culture": Mark("◆", "#8a3a6a", 180),
    "change": Mark("▲", "#a34100", 270),
}


def around(model: Model) -> list[Dimension]:
    """The dimensions as they lie around a radar, clockwise from the top."""
    return sorted(model.dimensions, key=lambda each: MARKS[each.id].side)


def code(model: Model, behaviour: str) -> str:
    """A behaviour's sign where there is no room for its name, such as ●3."""
    for dimension in model.dimensions:
        for at, each in enumerate(dimension.behaviours, 1):
            if each.id == behaviour:
                return f"{MARKS[dimension.id].symbol}{at}"
    raise KeyError(behaviour)
