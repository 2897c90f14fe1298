"""What to say beside a radar: strengths first, then one or two gaps, then what has moved and what is missing.

A leader's orientations are held against each other, against the leader's own wish and against the
leader's own last time; never against anybody else. A starting point for reflection, not a ranking.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helu.domain.balance import Dimension, Figures, Model, Scores

NOTABLE = 0.5  # steps on the scale; what differs by less is called the same
OFTEN = 1.0  # steps above the middle of the scale, from where a behaviour is called a habit
MOST_GAPS = 2
MOST_HABITS = 2
STRENGTHS = ("strongest", "even", "often", "reflect")
GAPS = ("more", "less")
WISHES = (*GAPS, "most_in", "content", "no_wish", "least")
MOVES = ("risen", "fallen", "unmoved")
MISSING = ("unanswered", "thin", "nothing")
_OPENS = (*GAPS, "least", "risen", "fallen")  # sentences that say something of a new matter


@dataclass(frozen=True)
class Said:
    """One sentence: which one, what it is about (ids of the model), and the figures in it, on the model's scale."""

    sentence: str
    about: tuple[str, ...] = ()
    figures: tuple[float, ...] = ()


def words(model: Model, now: Scores, wanted: Scores | None = None, earlier: Scores | None = None) -> list[Said]:
    """Everything worth saying of a profile, in the order to say it in. Only what is known is spoken of."""
    if not any(value is not None for value in now.behaviours.values()):
        return [Said("nothing")]
    gaps = _gaps(model, now, wanted)
    return [
        *_strengths(model, now),
        *gaps,
        *_least(model, now),
        *_moved(model, now, earlier),
        *_missing(model, now),
    ]


def paragraphs(found: Iterable[Said], kinds: Sequence[str]) -> list[list[Said]]:
    """Those of the kinds, one matter at a time: a wish stands together with the behaviour it is mostly about."""
    parts: list[list[Said]] = []
    for each in found:
        if each.sentence in kinds:
            if not parts or each.sentence in _OPENS:
                parts.append([])
            parts[-1].append(each)
    return parts


def gap(now: Figures, wanted: Figures | None, name: str) -> float | None:
    """Wanted minus now, in steps; None when either is missing."""
    here, there = now.get(name), (wanted or {}).get(name)
    return None if here is None or there is None else there - here


def widest_gaps(names: Iterable[str], now: Figures, wanted: Figures | None) -> list[tuple[str, float]]:
    """Those that are worth a word, the widest first; equals in the order they were given."""
    found = [(name, distance) for name in names if (distance := gap(now, wanted, name)) is not None]
    return sorted((each for each in found if _notable(each[1])), key=lambda each: -abs(round(each[1], 9)))


def is_even(model: Model, scores: Scores) -> bool:
    """Whether the orientations are about equally strong. False while one of them is missing."""
    known = _orientations(model, scores)
    return bool(known) and not _notable(max(known.values()) - min(known.values()))


def _strengths(model: Model, now: Scores) -> list[Said]:
    known = _orientations(model, now)
    said = []
    if known and is_even(model, now):
        said.append(Said("even", tuple(known), tuple(known.values())))
    elif known:
        said.append(_extreme("strongest", known, max(known.values())))
    habits = _habits(model, now)
    if habits:
        said.append(Said("often", tuple(habits), tuple(habits.values())))
    return [*said, Said("reflect")] if said else []


def _habits(model: Model, now: Scores) -> dict[str, float]:
    """The behaviours that are used most, when they are used often."""
    from_here = (model.low + model.high) / 2 + OFTEN
    known = {each.id: value for each in model.behaviours() if (value := now.behaviours.get(each.id)) is not None}
    often = [(name, value) for name, value in known.items() if value >= from_here]
    return dict(sorted(often, key=lambda each: -each[1])[:MOST_HABITS])


def _gaps(model: Model, now: Scores, wanted: Scores | None) -> list[Said]:
    """At most two, of the dimensions; the ground counts here too, since the wish is the leader's own."""
    if wanted is None or not any(value is not None for value in wanted.behaviours.values()):
        return [Said("no_wish")]
    names = [each.id for each in model.dimensions]
    widest = widest_gaps(names, now.dimensions, wanted.dimensions)[:MOST_GAPS]
    if not widest:
        known = any(gap(now.dimensions, wanted.dimensions, name) is not None for name in names)
        return [Said("content")] if known else []
    said = []
    for name, distance in widest:
        figures = (now.dimensions[name] or 0.0, wanted.dimensions[name] or 0.0)
        said.append(Said("more" if distance > 0 else "less", (name,), figures))
        said += _inside(_dimension(model, name), now, wanted, distance)
    return said


def _inside(dimension: Dimension, now: Scores, wanted: Scores, distance: float) -> list[Said]:
    """The behaviour in which the wish goes furthest the same way."""
    widest = widest_gaps([each.id for each in dimension.behaviours], now.behaviours, wanted.behaviours)
    same_way = [name for name, each in widest if (each > 0) == (distance > 0)]
    return [Said("most_in", (same_way[0],))] if same_way else []


def _least(model: Model, now: Scores) -> list[Said]:
    known = _orientations(model, now)
    return [_extreme("least", known, min(known.values()))] if known and not is_even(model, now) else []


def _moved(model: Model, now: Scores, earlier: Scores | None) -> list[Said]:
    if earlier is None:
        return []
    names = [each.id for each in model.dimensions]
    moved = widest_gaps(names, earlier.dimensions, now.dimensions)
    both = [name for name in names if gap(earlier.dimensions, now.dimensions, name) is not None]
    if not moved:
        return [Said("unmoved")] if both else []
    return [
        Said(
            "risen" if distance > 0 else "fallen",
            (name,),
            (earlier.dimensions[name] or 0.0, now.dimensions[name] or 0.0),
        )
        for name, distance in moved[:MOST_GAPS]
    ]


def _missing(model: Model, now: Scores) -> list[Said]:
    thin = tuple(each.id for each in model.dimensions if now.dimensions.get(each.id) is None)
    empty = tuple(each.id for each in model.behaviours() if now.behaviours.get(each.id) is None)
    return [*([Said("thin", thin)] if thin else []), *([Said("unanswered", empty)] if empty else [])]


def _orientations(model: Model, scores: Scores) -> dict[str, float]:
    """All of them, or none: strongest and least mean nothing while one is missing."""
    values = {each.id: scores.dimensions.get(each.id) for each in model.dimensions if each.orientation}
    known = {name: value for name, value in values.items() if value is not None}
    return known if len(known) == len(values) else {}


def _extreme(sentence: str, known: dict[str, float], value: float) -> Said:
    """The one at the end, with any that share its place."""
    there: Sequence[str] = [name for name, each in known.items() if round(each - value, 9) == 0]
    return Said(sentence, tuple(there), (value,))


def _dimension(model: Model, name: str) -> Dimension:
    return next(each for each in model.dimensions if each.id == name)


def _notable(distance: float) -> bool:
    return round(abs(distance), 9) >= NOTABLE
