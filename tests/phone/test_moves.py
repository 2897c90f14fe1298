"""The stream of moves, on the wire: at once on connect, then whenever the gathering moves."""

import asyncio
import json
import socket
from threading import Thread
from time import monotonic, sleep

import httpx
import pytest
import uvicorn

from helu.live import hub
from helu.services import running
from helu.store.database import writing
from tests.conftest import house


@pytest.fixture
def server(world):
    """The house on a real port, since a test client cannot read an endless stream."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = house()
    config = uvicorn.Config(app, port=port, log_level="error", timeout_graceful_shutdown=1)
    served = uvicorn.Server(config)

    async def serve():
        hub.start()
        await served.serve()
        hub.stop()

    thread = Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    until = monotonic() + 60
    while not served.started:
        assert monotonic() < until
        sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    hub.close()
    served.should_exit = True
    thread.join(10)


def events(lines):
    name = ""
    for line in lines:
        if line.startswith("event: "):
            name = line[7:]
        elif line.startswith("data: ") and name == "move":
            yield json.loads(line[6:])


def test_a_phone_hears_where_the_gathering_is_and_then_every_move(server, world, opened):
    first = opened("choice")
    with httpx.Client(base_url=server, timeout=60) as telephone:
        telephone.get(f"/d/{world.workshop.code}")
        with telephone.stream("GET", f"/d/{world.workshop.code}/hendelser") as line:
            moves = events(line.iter_lines())
            news = next(moves)
            assert (news["activity"], news["phase"]) == (str(first.id), "open")
            assert "<form" in news["page"]
            second = opened("scale")
            news = next(moves)
            assert (news["activity"], news["phase"], news["version"]) == (str(second.id), "open", 2)
            with writing() as db:
                running.reveal(db, world.workshop)
            news = next(moves)
            assert (news["phase"], "<form" in news["page"]) == ("shown", False)


def test_the_streams_of_two_gatherings_are_apart(server, world, opened):
    with httpx.Client(base_url=server, timeout=60) as telephone:
        telephone.get(f"/d/{world.foreign.code}")
        with telephone.stream("GET", f"/d/{world.foreign.code}/hendelser") as line:
            moves = events(line.iter_lines())
            assert next(moves)["version"] == 0
            elsewhere = opened("choice")
            sleep(1.5)  # time enough to be told of it
            with writing() as db:
                running.go_next(db, world.foreign)
            news = next(moves)
            assert news["version"] == 1
            assert news["activity"] not in {None, str(elsewhere.id)}


def test_a_gathering_that_is_not_there_has_no_stream(server):
    assert httpx.get(f"{server}/d/FEILKODE/hendelser").status_code == 404
