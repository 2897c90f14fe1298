"""When answers about people may be shown, and how finely.

Four rules, all fixed when a round opens. A figure needs a floor of people behind it. Whoever is too few for
a figure of their own is counted with others, and stays there. A figure that has been shown only changes when
several new people are behind the change. And figures are shown in half steps, so that the difference between
two of them says little about the few who came between. docs/decisions/0011 has the reasoning.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from math import floor as whole
from math import sqrt
from typing import Any, Protocol

OTHERS = "others"  # those who are too few to stand for themselves
STEP = 0.5
CLOSE, SOME, WIDE = "close", "some", "wide"  # how far apart people are
_BOUNDS = ((1.0, CLOSE), (1.75, SOME))  # standard deviation in steps of the scale
_FINE = 8  # people it takes to tell wide from some: with fewer, the third word says too much of each of them


@dataclass(frozen=True)
class Sum:
    """What is left of several people's values for one figure."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0
    spread: str = ""

    @property
    def shown(self) -> float | None:
        """The mean in half steps; None when nobody is behind it."""
        return whole(self.total / self.n / STEP + 0.5) * STEP if self.n else None


class Row(Protocol):
    """Somebody's answer on its way into the sums."""

    cell: str
    values: dict[str, float]
    counted: bool


@dataclass(frozen=True)
class Rules:
    floor: int
    more: int
    alone: Collection[str] = ()

    def needed(self, cell: str, before: int) -> int:
        """How many new people it takes to show the cell, or to change what it shows."""
        if cell in self.alone:
            return 1
        return self.more if before else self.floor


@dataclass
class Standing:
    """What is shown of a round so far."""

    people: dict[str, int] = field(default_factory=dict)
    sums: dict[str, dict[str, Sum]] = field(default_factory=dict)


def cells_of(counts: Mapping[str, int], floor: int, alone: Collection[str] = ()) -> dict[str, str]:
    """Role -> the cell it is counted in, so that every cell has the floor behind it as far as that can be.

    Roles below the floor become `others`; when all of them together are too few still, the smallest of the
    rest joins them, so that nobody's answers are lost and no difference between two cells is a handful.
    """
    small = {role for role, n in counts.items() if n and n < floor and role not in alone}
    large = sorted((n, role) for role, n in counts.items() if n >= floor and role not in alone)
    while small and sum(counts[role] for role in small) < floor and large:
        small.add(large.pop(0)[1])
    return {role: OTHERS if role in small else role for role in counts}


def release(standing: Standing, rows: Sequence[Row], rules: Rules) -> Standing:
    """Move what may be shown out of the rows and into the sums. The rows are changed: what was moved is gone."""
    people, sums = dict(standing.people), {cell: dict(each) for cell, each in standing.sums.items()}
    fresh = Counter(row.cell for row in rows if not row.counted)
    for cell, n in sorted(fresh.items()):
        before = people.get(cell, 0)
        if n < rules.needed(cell, before):
            continue
        people[cell] = before + n
        mine = [row for row in rows if row.cell == cell]
        sums[cell] = _folded(sums.get(cell, {}), mine, rules, cell)
        for row in mine:
            row.counted = True
    return Standing(people, sums)


def _folded(sums: Mapping[str, Sum], rows: Sequence[Row], rules: Rules, cell: str) -> dict[str, Sum]:
    """Figure by figure: one that too few new people have answered stays as it was, and they wait."""
    held = dict(sums)
    for name in sorted({name for row in rows for name in row.values}):
        values = [row.values[name] for row in rows if name in row.values]
        before = held.get(name, Sum())
        if len(values) < rules.needed(cell, before.n):
            continue
        held[name] = _added(before, values, rules.floor)
        for row in rows:
            row.values = {each: value for each, value in row.values.items() if each != name}
    return held


def _added(before: Sum, values: Sequence[float], floor: int) -> Sum:
    """The spread tells more of single people than the mean does: it only moves when as many as the floor are new."""
    n = before.n + len(values)
    total = before.total + sum(values)
    squares = before.squares + sum(value * value for value in values)
    after = Sum(n, total, squares, before.spread)
    return replace(after, spread=_spread(after)) if len(values) >= floor else after


def _spread(held: Sum) -> str:
    deviation = sqrt(max(0.0, held.squares / held.n - (held.total / held.n) ** 2))
    said = next((name for bound, name in _BOUNDS if deviation < bound), WIDE)
    return SOME if said == WIDE and held.n < _FINE else said


def together(standing: Standing, cells: Iterable[str]) -> dict[str, float | None]:
    """One figure for several cells, from what is shown of each: it tells nothing that they do not."""
    weighed: dict[str, tuple[float, int]] = {}
    for cell in cells:
        for name, held in standing.sums.get(cell, {}).items():
            if held.shown is not None:
                total, n = weighed.get(name, (0.0, 0))
                weighed[name] = (total + held.shown * standing.people[cell], n + standing.people[cell])
    return {name: total / n for name, (total, n) in weighed.items()}


def read_sums(stored: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> dict[str, dict[str, Sum]]:
    return {cell: {name: Sum(**held) for name, held in sums.items()} for cell, sums in stored.items()}


def kept_sums(sums: Mapping[str, Mapping[str, Sum]]) -> dict[str, dict[str, dict[str, Any]]]:
    return {cell: {name: asdict(held) for name, held in each.items()} for cell, each in sums.items()}
