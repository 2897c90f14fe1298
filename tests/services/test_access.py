"""Everything reached with an id or a code is checked against who asks."""

import pytest

from helu.errors import HeluError, NoAccess, NotFound
from helu.services import access, accounts, editing, gatherings, groups, projectors
from helu.store.database import reading, writing

DEEDS = {
    "open the desk": lambda db, who, world: access.workshop_for(db, who, world.workshop.code),
    "list gatherings": lambda db, who, world: _only_own(gatherings.listed_for(db, who), world),
    "bring back a gathering": lambda db, who, world: editing.bring_workshop_back(db, who, world.workshop.id),
    "make a projector code": lambda db, who, world: projectors.make_code(
        db, who, access.workshop_for(db, who, world.workshop.code)
    ),
    "reset a person": lambda db, who, world: accounts.reset(db, who, world.leif.user_id),
    "remove a person": lambda db, who, world: accounts.remove(db, who, world.leif.user_id),
    "change a role": lambda db, who, world: accounts.change_role(db, who, world.leif.user_id, "owner"),
    "change a group": lambda db, who, world: groups.set_members(db, who, world.group.id, []),
    "remove a group": lambda db, who, world: groups.remove(db, who, world.group.id),
}
OWNERS_ONLY = {"reset a person", "remove a person", "change a role"}


def _only_own(listed, world):
    if any(each.workshop.id == world.workshop.id for each in listed):
        return listed
    raise NotFound


@pytest.fixture
def with_group(world):
    with writing() as db:
        world.group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
    return world


@pytest.mark.parametrize("what", DEEDS)
@pytest.mark.parametrize("who", ["leif", "ingrid"])
def test_neither_a_leader_nor_another_organisation_gets_through(with_group, who, what):
    with pytest.raises(HeluError), writing() as db:
        DEEDS[what](db, getattr(with_group, who), with_group)


@pytest.mark.parametrize("what", DEEDS)
def test_the_owner_does(with_group, what):
    with writing() as db:
        DEEDS[what](db, with_group.astrid, with_group)


@pytest.mark.parametrize("what", sorted(OWNERS_ONLY))
def test_a_facilitator_of_the_same_organisation_may_not_rule_over_people(with_group, what):
    with writing() as db:
        accounts.change_role(db, with_group.astrid, with_group.leif.user_id, "facilitator")
    facilitator = access.Visitor(**with_group.leif.__dict__ | {"role": "facilitator"})
    with pytest.raises(NoAccess), writing() as db:
        DEEDS[what](db, facilitator, with_group)


def test_another_organisations_gathering_and_an_unknown_one_look_the_same(world):
    said = []
    for code in (world.workshop.code, "FEILKODE"):
        with reading() as db, pytest.raises(HeluError) as problem:
            access.workshop_for(db, world.ingrid, code)
        said.append(str(problem.value).replace(code, ""))
    assert said[0] == said[1]


def test_the_last_owner_cannot_leave(world):
    for deed in (
        lambda db: accounts.remove(db, world.astrid, world.astrid.user_id),
        lambda db: accounts.change_role(db, world.astrid, world.astrid.user_id, "leader"),
    ):
        with pytest.raises(accounts.LastOwner), writing() as db:
            deed(db)


def test_somebody_who_is_removed_is_out_at_once_and_the_account_goes_with_the_last_membership(world):
    from helu.services import logins
    from tests.conftest import log_in

    token = log_in("leif@fjell.no")
    with writing() as db:
        accounts.remove(db, world.astrid, world.leif.user_id)
    with reading() as db:
        assert logins.who(db, token) is None
        with pytest.raises(NotFound):
            accounts.user_by_email(db, "leif@fjell.no")


@pytest.mark.parametrize(
    "email", ["", "kari", "@fjell.no", "kari@", "kari@fjell", "ka ri@fjell.no", "x" * 250 + "@a.no"]
)
def test_an_address_that_is_none_is_a_sentence(world, email):
    with pytest.raises(HeluError) as problem, writing() as db:
        accounts.invite_to(db, world.astrid, email, "Kari", "leader")
    assert str(problem.value).endswith(".")
