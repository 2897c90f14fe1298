"""From start to stop of one server process."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from signal import SIGINT, SIGTERM, Signals, getsignal, signal
from threading import current_thread, main_thread
from typing import Any

import anyio.to_thread

from helu.live import hub
from helu.services import providers
from helu.services.watching import watch
from helu.store.database import is_sqlite, old_sqlite, reading
from helu.store.migrate import migrate
from helu.web import address

THREADS = 12  # for the database; more only wait for each other
log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Migrate, start the hub, watch the database; at the end let every stream close by itself."""
    from streamlit import get_option

    migrate()
    with reading() as db:
        providers.check(db)
    address.serve_on(get_option("server.port"))
    if is_sqlite() and (version := old_sqlite()):
        log.warning("SQLite %s: use one Helu process per database file.", version)
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    _settle_memory()
    hub.start()
    if current_thread() is main_thread():
        _close_when_told_to(SIGINT, SIGTERM)
    watching = asyncio.ensure_future(watch())
    yield
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    hub.stop()


def _settle_memory() -> None:
    """What the program itself is made of never becomes garbage: a collection need not look through it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _close_when_told_to(*signals: Signals) -> None:
    """The server waits for open responses before it stops, and streams never end by themselves."""
    for number in signals:
        earlier = getsignal(number)

        def close(received: int, frame: Any, earlier: Any = earlier) -> None:
            hub.close()
            if callable(earlier):
                earlier(received, frame)

        signal(number, close)
