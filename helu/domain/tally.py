"""Counting, placing and spreading: the arithmetic behind what the room sees."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median


@dataclass(frozen=True)
class Count:
    option: str
    votes: int
    share: float  # 0.0-1.0 of everyone who answered, so shares may sum to more than 1


def tally(options: Sequence[str], ballots: Iterable[Iterable[str]]) -> list[Count]:
    """Count each option once per ballot, in the order the options were asked.

    Choices no longer among the options are left out: the question may have been edited.
    """
    sets = [set(ballot) for ballot in ballots]
    votes = Counter(option for ballot in sets for option in ballot)
    return [Count(o, votes[o], votes[o] / len(sets) if sets else 0.0) for o in options]


@dataclass(frozen=True)
class Spread:
    """How answers to one statement lie on its scale."""

    counts: list[int]  # one per step, lowest first
    answered: int
    median: float | None
    mean: float | None


def spread(scores: Iterable[int | None], low: int, high: int) -> Spread:
    """Scores outside the scale and skipped ones (None) are left out."""
    kept = [s for s in scores if s is not None and low <= s <= high]
    counts = Counter(kept)
    steps = [counts[step] for step in range(low, high + 1)]
    return Spread(steps, len(kept), median(kept) if kept else None, fmean(kept) if kept else None)


@dataclass(frozen=True)
class Share:
    option: str
    points: int  # given by all together
    mean: float  # per person who answered
    low: int  # the least and the most anyone gave
    high: int
    givers: int  # how many gave it anything at all


def share_out(options: Sequence[str], ballots: Sequence[Mapping[str, int]]) -> list[Share]:
    """Points per option. Someone who gave an option nothing counts as 0 in mean and spread."""
    shares = []
    for option in options:
        given = [ballot.get(option, 0) for ballot in ballots]
        total = sum(given)
        mean = total / len(given) if given else 0.0
        shares.append(Share(option, total, mean, min(given, default=0), max(given, default=0), sum(map(bool, given))))
    return shares


@dataclass(frozen=True)
class Place:
    option: str
    score: float  # 0.0-1.0; 1.0 when everyone placed it first
    mean_place: float | None  # 1.0 is best
    firsts: int


def rank(options: Sequence[str], ballots: Iterable[Sequence[str]]) -> list[Place]:
    """Borda count over the options, best first; a tie keeps the order they were asked in."""
    lists = [[o for o in ballot if o in options] for ballot in ballots]
    lists = [ballot for ballot in lists if ballot]
    places = [_place(option, lists, len(options)) for option in options]
    return sorted(places, key=lambda place: -place.score)


def _place(option: str, ballots: Sequence[Sequence[str]], count: int) -> Place:
    where = [ballot.index(option) + 1 for ballot in ballots if option in ballot]
    if not ballots or not where:
        return Place(option, 0.0, None, 0)
    points = sum(count - place for place in where)
    most = (count - 1) * len(ballots)
    return Place(option, points / most if most else 1.0, fmean(where), where.count(1))
