"""HTTP/1.1 as one phone speaks it: a connection, raw bytes, and next to no work for the machine that pretends."""

import asyncio
import ssl
from collections.abc import Callable
from typing import NamedTuple, cast
from urllib.parse import urlsplit

CRLF = b"\r\n"
MOST_HEAD = 64 * 1024


class Garbled(ConnectionError):
    """What came back is not HTTP as we know it."""


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]  # names in lower case; cookies joined by newlines
    body: bytes


class Place(NamedTuple):
    """Where the server is."""

    host: str
    port: int
    path: str
    secure: bool

    @classmethod
    def of(cls, url: str) -> "Place":
        parts = urlsplit(url)
        secure = parts.scheme == "https"
        return cls(parts.hostname or "", parts.port or (443 if secure else 80), parts.path.rstrip("/"), secure)

    @property
    def name(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


class Chunks:
    """Takes chunked coding apart, however the network cut it."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._left = 0  # of the chunk that is under way, its line ending included
        self._trailing = False
        self.ended = False

    def feed(self, data: bytes) -> bytes:
        self._waiting += data
        found = bytearray()
        while self._waiting and not self.ended:
            if not (self._left or self._read_size()):
                break
            if self._left:
                found += self._take()
        return bytes(found)

    def _take(self) -> bytes:
        """What has arrived of the chunk, without the line ending that closes it."""
        some = min(self._left, len(self._waiting))
        content = max(0, min(some, self._left - 2))
        taken = bytes(self._waiting[:content])
        del self._waiting[:some]
        self._left -= some
        return taken

    def _read_size(self) -> bool:
        """Whether there was a whole line to read: the size of the next chunk, or one after the last."""
        end = self._waiting.find(CRLF)
        if end < 0:
            if len(self._waiting) > MOST_HEAD:
                raise Garbled
            return False
        line = bytes(self._waiting[:end])
        del self._waiting[: end + 2]
        if self._trailing:
            self.ended = not line
            return True
        size = _number(line.split(b";")[0], 16)
        self._trailing = size == 0
        self._left = size + 2 if size else 0
        return True


class Events:
    """Takes server-sent events apart: (name, data), one for each that is complete."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[tuple[str, bytes]]:
        *whole, self._rest = (self._rest + data).split(b"\n\n")
        return [_event(each) for each in whole]


class Line(asyncio.Protocol):
    """One connection. One question at a time; what a stream says goes to `hear` as it comes."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._head = b""
        self._reply: Reply | None = None
        self._chunks: Chunks | None = None
        self._length: int | None = None
        self._body = bytearray()
        self._asked: asyncio.Future[Reply] | None = None
        self._hear: Callable[[bytes], None] | None = None
        self.lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing() and not self.lost.done()

    async def ask(self, question: bytes, patience: float, hear: Callable[[bytes], None] | None = None) -> Reply:
        """The whole reply. With `hear`: the reply's head as soon as a 200 begins, and its body by `hear`.

        Raises ConnectionError or TimeoutError; the connection is of no use after that.
        """
        if not self.is_open or self._transport is None:
            raise ConnectionResetError
        self._hear = hear
        self._asked = asyncio.get_running_loop().create_future()
        self._transport.write(question)
        try:
            async with asyncio.timeout(patience):
                return await self._asked
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop has a class of its own

    def connection_lost(self, problem: Exception | None) -> None:
        if self._reply is not None and self._length is None and self._chunks is None:
            self._done()  # a body without a length ends with the connection
        if self._asked is not None and not self._asked.done():
            self._asked.set_exception(ConnectionResetError())
        if not self.lost.done():
            self.lost.set_result(None)

    def data_received(self, data: bytes) -> None:
        try:
            self._read(data)
        except Garbled as problem:
            if self._asked is not None and not self._asked.done():
                self._asked.set_exception(problem)
            self.close()

    def _read(self, data: bytes) -> None:
        if self._reply is None:
            self._head += data
            end = self._head.find(CRLF + CRLF)
            if end < 0:
                if len(self._head) > MOST_HEAD:
                    raise Garbled
                return
            head, data, self._head = self._head[:end], self._head[end + 4 :], b""
            self._begin(head)
        if self._chunks is not None:
            data = self._chunks.feed(data)
        if self._streams() and self._hear is not None:
            if data:
                self._hear(data)
        else:
            self._body += data
        if self._is_whole():
            self._done()

    def _begin(self, head: bytes) -> None:
        self._reply = _head_of(head)
        self._body.clear()
        headers = self._reply.headers
        chunked = "chunked" in headers.get("transfer-encoding", "")
        self._chunks = Chunks() if chunked else None
        empty = self._reply.status in {204, 304}
        length = "0" if empty else headers.get("content-length")
        self._length = None if chunked or length is None else _number(length.encode(), 10)
        if self._streams() and self._asked is not None and not self._asked.done():
            self._asked.set_result(self._reply)

    def _streams(self) -> bool:
        return self._hear is not None and self._reply is not None and self._reply.status == 200

    def _is_whole(self) -> bool:
        if self._chunks is not None:
            return self._chunks.ended
        return self._length is not None and len(self._body) >= self._length

    def _done(self) -> None:
        reply, asked = self._reply, self._asked
        self._reply = None
        if self._transport is not None and reply is not None:
            if self._hear is not None or reply.headers.get("connection") == "close":
                self._transport.close()
            if asked is not None and not asked.done():
                asked.set_result(reply._replace(body=bytes(self._body)))


async def connect(place: Place, patience: float) -> Line:
    """Raises OSError or TimeoutError."""
    context = ssl.create_default_context() if place.secure else None
    async with asyncio.timeout(patience):
        loop = asyncio.get_running_loop()
        _transport, line = await loop.create_connection(Line, place.host, place.port, ssl=context)
    return line


def _head_of(head: bytes) -> Reply:
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ", 2)
    if len(words) < 2 or not words[0].startswith("HTTP/1."):
        raise Garbled
    headers: dict[str, str] = {}
    for line in lines:
        name, _colon, value = line.partition(":")
        name, value = name.lower(), value.strip()
        headers[name] = f"{headers[name]}\n{value}" if name in headers else value
    return Reply(_number(words[1].encode(), 10), headers, b"")


def _event(block: bytes) -> tuple[str, bytes]:
    name, data = "message", []
    for line in block.split(b"\n"):
        if line.startswith(b"data:"):
            data.append(line[5:].removeprefix(b" "))
        elif line.startswith(b"event:"):
            name = line[6:].strip().decode("latin-1")
    return name, b"\n".join(data)


def _number(digits: bytes, base: int) -> int:
    try:
        return int(digits, base)
    except ValueError:
        raise Garbled from None
