"""Notice what other processes did: the command line, or another server on the same database.

Four small queries a second, and the same way on both databases. Deeds in this process are told at
once and do not wait for this.
"""

import asyncio
import logging
from time import monotonic
from uuid import UUID

from anyio.to_thread import run_sync
from sqlmodel import col, select

from helu.errors import HeluError
from helu.live import PAUSE, hub
from helu.services import editing, erasing, order, pulses, showing
from helu.store.database import reading, writing
from helu.store.tables import Workshop

SWEEPS_EVERY = 300.0  # seconds
PULSES_EVERY = 30.0
log = logging.getLogger(__name__)
Marks = dict[UUID, tuple[int, int]]  # gathering -> (version, changes)


async def watch() -> None:
    """Runs until cancelled. A database that is away is asked again; nobody is thrown out meanwhile."""
    known: Marks = {}
    away = False
    swept, ticked = monotonic(), float("-inf")  # what fell due while the server was down does not wait
    while True:
        await asyncio.sleep(PAUSE)
        if monotonic() - ticked > PULSES_EVERY:
            ticked = monotonic()
            await run_sync(_tick)
        if monotonic() - swept > SWEEPS_EVERY:
            swept = monotonic()
            await run_sync(_sweep)
        try:
            known = await _look(known)
            away = False
        except HeluError as problem:
            if not away:
                log.warning("Cannot watch the database: %s", problem)
            away = True


async def _look(known: Marks) -> Marks:
    followed = set(hub.followed()) | set(showing.versions())
    if not followed:
        return known
    found = await run_sync(_marks, followed)
    _tell(known, found, followed)
    if any(found[each][0] != known[each][0] for each in found.keys() & known.keys()):
        await run_sync(order.settle)
    return found


def _sweep() -> None:
    """Erase what was removed on the desk and not brought back, down to the bytes."""
    try:
        with writing() as db:
            gone = editing.sweep(db)
        if gone:
            erasing.sweep()
    except HeluError as problem:
        log.warning("Could not sweep: %s", problem)


def _tick() -> None:
    """Open and close the pulses whose time has come."""
    try:
        pulses.tick_all()
    except HeluError as problem:
        log.warning("Could not open and close pulses: %s", problem)


def _marks(workshop_ids: set[UUID]) -> Marks:
    with reading() as db:
        rows = select(Workshop.id, Workshop.version, Workshop.changes).where(col(Workshop.id).in_(workshop_ids))
        return {row[0]: (row[1], row[2]) for row in db.exec(rows).all()}


def _tell(known: Marks, found: Marks, followed: set[UUID]) -> None:
    seen = showing.versions()
    for workshop_id in followed:
        version, changes = found.get(workshop_id, (-1, -1))
        before = known.get(workshop_id, (version, changes))
        if version != seen.get(workshop_id, before[0]):
            showing.forget(workshop_id)
            hub.moved(workshop_id)
        elif changes != before[1] or version != before[0]:
            showing.forget_what_is_kept(workshop_id)
            hub.stirred(workshop_id)
