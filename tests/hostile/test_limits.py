"""One person with a script must not keep a hall from answering."""

import asyncio
from uuid import uuid4

from starlette.testclient import TestClient

from helu.live import Audience, Hub
from helu.phone import seat
from helu.services import answering, showing
from helu.store.batch import Batch
from helu.store.tables import Answer
from tests.conftest import house, stored

DEVICE = "{:032d}"


def test_one_answer_that_cannot_be_stored_does_not_take_its_neighbours_with_it(world, opened, db):
    activity = opened("open_cards")
    here = showing.current(world.workshop.id)
    sendings = [
        answering.prepare(here, DEVICE.format(n), activity.id, 0, attempt, {"cards": [f"svar {n}"]})
        for n, attempt in enumerate([1, 10**40, 1])
    ]
    batch = Batch(answering.store)

    async def send():
        return await asyncio.gather(*(batch.submit(each) for each in sendings), return_exceptions=True)

    results = asyncio.run(send())
    assert [result is None for result in results] == [True, False, True]
    assert len(stored(db, Answer)) == 2


def test_self_made_cookies_are_counted_as_new_seats(world, monkeypatch):
    monkeypatch.setattr(seat._new_seats, "most", 10)
    statuses = set()
    for number in range(30):
        browser = TestClient(house(), cookies={"helu_device": DEVICE.format(number)})
        statuses.add(browser.get(f"/d/{world.workshop.code}").status_code)
    assert 429 in statuses


def test_the_right_code_as_people_type_it_works_while_others_guess(world, stranger):
    browser = stranger()
    code = world.workshop.code
    browser.get(f"/d/{code}")
    for number in range(61):
        browser.get(f"/d/XXXX{number:04}")
    assert browser.get("/delta", params={"kode": f"{code[:4].lower()} {code[4:].lower()}"}).status_code == 303


async def _following(streams: int) -> list[bool]:
    hub, workshop = Hub(), uuid4()
    boxes, contexts = [], []
    for _ in range(streams):
        contexts.append(hub.following(workshop, Audience("phone", "nb"), "kari"))
        boxes.append(contexts[-1].__enter__())
    return [box.closed for box in boxes]


def test_a_phone_keeps_its_two_newest_streams():
    assert all(asyncio.run(_following(12)) == [True] * 10 + [False] * 2 for _ in range(5))


def test_two_streams_are_allowed():
    assert asyncio.run(_following(2)) == [False, False]


def test_guesses_are_limited(world, stranger):
    for number in range(80):
        last = stranger().get(f"/d/XXXX{number:04}").status_code
    assert last == 429
