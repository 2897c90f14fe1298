"""Whoever makes a link for a new password does not get into what is the leader's own. Leif leads; Mona is in his group."""

from datetime import date

import pytest

from helu.errors import HeluError
from helu.services import (
    accounts,
    assessing,
    feedback,
    groups,
    passwords,
    plan_log,
    plans,
    profile_export,
    profile_lock,
    profile_report,
    profiles,
    shared_radars,
    situations,
)
from helu.services.assessing import Saving
from helu.services.plans import Content
from helu.services.profiles import Locked
from helu.store.database import reading, writing
from tests.conftest import PASSWORD, visitor

NEW = "en helt ny setning"


@pytest.fixture
def held(world):
    """Leif's plan, shown to the group that he and Mona are in."""
    with writing() as db:
        accounts.invite(db, world.fjell.id, "mona@fjell.no", "Mona", "leader")
        accounts.user_by_email(db, "mona@fjell.no").password_hash = "x"
    mona = visitor("mona@fjell.no")
    with writing() as db:
        world.group = groups.add(db, world.astrid, "Nettverk 1", "network_group")
        groups.set_members(db, world.astrid, world.group.id, [world.leif.user_id, mona.user_id])
    with writing() as db:
        world.plan = plans.begin(db, world.leif, content=Content({"al1_hallmark": "Ro"}))
        world.assessment = assessing.begin(db, world.leif, "short")
        world.code = profiles.make_code(db, world.leif)
        for who in (world.leif, mona):
            profiles.share(db, who, world.group.id, profiles.PLAN)
    world.mona = mona
    return world


def reset(world, password=NEW) -> None:
    """As an owner does, who then uses the link."""
    kept = passwords.keep(password)
    with writing() as db:
        accounts.use_link(db, accounts.reset(db, world.astrid, world.leif.user_id), kept)


def seen_by_mona(world):
    with reading() as db:
        return [each.who for each in plans.shown(db, world.mona)]


DEEDS = {
    "known": lambda db, w: profiles.known(db, w.leif),
    "mine": lambda db, w: profiles.mine(db, w.leif),
    "shared": lambda db, w: profiles.shared(db, w.leif),
    "share": lambda db, w: profiles.share(db, w.leif, w.group.id, "radar"),
    "unshare": lambda db, w: profiles.unshare(db, w.leif, w.group.id, "plan"),
    "code": lambda db, w: profiles.make_code(db, w.leif),
    "others' plans": lambda db, w: plans.shown(db, w.leif),
    "others' radars": lambda db, w: shared_radars.shown(db, w.leif),
    "plans": lambda db, w: plans.listed(db, w.leif),
    "plan": lambda db, w: plans.find(db, w.leif, w.plan.id),
    "calendar": lambda db, w: plans.calendar(db, w.leif, w.plan.id),
    "log": lambda db, w: plan_log.entries(db, w.leif, w.plan.id),
    "write": lambda db, w: plan_log.add(db, w.leif, w.plan.id, plan_log.Written(date(2026, 3, 1), "x")),
    "rounds": lambda db, w: assessing.history(db, w.leif),
    "unfinished": lambda db, w: assessing.unfinished(db, w.leif),
    "assessment": lambda db, w: assessing.known(db, w.leif, w.assessment.id),
    "begin": lambda db, w: assessing.begin(db, w.leif, "short"),
    "situations": lambda db, w: situations.mine(db, w.leif),
    "others' answers": lambda db, w: feedback.mine(db, w.leif),
    "export": lambda db, w: profile_export.export(db, w.leif),
    "report": lambda db, w: profile_report.file(db, w.leif, "pdf", "nb"),
}


def test_a_reset_locks_everything_until_the_old_password_opens_it(held):
    assert seen_by_mona(held) == ["Leif"]
    reset(held)
    for name, deed in DEEDS.items():
        with pytest.raises(Locked), writing() as db:
            deed(db, held)
            raise AssertionError(name)
    (stored,) = assessing.store([Saving(held.leif, held.assessment.id, {"current": {}})])
    assert isinstance(stored, Locked)
    assert seen_by_mona(held) == []
    reset(held, "enda en ny setning")  # a second one does not put a lock of its own in place of the first
    for wrong in (NEW, "enda en ny setning", "", "\0", "x" * 5000, "-"):
        with pytest.raises(profile_lock.WrongKey):
            profile_lock.unlock(held.leif, wrong)
    profile_lock.unlock(held.leif, PASSWORD)
    with writing() as db:
        assert [each.id for each in plans.listed(db, held.leif)] == [held.plan.id]
        assert profiles.has_code(db, held.leif)
    assert seen_by_mona(held) == ["Leif"]


def test_the_code_opens_it_once_however_it_is_typed(held):
    reset(held)
    profile_lock.unlock(held.leif, f" {held.code.upper().replace('-', ' ')}")
    with reading() as db:
        assert plans.listed(db, held.leif)
        assert not profiles.has_code(db, held.leif)
    reset(held)
    with pytest.raises(profile_lock.WrongKey):
        profile_lock.unlock(held.leif, held.code)


def test_guesses_are_limited_and_beginning_anew_is_always_possible(held, monkeypatch):
    reset(held)
    monkeypatch.setattr(passwords, "matches", lambda password, kept: False)  # bcrypt is slow on purpose
    for _guess in range(profile_lock.MOST):
        with pytest.raises(profile_lock.WrongKey):
            profile_lock.unlock(held.leif, "feil")
    with pytest.raises(profile_lock.TooManyTries, match="Vent 15 minutter"):
        profile_lock.unlock(held.leif, held.code)
    with writing() as db:
        profiles.erase(db, held.leif)
    with writing() as db:
        assert plans.listed(db, held.leif) == []
        assert profiles.mine(db, held.leif)


def test_neither_ones_own_change_nor_a_first_password_locks_anything(held, password_hash):
    with writing() as db:
        accounts.change_password(db, held.leif, True, password_hash)
    with writing() as db:
        token = accounts.invite(db, held.fjell.id, "ny@fjell.no", "Ny", "leader")
        accounts.use_link(db, token, password_hash)
    new = visitor("ny@fjell.no")
    with writing() as db:
        assert plans.listed(db, held.leif)
        assert profiles.mine(db, new)
    with writing() as db, pytest.raises(HeluError):
        accounts.use_link(db, token, password_hash)
