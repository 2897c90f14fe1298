"""A round in a gathering: opened, shown, hidden and shown again, never more than its rules let out, never in the way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helu.content.balance_words import balance_words
from helu.services import assessing, exporting, gatherings, group_rounds, groups, plans, profiles, running, showing
from helu.services.access import Visitor
from helu.services.assessing_together import round_of
from helu.services.plans import Content
from helu.store.database import reading, writing
from helu.store.rating_tables import GroupRound
from helu.store.tables import Membership, User, Workshop

STATEMENTS = sorted(balance_words().statements("short"))
SECRET = "Jeg lar de andre snakke først"


@pytest.fixture
def leaders(world):
    """Nine of them, with Leif first. They need no login here."""
    found = [world.leif]
    with writing() as db:
        for at in range(8):
            user = User(email=f"l{at}@fjell.no", name=f"Leder {at}", password_hash="x")
            db.add(user)
            db.flush()
            db.add(Membership(user_id=user.id, organisation_id=world.fjell.id, role="leader"))
            found.append(replace(world.leif, user_id=user.id, name=user.name, email=user.email))
    return found


@pytest.fixture
def group(world, leaders):
    with writing() as db:
        made = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, made.id, [each.user_id for each in leaders])
        return made


def gathering(world, group_id, template="leadership-balance") -> Workshop:
    with writing() as db:
        return gatherings.make(db, world.fjell, template, group=group_id)[0]


def move(workshop, deed, *about):
    with writing() as db:
        getattr(running, deed)(db, workshop, *about)


def at(workshop, key):
    with reading() as db:
        return next(each for each in running.activities_in(db, workshop.id) if each.key == key)


def open_(workshop, key):
    move(workshop, "open_activity", at(workshop, key).id)


def wall(workshop, key):
    """What is drawn, and said, of an activity right now."""
    activity = at(workshop, key)
    with reading() as db:
        settings = showing.settings_of(activity, db)
    kind = showing.ACTIVITIES[activity.kind]
    return kind.picture(settings, []).as_json(), kind.summarise(settings, [])


def hand_in(workshop, leaders: list[Visitor], step=4):
    with reading() as db:
        held = round_of(db, at(workshop, "b_self"))
    for leader in leaders:
        with writing() as db:
            own = assessing.begin(db, leader, "short")
            assessing.finish(db, leader, own.id, {"current": dict.fromkeys(STATEMENTS, step)})
            group_rounds.hand_in(db, leader, held.id, own.id)


def test_a_round_follows_the_gathering_and_only_shows_what_its_rules_let_out(world, leaders, group):
    workshop = gathering(world, group.id)
    open_(workshop, "b_self")
    hand_in(workshop, leaders[:4])
    picture, said = wall(workshop, "b_self")
    assert (picture["shape"], picture["handed_in"], picture["members"]) == ("together", 4, 9)
    move(workshop, "reveal")
    assert "minst 5" in wall(workshop, "b_self")[1]
    assert wall(workshop, "b_group")[0]["shape"] == "together"
    open_(workshop, "b_self")  # again: the same round goes on
    hand_in(workshop, leaders[4:5])
    assert wall(workshop, "b_self")[0]["shape"] == "together", "not before it is shown"
    move(workshop, "reveal")
    shown = wall(workshop, "b_self")[0]
    assert (shown["shape"], shown["layers"][0]["values"]) == ("radar", [4, 4, 4, 4])
    assert shown["layers"][1]["values"] == [None] * 4, "nobody answered what they want"
    assert shown["said"][0] == "De tre orienteringene er omtrent like sterke."
    assert (shown["questions"], "Ikke gjett" in shown["rule"]) == ([], True)
    for late, step in ((leaders[5:6], 7), (leaders[6:7], 1)):
        hand_in(workshop, late, step)
        for deed in ("hide", "reveal", "go_next", "go_back", "reveal"):
            move(workshop, deed)
        assert wall(workshop, "b_self")[0]["layers"] == shown["layers"], "two more are too few"
    hand_in(workshop, leaders[7:8], 7)
    move(workshop, "hide")
    assert wall(workshop, "b_self")[0]["shape"] == "together"
    move(workshop, "reveal")
    assert "8 ledere" in wall(workshop, "b_self")[1]
    assert wall(workshop, "b_group")[0]["layers"] == wall(workshop, "b_self")[0]["layers"]
    with reading() as db:
        assert len(group_rounds.for_group(db, world.astrid, group.id)) == 1


def test_a_gathering_goes_on_without_a_round(world, leaders, group):
    first, second, alone = gathering(world, group.id), gathering(world, group.id), gathering(world, None)
    open_(first, "b_self")
    hand_in(first, leaders[:5])
    move(first, "reveal")
    for workshop, why in ((second, "nylig"), (alone, "ikke knyttet")):
        for deed in ("go_next", "reveal", "hide", "go_next", "go_back", "reveal", "go_next"):
            move(workshop, deed)
        with reading() as db:
            state = showing.settings_of(at(workshop, "b_self"), db).state
        assert (state.handed_in, why in state.reason) == (None, True)
        assert "bildet av gruppa" not in str(wall(workshop, "b_self"))
    assert wall(second, "b_group")[0]["shape"] == "radar", "the newest that is shown"
    with writing() as db:
        held = db.get_one(GroupRound, round_of(db, at(first, "b_self")).id)
        held.closed_at -= timedelta(days=40)
        db.add(held)
    open_(second, "b_self")
    assert wall(second, "b_self")[0]["handed_in"] == 0


def test_an_open_round_is_used_and_nothing_of_it_leaves_with_the_gathering(world, leaders, group):
    with writing() as db:
        held = group_rounds.start(db, world.astrid, group.id, "Høst")
    workshop = gathering(world, group.id)
    open_(workshop, "b_self")
    with reading() as db:
        assert round_of(db, at(workshop, "b_self")).id == held.id
    hand_in(workshop, leaders[:6], 3)
    move(workshop, "reveal")
    with reading() as db:
        file = exporting.export(db, workshop, "json")
        exporting.export(db, workshop, "xlsx")
    for word in (b"people", b"Leder 0", b"current", str(held.id).encode()):
        assert word not in file
    with writing() as db:
        again = exporting.import_json(db, world.fjell, file)
    for deed in ("go_next", "reveal", "go_next", "go_back"):
        move(again, deed)


def test_a_plan_is_on_the_wall_as_long_as_it_is_shown_to_this_group_by_a_member(world, leaders, group):
    workshop, leader = gathering(world, group.id, "network-meeting"), leaders[1]
    content = Content({"al1_hallmark": "Hemmelig", "al3_first_action": SECRET, "al5_check": "Hemmelig"}, ["vision"])
    with writing() as db:
        plans.begin(db, leader, content=content)
        other = groups.add(db, world.astrid, "En annen", "network_group")
        groups.set_members(db, world.astrid, other.id, [leader.user_id])
        profiles.share(db, leader, other.id, "plan")
    open_(workshop, "n_plans")
    assert wall(workshop, "n_plans")[0]["rows"] == []
    with writing() as db:
        profiles.share(db, leader, group.id, "plan")
    with reading() as db:
        before = db.get_one(Workshop, workshop.id).changes
    (row,) = wall(workshop, "n_plans")[0]["rows"]
    assert (row["who"], row["what"], row["said"]) == (leader.name, SECRET, "Planlagt")
    assert "Hemmelig" not in str(row)
    with writing() as db:
        profiles.unshare(db, leader, group.id, "plan")
    with reading() as db:
        assert db.get_one(Workshop, workshop.id).changes > before, "the wall is told at once"
    assert wall(workshop, "n_plans")[0]["rows"] == []
    with writing() as db:
        profiles.share(db, leader, group.id, "plan")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id])
    assert wall(workshop, "n_plans")[0]["rows"] == [], "no longer a member"
