"""Nobody can be told from what is shown, from the difference between two views, or from how rows lie."""

import random
from collections import Counter
from itertools import combinations
from uuid import UUID

import pytest
from sqlalchemy import text

from benchmarks.anonymity import Answer, attack
from helu.content.balance_words import balance_words
from helu.domain.release import cells_of
from helu.services import feedback, responding
from helu.services.feedback_results import results_of
from helu.services.releasing import let_out
from helu.store.database import reading, writing
from helu.store.profile_tables import Profile
from helu.store.rating_tables import Feedback

GROUPS = 2000
STATEMENTS = sorted(balance_words().statements("short"))


@pytest.mark.parametrize("even", [False, True], ids=["as people rate", "evenly"])
def test_the_newest_rating_is_not_guessed_much_better_than_by_chance(even, kind_of_database):
    if kind_of_database == "postgresql":
        return  # it lives in memory: once is enough
    found = attack(GROUPS, even, learning=1)
    assert found["changes"] > GROUPS  # there was something to see
    for attacker in ("subtracting", "learned"):
        assert found[attacker] < 5
        assert found[f"{attacker} at a change"] < 5


@pytest.mark.parametrize(("people", "said"), [(5, "some"), (7, "some"), (8, "wide"), (12, "wide")])
def test_few_people_are_never_said_to_be_far_apart(people, said, kind_of_database):
    held = Feedback(profile_id=None)
    held.cells = {"colleagues": "colleagues"}
    let_out(held, [Answer("colleagues", {"recognises": 1.0 if at % 2 else 7.0}) for at in range(people)])
    [shown] = results_of(held).cells.values()
    assert shown.spread["recognises"] == said


def test_no_two_views_differ_by_a_handful():
    """Whatever is shown, at any time: the people behind it hold those behind something else, or share nobody,
    and where one holds the other the rest are three or more.
    """
    chance = random.Random(5)
    for _ in range(400):
        shown = list(_everything_shown(chance))
        for one, other in combinations(shown, 2):
            assert one.isdisjoint(other) or one <= other or other <= one
            if not one.isdisjoint(other):
                assert len(one ^ other) not in {1, 2}
        assert all(len(each) >= 5 for each in shown)


def _everything_shown(chance):
    """The set of people behind each cell, whenever it changes, through closing and late answers."""
    held = Feedback(profile_id=None)
    roles = chance.choices(["colleagues", "employees", "network"], k=chance.randint(3, 25))
    held.cells = cells_of(Counter(roles), held.floor)
    closing, waiting, behind = chance.randint(1, len(roles)), [], {}
    silent = {at for at in range(len(roles) + 1) if chance.random() < 0.1}
    for at, role in enumerate(roles, 1):
        waiting.append((at, Answer(held.cells[role], {} if at in silent else {"recognises": 4.0})))
        if at < closing:
            continue
        let_out(held, [row for _who, row in waiting])
        for who, row in waiting:
            if row.counted and not row.values and who not in silent:
                behind.setdefault(row.cell, set()).add(who)
        waiting = [(who, row) for who, row in waiting if not row.counted or row.values]
        for cell in held.people:
            if "recognises" in held.sums[cell]:
                yield frozenset(behind[cell])


def test_where_rows_lie_says_nothing_of_when_they_came(world):
    """The order a table gives its rows in, without being asked for one, beside the order they were stored in."""
    held, stored = _stored_one_by_one(world.leif, 150)
    for table in ("feedbackanswer", "spentlink", "feedbacktext"):
        with reading() as db:
            lie = [row[0] for row in db.execute(text(f"SELECT key FROM {table}"))]
        assert len(lie) == len(stored[table])
        assert abs(_correlation([lie.index(key) for key in stored[table]])) < 0.05
    columns = {*Feedback.__table__.metadata.tables["feedbackanswer"].columns.keys()}
    assert columns == {"key", "feedback_id", "cell", "steps", "values", "counted"}  # no time among them


def _stored_one_by_one(leader, n):
    """The same every time, so that the luck of one run decides nothing."""
    stored = {"feedbackanswer": [], "spentlink": [], "feedbacktext": []}
    with writing() as db:
        profile = Profile(user_id=leader.user_id, organisation_id=leader.organisation_id)
        db.add(profile)
        db.flush()
        held = Feedback(id=UUID(int=2), profile_id=profile.id, cells={"colleagues": "colleagues"})
        db.add(held)
        people = [feedback.Respondent(feedback_id=held.id, role="colleagues", name=f"Navn {at}") for at in range(n)]
        for at, each in enumerate(people):
            each.link = feedback.hashed("link", f"token 2.{at}")
        db.add_all(people)
        db.flush()
        for at in range(n):
            secret = f"device {at}"
            responding.keep(db, held, people[at], f"token 2.{at}", secret, {STATEMENTS[0]: 4}, {"keep_on": "Noe"})
            stored["feedbackanswer"].append(feedback.hashed("author", secret, str(held.id)))
            stored["spentlink"].append(feedback.hashed("spent", f"token 2.{at}"))
            stored["feedbacktext"].append(feedback.hashed("text", secret, str(held.id), "keep_on"))
    return held, stored


def _correlation(places):
    n = len(places)
    middle = (n - 1) / 2
    together = sum((at - middle) * (place - middle) for at, place in enumerate(places))
    return together / sum((at - middle) ** 2 for at in range(n))
