"""The hub: who must be told when a gathering moves, or when what it shows has changed.

Deeds call `moved` and `stirred` from any thread. Everything else runs on the event loop. What is
told to an audience is made once, by the teller registered for it, and the same bytes go to everybody
in it: six hundred phones in one language cost one rendering.
"""

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import NamedTuple
from uuid import UUID

PAUSE = 0.25  # seconds; a screen is redrawn at most four times a second
STREAMS_A_DEVICE = 2

log = logging.getLogger(__name__)


class Audience(NamedTuple):
    """Those who see the same. Every surface hears of moves; of other changes, what its rippler says."""

    surface: str
    language: str


Teller = Callable[[UUID, str], Awaitable[bytes]]  # (gathering, language) -> one server-sent event
Rippler = Callable[[UUID, str], Awaitable[bytes | None]]  # the same for a change that is not a move; None: nothing


class Mailbox:
    """The newest news for one stream. What a slow reader has not fetched is replaced, not piled up.

    A ripple, which tells of a change between two moves, waits beside the news and never in its place.
    """

    _numbers = count()

    def __init__(self, device: str) -> None:
        self.device = device
        self.number = next(self._numbers)  # the higher, the younger
        self.closed = False
        self._news = b""
        self._ripple = b""
        self._filled = asyncio.Event()

    def put(self, news: bytes) -> None:
        self._news, self._ripple = news, b""
        self._filled.set()

    def ripple(self, news: bytes) -> None:
        self._ripple = news
        self._filled.set()

    def close(self) -> None:
        self.closed = True
        self._filled.set()

    async def get(self, patience: float) -> bytes | None:
        """The next news; None when the stream should end. Raises TimeoutError after `patience` seconds."""
        await asyncio.wait_for(self._filled.wait(), patience)
        self._filled.clear()
        news, self._news, self._ripple = self._news + self._ripple, b"", b""
        return None if self.closed else news


class Hub:
    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tellers: dict[str, Teller] = {}
        self._ripplers: dict[str, Rippler] = {}
        self._boxes: dict[UUID, dict[Audience, set[Mailbox]]] = defaultdict(lambda: defaultdict(set))
        self._phones: dict[UUID, Counter[str]] = {}  # gathering -> device -> streams
        self._stirring: dict[UUID, bool] = {}  # gathering -> something more happened during the pause
        self._telling: set[asyncio.Task[None]] = set()
        self._closing = False

    def tells(self, surface: str, teller: Teller, rippler: Rippler | None = None) -> None:
        """Without a `rippler` a surface is told the same of a change as of a move."""
        self._tellers[surface] = teller
        if rippler:
            self._ripplers[surface] = rippler

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stirring.clear()
        self._closing = False

    def stop(self) -> None:
        self._loop = None

    def close(self) -> None:
        """Let every stream end, and those that begin meanwhile, or the server would wait for them for ever."""
        self._closing = True
        self._on_loop(self._say_goodbye)

    def moved(self, workshop_id: UUID) -> None:
        self._on_loop(self._tell, workshop_id, True)

    def stirred(self, workshop_id: UUID) -> None:
        self._on_loop(self._stir, workshop_id)

    def followed(self) -> list[UUID]:
        return list(self._boxes)

    def connected(self, workshop_id: UUID) -> int:
        """Phones that listen right now; two tabs on one phone are one phone."""
        return len(self._phones.get(workshop_id, ()))

    @contextmanager
    def following(self, workshop_id: UUID, audience: Audience, device: str) -> Iterator[Mailbox]:
        """A mailbox for one stream, for as long as it listens."""
        box = Mailbox(device)
        if self._closing:
            box.close()
        self._make_room(workshop_id, audience, device)
        self._boxes[workshop_id][audience].add(box)
        if audience.surface == "phone":
            self._phones.setdefault(workshop_id, Counter())[device] += 1
        self._stir(workshop_id)
        try:
            yield box
        finally:
            self._forget(workshop_id, audience, box)
            self._stir(workshop_id)

    def _make_room(self, workshop_id: UUID, audience: Audience, device: str) -> None:
        """A device that opens more streams than it may loses its oldest."""
        if audience.surface != "phone":
            return
        mine = [box for boxes in self._boxes[workshop_id].values() for box in boxes if box.device == device]
        still = sorted((box for box in mine if not box.closed), key=lambda box: box.number)
        for box in still[: max(0, len(still) - STREAMS_A_DEVICE + 1)]:
            box.close()

    def _forget(self, workshop_id: UUID, audience: Audience, box: Mailbox) -> None:
        if audience.surface == "phone":
            phones = self._phones[workshop_id]
            phones[box.device] -= 1
            if not phones[box.device]:
                del phones[box.device]
        audiences = self._boxes[workshop_id]
        audiences[audience].discard(box)
        if not audiences[audience]:
            del audiences[audience]
        if not audiences:
            del self._boxes[workshop_id]
            self._phones.pop(workshop_id, None)

    def _on_loop(self, what: Callable[..., None], *about: UUID | bool) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what, *about)

    def _say_goodbye(self) -> None:
        for audiences in self._boxes.values():
            for box in [box for boxes in audiences.values() for box in boxes]:
                box.close()

    def _stir(self, workshop_id: UUID) -> None:
        """Tell at once after a quiet spell, then at most once per pause."""
        if self._loop is None:
            return
        if workshop_id in self._stirring:
            self._stirring[workshop_id] = True
            return
        self._stirring[workshop_id] = False
        self._tell(workshop_id, False)
        self._loop.call_later(PAUSE, self._settle, workshop_id)

    def _settle(self, workshop_id: UUID) -> None:
        if self._stirring.pop(workshop_id, False):
            self._stir(workshop_id)

    def _tell(self, workshop_id: UUID, moved: bool) -> None:
        for audience in list(self._boxes.get(workshop_id, ())):
            task = asyncio.ensure_future(self._tell_audience(workshop_id, audience, moved))
            self._telling.add(task)  # the loop itself only holds tasks weakly
            task.add_done_callback(self._telling.discard)

    async def _tell_audience(self, workshop_id: UUID, audience: Audience, moved: bool) -> None:
        rippler = None if moved else self._ripplers.get(audience.surface)
        try:
            news = await (rippler or self._tellers[audience.surface])(workshop_id, audience.language)
        except Exception:  # the database may be away; whoever listens hears again when it is back
            log.exception("Could not tell %s about %s", audience, workshop_id)
            return
        if not news:
            return
        for box in list(self._boxes.get(workshop_id, {}).get(audience, ())):
            (box.ripple if rippler else box.put)(news)


hub = Hub()
