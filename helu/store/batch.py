"""Group commit: what arrives while one commit is under way goes together into the next.

A hundred phones that answer in the same moment share one transaction and one flush to disk, and
each is still acknowledged only after that commit.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from anyio.to_thread import run_sync

from helu.errors import HeluError

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST = 200  # in one transaction, so that nobody waits for a very long one


class Batch(Generic[Item, Result]):
    """`store` takes items and returns one result or exception for each, in the same order."""

    def __init__(self, store: Callable[[Sequence[Item]], Sequence[Result | Exception]]) -> None:
        self._store = store
        self._waiting: list[tuple[Item, asyncio.Future[Result]]] = []
        self._busy = False

    async def submit(self, item: Item) -> Result:
        """What `store` made of the item, once it is committed. Raises what `store` raised for it."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        if not self._busy:
            self._busy = True
            self._task = asyncio.ensure_future(self._empty())
        return await done

    async def _empty(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._keep(batch)
        finally:
            self._busy = False

    async def _keep(self, batch: list[tuple[Item, asyncio.Future[Result]]]) -> None:
        results = await run_sync(self._try, [item for item, _ in batch])
        for (_, done), result in zip(batch, results, strict=True):
            if done.cancelled():
                continue
            if isinstance(result, Exception):
                done.set_exception(result)
            else:
                done.set_result(result)

    def _try(self, items: Sequence[Item]) -> Sequence[Result | Exception]:
        """One item that cannot be stored must not take the others with it: then each goes alone."""
        try:
            return self._store(items)
        except HeluError as problem:  # the database is away or full: the same for all of them
            return [problem] * len(items)
        except Exception as problem:
            if len(items) == 1:
                return [problem]
            return [result for item in items for result in self._try([item])]
