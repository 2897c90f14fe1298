"""One phone: it takes a seat, keeps listening, and does not give up before its answer is stored."""

import asyncio
import json
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from helu.simulator.wire import Events, Line, Place, Reply, connect

PATIENCE = 20.0  # seconds for one reply
TRIES = 12
LONGEST_WAIT = 5.0
_COOKIE = re.compile(r"^(helu_device=[^;]*)", re.MULTILINE)
Hear = Callable[["Phone", bytes], None]  # what a `move` event says


@dataclass(frozen=True)
class Outcome:
    status: int  # of the last reply; 0 when there was none
    tries: int
    took: float  # seconds from the first try to the last reply
    said: bytes = b""

    @property
    def stored(self) -> bool:
        return self.status == 200


class Phone:
    """Speaks nothing but the phone's public contract."""

    def __init__(self, place: Place, code: str, number: int = 0, seed: int = 0) -> None:
        self.number = number
        self.drops = 0  # streams that ended without being told to
        self.seated = asyncio.Event()
        self._place, self._home = place, f"{place.path}/d/{code}"
        self._random = random.Random(f"{seed}-{number}-line")
        self._cookie = ""
        self._line: Line | None = None
        self._stream: Line | None = None
        self._turn = asyncio.Lock()  # one question at a time on the line
        self._attempt = 0
        self._leaving = False

    async def join(self) -> Reply:
        """Fetch the page and take a seat. Raises OSError or TimeoutError."""
        reply = await self._ask(self._question("GET", ""))
        if reply.status == 200:
            self.seated.set()
        return reply

    async def state(self) -> Any:
        """What `/tilstand` says. Raises OSError or TimeoutError, ValueError when it is something else."""
        reply = await self._ask(self._question("GET", "/tilstand"))
        if reply.status != 200:
            raise ValueError(f"{reply.status}")
        return json.loads(reply.body)

    async def answer(self, activity: str, values: Mapping[str, Any]) -> Outcome:
        """Send until it is stored or refused: the same attempt each time, so that once is enough."""
        self._attempt = max(self._attempt + 1, int(time.time() * 1000))
        body = json.dumps({"activity": activity, "attempt": self._attempt, "values": values}).encode()
        question = self._question("POST", "/svar", body)
        begun = time.monotonic()
        status, said = 0, b""
        for tried in range(1, TRIES + 1):
            try:
                reply = await self._ask(question)
            except (OSError, TimeoutError):
                await self._rest(tried)
                continue
            status, said = reply.status, reply.body
            if status < 500 and status != 429:
                break
            await self._rest(tried, reply.headers.get("retry-after", ""))
        return Outcome(status, tried, time.monotonic() - begun, said)

    async def follow(self, hear: Hear) -> None:
        """Listen until `leave`, coming back when the line breaks."""
        tried = 0
        while not self._leaving:
            try:
                line = await self.listen(hear)
            except (OSError, TimeoutError):
                tried += 1
                await self._rest(tried)
                continue
            tried = 0
            await line.lost
            self.drops += not self._leaving
            await asyncio.sleep(self._random.uniform(0, 1))

    async def listen(self, hear: Hear) -> Line:
        """One stream, open when this returns. Raises OSError or TimeoutError."""
        events = Events()

        def heard(data: bytes) -> None:
            for name, news in events.feed(data):
                if name == "move":
                    hear(self, news)

        line = await connect(self._place, PATIENCE)
        reply = await line.ask(self._question("GET", "/hendelser"), PATIENCE, heard)
        if reply.status != 200:
            line.close()
            raise ConnectionRefusedError(f"{reply.status}")
        self._stream = line
        return line

    def leave(self) -> None:
        self._leaving = True
        for line in (self._line, self._stream):
            if line is not None:
                line.close()

    async def _ask(self, question: bytes) -> Reply:
        """On the connection that is open already, else on a new one."""
        async with self._turn:
            reply = await self._ask_again(question) or await self._ask_anew(question)
        if given := _COOKIE.search(reply.headers.get("set-cookie", "")):
            self._cookie = given[1]
        return reply

    async def _ask_again(self, question: bytes) -> Reply | None:
        """None when there is no open connection, or the server was just about to close it for being quiet."""
        if self._line is None or not self._line.is_open:
            return None
        try:
            return await self._line.ask(question, PATIENCE)
        except ConnectionError:
            return None

    async def _ask_anew(self, question: bytes) -> Reply:
        self._line = await connect(self._place, PATIENCE)
        return await self._line.ask(question, PATIENCE)

    def _question(self, method: str, path: str, body: bytes = b"") -> bytes:
        lines = [f"{method} {self._home}{path} HTTP/1.1", f"Host: {self._place.name}", "Accept-Language: nb"]
        if self._cookie:
            lines.append(f"Cookie: {self._cookie}")
        if body:
            lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + body

    async def _rest(self, tried: int, told: str = "") -> None:
        """As long as the server says, else longer each time, and never in step with the others."""
        if told.isdecimal():
            wait = min(int(told), 60) + self._random.uniform(0, 1)
        else:
            wait = min(LONGEST_WAIT, 0.2 * 2**tried) * self._random.uniform(0.5, 1)
        await asyncio.sleep(wait)
