"""The arithmetic of the leadership balance model: from answers to behaviours, orientations and their balance.

A starting point for reflection, never a test or a ranking. The rules are those that data/method/balance_model.yaml
states; what is missing stays missing and is never taken for a number.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

Answers = Mapping[str, int | None]  # statement id -> step on the scale; None and absent: not answered
Figures = dict[str, float | None]


@dataclass(frozen=True)
class Behaviour:
    id: str
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    id: str
    orientation: bool  # False for the ground the orientations stand on, which is left out of the balance
    behaviours: tuple[Behaviour, ...]


@dataclass(frozen=True)
class Model:
    low: int
    high: int
    floor: int  # a group's figures are shown from so many respondents
    dimensions: tuple[Dimension, ...]
    composites: Mapping[str, Mapping[str, float]]  # id -> dimension -> weight

    def behaviours(self) -> list[Behaviour]:
        return [each for dimension in self.dimensions for each in dimension.behaviours]

    def statements(self) -> set[str]:
        return {each for behaviour in self.behaviours() for each in behaviour.statements}


@dataclass(frozen=True)
class Scores:
    """On the model's scale; None where too little was answered. `balance_index` is 0.0-1.0, 1.0 in full balance."""

    behaviours: Figures = field(default_factory=dict)
    dimensions: Figures = field(default_factory=dict)
    balance_index: float | None = None
    composites: Figures = field(default_factory=dict)


def score(model: Model, answers: Answers) -> Scores:
    """One person's profile. Answers to statements the model does not know are passed over."""
    behaviours = {
        each.id: _mean(answers.get(statement) for statement in each.statements) for each in model.behaviours()
    }
    return from_behaviours(model, behaviours)


def from_behaviours(model: Model, known: Figures) -> Scores:
    """The profile that goes with figures for the behaviours; one that is absent is missing."""
    behaviours = {each.id: known.get(each.id) for each in model.behaviours()}
    return _whole(model, behaviours, {each.id: _dimension(each, behaviours) for each in model.dimensions})


def group(model: Model, people: Sequence[Answers]) -> Scores | None:
    """The group's profile: each figure the mean of the members' own. None below the floor.

    A single figure that fewer than the floor have is left out as well: it would speak of those few.
    """
    if len(people) < model.floor:
        return None
    scores = [score(model, each) for each in people]

    def shared(of: Callable[[Scores], Figures], name: str) -> float | None:
        known = [value for each in scores if (value := of(each)[name]) is not None]
        return fmean(known) if len(known) >= model.floor else None

    behaviours = {each.id: shared(lambda scores: scores.behaviours, each.id) for each in model.behaviours()}
    dimensions = {each.id: shared(lambda scores: scores.dimensions, each.id) for each in model.dimensions}
    return _whole(model, behaviours, dimensions)


def _whole(model: Model, behaviours: Figures, dimensions: Figures) -> Scores:
    composites = {name: _weighted(weights, dimensions) for name, weights in model.composites.items()}
    return Scores(behaviours, dimensions, _balance(model, dimensions), composites)


def _dimension(dimension: Dimension, behaviours: Figures) -> float | None:
    """The mean of its behaviours, when at least half of them have a value."""
    known = [value for each in dimension.behaviours if (value := behaviours[each.id]) is not None]
    return fmean(known) if known and 2 * len(known) >= len(dimension.behaviours) else None


def _balance(model: Model, dimensions: Figures) -> float | None:
    """1 minus the distance between the strongest and the weakest orientation, as a share of the scale."""
    values = [dimensions[each.id] for each in model.dimensions if each.orientation]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    return 1 - (max(known) - min(known)) / (model.high - model.low)


def _weighted(weights: Mapping[str, float], dimensions: Figures) -> float | None:
    """The weighted mean; missing as soon as one of its dimensions is."""
    values = [(dimensions[name], weight) for name, weight in weights.items()]
    known = [(value, weight) for value, weight in values if value is not None]
    if not known or len(known) < len(values):
        return None
    return sum(value * weight for value, weight in known) / sum(weight for _value, weight in known)


def _mean(steps: Iterable[int | None]) -> float | None:
    known = [step for step in steps if step is not None]
    return fmean(known) if known else None
