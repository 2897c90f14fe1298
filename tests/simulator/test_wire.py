"""Bytes come from a network in whatever pieces it likes."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helu.simulator.wire import Chunks, Events, Garbled, Place

CUTS = st.lists(st.integers(1, 40), max_size=60)
PARTS = st.lists(st.binary(min_size=1, max_size=100), max_size=6)
NEWS = st.lists(st.tuples(st.sampled_from(["move", "beat"]), st.text("abæ{}: ", max_size=20)), max_size=6)


def pieces(data: bytes, cuts: list[int]) -> Iterator[bytes]:
    for size in cuts:
        piece, data = data[:size], data[size:]
        yield piece
    yield data


def chunked(parts: list[bytes], trailer: bytes = b"") -> bytes:
    return b"".join(b"%x;n=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n" + trailer + b"\r\n"


@given(
    parts=st.lists(st.binary(min_size=1, max_size=100), max_size=6),
    cuts=CUTS,
    trailer=st.sampled_from([b"", b"X-A: 1\r\n"]),
)
def test_chunks_are_put_together_however_they_are_cut(parts: list[bytes], cuts: list[int], trailer: bytes) -> None:
    chunks = Chunks()
    read = b"".join(chunks.feed(piece) for piece in pieces(chunked(parts, trailer), cuts))
    assert read == b"".join(parts)
    assert chunks.ended


@given(part=st.binary(min_size=1, max_size=100), kept=st.integers(1, 100))
def test_what_has_come_of_a_chunk_is_passed_on_at_once(part: bytes, kept: int) -> None:
    chunks = Chunks()
    assert chunks.feed((b"%x\r\n" % len(part)) + part[:kept]) == part[:kept]
    assert not chunks.ended


def test_what_is_not_chunked_is_refused() -> None:
    with pytest.raises(Garbled):
        Chunks().feed(b"<html>\r\n")


@given(
    news=st.lists(st.tuples(st.sampled_from(["move", "beat"]), st.text("abæ{}: ", max_size=20)), max_size=6), cuts=CUTS
)
def test_events_are_read_however_they_are_cut(news: list[tuple[str, str]], cuts: list[int]) -> None:
    sent = "".join(f"event: {name}\nid: 3\ndata: {data}\n\n" for name, data in news).encode()
    events = Events()
    heard = [event for piece in pieces(sent, cuts) for event in events.feed(piece)]
    assert heard == [(name, data.encode()) for name, data in news]


@pytest.mark.parametrize(
    ("url", "place", "name"),
    [
        ("http://127.0.0.1:8501", Place("127.0.0.1", 8501, "", False), "127.0.0.1:8501"),
        ("https://helu.kommune.no/", Place("helu.kommune.no", 443, "", True), "helu.kommune.no"),
        ("http://[::1]:80/helu", Place("::1", 80, "/helu", False), "[::1]"),
    ],
)
def test_an_address_says_where_and_how(url: str, place: Place, name: str) -> None:
    assert (Place.of(url), place.name) == (place, name)
