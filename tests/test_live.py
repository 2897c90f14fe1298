"""The hub: told once per audience, phones at moves only, screens at most four times a second."""

import asyncio
from uuid import uuid4

from helu.live import PAUSE, Audience, Hub

PHONE, PHONE_NN, WALL = Audience("phone", "nb"), Audience("phone", "nn"), Audience("wall", "nb")


async def nothing_to_share(_workshop, _language):
    return None


def in_a_hall(story):
    """Run a story with a hub whose tellers count how often they were asked."""
    told = []

    async def run():
        hub = Hub()
        for surface in ("phone", "wall"):

            async def tell(_workshop, language, surface=surface):
                told.append((surface, language))
                return f"{surface} {language} {len(told)}".encode()

            hub.tells(surface, tell, nothing_to_share if surface == "phone" else None)
        hub.start()
        await asyncio.wait_for(story(hub, uuid4()), 60)

    asyncio.run(run())
    return told


def test_a_move_is_rendered_once_per_language_however_many_phones_listen():
    async def story(hub, workshop):
        boxes = []
        for number in range(50):
            context = hub.following(workshop, PHONE_NN if number % 5 == 0 else PHONE, f"device{number}")
            boxes.append((context, context.__enter__()))
        hub.moved(workshop)
        heard = [await box.get(30) for _context, box in boxes]
        assert len(set(heard)) == 2
        for context, _box in boxes:
            context.__exit__(None, None, None)

    assert sorted(in_a_hall(story)) == [("phone", "nb"), ("phone", "nn")]


def test_answers_do_not_wake_phones():
    async def story(hub, workshop):
        with hub.following(workshop, PHONE, "kari"):
            hub.stirred(workshop)
            await asyncio.sleep(PAUSE * 1.5)

    assert in_a_hall(story) == []


def test_a_change_on_a_shared_board_waits_beside_the_move_and_never_in_its_place():
    async def story(hub, workshop):
        async def move(_workshop, _language):
            return b"move "

        async def ripple(_workshop, _language):
            return b"ripple "

        hub.tells("phone", move, ripple)
        with hub.following(workshop, PHONE, "kari") as box:
            await box.get(30)  # somebody came: the numbers changed
            hub.moved(workshop)
            await asyncio.sleep(0.05)
            hub.stirred(workshop)
            await asyncio.sleep(PAUSE * 1.5)
            assert await box.get(30) == b"move ripple "

    in_a_hall(story)


def test_six_hundred_answers_in_a_burst_redraw_a_screen_twice():
    async def story(hub, workshop):
        with hub.following(workshop, WALL, "wall"):
            await asyncio.sleep(PAUSE * 2.5)
            before.append(True)
            for _ in range(600):
                hub.stirred(workshop)
            await asyncio.sleep(PAUSE * 2.5)

    before = []
    assert 2 <= len(in_a_hall(story)) <= 4


def test_a_slow_reader_gets_the_newest_news_and_no_backlog():
    async def story(hub, workshop):
        with hub.following(workshop, PHONE, "kari") as box:
            for _ in range(3):
                hub.moved(workshop)
                await asyncio.sleep(0.01)
            assert await box.get(30) == b"phone nb 3"

    in_a_hall(story)


def test_two_tabs_on_one_phone_are_one_phone_and_a_third_replaces_the_first():
    async def story(hub, workshop):
        with hub.following(workshop, PHONE, "kari") as first, hub.following(workshop, PHONE, "kari"):
            assert hub.connected(workshop) == 1
            with hub.following(workshop, PHONE, "kari"), hub.following(workshop, PHONE, "ola"):
                assert await first.get(30) is None
                assert hub.connected(workshop) == 2
        assert hub.connected(workshop) == 0
        assert hub.followed() == []

    in_a_hall(story)


def test_closing_time_ends_every_stream():
    async def story(hub, workshop):
        with hub.following(workshop, PHONE, "kari") as box:
            hub.close()
            assert await box.get(30) is None
        with hub.following(workshop, WALL, "late") as box:  # begins after the goodbye, before the door is shut
            assert await box.get(0.1) is None

    in_a_hall(story)


def test_two_gatherings_never_hear_of_each_other():
    async def story(hub, workshop):
        other = uuid4()
        with hub.following(workshop, PHONE, "kari") as box, hub.following(other, PHONE, "kari") as foreign:
            hub.moved(other)
            assert await foreign.get(30)
            try:
                await box.get(0.05)
            except TimeoutError:
                return
            raise AssertionError("heard of somebody else's gathering")

    in_a_hall(story)


def test_a_teller_that_fails_does_not_end_the_stream():
    async def story(hub, workshop):
        async def broken(_workshop, _language):
            raise RuntimeError("database away")

        with hub.following(workshop, PHONE, "kari") as box:
            working = hub._tellers["phone"]
            hub.tells("phone", broken)
            hub.moved(workshop)
            await asyncio.sleep(0.02)
            hub.tells("phone", working)
            hub.moved(workshop)
            assert await box.get(30)

    in_a_hall(story)
