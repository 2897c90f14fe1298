"""What a leader shows to a group, what goes along in the leader's own file, and what is left after erasing."""

import json
from datetime import date, timedelta

import pytest

from helu.services import access, groups, profile_export, profiles, shared_radars, situations
from helu.store.database import reading, writing
from helu.store.profile_tables import ActionPlan, Assessment, LogEntry
from helu.store.rows import now

SECRET = "omorganisering av legevakta"


@pytest.fixture
def group(world):
    with writing() as db:
        made = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, made.id, [world.astrid.user_id, world.leif.user_id])
        return made


@pytest.fixture
def answered(world):
    """Leif has looked at himself twice, and begun a third time."""
    with writing() as db:
        profile = profiles.mine(db, world.leif)
        for step, days, done in ((2, 200, True), (5, 2, True), (7, 1, False)):
            at = now() - timedelta(days=days)
            steps = {"tsk_1a": step, "rel_1a": None}
            row = Assessment(profile_id=profile.id, current=steps, wanted=steps, begun_at=at)
            row.finished_at = at if done else None
            db.add(row)
        situations.add(db, world.leif, SECRET, {"task": 5}, {})
        plan = ActionPlan(profile_id=profile.id, answers={"al3_first_action": "**Lytte** mer"})
        db.add(plan)
        db.flush()
        db.add(LogEntry(plan_id=plan.id, on=date(2026, 3, 1), situation="ledermøtet", texts={"what_i_did": "lyttet"}))


def share(world, group, what="radar"):
    with writing() as db:
        profiles.share(db, world.leif, group.id, what)


def seen_by(who):
    with reading() as db:
        return shared_radars.shown(db, who)


def test_nothing_is_shown_until_the_leader_shows_it(world, group, answered):
    assert seen_by(world.astrid) == []
    share(world, group, "plan")
    assert seen_by(world.astrid) == [], "the plan is not the radar"


def test_the_newest_finished_round_is_shown_and_only_its_figures(world, group, answered):
    share(world, group)
    (found,) = seen_by(world.astrid)
    assert (found.name, found.now.behaviours["goal_conscious"]) == ("Leif", 5.0)
    assert set(vars(found)) == {"name", "now", "wanted"}
    assert SECRET not in repr(found)


def test_it_is_gone_at_once_when_taken_back_or_when_either_leaves_the_group(world, group, answered):
    share(world, group)
    with writing() as db:
        profiles.unshare(db, world.leif, group.id, "radar")
    assert seen_by(world.astrid) == []
    share(world, group)
    for members in ([world.leif.user_id], [world.astrid.user_id]):
        with writing() as db:
            groups.set_members(db, world.astrid, group.id, members)
        assert seen_by(world.astrid) == []


def test_the_owner_outside_the_group_and_other_organisations_see_nothing(world, group, answered):
    share(world, group)
    with writing() as db:
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id])
    for role in ("owner", "facilitator", "leader"):
        for who in (world.astrid, world.ingrid):
            assert seen_by(access.Visitor(**who.__dict__ | {"role": role})) == []


def test_one_does_not_see_oneself_among_the_others(world, group, answered):
    share(world, group)
    assert seen_by(world.leif) == []


def file_of(who):
    with reading() as db:
        return json.loads(profile_export.export(db, who))


def test_the_file_holds_everything_that_is_ones_own(world, group, answered):
    share(world, group)
    found = file_of(world.leif)
    assert [each["now"] for each in found["assessments"]] == [{"tsk_1a": step, "rel_1a": None} for step in (2, 5, 7)]
    assert found["assessments"][2]["finished"] is None
    assert found["assessments"][1]["figures"]["now"]["behaviours"]["goal_conscious"] == 5
    assert found["situations"][0]["title"] == SECRET
    assert found["plans"][0]["answers"] == {"al3_first_action": "**Lytte** mer"}
    assert found["plans"][0]["log"] == [
        {"on": "2026-03-01", "situation": "ledermøtet", "texts": {"what_i_did": "lyttet"}}
    ]
    assert found["shared"] == [{"group": "Ledergruppa", "what": "radar"}]
    assert found["words"]["tsk_1a"].startswith("Jeg sørger for")
    assert "ikke en test" in found["disclaimer"]


@pytest.mark.parametrize("who", ["astrid", "ingrid"])
def test_nobody_elses_file_holds_anything_of_it(world, group, answered, who):
    share(world, group)
    found = file_of(getattr(world, who))
    assert SECRET not in json.dumps(found, ensure_ascii=False)
    assert "assessments" not in found


def test_after_erasing_nothing_is_shown_or_left_in_the_file(world, group, answered):
    share(world, group)
    with writing() as db:
        assert all(each.endswith((".", ":")) or "." in each for each in profiles.erase(db, world.leif))
    assert seen_by(world.astrid) == []
    assert "assessments" not in file_of(world.leif)
    with reading() as db:
        assert situations.mine(db, world.leif) == []
        assert profiles.exist_for(db, world.astrid) == set()
