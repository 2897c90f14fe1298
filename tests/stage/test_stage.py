"""The projector in a real browser, told by a real server."""

import re
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from . import states
from .conftest import Room

SIZES = [(1280, 720), (1920, 1080)]
THEMES = ["lys", "mork"]

# What sticks out of the screen, and type too small for the back row (24 px of 1080).
MISFITS = """() => {
  const wide = innerWidth + 1, high = innerHeight + 1, least = 24 * innerHeight / 1080 - 0.01;
  const root = document.documentElement;
  const found = root.scrollWidth > innerWidth || root.scrollHeight > innerHeight ? ["the page scrolls"] : [];
  const floor = document.getElementById("main").getBoundingClientRect().bottom + 1;
  for (const element of document.querySelectorAll("#main *")) {
    if (element.closest(".unseen, .frame, svg") || getComputedStyle(element).visibility === "hidden") continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const name = `${element.tagName}.${element.className} «${element.textContent.slice(0, 30)}»`;
    if (box.left < -1 || box.top < -1 || box.right > wide || box.bottom > floor) found.push(`outside: ${name}`);
    const written = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (written && parseFloat(getComputedStyle(element).fontSize) < least) found.push(`too small: ${name}`);
  }
  return found;
}"""

# What axe has to say. It is on `same_screen` from the start: see conftest.py.
FAULTS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}"""

PLACES = """() => Object.fromEntries([...document.querySelectorAll(".card")].map((card) => {
  const { x, y } = card.getBoundingClientRect();
  return [card.textContent, [x, y, card.closest(".page").hidden]];
}))"""


def look(screen: Page, room: Room, state: dict[str, Any], query: str = "") -> None:
    room.say(state)
    screen.goto(room.address + query)
    expect(screen.locator("#strip")).to_be_visible()


def texts(screen: Page) -> list[str]:
    return screen.locator(".card .text:visible").all_text_contents()


@pytest.mark.parametrize(("size", "theme"), zip(SIZES, THEMES, strict=True), ids=THEMES)
@pytest.mark.parametrize("view", states.EVERY_VIEW)
def test_every_view_fills_the_screen_without_scrolling_or_small_type_and_is_clean_in_axe(
    same_screen: Page, same_room: Room, view: str, size: tuple[int, int], theme: str
) -> None:
    """Once in each size and once in each theme. axe looks at the small screen, where it asks for more contrast."""
    same_screen.set_viewport_size({"width": size[0], "height": size[1]})
    look(same_screen, same_room, states.EVERY_VIEW[view], f"?tema={theme}")
    assert same_screen.evaluate(MISFITS) == []
    same_screen.set_viewport_size({"width": 1280, "height": 720})
    assert same_screen.evaluate(FAULTS) == []


def test_old_cards_do_not_move_when_new_ones_arrive(screen: Page, room: Room) -> None:
    look(screen, room, states.state("open", states.cards(12, live=True)))
    before = screen.evaluate(PLACES)
    more = states.cards(40, live=True)
    more["picture"]["cards"].reverse()  # whatever order the server happens to list them in
    room.say(states.state("open", more))
    expect(screen.locator(".card")).to_have_count(40)
    after = screen.evaluate(PLACES)
    assert {text: after[text] for text in before} == before


def test_a_card_that_is_taken_away_leaves_its_place_to_a_newcomer_and_moves_nobody(screen: Page, room: Room) -> None:
    activity = states.cards(0, live=True)
    many = [states.card(at) for at in range(9)]
    activity["picture"]["cards"] = many
    look(screen, room, states.state("open", activity))
    before = screen.evaluate(PLACES)
    activity["picture"]["cards"] = many[:4] + many[5:]
    room.say(states.state("open", activity))
    expect(screen.locator(".card")).to_have_count(8)
    activity["picture"]["cards"] = many[:4] + many[5:] + [states.card(99, many[4]["text"].replace("4", "7b"))]
    room.say(states.state("open", activity))
    expect(screen.locator(".card")).to_have_count(9)
    after = screen.evaluate(PLACES)
    gone, new = many[4]["text"], "Et svar om å lede sammen, nummer 7b"
    assert after.pop(new) == before.pop(gone)
    assert after == before


def test_300_cards_become_pages_and_none_is_lost(screen: Page, room: Room) -> None:
    activity = states.cards(300)
    look(screen, room, states.state("shown", activity))
    pages = int(screen.locator(".pager").inner_text().split("av ")[1].split()[0])
    seen: list[str] = []
    for _ in range(pages):
        seen += texts(screen)
        screen.keyboard.press("ArrowRight")
    assert sorted(seen) == sorted(card["text"] for card in activity["picture"]["cards"])


def test_pages_turn_by_themselves_until_an_arrow_key_takes_over(screen: Page, room: Room) -> None:
    screen.clock.install()
    look(screen, room, states.state("shown", states.cards(300)))
    expect(screen.locator(".pager")).to_contain_text("Side 1 av")
    screen.clock.run_for(8100)
    expect(screen.locator(".pager")).to_contain_text("Side 2 av")
    screen.keyboard.press("ArrowLeft")
    screen.clock.run_for(30_000)
    expect(screen.locator(".pager")).to_contain_text("Side 1 av")


def test_a_card_on_the_board_that_moves_leaves_the_others_where_they_lie(screen: Page, room: Room) -> None:
    places = """() => Object.fromEntries([...document.querySelectorAll(".slip")].map((slip) => {
      const { x, y } = slip.getBoundingClientRect();
      return [slip.querySelector(".text").textContent, [x, y, slip.classList.contains("away")]];
    }))"""
    activity = states.board(12, 3, 0)
    look(screen, room, states.state("open", activity))
    expect(screen.locator(".slip")).to_have_count(11)
    before = screen.evaluate(places)
    moving = activity["picture"]["cards"][9]
    assert moving["theme"] == 1
    moving["theme"] = 3
    room.say(states.state("open", activity))
    expect(screen.locator(".theme").nth(2).locator(".slip")).to_have_count(4)
    after = screen.evaluate(places)
    assert after.pop(moving["text"]) != before.pop(moving["text"])
    assert after == before


def test_all_of_a_board_of_300_cards_can_be_paged_to(screen: Page, room: Room) -> None:
    activity = states.board(300, 11)
    look(screen, room, states.state("shown", activity))
    expect(screen.locator(".tile")).to_have_count(12)
    seen: set[str] = set()
    for _ in range(int(screen.locator(".pager").inner_text().split("av ")[1].split()[0])):
        seen |= set(screen.locator(".slip:not(.away) .text").all_text_contents())
        screen.keyboard.press("ArrowRight")
    assert seen == {card["text"] for card in activity["picture"]["cards"] if card["state"] == "open"}


def test_the_same_words_are_shown_once_with_how_many_said_them(screen: Page, room: Room) -> None:
    activity = states.cards(0)
    activity["picture"]["cards"] = [states.card(1, "Tillit"), states.card(2, "tillit "), states.card(3, "Mot")]
    look(screen, room, states.state("shown", activity))
    assert texts(screen) == ["Tillit", "Mot"]
    expect(screen.locator(".times")).to_have_text("×2")


def test_what_the_room_writes_stays_text(screen: Page, room: Room) -> None:
    hostile = states.HOSTILE
    pictures: list[dict[str, Any]] = [
        {"shape": "cards", "cards": [states.card(1, hostile, hostile)], "lead": hostile},
        {"shape": "cloud", "words": [{"key": hostile, "text": hostile, "weight": 3}]},
        {
            "shape": "bars",
            "bars": [{"key": "b", "label": hostile, "share": 0.5, "said": hostile, "low": None, "high": None}],
            "numbered": False,
        },
        {"shape": "columns", "columns": [{"key": "c", "label": hostile, "cards": [states.card(1, hostile)]}]},
        states.board(1, 1, 0)["picture"]
        | {
            "cards": [
                {"number": 1, "text": hostile, "count": 2, "theme": 1, "state": "open", "split_from": None, "why": []}
            ],
            "themes": [{"number": 1, "name": hostile, "summary": hostile}],
        },
    ]
    for at, picture in enumerate(pictures):
        activity = states.activity("any", picture, id=f"a{at}", title=hostile, hint=hostile, said=hostile)
        look(screen, room, states.state("shown", activity, title=hostile))
        expect(screen.locator("h1")).to_have_text(hostile)
        assert screen.locator("main img, main script").count() == 0
        assert screen.title() != "taken"


def test_hidden_answers_show_only_how_many(screen: Page, room: Room) -> None:
    look(screen, room, states.state("open", states.activity("open_cards", None)))
    expect(screen.locator(".line")).to_have_text("12 av 31 har svart")
    room.say(
        states.state(
            "closed", states.activity("open_cards", None), numbers={"joined": 31, "connected": 30, "answered": 31}
        )
    )
    expect(screen.locator(".line")).to_have_text("Alle 31 har svart")
    expect(screen.locator(".closed")).to_have_text("Stengt for svar")


def test_words_in_a_cloud_keep_their_place(screen: Page, room: Room) -> None:
    middles = """() => Object.fromEntries([...document.querySelectorAll(".word")].map((word) => {
      const box = word.getBoundingClientRect();
      return [word.textContent, [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]];
    }))"""
    look(screen, room, states.state("open", states.cloud(10)))
    before = screen.evaluate(middles)
    more = states.cloud(25)
    more["picture"]["words"][9]["weight"] = 12
    room.say(states.state("open", more))
    expect(screen.locator(".word")).to_have_count(25)
    after = screen.evaluate(middles)
    assert all(abs(after[word][axis] - before[word][axis]) <= 1 for word in before for axis in (0, 1))


def test_it_comes_back_by_itself_when_the_server_was_away(screen: Page, room: Room) -> None:
    look(screen, room, states.state("shown", states.cards(3)))
    room.stop()
    expect(screen.locator("#link")).to_have_text("Kobler til igjen …")
    assert len(texts(screen)) == 3  # what is shown stays
    room.say(states.state("shown", states.cards(12)))
    room.start()
    expect(screen.locator(".card")).to_have_count(12)
    expect(screen.locator("#link")).to_be_hidden()


def test_it_says_so_when_the_server_no_longer_knows_the_screen(screen: Page, room: Room) -> None:
    look(screen, room, states.state("shown", states.cards(3)))
    room.stop()
    room.known = False
    room.start()
    expect(screen.locator("#link")).to_contain_text("Storskjermen er koblet fra")
    assert len(texts(screen)) == 3


def test_the_clock_follows_the_servers_time(screen: Page, room: Room) -> None:
    an_hour_off = 3_600_000
    ahead = states.timer(90)
    ahead = {**ahead, "ends_at": ahead["ends_at"] + an_hour_off, "now": ahead["now"] + an_hour_off}
    look(screen, room, states.state("open", states.activity("open_cards", None), timer=ahead))
    expect(screen.locator("#strip-timer")).to_have_text(re.compile(r"^1:[0-2]\d$"))  # it has begun to run
    room.say(states.state("open", states.activity("open_cards", None), timer={"ends_at": None, "left": 42, "now": 0}))
    expect(screen.locator("#strip-timer")).to_have_text("0:42")


def test_the_room_can_be_dark_and_the_choice_is_remembered(screen: Page, room: Room) -> None:
    look(screen, room, states.state("shown", states.cards(3)))
    screen.keyboard.press("d")
    expect(screen.locator("html")).to_have_attribute("data-theme", "mork")
    screen.reload()
    expect(screen.locator("html")).to_have_attribute("data-theme", "mork")


def test_a_preview_takes_no_keys(screen: Page, room: Room) -> None:
    look(screen, room, states.state("shown", states.cards(3)), "?preview=1")
    screen.keyboard.press("d")
    expect(screen.locator("html")).to_have_attribute("data-theme", "lys")


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_for_connecting_is_clean_in_axe(screen: Page, room: Room, theme: str) -> None:
    screen.goto(f"http://127.0.0.1:{room.port}/storskjerm?problem=Koden+er+ikke+i+bruk.&tema={theme}")
    expect(screen.get_by_label("Kode")).to_be_focused()
    screen.evaluate(AXE_SCRIPT)
    assert screen.evaluate(FAULTS) == []
