"""How well can somebody who sees every view after every event guess the newest rating?

    python -m benchmarks.anonymity [--groups 2000] [--json]

Invented groups of 3 to 12 answer about a leader, one by one; the round is closed, late answers come and are let
out, respondents are taken off the list, and a new round follows. After every event the attacker sees all that Helu
shows (counts, figures, spread, merged cells, everything as one) and guesses the newest rating. One attacker
subtracts each view from the one before; the other has learned from as many other groups which rating goes with
which views. Chance is how often the same guess fits somebody of the same leader who never answered.

A rating is one step of one behaviour. Ratings are drawn in two ways: as people rate, about a level that goes with the
leader, and evenly from 1 to 7, which nobody does.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from helu.domain.release import cells_of
from helu.services.feedback_results import results_of
from helu.services.releasing import let_out
from helu.store.rating_tables import Feedback

STEPS = range(1, 8)
ABOUT = "recognises"  # one behaviour of the model; the rules treat all alike
ROLES = ("colleagues", "employees", "network")
View = tuple[object, ...]


@dataclass
class Answer:
    """As helu/store/rating_tables.py keeps it, without a table."""

    cell: str
    values: dict[str, float]
    counted: bool = False


@dataclass(frozen=True)
class Moment:
    """What the attacker sees before and after an event, and what is to be guessed."""

    before: View
    after: View
    newest: int
    ghost: int  # what somebody of the same leader would have said, who never did
    changed: bool


class Group:
    """One leader's rounds, as the services keep them, in memory."""

    def __init__(self, chance: random.Random, even: bool) -> None:
        self.chance, self.even = chance, even
        self.size = chance.randint(3, 12)
        self.level = chance.gauss(4.8, 0.8)
        roles = chance.sample(ROLES, chance.choice((1, 1, 2, 3)))
        self.people = [(role, self.rating()) for role in chance.choices(roles, k=self.size)]

    def rating(self) -> int:
        if self.even:
            return self.chance.choice(STEPS)
        return min(7, max(1, round(self.chance.gauss(self.level, 1.1))))

    def moments(self) -> Iterator[Moment]:
        seen: View = ()
        for people in (self.people, self._a_year_later()):
            for view, newest in self._round(people):
                now = (seen, view)
                yield Moment((seen,), now, newest, self.rating(), not self._same(seen, view))
                seen = view

    @staticmethod
    def _same(before: View, after: View) -> bool:
        return before[-1:] == after[-1:]

    def _a_year_later(self) -> list[tuple[str, int]]:
        """Mostly the same people, most of whom say the same again; one leaves or one comes."""
        people = [(role, step if self.chance.random() < 0.7 else self.rating()) for role, step in self.people]
        if self.chance.random() < 0.5:
            return [*people, (self.chance.choice(people)[0], self.rating())]
        return people[1:]

    def _round(self, people: list[tuple[str, int]]) -> Iterator[tuple[View, int]]:
        held = Feedback(called="", profile_id=None)
        invited = Counter(role for role, _step in people)
        held.cells = cells_of(invited, held.floor)
        rows: list[Answer] = []
        closing = self.chance.randint(1, len(people))
        shown: View = ()
        for at, (role, step) in enumerate(people, 1):
            rows.append(Answer(held.cells[role], {ABOUT: float(step)}))
            yield (self._waiting(rows), shown), step
            if at >= closing:  # closed, or asked for what has come since; taking somebody off the list changes nothing
                shown = self._shown(held) if let_out(held, rows) else shown
                rows = [row for row in rows if row.values]
                yield (self._waiting(rows), shown), step

    @staticmethod
    def _waiting(rows: list[Answer]) -> View:
        return tuple(sorted(Counter(row.cell for row in rows if not row.counted).items()))

    @staticmethod
    def _shown(held: Feedback) -> View:
        return tuple(
            (cell, shown.people, shown.scores.behaviours[ABOUT], shown.spread.get(ABOUT, ""))
            for cell, shown in results_of(held).cells.items()
        )


def subtracted(moment: Moment) -> int:
    """The mean of those who came between two views of a cell, as far as half steps tell."""
    before = {cell: (n, mean) for cell, n, mean, _spread in (moment.before[-1] or ((), ()))[-1]}
    for cell, n, mean, _spread in moment.after[-1][-1]:
        n_before, mean_before = before.get(cell, (0, 0.0))
        if mean is not None and mean_before is not None and n > n_before:
            return min(7, max(1, round((n * mean - n_before * mean_before) / (n - n_before))))
    means = [mean for _cell, _n, mean, _spread in moment.after[-1][-1] if mean is not None]
    return min(7, max(1, round(means[-1]))) if means else 5


class Learned:
    """Which rating goes with which change of view, from groups whose ratings are known."""

    def __init__(self, moments: list[Moment]) -> None:
        self._tables = [defaultdict(Counter) for _ in range(3)]
        for moment in moments:
            for table, key in zip(self._tables, self._keys(moment), strict=True):
                table[key][moment.newest] += 1

    def __call__(self, moment: Moment) -> int:
        for table, key in zip(self._tables, self._keys(moment), strict=True):
            if sum(table[key].values()) >= 12:
                return table[key].most_common(1)[0][0]
        return 5

    @staticmethod
    def _keys(moment: Moment) -> tuple[View, ...]:
        """From everything that is seen to the little that every group shows."""
        after, before = moment.after[-1][-1], (moment.before[-1] or ((), ()))[-1]
        changed = tuple(each for each in after if each not in before)
        brief = tuple((n, mean, spread) for _cell, n, mean, spread in changed or after)
        was = tuple((n, mean) for cell, n, mean, _spread in before if cell in {each[0] for each in changed})
        return (brief, was), brief, ()


def attack(groups: int, even: bool, learning: int = 4, seed: int = 11) -> dict[str, float]:
    """Points above chance, in hundredths, for both attackers: over all events, and where a view had just changed."""
    chance = random.Random(seed)
    known = [moment for _ in range(groups * learning) for moment in Group(chance, even).moments()]
    unseen = [moment for _ in range(groups) for moment in Group(chance, even).moments()]
    found: dict[str, float] = {"events": len(unseen), "changes": sum(each.changed for each in unseen)}
    for name, guess in (("subtracting", subtracted), ("learned", Learned(known))):
        for of, moments in (("", unseen), (" at a change", [each for each in unseen if each.changed])):
            right = sum(guess(each) == each.newest for each in moments) / len(moments)
            by_chance = sum(guess(each) == each.ghost for each in moments) / len(moments)
            found[f"{name}{of}"] = round(100 * (right - by_chance), 2)
            found[f"{name}{of}, chance"] = round(100 * by_chance, 2)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=2000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = {"as people rate": attack(given.groups, False), "evenly": attack(given.groups, True)}
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for how, figures in found.items():
        print(how)
        for name, value in figures.items():
            print(f"  {name:38} {value:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
