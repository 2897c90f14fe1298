"""What stands on and beside a radar, in the language of whoever reads."""

from collections.abc import Sequence

from helu.activities.radar_picture import SHORT
from helu.content.balance import balance_model
from helu.content.balance_words import balance_words, in_language
from helu.content.profile_speech import figure
from helu.domain.orientations import MARKS, code
from helu.domain.rounding import rounded
from helu.i18n import _, language
from helu.ui.radar_figure import Axis, Layer, alternative, behaviour_axes, dimension_axes

MODEL = balance_model()


def name_of(id_: str) -> str:
    """An orientation, the ground or a behaviour, as the model calls it."""
    words = balance_words()
    if id_ in MARKS:
        return in_language(words.dimension(id_).label, language())
    return in_language(words.behaviour(id_).label, language())


def dimension_of(id_: str) -> str:
    """The dimension a behaviour belongs to; of a dimension itself."""
    return next(each.id for each in MODEL.dimensions if id_ in {each.id, *(inside.id for inside in each.behaviours)})


def sign_of(id_: str) -> str:
    return MARKS[id_].symbol if id_ in MARKS else code(MODEL, id_)


def signed(id_: str) -> str:
    return f"{sign_of(id_)} {name_of(id_)}"


def orientation_axes() -> list[Axis]:
    return dimension_axes(MODEL, {each.id: name_of(each.id) for each in MODEL.dimensions})


def all_axes(only: Sequence[str] | None = None) -> list[Axis]:
    names = {each.id: name_of(each.id) for each in MODEL.behaviours()}
    return behaviour_axes(MODEL, names, {id_: _(short) for id_, short in SHORT.items()}, only)


def told(axes: Sequence[Axis], layers: Sequence[Layer]) -> str:
    """The same radar, to be read aloud."""
    scale = _("Radar med skala fra {low} til {high}.", low=MODEL.low, high=MODEL.high)
    return f"{scale} {alternative(axes, layers, _('mangler'), figure)}"


def distance(gap: float | None, decimals: int = 1) -> str:
    """A step up or down, with its sign."""
    if gap is None:
        return "–"
    steps = rounded(gap, decimals)
    return f"{'−' if steps < 0 else '+' if steps > 0 else ''}{figure(abs(steps), decimals)}"
