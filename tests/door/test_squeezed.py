"""Streamlit's own scripts travel compressed, to those who are let in, and unchanged."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from helu.door import Squeezed
from helu.door.gate import INDEX

RADAR = next(path for path in (INDEX.parent / "static" / "js").glob("PlotlyChart*.js"))
ADDRESS = f"/static/js/{RADAR.name}"


async def _streamlit(request):
    return PlainTextResponse("streamlit")


@pytest.fixture(scope="module")
def browser():
    routes = [Route("/{path:path}", _streamlit, methods=["GET", "HEAD", "POST"])]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Squeezed)]))


def test_the_radars_script_arrives_whole_and_small(browser):
    reply = browser.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert reply.content == RADAR.read_bytes()
    assert int(reply.headers["content-length"]) < 1_500_000
    assert reply.headers["content-encoding"] == "gzip"
    assert "immutable" in reply.headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        (ADDRESS, {"Accept-Encoding": "identity"}),
        (ADDRESS, {"Accept-Encoding": "gzip", "Range": "bytes=0-9"}),
        ("/static/js/finnes-ikke.js", {"Accept-Encoding": "gzip"}),
        ("/static/../index.html", {"Accept-Encoding": "gzip"}),
        ("/static/%2e%2e/%2e%2e/web/cli.py", {"Accept-Encoding": "gzip"}),
        ("/", {"Accept-Encoding": "gzip"}),
    ],
)
def test_everything_else_is_left_to_streamlit(browser, path, headers):
    assert browser.get(path, headers=headers).text == "streamlit"


def test_only_looking_is_answered_here(browser):
    assert browser.post(ADDRESS).text == "streamlit"
