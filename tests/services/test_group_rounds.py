"""A group looks at its leadership from its members' own assessments, together or not at all."""

from datetime import timedelta

import pytest
from sqlmodel import select

from helu.content.balance_words import balance_words
from helu.errors import Misfit, NoAccess, NotFound, NotOpen
from helu.services import accounts, assessing, group_rounds, groups, profiles
from helu.services.access import Visitor
from helu.store.database import reading, writing
from helu.store.rating_tables import GroupRound, HandedIn
from helu.store.tables import User

STATEMENTS = sorted(balance_words().statements("short"))


@pytest.fixture
def group(world):
    """Seven leaders in a network group, whom Astrid facilitates."""
    with writing() as db:
        found = groups.add(db, world.astrid, "Nettverk 1", "network_group")
        for at in range(7):
            accounts.invite(db, world.fjell.id, f"leder{at}@fjell.no", f"Leder {at}", "leader")
        users = db.exec(select(User).where(User.email.startswith("leder"))).all()
        groups.set_members(db, world.astrid, found.id, [each.id for each in users])
        return found, [_visitor(world, each) for each in sorted(users, key=lambda each: each.email)]


def _visitor(world, user):
    return Visitor(user.id, world.fjell.id, "leader", user.name, user.email, world.fjell.name, "nb")


def assess(leader, now=4, wanted=5):
    with writing() as db:
        own = assessing.begin(db, leader, "short")
        given = {"current": dict.fromkeys(STATEMENTS, now), "wanted": dict.fromkeys(STATEMENTS, wanted)}
        return assessing.finish(db, leader, own.id, given).id


def take_part(leader, round_id, now=4, wanted=5):
    own = assess(leader, now, wanted)
    with writing() as db:
        group_rounds.hand_in(db, leader, round_id, own)
    return own


def start(world, group):
    with writing() as db:
        return group_rounds.start(db, world.astrid, group.id, "Høsten").id


def close(world, id_):
    with writing() as db:
        return group_rounds.close(db, world.astrid, id_)


def pictures(visitor, group):
    with reading() as db:
        return group_rounds.pictures(db, visitor, group.id)


def later(id_, days):
    with writing() as db:
        held = db.get(GroupRound, id_)
        held.closed_at -= timedelta(days=days)
        held.made_at -= timedelta(days=days)
        db.add(held)


def test_five_are_shown_together_and_four_are_not(world, group):
    found, leaders = group
    id_ = start(world, found)
    for each, now in zip(leaders[:4], (2, 3, 4, 5), strict=True):
        take_part(each, id_, now, 6)
    assert close(world, id_) == 0
    assert pictures(world.astrid, found) == []
    take_part(leaders[4], id_, 7, 6)
    assert close(world, id_) == 5
    for visitor in (world.astrid, leaders[0]):
        [shown] = pictures(visitor, found)
        assert shown.people == 5
        assert shown.current.dimensions["task"] == 4  # (2 + 3 + 4 + 5 + 7) / 5 = 4.2, in half steps
        assert shown.wanted.behaviours["recognises"] == 6
        assert shown.spread["recognises"] == "some"


def test_the_picture_stands_until_three_more_have_come(world, group):
    found, leaders = group
    id_ = start(world, found)
    for each in leaders[:5]:
        take_part(each, id_, 2)
    close(world, id_)
    before = pictures(world.astrid, found)
    for each in leaders[5:]:
        take_part(each, id_, 7)
    assert close(world, id_) == 0
    assert pictures(world.astrid, found) == before


def test_an_assessment_counts_once_and_what_is_counted_stands(world, group):
    found, leaders = group
    first = start(world, found)
    own = take_part(leaders[0], first)
    with writing() as db:
        group_rounds.take_back(db, leaders[0], first)
        group_rounds.hand_in(db, leaders[0], first, own)
        other = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, other.id, [each.user_id for each in leaders])
    second = start(world, other)
    with writing() as db, pytest.raises(group_rounds.AlreadyUsed):
        group_rounds.hand_in(db, leaders[0], second, own)
    for each in leaders[1:5]:
        take_part(each, first)
    close(world, first)
    fresh = assess(leaders[0])
    with writing() as db:
        with pytest.raises(NotOpen):
            group_rounds.take_back(db, leaders[0], first)
        with pytest.raises(NotOpen):
            group_rounds.hand_in(db, leaders[0], first, fresh)
    with writing() as db:
        groups.remove(db, world.astrid, found.id)
        with pytest.raises(group_rounds.AlreadyUsed):
            group_rounds.hand_in(db, leaders[0], second, own)
    with reading() as db:
        assert all(not each.values for each in db.exec(select(HandedIn).where(HandedIn.round_id == first)))


def test_rounds_keep_their_distance_and_are_seen_over_time(world, group):
    found, leaders = group
    first = start(world, found)
    with pytest.raises(Misfit):
        start(world, found)
    for each in leaders:
        take_part(each, first, 3)
    close(world, first)
    with pytest.raises(group_rounds.TooSoon):
        start(world, found)
    with writing() as db, pytest.raises(Misfit):
        group_rounds.remove(db, world.astrid, first)
    later(first, 40)
    second = start(world, found)
    for each in leaders:
        take_part(each, second, 5)
    close(world, second)
    assert [each.current.dimensions["change"] for each in pictures(leaders[0], found)] == [3, 5]


def test_only_members_and_facilitators_of_the_organisation_reach_it(world, group):
    found, leaders = group
    id_ = start(world, found)
    for stranger in (world.leif, world.ingrid):
        with reading() as db, pytest.raises(NotFound):
            group_rounds.pictures(db, stranger, found.id)
    own = assess(world.leif)
    with writing() as db:
        with pytest.raises(NotFound):
            group_rounds.hand_in(db, world.leif, id_, own)
        with pytest.raises(NotFound):
            group_rounds.hand_in(db, leaders[0], id_, own)  # somebody else's assessment
        for deed in (group_rounds.close, group_rounds.remove):
            with pytest.raises(NoAccess):
                deed(db, leaders[0], id_)


def test_who_erases_the_profile_is_out_of_what_is_not_counted(world, group):
    found, leaders = group
    id_ = start(world, found)
    for each in leaders[:5]:
        take_part(each, id_)
    with writing() as db:
        profiles.erase(db, leaders[0])
    assert close(world, id_) == 0
