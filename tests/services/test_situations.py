"""A situation is its leader's alone, and only what fits the model is kept."""

import pytest

from helu.content.balance import balance_model
from helu.errors import Misfit, NotFound
from helu.services import access, accounts, groups, profiles, situations
from helu.store.database import reading, writing

NEEDS = {"relation": 6, "change": 7, "task": None}


@pytest.fixture
def held(world):
    with writing() as db:
        return situations.add(db, world.leif, "  omorganisering\n høsten ", NEEDS, {"relation": 3, "culture": 2})


def mine(who):
    with reading() as db:
        return situations.mine(db, who)


def test_it_is_kept_with_what_is_needed_and_what_is_done(world, held):
    found = mine(world.leif)[0]
    assert found.title == "omorganisering høsten"
    assert found.needs == {"relation": 6, "change": 7}
    assert found.actual == {"relation": 3}, "what is not needed is not asked about"


def test_it_is_changed_and_removed(world, held):
    with writing() as db:
        situations.change(db, world.leif, held.id, "nytt team", {"vision": 5}, {"vision": 5})
    assert [(each.title, each.needs) for each in mine(world.leif)] == [("nytt team", {"vision": 5})]
    with writing() as db:
        situations.remove(db, world.leif, held.id)
    assert mine(world.leif) == []


def test_the_one_that_was_changed_last_comes_first(world, held):
    with writing() as db:
        situations.add(db, world.leif, "nytt team", {"task": 5}, {})
    assert [each.title for each in mine(world.leif)] == ["nytt team", "omorganisering høsten"]
    with writing() as db:
        situations.change(db, world.leif, held.id, "igjen", {"task": 5}, {})
    assert [each.title for each in mine(world.leif)] == ["igjen", "nytt team"]


@pytest.mark.parametrize(
    ("title", "needs", "actual"),
    [
        ("", {"task": 5}, {}),
        ("\u200b \n", {"task": 5}, {}),
        ("x" * 201, {"task": 5}, {}),
        ("team", {}, {"task": 5}),
        ("team", {"task": None}, {}),
        ("team", {"task": 0}, {}),
        ("team", {"task": 8}, {}),
        ("team", {"task": True}, {}),
        ("team", {"task": 4.5}, {}),
        ("team", {"task": "5"}, {}),
        ("team", {"rel_1a": 5}, {}),
        ("team", {"task": 5}, {"tull": 3}),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(world, title, needs, actual):
    with pytest.raises(Misfit) as problem, writing() as db:
        situations.add(db, world.leif, title, needs, actual)
    assert str(problem.value).endswith(".")
    assert mine(world.leif) == []


def test_there_is_an_end_to_how_many(world, monkeypatch):
    monkeypatch.setattr(situations, "MOST", 1)
    with writing() as db:
        situations.add(db, world.leif, "en", {"task": 5}, {})
    with pytest.raises(Misfit), writing() as db:
        situations.add(db, world.leif, "to", {"task": 5}, {})


@pytest.mark.parametrize("role", ["owner", "facilitator", "leader"])
@pytest.mark.parametrize("who", ["astrid", "ingrid"])
def test_nobody_else_reaches_it_whatever_their_role(world, held, who, role):
    other = access.Visitor(**getattr(world, who).__dict__ | {"role": role})
    deeds = (
        lambda db: situations.known(db, other, held.id),
        lambda db: situations.change(db, other, held.id, "stjålet", {"task": 5}, {}),
        lambda db: situations.remove(db, other, held.id),
    )
    with writing() as db:
        profiles.mine(db, other)
    for deed in deeds:
        with pytest.raises(NotFound), writing() as db:
            deed(db)
    assert mine(other) == []
    assert [each.title for each in mine(world.leif)] == ["omorganisering høsten"]


def test_the_same_leader_in_another_organisation_has_another_profile(world, held):
    with writing() as db:
        accounts.invite(db, world.fjord.id, "leif@fjell.no", "Leif", "leader")
    elsewhere = access.Visitor(**world.leif.__dict__ | {"organisation_id": world.fjord.id})
    assert mine(elsewhere) == []
    with pytest.raises(NotFound), reading() as db:
        situations.known(db, elsewhere, held.id)


def test_showing_the_radar_does_not_show_situations(world, held):
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, group.id, [world.astrid.user_id, world.leif.user_id])
        profiles.share(db, world.leif, group.id, profiles.RADAR)
    assert mine(world.astrid) == []
    with pytest.raises(NotFound), reading() as db:
        situations.known(db, world.astrid, held.id)


def test_behaviours_make_up_an_orientation_that_has_no_step_of_its_own():
    found = situations.by_dimension(balance_model(), {"task": 2, "confronts": 7, "vision": 4, "inspire": 7})
    assert found == {"relation": None, "change": 5.5, "task": 2.0, "culture": None}
