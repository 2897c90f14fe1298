"""Password checks are slow on purpose: they get two threads of their own, and a short queue."""

from collections.abc import Callable
from functools import cache
from typing import Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync

from helu.errors import TooFast

MOST_WAITING = 40  # a quarter of a second each: nobody waits more than a few seconds


async def slowly(what: Callable[..., Any], *about: Any) -> Any:
    """Run it where it cannot keep answers waiting. Raises TooFast when too many are before it."""
    limiter = _threads()
    if limiter.statistics().tasks_waiting >= MOST_WAITING:
        raise TooFast(seconds=10)
    return await run_sync(what, *about, limiter=limiter)


@cache
def _threads() -> CapacityLimiter:
    return CapacityLimiter(2)
