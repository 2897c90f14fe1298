"""A theme board with as many cards as a test needs: written on phones that are no more than their cookie."""

import json
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

from tests.browser.house import Gathering, House
from tests.browser.plans import open_cards

EACH = 20  # cards from one phone
BOARD = {
    "kind": "theme_board",
    "title": "Hva hører sammen?",
    "settings": {"material": [{"activity": "open_cards", "what": "cards"}]},
}


def with_cards(helu: House, texts: list[str], **more: Any) -> Gathering:
    """The board is on and has these cards."""
    gathering = helu.planned([open_cards(settings={"cards": EACH}), BOARD | more], "Tavla i Fjell")
    gathering.move("next")
    for at in range(0, len(texts), EACH):
        _answer(gathering, {"cards": texts[at : at + EACH]})
    gathering.move("next")
    return gathering


def board_id(gathering: Gathering) -> str:
    reply = urllib.request.urlopen(f"{gathering.phone}/tilstand", timeout=10)
    return str(json.load(reply)["activity"]["id"])


def _answer(gathering: Gathering, values: dict[str, Any]) -> None:
    phone = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    now = json.load(phone.open(f"{gathering.phone}/tilstand", timeout=10))
    sent = {"activity": now["activity"]["id"], "slot": 0, "attempt": 1, "values": values}
    head = {"Content-Type": "application/json", "Accept": "application/json"}
    phone.open(urllib.request.Request(f"{gathering.phone}/svar", json.dumps(sent).encode(), head), timeout=10)
