"""Streamlit's own scripts travel compressed, to those who are let in, and unchanged."""

import gzip
import time
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from helu.door import Squeezed
from helu.web import squeezing
from helu.web.squeezing import origin

FILE = next((origin() / "static" / "js").glob("Selectbox.*.js"))
ADDRESS = f"/static/js/{FILE.name}"


async def _streamlit(request):
    return PlainTextResponse("streamlit")


@pytest.fixture
def browser(monkeypatch, tmp_path):
    """With an empty shelf of its own, in which nothing lies until somebody asks for it or squeezes it all."""
    monkeypatch.setattr(squeezing, "DATA", tmp_path)
    monkeypatch.setattr(squeezing, "_kept", {})
    monkeypatch.setattr(squeezing, "_asked", set())
    routes = [Route("/{path:path}", _streamlit, methods=["GET", "HEAD", "POST"])]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Squeezed)]))


def ask(browser, accepted, how="GET", **headers):
    return browser.request(how, ADDRESS, headers={"Accept-Encoding": accepted, **headers})


def on_the_shelf(way="br"):
    return squeezing.shelf() / "js" / f"{FILE.name}.{way}"


def test_what_is_not_there_yet_is_squeezed_at_once_and_better_behind(browser):
    first = ask(browser, "gzip, br")
    assert first.headers["content-encoding"] == "gzip"
    assert first.content == FILE.read_bytes()
    until = time.monotonic() + 90
    while not on_the_shelf("gzip").exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert brotli.decompress(on_the_shelf().read_bytes()) == FILE.read_bytes()
    later = ask(browser, "gzip, deflate, br, zstd")
    assert later.headers["content-encoding"] == "br"
    assert later.content in {FILE.read_bytes(), on_the_shelf().read_bytes()}  # the test's browser may not know brotli
    assert int(later.headers["content-length"]) < int(first.headers["content-length"])


@pytest.mark.parametrize(("accepted", "way"), [("br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")])
def test_each_gets_what_it_can_read(browser, accepted, way):
    for each, squeeze in (("br", brotli.compress), ("gzip", gzip.compress)):
        on_the_shelf(each).parent.mkdir(parents=True, exist_ok=True)
        on_the_shelf(each).write_bytes(squeeze(FILE.read_bytes()))
    reply, looked = ask(browser, accepted), ask(browser, accepted, "HEAD")
    assert reply.headers["content-encoding"] == way
    assert reply.headers["content-type"] == "text/javascript; charset=utf-8"
    assert reply.headers["vary"] == "Accept-Encoding"
    assert "immutable" in reply.headers["cache-control"]
    assert looked.headers == reply.headers
    assert looked.content == b""


def test_what_is_half_written_is_never_sent_and_a_shelf_that_is_shut_hurts_nobody(browser, tmp_path):
    (tmp_path / "static").write_text("in the way")
    squeezing._make(FILE, "br")
    assert ask(browser, "gzip, br").content == FILE.read_bytes()
    (tmp_path / "static").unlink()
    squeezing._make(FILE, "br")
    until = time.monotonic() + 90  # the thread that the first visitor started may still be writing its own
    while any(each.name.startswith("half-") for each in on_the_shelf().parent.iterdir()):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert brotli.decompress(on_the_shelf().read_bytes()) == FILE.read_bytes()


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        (ADDRESS, {"Accept-Encoding": "identity"}),
        (ADDRESS, {"Accept-Encoding": "gzip", "Range": "bytes=0-9"}),
        ("/static/js/finnes-ikke.js", {"Accept-Encoding": "gzip"}),
        ("/static/../index.html", {"Accept-Encoding": "gzip"}),
        ("/static/%2e%2e/%2e%2e/web/cli.py", {"Accept-Encoding": "gzip"}),
        (f"/static/js/../js/{FILE.name}.br", {"Accept-Encoding": "br"}),
        ("/", {"Accept-Encoding": "gzip"}),
    ],
)
def test_everything_else_is_left_to_streamlit(browser, path, headers):
    assert browser.get(path, headers=headers).text == "streamlit"


def test_only_looking_is_answered_here(browser):
    assert browser.post(ADDRESS).text == "streamlit"


def test_set_up_squeezes_them_all_and_clears_away_the_last_version(browser, monkeypatch, tmp_path):
    monkeypatch.setattr(squeezing, "files", lambda: {ADDRESS: FILE})
    old = tmp_path / "static" / "streamlit-1.0.0"
    old.mkdir(parents=True)
    assert squeezing.squeeze_all() == 2
    assert squeezing.squeeze_all() == 0
    assert gzip.decompress(on_the_shelf("gzip").read_bytes()) == FILE.read_bytes()
    assert [each.name for each in Path(tmp_path / "static").iterdir()] == [squeezing.shelf().name]
