"""Effekt og innsats: everybody places every option twice, and the wall shows where it pays to begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles
from typing import Any, ClassVar

from pydantic import Field as Limit

from helu.activities.base import SEEN_AT_ONCE, Choosable, Kind, Settings, What, columns, nothing_yet
from helu.activities.fields import Field, Scale
from helu.activities.pictures import Picture
from helu.domain.field_names import field_of
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.errors import sentence
from helu.i18n import _, number_of

LOW, HIGH = 1, 5
MIDDLE = (LOW + HIGH) / 2

Pair = tuple[int, int]  # (effort, effect), as one person placed it


class EffectEffortSettings(Settings):
    options: list[Choosable] = Limit(
        default=[
            Choosable(id="a", text="Faste tider for ledergruppa"),
            Choosable(id="b", text="Felles introduksjon av nye ledere"),
        ],
        min_length=2,
        max_length=20,
    )
    skippable: bool = False


@dataclass(frozen=True)
class Spot:
    """Where one option lies. Means and quartiles are on the scale; None when nobody has placed it."""

    key: str
    label: str
    said: str
    effort: float | None
    effect: float | None
    efforts: list[float]  # the quartiles: half of all placed it between these two
    effects: list[float]
    dots: list[list[int]]  # everyone's placing: [effort, effect]


@dataclass(frozen=True)
class Map(Picture):
    shape: ClassVar[str] = "map"
    low: int
    high: int
    across: list[str]  # what the axis means, and its two ends
    up: list[str]
    quadrants: list[str]  # upper left, upper right, lower left, lower right
    spots: list[Spot]


class EffectEffort(Kind):
    name = "effect_effort"
    title = sentence("Effekt og innsats")
    use = sentence("Alle plasserer hvert forslag etter effekt og innsats. Salen ser hvor det lønner seg å begynne.")
    examples = (
        {"a_effect": 5, "a_effort": 2, "b_effect": 3, "b_effort": 4},
        {"a_effect": 4, "a_effort": 1, "b_effect": 4, "b_effort": 5},
        {"a_effect": 4, "a_effort": 3, "b_effect": 2, "b_effort": 4},
    )
    Settings = EffectEffortSettings
    takes = "options"
    gives = ("options",)

    def fields(self, settings: EffectEffortSettings) -> list[Field]:
        asked: list[Field] = []
        for each in settings.options:
            effect, effort = _names(each)
            low_high: dict[str, Any] = {"min": LOW, "max": HIGH, "skippable": settings.skippable}
            ends = {LOW: sentence("Liten effekt"), HIGH: sentence("Stor effekt")}
            asked.append(Scale(name=effect, label=each.text, anchors=ends, **low_high))
            ends = {LOW: sentence("Liten innsats"), HIGH: sentence("Stor innsats")}
            asked.append(Scale(name=effort, label=sentence("Hvor mye innsats krever det?"), anchors=ends, **low_high))
        return asked

    def picture(self, settings: EffectEffortSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Map(
            LOW,
            HIGH,
            [_("Innsats"), _("liten"), _("stor")],
            [_("Effekt"), _("liten"), _("stor")],
            [_("Gjør nå"), _("Planlegg"), _("Hvis det passer"), _("La ligge")],
            [_spot(each, answers) for each in settings.options],
        )

    def summarise(self, settings: EffectEffortSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        said = ". ".join(f"«{spot.label}»: {spot.said}" for spot in _best_first(settings, answers))
        return _("{people} svar.", people=len(answers)) + f" {said}."

    def examples_for(self, settings: EffectEffortSettings) -> list[dict[str, Any]]:
        """For the options there really are: those of the examples, over again."""
        pairs = [[(each[f"{id_}_effect"], each[f"{id_}_effort"]) for id_ in "ab"] for each in self.examples]
        return [
            {
                name: score
                for number, option in enumerate(settings.options)
                for name, score in zip(_names(option), pair[number % len(pair)], strict=True)
            }
            for pair in pairs
        ]

    def export_rows(self, settings: EffectEffortSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        headings, row = columns(settings.options), {}
        for each in settings.options:
            effect, effort = _names(each)
            row[_("{what}: effekt", what=headings[each.id])] = values.get(effect)
            row[_("{what}: innsats", what=headings[each.id])] = values.get(effort)
        return [row]

    def weighed(self, settings: EffectEffortSettings) -> list[str]:
        return [each.text for each in settings.options] if len(settings.options) <= SEEN_AT_ONCE else []

    def things(self, settings: EffectEffortSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        """The weight is mean effect per mean effort, from 0.2 to 5."""
        spots = _best_first(settings, answers)
        return [Thing(spot.key, spot.label, weight=_worth(spot)) for spot in spots]


def _names(option: Choosable) -> tuple[str, str]:
    return field_of(option.id, "effect"), field_of(option.id, "effort")


def _pairs(option: Choosable, answers: Sequence[Given]) -> list[Pair]:
    """Only whole placings; sorted, so that nothing tells in which order they came."""
    effect, effort = _names(option)
    placed = [[_step(answer.values.get(name)) for name in (effort, effect)] for answer in answers]
    return sorted((x, y) for x, y in placed if x and y)


def _step(given: object) -> int:
    """0 for what is not on the scale."""
    return given if isinstance(given, int) and LOW <= given <= HIGH else 0


def _spot(option: Choosable, answers: Sequence[Given]) -> Spot:
    pairs = _pairs(option, answers)
    if not pairs:
        return Spot(option.id, option.text, _("Ingen har plassert dette ennå"), None, None, [], [], [])
    efforts, effects = [x for x, _y in pairs], [y for _x, y in pairs]
    effort, effect = fmean(efforts), fmean(effects)
    said = _(
        "{where}, effekt {effect}, innsats {effort}",
        where=_where(effort, effect),
        effect=number_of(effect),
        effort=number_of(effort),
    )
    dots = [list(pair) for pair in pairs]
    return Spot(option.id, option.text, said, effort, effect, _quartiles(efforts), _quartiles(effects), dots)


def _where(effort: float, effect: float) -> str:
    if effect >= MIDDLE:
        return _("Gjør nå") if effort <= MIDDLE else _("Planlegg")
    return _("Hvis det passer") if effort <= MIDDLE else _("La ligge")


def _quartiles(scores: Sequence[int]) -> list[float]:
    if len(scores) == 1:
        return [float(scores[0])] * 2
    first, _second, third = quantiles(scores, n=4, method="inclusive")
    return [first, third]


def _worth(spot: Spot) -> float | None:
    return spot.effect / spot.effort if spot.effect and spot.effort else None


def _best_first(settings: EffectEffortSettings, answers: Sequence[Given]) -> list[Spot]:
    return sorted((_spot(each, answers) for each in settings.options), key=lambda spot: -(_worth(spot) or 0))
