"""Group commit: what waits together is stored together, and each hears of its own fate."""

import asyncio

import pytest

from helu.store.batch import Batch


def test_items_that_arrive_during_a_commit_share_the_next_one():
    batches = []

    def store(items):
        batches.append(list(items))
        return [item * 2 for item in items]

    async def story():
        batch = Batch(store)
        return await asyncio.gather(*(batch.submit(number) for number in range(50)))

    assert asyncio.run(story()) == [number * 2 for number in range(50)]
    assert sum(map(len, batches)) == 50
    assert len(batches) <= 3


def test_one_refused_item_does_not_trouble_the_others():
    def store(items):
        return [ValueError("odd") if item % 2 else item for item in items]

    async def story():
        batch = Batch(store)
        return await asyncio.gather(*(batch.submit(number) for number in range(4)), return_exceptions=True)

    zero, one, two, three = asyncio.run(story())
    assert (zero, two) == (0, 2)
    assert isinstance(one, ValueError)
    assert isinstance(three, ValueError)


def test_a_broken_store_is_told_to_everybody_who_waited_and_the_next_can_still_come():
    broken = [True]

    def store(items):
        if broken[0]:
            raise RuntimeError("disk")
        return list(items)

    async def story():
        batch = Batch(store)
        first = await asyncio.gather(batch.submit(1), batch.submit(2), return_exceptions=True)
        broken[0] = False
        return first, await batch.submit(3)

    first, then = asyncio.run(story())
    assert all(isinstance(each, RuntimeError) for each in first)
    assert then == 3


def test_somebody_who_left_does_not_stop_the_rest():
    def store(items):
        return list(items)

    async def story():
        batch = Batch(store)
        leaving = asyncio.ensure_future(batch.submit(1))
        staying = asyncio.ensure_future(batch.submit(2))
        await asyncio.sleep(0)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        return await staying

    assert asyncio.run(story()) == 2
