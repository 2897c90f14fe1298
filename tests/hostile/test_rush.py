"""A room that does everything at once, over real HTTP, on a server that is killed in the middle of it."""

import asyncio
import json
import os
import random
import sqlite3
import time
from collections import Counter
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any
from urllib.request import HTTPCookieProcessor, Request, build_opener

import httpx
import pytest

from tests.browser.boards import BOARD, board_id, shown
from tests.browser.house import PASSWORD, Gathering, House
from tests.browser.plans import DOTS, open_cards

PHONES = int(os.environ.get("RUSH_PHONES", "30"))
CARDS = int(os.environ.get("RUSH_CARDS", "60"))
EACH = int(os.environ.get("RUSH_EACH", "5"))  # placings from one phone
JSON = {"accept": "application/json", "content-type": "application/json"}


@dataclass
class Log:
    """What was acknowledged, in the order it was."""

    placed: dict[tuple[int, str], str] = field(default_factory=dict)  # (phone, card) -> theme, the newest
    unsure: dict[str, str] = field(default_factory=dict)  # card -> theme of a placing that was never answered
    votes: dict[int, dict[str, int]] = field(default_factory=dict)
    slowest: float = 0


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path)
    house.person("Astrid", "owner")
    house.start()
    yield house
    house.stop()
    assert [each for each in house.complaints() if "kill" not in each] == []


@pytest.fixture
def gathering(house) -> Gathering:
    made = house.planned([open_cards(settings={"cards": 20}), BOARD, DOTS])
    made.move("next")
    for first in range(0, CARDS, 20):
        phone = build_opener(HTTPCookieProcessor(CookieJar()))
        now = shown(made, phone, "open_cards")
        texts = [f"Kort nummer {at}" for at in range(first, min(first + 20, CARDS))]
        sent = {"activity": now["id"], "slot": 0, "attempt": 1, "values": {"cards": texts}}
        phone.open(Request(f"{made.phone}/svar", json.dumps(sent).encode(), JSON))
    made.move("next")
    return made


class Room:
    """All phones and one desk."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering, self.url, self.log = gathering, gathering.house.url, Log()
        self.phones = [httpx.AsyncClient(timeout=90, headers=JSON) for _each in range(PHONES)]
        self.desk = httpx.AsyncClient(timeout=90, headers={"accept": "application/json"})
        self.moved: set[str] = set()  # cards the desk has touched
        self.over = False

    async def enter(self) -> None:
        await asyncio.gather(*(each.get(self.gathering.phone) for each in self.phones))
        await self.desk.post(f"{self.url}/logg-inn", data={"email": "astrid@fjell.no", "password": PASSWORD})
        self.activity = await asyncio.to_thread(board_id, self.gathering)
        self.board = f"{self.url}/tavle/{self.gathering.code}/{self.activity}"

    async def move(self, deed: str, **about: Any) -> httpx.Response:
        return await self.desk.post(f"{self.board}/trekk", json={"deed": deed, **about})

    async def state(self) -> dict[str, Any]:
        return (await self.desk.get(f"{self.board}/tilstand")).json()

    async def send(self, phone: int, attempt: int, values: dict[str, Any]) -> bool:
        """True when it was acknowledged; asks again as a phone does when the gathering was being redrawn."""
        sent = {"activity": self.activity, "slot": 0, "attempt": attempt, "values": values}
        began = time.monotonic()
        reply = await self.phones[phone].post(f"{self.gathering.phone}/svar", json=sent)
        self.log.slowest = max(self.log.slowest, time.monotonic() - began)
        assert reply.status_code in {200, 422, 429, 409}, (reply.status_code, reply.text)
        return reply.status_code == 200

    async def places(self, phone: int, cards: list[int], themes: list[str], attempt: int) -> None:
        """Each phone has cards of its own, so that nobody else moves them, and changes its mind once."""
        for step in range(EACH):
            card, theme = f"k{cards[step % len(cards)]}", random.choice(themes)
            try:
                done = await self.send(phone, attempt + step, {"card": card, "theme": theme})
            except httpx.HTTPError as problem:
                if not isinstance(problem, httpx.ConnectError):  # it may have been on its way
                    self.log.unsure[card] = theme
                return
            if done:
                self.log.placed[phone, card] = theme

    async def sorts(self, free: list[int], themes: list[int]) -> Counter[int]:
        """The desk moves the cards the phones leave alone, renames, parks and undoes its own."""
        said: Counter[int] = Counter()
        while not self.over:
            card = random.choice(free)
            deeds = [
                ("place", {"card": card, "theme": random.choice(themes)}),
                ("rename", {"theme": random.choice(themes), "name": f"Tema {random.random():.4f}"}),
                ("park", {"card": card, "parked": True}),
                ("add_theme", {"name": "Nytt"}),
            ]
            for deed, about in random.sample(deeds, 2):
                try:
                    said[(await self.move(deed, **about)).status_code] += 1
                except httpx.HTTPError:
                    continue
            await asyncio.sleep(0.05)
        return said

    async def leave(self) -> None:
        for each in (*self.phones, self.desk):
            await each.aclose()


def stored(house: House, activity: str) -> list[dict[str, Any]]:
    """The rows of `answer`, by SQL."""
    with sqlite3.connect(f"file:{house.folder / 'helu.db'}?mode=ro", uri=True) as base:
        wanted = "SELECT author, slot, content FROM answer WHERE replace(activity_id, '-', '') = ?"
        rows = base.execute(wanted, (activity.replace("-", ""),)).fetchall()
    return [{"author": author, "slot": slot, **json.loads(content)} for author, slot, content in rows]


def compare(room: Room, state: dict[str, Any]) -> None:
    """Every acknowledged placing is stored exactly once, and is where the card lies."""
    rows = stored(room.gathering.house, room.activity)
    assert len({(row["author"], row["slot"]) for row in rows}) == len(rows)
    held = Counter((row["card"], row["theme"]) for row in rows)
    kept = {card: {theme, room.log.unsure.get(card, theme)} for (_phone, card), theme in room.log.placed.items()}
    lies = {f"k{card['number']}": f"t{card['theme']}" for card in state["cards"]}
    assert kept
    assert {card: lies[card] for card, themes in kept.items() if lies[card] not in themes} == {}
    assert {card: lies[card] for card in kept if held[card, lies[card]] != 1} == {}


async def prepared(gathering: Gathering) -> tuple[Room, list[int], list[str]]:
    room = Room(gathering)
    await room.enter()
    for name in ("Trygghet", "Tid", "Mål"):
        assert (await room.move("add_theme", name=name)).status_code == 200
    state = await room.state()
    return room, [card["number"] for card in state["cards"]], [f"t{theme['number']}" for theme in state["themes"]]


def shares(cards: list[int]) -> tuple[list[list[int]], list[int]]:
    """One card or more for each phone, and the rest for the desk."""
    own = len(cards) * 2 // 3 // PHONES or 1
    return [cards[at * own : (at + 1) * own] for at in range(PHONES)], cards[PHONES * own :]


async def rush(gathering: Gathering) -> Room:
    room, cards, themes = await prepared(gathering)
    mine, free = shares(cards)
    sorting = asyncio.create_task(room.sorts(free, [int(each[1:]) for each in themes]))
    await asyncio.gather(*(room.places(at, mine[at], themes, 1) for at in range(PHONES)))
    room.over = True
    assert (await sorting)[200] > 3
    assert len(room.log.placed) >= PHONES
    compare(room, await room.state())
    return room


async def vote(room: Room) -> None:
    """The next activity: everybody votes twice at once, and the second counts."""
    await asyncio.to_thread(room.gathering.move, "next")
    before, now = room.activity, {"activity": {"id": room.activity}}
    while now["activity"]["id"] == before:  # the move was made in another process
        await asyncio.sleep(0.05)
        now = (await room.phones[0].get(f"{room.gathering.phone}/tilstand")).json()
    room.activity, asked = now["activity"]["id"], now["activity"]["fields"][0]
    options = [each["value"] for each in asked["options"]]

    async def votes(phone: int) -> None:
        for attempt in (1, 2):
            given = {random.choice(options): attempt}
            if await room.send(phone, attempt, {asked["name"]: given}):
                room.log.votes[phone] = given

    await asyncio.gather(*(votes(at) for at in range(PHONES)))
    rows = stored(room.gathering.house, room.activity)
    assert len(rows) == len(room.log.votes) == PHONES
    assert Counter(map(str, (row[asked["name"]] for row in rows))) == Counter(map(str, room.log.votes.values()))


def test_thirty_phones_place_cards_and_vote_while_a_desk_sorts(gathering):
    async def all_of_it() -> float:
        room = await rush(gathering)
        await vote(room)
        await room.leave()
        return room.log.slowest

    assert asyncio.run(all_of_it()) < 30  # on a machine that is busy with other tests


def test_what_was_acknowledged_before_a_kill_is_there_after_it(house, gathering):
    async def all_of_it() -> None:
        room, cards, themes = await prepared(gathering)
        mine, _free = shares(cards)
        placing = [asyncio.create_task(room.places(at, mine[at], themes, 1)) for at in range(PHONES)]
        while len(room.log.placed) < PHONES // 2:
            await asyncio.sleep(0.005)
        house.server.kill()
        house.server.wait()
        await asyncio.gather(*placing)
        await asyncio.to_thread(house.start)
        assert room.log.unsure  # it was in the middle
        compare(room, await room.state())
        room.log.unsure.clear()
        await asyncio.gather(*(room.places(at, mine[at], themes, 100) for at in range(PHONES)))
        compare(room, await room.state())
        await room.leave()

    asyncio.run(all_of_it())
