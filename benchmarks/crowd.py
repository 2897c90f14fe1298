"""A hall full of phones, a wall, and a stopwatch. Knows the public routes and nothing of what answers them."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from typing import Any

from benchmarks.served import Served
from helu.simulator import answers
from helu.simulator.phone import PATIENCE, Outcome, Phone
from helu.simulator.wire import Events, Line, Place, connect

ARRIVING = 20.0  # seconds; who has not heard by then is lost
SETTLING = 0.6  # seconds, so that what one stage began is not counted in the next
Mover = Callable[[], Awaitable[float]]  # moves the gathering; the monotonic time when it was done


@dataclass
class Figures:
    """Everything measured. Seconds, except where a name says otherwise."""

    page: list[float] = field(default_factory=list)  # join wave: the page
    stream: list[float] = field(default_factory=list)  # join wave: page and first event
    moved_last: list[float] = field(default_factory=list)  # move -> event on the last phone
    spread: list[float] = field(default_factory=list)  # event on the first phone -> on the last
    state: list[float] = field(default_factory=list)  # all phones ask for /tilstand at once
    acknowledged: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)  # acknowledged -> on the wall
    cpu: dict[str, list[float]] = field(default_factory=dict)  # stage -> server seconds for each operation
    busy: dict[str, list[float]] = field(default_factory=dict)  # stage -> the client's share of a core
    sent: int = 0
    acked: int = 0
    refused: int = 0
    again: int = 0  # tries beyond the first
    unheard: int = 0  # phones that did not hear of a move
    formless: int = 0  # moves whose event lacked the form
    unseen: int = 0  # acknowledged answers that the wall never showed
    drops: int = 0
    event_bytes: int = 0
    stage_bytes: int = 0
    page_bytes: int = 0
    memory_before: int = 0
    memory_after: int = 0
    memory_end: int = 0


class Wall:
    """One projector's stream: when it showed how many answers, and which cards."""

    def __init__(self) -> None:
        self.shown: list[tuple[float, int, frozenset[str]]] = []
        self.bytes = 0
        self._events = Events()
        self._line: Line | None = None

    async def open(self, url: str, code: str, login: str) -> None:
        place = Place.of(url)
        self._line = await connect(place, PATIENCE)
        head = f"GET /storskjerm/{code}/hendelser HTTP/1.1\r\nHost: {place.name}\r\nCookie: helu_login={login}\r\n\r\n"
        reply = await self._line.ask(head.encode(), PATIENCE, self._hear)
        if reply.status != 200:
            raise ConnectionRefusedError(f"The wall was answered {reply.status}.")

    def close(self) -> None:
        if self._line is not None:
            self._line.close()

    def _hear(self, data: bytes) -> None:
        now = time.monotonic()
        for name, news in self._events.feed(data):
            if name == "stage":
                stage = json.loads(news)
                picture = (stage.get("activity") or {}).get("picture") or {}
                cards = frozenset(card["text"] for card in picture.get("cards", ()))
                self.shown.append((now, stage["numbers"]["answered"], cards))
                self.bytes = max(self.bytes, len(news))


class Crowd:
    def __init__(self, served: Served, code: str, phones: int, seed: int = 1) -> None:
        self.figures = Figures(memory_before=served.memory())
        self.wall = Wall()
        self._served, self._code, self._seed = served, code, seed
        self._phones = [Phone(Place.of(served.url), code, number, seed) for number in range(phones)]
        self._heard: dict[int, dict[int, float]] = {}  # version -> phone -> when
        self._lines: list[Line] = []
        self._everybody = asyncio.Event()

    async def join(self) -> None:
        """All at once: the page, then the stream."""
        with self._costing("join", len(self._phones)):
            await asyncio.gather(*(self._join(phone) for phone in self._phones))
            await self._all_heard(-1)
        self.figures.memory_after = self._served.memory()

    async def play(self, rounds: int, seconds: float, mover: Mover) -> None:
        for round_ in range(rounds):
            await self._move(mover)
            state = await self._ask_state()
            await self._answer(state["activity"], seconds, round_)
        self.figures.memory_end = self._served.memory()

    async def idle(self, seconds: float) -> None:
        """What the streams alone cost, for each second."""
        with self._costing("idle", seconds):
            await asyncio.sleep(seconds - SETTLING)

    def leave(self) -> None:
        self.figures.drops = sum(line.lost.done() for line in self._lines)
        self.figures.stage_bytes = self.wall.bytes
        self.wall.close()
        for phone in self._phones:
            phone.leave()

    async def _join(self, phone: Phone) -> None:
        begun = time.monotonic()
        reply = await phone.join()
        self.figures.page.append(time.monotonic() - begun)
        self.figures.page_bytes = len(reply.body)
        self._lines.append(await phone.listen(self._hear))
        while not any(phone.number in heard for heard in self._heard.values()):
            await asyncio.sleep(0.005)
        first = min(heard[phone.number] for heard in self._heard.values() if phone.number in heard)
        self.figures.stream.append(first - begun)

    def _hear(self, phone: Phone, news: bytes) -> None:
        version = _read(news)["version"]
        heard = self._heard.setdefault(version, {})
        heard[phone.number] = time.monotonic()
        self.figures.event_bytes = max(self.figures.event_bytes, len(news))
        if len(heard) == len(self._phones):
            self._everybody.set()

    async def _all_heard(self, after: int) -> dict[int, float]:
        """When each phone heard of a version newer than `after`."""
        try:
            async with asyncio.timeout(ARRIVING):
                while not (newest := max(self._heard, default=-1)) > after or self._missing(newest):
                    self._everybody.clear()
                    await self._everybody.wait()
        except TimeoutError:
            self.figures.unheard += self._missing(max(self._heard, default=-1))
        return self._heard.get(max(self._heard, default=-1), {})

    def _missing(self, version: int) -> int:
        return len(self._phones) - len(self._heard.get(version, {}))

    async def _move(self, mover: Mover) -> None:
        before = max(self._heard, default=-1)
        with self._costing("move", len(self._phones)):
            at = await mover()
            heard = (await self._all_heard(before)).values()
            await asyncio.sleep(SETTLING)
        if heard:
            self.figures.moved_last.append(max(heard) - at)
            self.figures.spread.append(max(heard) - min(heard))

    async def _ask_state(self) -> Any:
        """What a client that is not our page does after a move."""
        states: list[Any] = []

        async def ask(phone: Phone) -> None:
            begun = time.monotonic()
            states.append(await phone.state())
            self.figures.state.append(time.monotonic() - begun)

        with self._costing("state", len(self._phones)):
            await asyncio.gather(*(ask(phone) for phone in self._phones))
        return states[-1]

    async def _answer(self, activity: Any, seconds: float, round_: int) -> None:
        fields, outcomes, acks = activity["fields"], [], []
        self.wall.shown.clear()

        async def answer(phone: Phone, values: answers.Values, wait: float) -> None:
            await asyncio.sleep(wait)
            outcome = await phone.answer(activity["id"], values)
            outcomes.append(outcome)
            if outcome.stored:
                acks.append((time.monotonic(), frozenset(_cards(values))))

        with self._costing("answer", len(self._phones)):
            async with asyncio.TaskGroup() as everybody:
                for phone in self._phones:
                    random = Random(f"{self._seed}-{round_}-{phone.number}")
                    values = answers.make(fields, random, phone.number, _own_words(random, round_, phone.number))
                    everybody.create_task(answer(phone, values or {}, random.uniform(0, seconds)))
            await asyncio.sleep(SETTLING)
        self._count(outcomes)
        self._see_wall(acks)

    def _count(self, outcomes: Sequence[Outcome]) -> None:
        self.figures.sent += len(outcomes)
        self.figures.acked += sum(each.stored for each in outcomes)
        self.figures.refused += sum(not each.stored for each in outcomes)
        self.figures.again += sum(each.tries - 1 for each in outcomes)
        self.figures.acknowledged += [each.took for each in outcomes if each.stored]

    def _see_wall(self, acks: Sequence[tuple[float, frozenset[str]]]) -> None:
        """Cards are recognised one by one; anything else is shown when the number has come so far."""
        has_cards = any(cards for _at, _answered, cards in self.wall.shown)
        for place, (acked, cards) in enumerate(sorted(acks, key=lambda ack: ack[0]), start=1):
            seen = (at for at, many, shown in self.wall.shown if (cards <= shown if has_cards else many >= place))
            first = next(seen, None)
            if first is None:
                self.figures.unseen += 1
            else:
                self.figures.wall.append(max(0.0, first - acked))

    @contextmanager
    def _costing(self, stage: str, operations: float) -> Iterator[None]:
        """The server's processor time for each operation, and how busy we were ourselves."""
        server, own, begun = self._served.cpu(), time.process_time(), time.monotonic()
        yield
        took = time.monotonic() - begun
        self.figures.cpu.setdefault(stage, []).append((self._served.cpu() - server) / operations)
        self.figures.busy.setdefault(stage, []).append((time.process_time() - own) / took)


def _own_words(random: Random, round_: int, number: int) -> list[str]:
    """Words that nobody else writes, so that the wall can be asked for just these."""
    return [f"{random.choice(answers.WORDS)} {round_}.{number}.{place}" for place in range(random.randint(1, 2))]


def _cards(values: answers.Values) -> list[str]:
    return [card for card in values.get("cards", ()) if isinstance(card, str)]


@lru_cache(maxsize=8)
def _read(news: bytes) -> Any:
    """The same bytes come to every phone: read once."""
    return json.loads(news)
