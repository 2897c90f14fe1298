"""A real server and a real Chromium. Each test has gatherings of its own; the server is shared."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.house import PASSWORD, House

PHONE = {"width": 390, "height": 844}
SCREEN = {"width": 1280, "height": 720}

Open = Callable[..., BrowserContext]
LogIn = Callable[..., Page]


@pytest.fixture(scope="session")
def helu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Fjell kommune, where Astrid is owner, and its server."""
    house = House(tmp_path_factory.mktemp("helu"))
    house.person("Astrid", "owner")
    house.start()
    yield house
    house.leave()
    assert house.complaints() == [], house.log.read_text()


@pytest.fixture
def machine(browser: Browser) -> Iterator[Open]:
    """A phone or a laptop of somebody's own: `machine(PHONE)`. No page on it may fail or break its own policy."""
    with machines(browser) as (open_, wrong):
        yield open_
    assert wrong == []


@contextmanager
def machines(browser: Browser) -> Iterator[tuple[Open, list[str]]]:
    """What opens them, and what goes wrong on them. They are closed in the end."""
    opened: list[BrowserContext] = []
    wrong: list[str] = []

    def open_(viewport: dict[str, int] = SCREEN, **more: object) -> BrowserContext:
        settings = {"locale": "nb-NO", "reduced_motion": "reduce"} | more
        context = browser.new_context(viewport=viewport, **settings)  # type: ignore[arg-type]
        context.set_default_timeout(30_000)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        opened.append(context)
        return context

    yield open_, wrong
    for context in opened:
        context.close()


@pytest.fixture
def log_in(machine: Open, helu: House) -> LogIn:
    """A laptop where somebody is logged in already."""

    def open_(email: str = "astrid@fjell.no", **more: object) -> Page:
        return logged_in(machine(**more), helu, email)

    return open_


def logged_in(machine: BrowserContext, helu: House, email: str) -> Page:
    page = machine.new_page()
    page.request.post(f"{helu.url}/logg-inn", form={"email": email, "password": PASSWORD})
    return page


def settled(page: Page) -> None:
    """A Streamlit page that has been drawn to its end, in our own dress."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator("html")).to_have_css("--desk-ink", re.compile("."))


__all__ = ["PHONE", "SCREEN", "LogIn", "Open", "logged_in", "machines", "settled"]
