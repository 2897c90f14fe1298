"""One phone in a room where the network, the server and the thumb all fail now and then."""

from collections import Counter

import pytest
from playwright.sync_api import CDPSession, expect

from tests.browser.cast import NOT_YET, SENT, Phone, PlainPhone, everybody_joins
from tests.browser.conftest import PHONE, Open
from tests.browser.furnished import furnished
from tests.browser.house import Gathering, House
from tests.browser.plans import EVERY_KIND, GROUPS, NOTE, POINTS, RANKING, Plan, open_cards

SMALL = {"width": 360, "height": 640}
MOST_REQUESTS, MOST_BYTES = 6, 40 * 1024


def in_the_room(helu: House, machine: Open, plan: Plan, viewport: dict[str, int] = PHONE) -> tuple[Gathering, Phone]:
    """Kari has joined, and the first activity is open."""
    gathering = helu.planned(plan)
    kari = Phone(machine(viewport).new_page(), "Kari")
    everybody_joins(gathering, kari)
    gathering.move("next")
    kari.follows_to(plan[0]["title"])
    return gathering, kari


def test_what_is_typed_survives_a_reload_and_a_server_that_goes_down(helu: House, machine: Open) -> None:
    gathering, kari = in_the_room(helu, machine, [open_cards(), open_cards("Og så?", key="then")])
    box = kari.get_by_role("textbox")
    box.fill("En halvferdig tanke")
    expect(kari.status).to_have_text("Ikke sendt ennå.")
    kari.reload()
    expect(box).to_have_value("En halvferdig tanke")
    expect(kari.status).to_have_text("Ikke sendt ennå.")

    helu.stop()
    expect(kari.locator("#line")).to_have_text("Uten nett. Det du skriver, blir tatt vare på her.")
    box.press_sequentially(" og mer")
    kari.send.click()
    expect(kari.status).to_have_text(NOT_YET)
    helu.start()
    expect(kari.locator("#line")).to_be_hidden()
    expect(kari.status).to_have_text(SENT)
    expect(box).to_have_value("En halvferdig tanke og mer")

    assert gathering.now["joined"] == 1
    assert [each["values"] for each in gathering.answers["open_cards"]] == [{"cards": ["En halvferdig tanke og mer"]}]
    gathering.move("next")
    kari.follows_to("Og så?")


def test_what_was_sent_while_the_page_died_is_sent_by_the_next_page(helu: House, machine: Open) -> None:
    gathering, kari = in_the_room(helu, machine, [open_cards()])
    kari.route("**/svar", lambda route: route.abort())
    kari.get_by_role("textbox").fill("Snart framme")
    kari.send.click()
    expect(kari.status).to_have_text(NOT_YET)
    kari.unroute("**/svar")
    kari.goto(gathering.phone)
    expect(kari.status).to_have_text(SENT)
    assert [each["values"] for each in gathering.answers["open_cards"]] == [{"cards": ["Snart framme"]}]


def test_a_private_note_survives_a_reload_and_never_leaves_the_phone(helu: House, machine: Open) -> None:
    gathering, kari = in_the_room(helu, machine, [NOTE, open_cards()])
    kari.get_by_label("Notatet ditt").fill("Jeg skal lytte først")
    expect(kari.status).to_have_text("Lagret på denne telefonen.")
    kari.reload()
    expect(kari.get_by_label("Notatet ditt")).to_have_value("Jeg skal lytte først")
    gathering.move("next")
    kari.follows_to("Hva er viktigst?")
    gathering.move("back")
    expect(kari.get_by_label("Notatet ditt")).to_have_value("Jeg skal lytte først")
    assert not any("lytte" in request for request in kari.sent)
    assert not helu.stores("Jeg skal lytte først")


def test_another_language_is_one_tap_away_and_the_draft_comes_along(helu: House, machine: Open) -> None:
    _gathering, kari = in_the_room(helu, machine, [open_cards()])
    html, title = kari.locator("html"), kari.get_by_role("heading", name="Hva er viktigst?")
    expect(html).to_have_attribute("lang", "nb")
    kari.get_by_role("textbox").fill("Ein tanke")
    kari.get_by_role("link", name="Nynorsk").click()
    expect(html).to_have_attribute("lang", "nn")
    expect(kari.get_by_role("textbox")).to_have_value("Ein tanke")
    expect(kari.get_by_text("Svaret blir vist på storskjermen", exact=False)).to_be_visible()
    assert title.evaluate("heading => heading.closest('[lang]').lang") == "nb"
    kari.get_by_role("link", name="English").click()
    expect(html).to_have_attribute("lang", "en")
    expect(kari.get_by_role("link", name="English")).to_have_attribute("aria-current", "true")


def test_points_are_shared_out_with_plus_and_minus(helu: House, machine: Open) -> None:
    gathering, kari = in_the_room(helu, machine, [POINTS])
    left = kari.locator(".left")
    more, less = kari.get_by_role("button", name="Mer til: Ro"), kari.get_by_role("button", name="Mindre til: Ro")
    for _tap in range(3):
        more.click()
    less.click()
    expect(left).to_have_text("90 igjen av 100")
    kari.send.click()
    expect(kari.locator("#field-points .wrong")).to_have_text("Du har brukt 10 av 100. Fordel 100.")
    kari.get_by_text("Mot", exact=True).click()  # the words lead to the number, not to a button
    expect(kari.get_by_label("Mot", exact=True)).to_be_focused()
    kari.get_by_label("Mot", exact=True).press_sequentially("8,5a")  # whole points, and nothing that is no number
    expect(kari.get_by_label("Mot", exact=True)).to_have_value("85")
    kari.get_by_role("button", name="Mer til: Retning").click()
    kari.get_by_role("button", name="Mer til: Retning").click()
    expect(left).to_have_text("0 igjen av 100")
    kari.send.click()
    expect(kari.status).to_have_text(SENT)
    expect(kari.locator(".wrong")).to_have_count(0)
    assert gathering.answers["points"][0]["values"] == {"points": {"ro": 10, "mot": 85, "retning": 5}}


def test_an_order_is_made_with_arrows(helu: House, machine: Open) -> None:
    gathering, kari = in_the_room(helu, machine, [RANKING])
    rows = kari.locator(".order li > span")
    expect(rows).to_have_text(["Ro", "Mot", "Retning"])
    kari.get_by_role("button", name="Flytt opp: Retning").click()
    kari.get_by_role("button", name="Flytt opp: Retning").press("Enter")  # the focus came along
    kari.get_by_role("button", name="Flytt ned: Ro").click()
    expect(rows).to_have_text(["Retning", "Mot", "Ro"])
    kari.reload()
    expect(rows).to_have_text(["Retning", "Mot", "Ro"])
    kari.send.click()
    expect(kari.status).to_have_text(SENT)
    assert gathering.answers["ranking"][0]["values"] == {"order": ["retning", "mot", "ro"]}


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_group_answers_from_one_phone(helu: House, machine: Open, script: bool) -> None:
    gathering, kari = in_the_room(helu, machine, [GROUPS])
    first = kari.fill("first")
    kari.send.click()
    expect(kari.status).to_have_text(SENT)
    page = machine(PHONE, java_script_enabled=script).new_page()
    ola = (Phone if script else PlainPhone)(page, "Ola", "g1")
    ola.goto(gathering.phone)
    ola.fill("second")
    ola.send.click()
    sentence = "Denne gruppa har alt svart fra en annen telefon."
    expect(ola.locator("#field-group .wrong")).to_contain_text(sentence)
    expect(ola.locator("#field-cards textarea").first).to_have_value("Ola på second først")
    ola.locator("#field-group input[value=g2]").check()
    ola.send.click()
    expect(ola.status).to_have_text(SENT)
    told = {each["group"]: each["values"] for each in gathering.answers["group_work"]}
    assert told == {"g1": first.values, "g2": {"cards": ["Ola på second først", "Ola på second så"]}}


def test_send_is_in_sight_on_the_smallest_phone(helu: House, machine: Open) -> None:
    _gathering, kari = in_the_room(helu, machine, [open_cards()], SMALL)
    expect(kari.send).to_be_in_viewport(ratio=1)


def test_nothing_sticks_out_of_the_smallest_phone(helu: House, machine: Open) -> None:
    gathering, kari = furnished(helu), Phone(machine(SMALL).new_page(), "Kari")
    everybody_joins(gathering, kari)
    for activity in EVERY_KIND:
        gathering.move("next")
        kari.follows_to(activity["title"])
        assert kari.evaluate("document.documentElement.scrollWidth") == SMALL["width"], activity["kind"]


def test_the_first_look_is_light(helu: House, machine: Open) -> None:
    gathering = helu.planned([open_cards()])
    gathering.move("next")
    page = machine(PHONE).new_page()
    fetched = Fetched(page.context.new_cdp_session(page))
    kari = Phone(page, "Kari")
    kari.goto(gathering.phone)
    expect(kari.send).to_be_visible()
    kari.wait_for_load_state("networkidle")
    assert len(fetched.addresses) <= MOST_REQUESTS, fetched.addresses
    assert sum(fetched.bytes.values()) <= MOST_BYTES, fetched.bytes


class Fetched:
    """What went over the wire, as Chromium itself counts it: headers, compressed bodies and the stream."""

    def __init__(self, session: CDPSession) -> None:
        self.addresses: dict[str, str] = {}
        self.bytes: Counter[str] = Counter()
        session.on("Network.requestWillBeSent", self._ask)
        session.on("Network.responseReceived", lambda it: self._add(it, it["response"]["encodedDataLength"]))
        session.on("Network.dataReceived", lambda it: self._add(it, it["encodedDataLength"] or it["dataLength"]))
        session.on("Network.loadingFinished", self._sum_up)
        session.send("Network.enable")

    def _ask(self, it: dict) -> None:
        if not it["request"]["url"].startswith("data:"):
            self.addresses[it["requestId"]] = it["request"]["url"]

    def _add(self, it: dict, length: int) -> None:
        self.bytes[self.addresses.get(it["requestId"], "?")] += length

    def _sum_up(self, it: dict) -> None:
        """Told at the end of every response but the stream's, which never ends."""
        self.bytes[self.addresses.get(it["requestId"], "?")] = it["encodedDataLength"]
