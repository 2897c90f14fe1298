"""The platform wheel: how each element stands, and whether the matters serve the purpose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from helu.domain.follow_up import FLOOR
from helu.domain.platform import Line, Matter, new_id
from helu.domain.tally import spread
from helu.domain.text import one_line

LOW, HIGH = 1, 5  # the status scale


@dataclass(frozen=True)
class Status:
    """What the group said of one element at one time."""

    mean: float  # 1.0-5.0
    answered: int
    counts: list[int]  # how many on each step, lowest first
    gathering: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Segment:
    """One element in the wheel."""

    key: str
    title: str
    status: float | None = None  # 1.0-5.0; None until enough have answered
    answered: int = 0
    decided: date | None = None
    work: int = 0  # how much open work there is
    written: bool = False


@dataclass(frozen=True)
class Wheel:
    centre: str
    keyword: str
    segments: list[Segment] = field(default_factory=list)


def status_of(scores: Sequence[int | None], gathering: str = "", on: date | None = None) -> Status | None:
    """None when fewer than FLOOR have answered: a group that small could be seen through."""
    lies = spread(scores, LOW, HIGH)
    if lies.answered < FLOOR or lies.mean is None:
        return None
    return Status(lies.mean, lies.answered, lies.counts, gathering, on)


@dataclass(frozen=True)
class Balance:
    development: int
    operations: int

    @property
    def share(self) -> float:
        """Of all matters that are development, 0.0-1.0; 0.0 when there are none."""
        return self.development / (self.all or 1)

    @property
    def all(self) -> int:
        return self.development + self.operations


def balance(matters: Sequence[Matter]) -> Balance:
    development = sum(each.balance == "development" for each in matters)
    return Balance(development, len(matters) - development)


def without_line(matters: Sequence[Matter], lines: Sequence[Line]) -> list[Matter]:
    """Matters that serve no line of the poster; a line that has been taken away counts as none."""
    known = {line.id for line in lines}
    return [each for each in matters if each.line not in known]


def without_matters(lines: Sequence[Line], matters: Sequence[Matter]) -> list[Line]:
    """Lines of the poster that nothing on the agenda serves."""
    served = {each.line for each in matters}
    return [line for line in lines if line.text and line.id not in served]


def lines_from_text(old: Sequence[Line], text: str) -> list[Line]:
    """One line per line. A line keeps its id and its origin when its wording stands, or when only it changed."""
    written = [each for each in (one_line(each)[:400] for each in text.splitlines()) if each]
    by_text: Mapping[str, Line] = {line.text: line for line in reversed(old)}
    kept: list[Line] = []
    for at, each in enumerate(written):
        same_place = old[at] if len(written) == len(old) and old[at].text not in written else None
        before = by_text.get(each) or same_place
        if before is None or any(before.id == other.id for other in kept):
            before = Line(id=new_id())
        kept.append(Line(id=before.id, text=each, sources=before.sources))
    return kept
