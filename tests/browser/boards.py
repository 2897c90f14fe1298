"""A theme board with as many cards as a test needs: written on phones that are no more than their cookie."""

import json
import time
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.house import PATIENCE, Gathering, House
from tests.browser.plans import BOARD, open_cards

EACH = 20  # cards from one phone
# Where a card lies: the name of its theme, as those who listen hear it.
LIES = """(text) => {
  const card = [...document.querySelectorAll(".slip .text, .card .text")].find((each) => each.textContent === text);
  return card?.closest(".theme, .column")?.querySelector("h2").textContent ?? null;
}"""


class Board:
    """Astrid's own page for sorting."""

    def __init__(self, page: Page, gathering: Gathering) -> None:
        self.page, self.gathering = page, gathering

    def open(self) -> "Board":
        self.page.goto(f"{self.gathering.house.url}/tavle/{self.gathering.code}/{board_id(self.gathering)}")
        expect(self.page.locator(".card").first).to_be_visible()
        return self

    def card(self, text: str) -> Locator:
        return self.page.locator(".card", has=self.page.get_by_text(text, exact=True))

    def column(self, name: str) -> Locator:
        return self.page.locator(".column", has=self.page.get_by_role("heading", name=name, exact=True))

    def proposes(self) -> list[str]:
        self.page.locator("#first-propose").click()
        expect(self.page.locator(".column .name").first).to_be_visible()
        return self.themes

    @property
    def themes(self) -> list[str]:
        return [field.input_value() for field in self.page.locator(".column .name").all()]

    def adds_theme(self, name: str) -> None:
        expect(self.page.locator(".card").first).to_be_visible()  # then the page is ready to be used
        self.page.get_by_role("button", name="Nytt tema").click()
        self.page.get_by_role("dialog").get_by_role("textbox").fill(name)
        self.page.get_by_role("button", name="Legg til").click()
        expect(self.column(name)).to_be_visible()

    def drags(self, text: str, to: str) -> None:
        self.column(to).scroll_into_view_if_needed()
        self.card(text).drag_to(self.column(to).locator("header"))
        lies(self.page, text, to)


def lies(page: Page, text: str, theme: str | None) -> float:
    """Waits until the card lies there; how many seconds it took."""
    began = time.monotonic()
    page.wait_for_function(
        f"([text, theme]) => ({LIES})(text) === theme", arg=[text, theme], timeout=30_000, polling=20
    )
    return time.monotonic() - began


def with_cards(helu: House, texts: list[str], **more: Any) -> Gathering:
    """The board is on and has these cards."""
    gathering = helu.planned([open_cards(settings={"cards": EACH}), BOARD | more], "Tavla i Fjell")
    gathering.move("next")
    for at in range(0, len(texts), EACH):
        say(gathering, {"cards": texts[at : at + EACH]})
    gathering.move("next")
    return gathering


def board_id(gathering: Gathering) -> str:
    return str(shown(gathering, urllib.request.build_opener(), "theme_board")["id"])


def shown(gathering: Gathering, phone: urllib.request.OpenerDirector, kind: str) -> dict[str, Any]:
    """The activity the server shows, once it has heard of a move that was made in another process."""
    until = time.monotonic() + PATIENCE
    while True:
        now = json.load(phone.open(f"{gathering.phone}/tilstand", timeout=PATIENCE))["activity"]
        if now and now["kind"] == kind:
            return now
        assert time.monotonic() < until, now
        time.sleep(0.05)


def say(gathering: Gathering, values: dict[str, Any], kind: str = "open_cards") -> None:
    """An answer to what is open, which is of that kind, from a phone of its own."""
    phone = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    sent = {"activity": shown(gathering, phone, kind)["id"], "slot": 0, "attempt": 1, "values": values}
    head = {"Content-Type": "application/json", "Accept": "application/json"}
    phone.open(urllib.request.Request(f"{gathering.phone}/svar", json.dumps(sent).encode(), head), timeout=PATIENCE)
