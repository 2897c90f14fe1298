"""Platforms: versions, conflicts, adoption, and who may reach them. Leif is in the group; Lise is not."""

from dataclasses import dataclass

import pytest

from helu.domain.platform import ELEMENTS, Element, Line, Principles
from helu.errors import EditedMeanwhile, Misfit, NoAccess, NotFound
from helu.services import accounts, gatherings, groups, platforms
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.store.database import reading, writing
from helu.store.platform_tables import Platform
from helu.store.tables import Group, Workshop
from tests.conftest import World, visitor


@dataclass
class Cast:
    world: World
    group: Group
    workshop: Workshop
    platform: Platform
    outside: Visitor  # Lise, a leader in Fjell who is not in the group
    own: Platform  # of the gathering that has no group

    def write(self, text: str, based_on: int, **more) -> Version:
        with writing() as db:
            return platforms.write(db, self.platform, "purpose", Element(text=text), based_on, "fasilitator", **more)

    @property
    def newest(self) -> Version:
        with reading() as db:
            return platforms.newest(db, self.platform, "purpose")


@pytest.fixture
def cast(world) -> Cast:
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id])
        workshop = gatherings.make(db, world.fjell, "blank", title="Med gruppe", group=group.id)[0]
        platform, own = platforms.of_workshop(db, workshop), platforms.of_workshop(db, world.workshop)
        accounts.invite(db, world.fjell.id, "lise@fjell.no", "Lise", "leader")
        db.commit()
    return Cast(world, group, workshop, platform, visitor("lise@fjell.no"), own)


def test_a_part_begins_empty_and_every_version_stays(cast):
    assert (cast.newest.number, cast.newest.content) == (0, Element())
    cast.write("Første", 0, note="Utkast fra salen")
    cast.write("Andre", 1)
    with reading() as db:
        kept = platforms.versions(db, cast.platform, "purpose")
    assert [(each.number, each.content.text, each.role, each.note) for each in kept] == [
        (2, "Andre", "fasilitator", ""),
        (1, "Første", "fasilitator", "Utkast fra salen"),
    ]


def test_the_same_text_again_is_no_new_version(cast):
    cast.write("Første", 0)
    assert cast.write("Første", 1).number == 1


def test_two_who_write_from_the_same_version_lose_nothing(cast):
    cast.write("Astrids", 0)
    with pytest.raises(EditedMeanwhile):
        cast.write("Bjørns", 0)
    assert cast.newest.content.text == "Astrids"
    assert cast.write("Bjørns", 1).number == 2


def test_what_is_adopted_is_locked_until_it_is_opened_again(cast):
    cast.write("Vedtatt tekst", 0)
    with writing() as db:
        platforms.adopt(db, cast.platform, "purpose", 1)
    assert cast.newest.locked
    with pytest.raises(Misfit):
        cast.write("Endret i smug", 2)
    with writing() as db:
        platforms.reopen(db, cast.platform, "purpose", 2)
    assert (cast.newest.status, cast.newest.content.text) == ("draft", "Vedtatt tekst")
    cast.write("Endret åpent", 3)
    with reading() as db:
        assert platforms.last_adopted(db, cast.platform, "purpose").content.text == "Vedtatt tekst"


def test_adopting_twice_is_adopting_once(cast):
    cast.write("Tekst", 0)
    with writing() as db:
        platforms.adopt(db, cast.platform, "purpose", 1)
        assert platforms.adopt(db, cast.platform, "purpose", 2).number == 2


def test_nobody_adopts_a_text_they_have_not_seen(cast):
    cast.write("Sett", 0)
    cast.write("Ikke sett", 1)
    with writing() as db, pytest.raises(EditedMeanwhile):
        platforms.adopt(db, cast.platform, "purpose", 1)
    assert not cast.newest.locked


def test_an_earlier_version_comes_back_as_the_newest_and_says_where_it_is_from(cast):
    cast.write("Første", 0)
    cast.write("Andre", 1)
    with writing() as db:
        platforms.restore(db, cast.platform, "purpose", 1, 2)
    assert (cast.newest.number, cast.newest.content.text) == (3, "Første")
    assert "1" in cast.newest.note


def test_a_version_that_never_was_cannot_be_restored(cast):
    with writing() as db, pytest.raises(NotFound):
        platforms.restore(db, cast.platform, "purpose", 9, 0)


def test_a_part_nobody_knows_does_not_exist(cast):
    with writing() as db, pytest.raises(NotFound):
        platforms.write(db, cast.platform, "nonsense", Element(), 0)


def test_parts_have_versions_of_their_own(cast):
    cast.write("Formål", 0)
    with writing() as db:
        made = platforms.write(db, cast.platform, "principles", Principles(lines=[Line(text="Tillit")]), 0)
    assert made.number == 1
    with reading() as db:
        assert [platforms.newest(db, cast.platform, each).number for each in ELEMENTS] == [1, 0, 0, 0, 0, 0, 0]


def test_all_gatherings_of_a_group_share_one_platform(cast):
    with writing() as db:
        again = gatherings.make(db, cast.world.fjell, "blank", title="Neste", group=cast.group.id)[0]
        assert platforms.of_workshop(db, again).id == cast.platform.id
        assert [each.title for each in platforms.gatherings_of(db, cast.platform)] == ["Neste", "Med gruppe"]


def test_a_gathering_without_a_group_has_one_of_its_own(cast):
    with reading() as db:
        assert platforms.known_of(db, cast.world.workshop).id == cast.own.id != cast.platform.id
        assert platforms.name_of(db, cast.own) == "Samling i Fjell"
        assert platforms.name_of(db, cast.platform) == "Ledergruppa"


def test_a_change_is_told_to_every_gathering_of_the_group(cast):
    with reading() as db:
        before = db.get_one(Workshop, cast.workshop.id).changes
    cast.write("Nytt", 0)
    with reading() as db:
        assert db.get_one(Workshop, cast.workshop.id).changes > before


def test_the_facilitator_reads_and_changes(cast):
    with reading() as db:
        assert platforms.for_visitor(db, cast.world.astrid, cast.platform.id).id == cast.platform.id
        assert platforms.for_change(db, cast.world.astrid, cast.platform.id).id == cast.platform.id


def test_a_leader_of_the_group_reads_and_changes_nothing(cast):
    with reading() as db:
        assert platforms.for_visitor(db, cast.world.leif, cast.platform.id).id == cast.platform.id
        with pytest.raises(NoAccess):
            platforms.for_change(db, cast.world.leif, cast.platform.id)


def test_a_leader_outside_the_group_is_told_it_does_not_exist(cast):
    with reading() as db, pytest.raises(NotFound):
        platforms.for_visitor(db, cast.outside, cast.platform.id)


def test_a_gatherings_own_platform_is_for_facilitators(cast):
    with reading() as db, pytest.raises(NotFound):
        platforms.for_visitor(db, cast.world.leif, cast.own.id)


@pytest.mark.parametrize("reach", [platforms.for_visitor, platforms.for_change])
def test_another_organisation_is_told_it_does_not_exist(cast, reach):
    with reading() as db, pytest.raises(NotFound):
        reach(db, cast.world.ingrid, cast.platform.id)
