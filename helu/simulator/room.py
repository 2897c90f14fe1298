"""A room of phones that join, and answer every activity that opens, each at its own moment."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from random import Random
from typing import Any

from helu.errors import HeluError, sentence
from helu.simulator import answers
from helu.simulator.phone import Phone
from helu.simulator.wire import Place

JOINING = 3.0  # seconds within which the phones come in


class NoServer(HeluError):
    sentence = sentence("Fikk ikke svar fra {url}. Sjekk at Helu kjører der, og prøv igjen.")


class NoGathering(HeluError):
    sentence = sentence("Ingen samling på {url} har koden {code}. Sjekk koden, og prøv igjen.")


@dataclass
class Round:
    """What came of one activity."""

    activity: str
    kind: str
    text: str
    sent: int = 0
    stored: int = 0
    refused: int = 0
    tries: int = 0
    cards: int = 0  # given texts that were stored
    left_over: int = 0  # given texts there was no room for
    slowest: float = 0.0  # seconds from sending to stored
    hands: dict[int, answers.Values] = field(default_factory=dict, repr=False)  # phone -> not yet stored
    given: dict[int, int] = field(default_factory=dict, repr=False)  # phone -> texts in its hand

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name not in {"hands", "given"}}


@dataclass
class Report:
    joined: int = 0
    drops: int = 0
    ended: bool = False
    rounds: list[Round] = field(default_factory=list)

    @property
    def stored(self) -> int:
        return sum(each.stored for each in self.rounds)

    def as_json(self) -> dict[str, Any]:
        rounds = [each.as_json() for each in self.rounds]
        return {
            "joined": self.joined,
            "drops": self.drops,
            "ended": self.ended,
            "stored": self.stored,
            "rounds": rounds,
        }


Told = Callable[[Round], None]


class Room:
    """All phones of one gathering, and what they have in their hands."""

    def __init__(
        self, url: str, code: str, phones: int, texts: Mapping[str, Sequence[str]], seconds: float, seed: int
    ) -> None:
        self.url, self.code, self.seconds, self.seed = url, code, seconds, seed
        self.phones = [Phone(Place.of(url), code, number, seed) for number in range(phones)]
        self.report = Report()
        self._texts = texts
        self._rounds: dict[str, Round] = {}
        self._answering: dict[int, asyncio.Task[None]] = {}
        self._following: list[asyncio.Task[None]] = []
        self._moved = asyncio.Event()
        self._version = -1
        self._news: Mapping[str, Any] = {}

    async def run(self, most: int | None, told: Told) -> None:
        """Until the gathering ends, or `most` activities are answered."""
        await self._come_in()
        open_round: Round | None = None
        try:
            while self._news.get("phase") != "ended":
                self._moved.clear()
                open_round = await self._look(open_round, told)
                if most is not None and len(self.report.rounds) >= most and await self._all_answered():
                    return
                await self._moved.wait()
            self.report.ended = True
        finally:
            if open_round is not None:
                told(open_round)

    async def go_home(self) -> None:
        for phone in self.phones:
            phone.leave()
        self.report.joined = sum(phone.seated.is_set() for phone in self.phones)
        self.report.drops = sum(phone.drops for phone in self.phones)
        tasks = [*self._following, *self._answering.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _come_in(self) -> None:
        await self._first_in(self.phones[0])
        random = Random(f"{self.seed}-joining")
        waits = [random.uniform(0, min(JOINING, self.seconds)) for _ in self.phones]
        self._following = [asyncio.create_task(self._sit(*each)) for each in zip(self.phones, waits, strict=True)]
        await self._moved.wait()

    async def _first_in(self, phone: Phone) -> None:
        """One phone finds out whether there is anything to join. Raises NoServer or NoGathering."""
        try:
            reply = await phone.join()
        except (OSError, TimeoutError):
            raise NoServer(url=self.url) from None
        if reply.status != 200:
            raise NoGathering(url=self.url, code=self.code)

    async def _sit(self, phone: Phone, wait: float) -> None:
        await asyncio.sleep(wait)
        while not await self._joined(phone):
            await asyncio.sleep(1)
        await phone.follow(self._hear)

    async def _joined(self, phone: Phone) -> bool:
        try:
            return (await phone.join()).status == 200
        except (OSError, TimeoutError):
            return False

    def _hear(self, phone: Phone, news: bytes) -> None:
        move = _read(news)
        if move.get("version", -1) > self._version or move.get("phase") == "ended":
            self._version, self._news = move.get("version", -1), move
            self._moved.set()

    async def _look(self, before: Round | None, told: Told) -> Round | None:
        """Find out what is open, and let everybody answer it. Returns the round that is under way."""
        now = await self._now(self._news)
        if now is before:
            return now
        if before is not None:
            await self._stop_answering(before)
            told(before)
        if now is not None:
            self._answering = {number: asyncio.create_task(self._answer(now, number)) for number in now.hands}
        return now

    async def _now(self, news: Mapping[str, Any]) -> Round | None:
        activity = news.get("activity")
        if activity is None or news.get("phase") != "open":
            return None
        if activity not in self._rounds:
            state = await self._state()
            if not state.get("activity") or state["activity"]["id"] != activity or not state["activity"]["fields"]:
                return None
            self._rounds[activity] = self._deal(state["activity"])
            self.report.rounds.append(self._rounds[activity])
        return self._rounds[activity]

    async def _state(self) -> dict[str, Any]:
        for phone in self.phones:
            try:
                state: dict[str, Any] = await phone.state()
            except (OSError, TimeoutError, ValueError):
                continue
            return state
        return {}

    def _deal(self, activity: Mapping[str, Any]) -> Round:
        """Put an answer in every hand, to be sent while the activity is open."""
        made = Round(activity["id"], activity["kind"], activity["text"])
        fields, texts = activity["fields"], self._texts.get(activity["id"])
        hands: list[list[str]] | None = None
        if texts and answers.room_for(fields):
            hands, over = answers.deal(texts, len(self.phones), fields)
            made.left_over = len(over)
        for number in range(len(self.phones)):
            random = Random(f"{self.seed}-{activity['id']}-{number}")
            values = answers.make(fields, random, number, hands[number] if hands else None)
            if values is not None:
                made.hands[number] = values
                made.given[number] = len(hands[number]) if hands else 0
        return made

    async def _answer(self, now: Round, number: int) -> None:
        await asyncio.sleep(Random(f"{self.seed}-{now.activity}-{number}-moment").uniform(0, self.seconds))
        await self.phones[number].seated.wait()
        values = now.hands.pop(number)
        now.sent += 1
        outcome = await self.phones[number].answer(now.activity, values)
        now.tries += outcome.tries
        if outcome.stored:
            now.stored += 1
            now.cards += now.given[number]
            now.slowest = max(now.slowest, outcome.took)
        else:
            now.refused += 1
        if outcome.status in {0, 409}:  # shut before it arrived: kept for when the activity opens again
            now.hands[number] = values

    async def _all_answered(self) -> bool:
        """Wait for those who are answering. Whether nothing moved meanwhile."""
        moved = asyncio.create_task(self._moved.wait())
        waiting = set(self._answering.values())
        while waiting and not moved.done():
            await asyncio.wait([*waiting, moved], return_when=asyncio.FIRST_COMPLETED)
            waiting = {task for task in waiting if not task.done()}
        moved.cancel()
        return not waiting

    async def _stop_answering(self, now: Round) -> None:
        """Who has not begun keeps the answer; what is on its way arrives first."""
        for number, task in self._answering.items():
            if number in now.hands:
                task.cancel()
        await asyncio.gather(*self._answering.values(), return_exceptions=True)
        self._answering = {}


async def play(
    url: str,
    code: str,
    phones: int,
    answers_by_activity: Mapping[str, Sequence[str]],
    seconds: float,
    seed: int,
    *,
    activities: int | None = None,
    lasting: float | None = None,
    told: Told = lambda _round: None,
) -> Report:
    """Let `phones` simulated leaders join and answer, each within `seconds` of an activity opening.

    `answers_by_activity` maps the id of an activity to texts; each is given once, by one phone. Ends with the
    gathering, after so many `activities`, or after `lasting` seconds. Raises NoServer or NoGathering.
    """
    room = Room(url, code, phones, answers_by_activity, seconds, seed)
    try:
        async with asyncio.timeout(lasting):
            await room.run(activities, told)
    except TimeoutError:
        pass
    finally:
        await room.go_home()
    return room.report


@lru_cache(maxsize=8)
def _read(news: bytes) -> Mapping[str, Any]:
    """The same bytes come to every phone: read once."""
    move: Mapping[str, Any] = json.loads(news)
    return move
