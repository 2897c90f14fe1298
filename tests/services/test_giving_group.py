"""A gathering made without a group is given one, with what it has made."""

import pytest

from helu.errors import Misfit, NotFound, UnknownCode
from helu.services import giving_group, groups, platforms
from helu.store.database import reading, writing
from helu.store.tables import Workshop


@pytest.fixture
def group(world):
    with writing() as db:
        return groups.add(db, world.astrid, "Ledergruppa", "leader_group")


def give(world, who, group):
    with writing() as db:
        giving_group.give_group(db, who, world.workshop.code, group.id)


def test_the_platform_goes_along(world, group):
    with writing() as db:
        own = platforms.of_workshop(db, world.workshop).id
    give(world, world.astrid, group)
    with reading() as db:
        found = db.get_one(Workshop, world.workshop.id)
        assert found.group_id == group.id
        assert platforms.known_of(db, found).id == own
    with pytest.raises(Misfit):
        give(world, world.astrid, group)


def test_two_platforms_are_not_put_together(world, group):
    with writing() as db:
        platforms.of_workshop(db, world.workshop)
        platforms.of_workshop(db, Workshop(organisation_id=world.fjell.id, group_id=group.id, title="", code="x"))
    with pytest.raises(Misfit):
        give(world, world.astrid, group)


def test_only_own_groups_by_own_facilitators(world, group):
    with writing() as db:
        foreign = groups.add(db, world.ingrid, "Fremmed", "leader_group")
    with pytest.raises(NotFound):
        give(world, world.astrid, foreign)
    with pytest.raises(UnknownCode):
        give(world, world.ingrid, group)
