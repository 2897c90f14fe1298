"""What the command line did is noticed by a running server, on both databases."""

import asyncio

import pytest

from helu.live import Audience, hub
from helu.services import running, showing, watching
from helu.store.database import writing
from helu.store.tables import Workshop


def noticed(world, deed):
    """What a listener hears of a deed that was done in another process."""
    told, looked, look = [], asyncio.Event(), watching._look

    async def look_and_say_so(known):
        found = await look(known)
        if world.workshop.id in found:
            looked.set()
        return found

    async def tell(workshop_id, _language):
        told.append(workshop_id)
        return b"news"

    async def story():
        hub.start()
        watch = asyncio.ensure_future(watching.watch())
        with hub.following(world.workshop.id, Audience("test", "nb"), "kari") as box:
            showing.current(world.workshop.id)
            await box.get(60)  # somebody came: the numbers changed
            told.clear()
            await asyncio.wait_for(looked.wait(), 60)
            await asyncio.to_thread(deed)
            await box.get(60)
        watch.cancel()
        hub.stop()

    hub.tells("test", tell)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watching, "_look", look_and_say_so)
        asyncio.run(story())
    hub._tellers.pop("test")
    return told


def behind_our_back(world, **columns):
    """As another process would: nothing in this one is told."""

    def deed():
        with writing() as db:
            row = db.get_one(Workshop, world.workshop.id)
            for name, value in columns.items():
                setattr(row, name, value)
            db.add(row)

    return deed


def test_a_move_is_noticed_and_what_was_remembered_is_forgotten(world):
    assert world.workshop.id in noticed(world, behind_our_back(world, version=7))
    assert showing.current(world.workshop.id).version == 7


def test_a_change_that_is_no_move_is_noticed_too(world):
    assert world.workshop.id in noticed(world, behind_our_back(world, changes=3))


def test_a_gathering_that_was_erased_is_not_shown_any_more(world):
    def erase():
        with writing() as db:
            db.delete(db.get_one(Workshop, world.workshop.id))

    noticed(world, erase)
    assert showing.remembered(world.workshop.code) is None


def test_a_move_of_our_own_is_not_taken_for_somebody_elses(world):
    def move():
        with writing() as db:
            running.go_next(db, world.workshop)

    noticed(world, move)
    assert showing.current(world.workshop.id).version == 1
