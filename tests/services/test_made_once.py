"""What is made the first time somebody asks for it is made once, also when two ask in the same moment."""

from helu.services import platforms, profiles
from helu.store.database import writing


def test_a_platform_and_a_profile_that_somebody_else_has_just_made_are_taken_over(world):
    with writing() as db:
        assert platforms._made(db, world.workshop).id == platforms._made(db, world.workshop).id
        assert profiles._made(db, world.leif).id == profiles._made(db, world.leif).id
    with writing() as db:
        assert platforms.of_workshop(db, world.workshop).id == platforms.known_of(db, world.workshop).id
        assert profiles.mine(db, world.leif).id == profiles.known(db, world.leif).id
