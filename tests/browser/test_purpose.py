"""From a secretary's phone to a decided poster, in real browsers: all watch while it is written, and nobody types twice."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, LogIn, Open, settled
from tests.browser.house import Gathering, House

PLAN = [
    {"kind": "purpose_draft", "title": "Skriv et utkast", "groups": 2, "live": True},
    {"kind": "purpose_poster", "title": "Plakaten vår"},
]
LINES = ".st-key-poster-lines textarea"
WORDS = "lede kommunen i samme retning"


@pytest.fixture
def gathering(helu: House) -> Gathering:
    return helu.planned(PLAN)


@pytest.fixture
def secretary(machine: Open, gathering: Gathering) -> Page:
    phone = machine(PHONE).new_page()
    phone.goto(gathering.phone)
    gathering.move("open", 1)
    expect(phone.locator("main form")).to_be_visible()
    return phone


def write_draft(phone: Page, *lines: str) -> None:
    """Without ever pressing Send."""
    phone.locator("input[name=group][value=g1]").check()
    for at, text in enumerate(lines):
        box = phone.locator("fieldset.texts textarea").nth(at)
        if not box.is_visible():
            phone.get_by_role("button", name="+ Ett til").click()
        box.press_sequentially(text, delay=5)


def test_all_watch_while_the_secretary_writes(secretary: Page, log_in: LogIn, gathering: Gathering) -> None:
    wall = log_in()
    wall.goto(gathering.wall)
    secretary.locator("fieldset.texts textarea").first.press_sequentially(WORDS)
    secretary.wait_for_timeout(2500)
    expect(secretary.locator("#status")).to_have_text("Ikke sendt ennå.")  # no group chosen: it says so, and waits
    write_draft(secretary, "", "skape tillit")
    expect(wall.locator(".draft li")).to_have_text([WORDS, "skape tillit"])
    expect(secretary.locator("#status")).to_have_text("Sendt. Du kan endre svaret til det stenges.")
    expect(secretary.locator("fieldset.texts textarea").nth(1)).to_be_focused()


def test_a_draft_becomes_a_poster_that_the_room_asks_about_and_the_desk_adopts(
    secretary: Page, log_in: LogIn, gathering: Gathering
) -> None:
    write_draft(secretary, WORDS)
    desk, wall = log_in(), log_in()
    wall.goto(gathering.wall)
    expect(wall.locator(".draft li")).to_have_text([WORDS])
    desk.goto(f"{gathering.house.url}/plakat?samling={gathering.code}")
    settled(desk)
    desk.get_by_role("button", name="Ta med", exact=True).click()
    expect(desk.locator(LINES).first).to_have_value(WORDS)
    expect(desk.get_by_text("ett kort, Dagen")).to_be_visible()  # where it came from
    expect(desk.locator(".st-key-poster-portrait img")).to_be_visible()

    gathering.move("open", 2)
    expect(wall.locator(".poster .line")).to_have_text([WORDS])
    line = desk.locator(LINES).nth(1)
    line.press_sequentially("skape åpenhet")  # nothing is pressed, and the writer is left in peace
    expect(wall.locator(".poster .line")).to_have_text([WORDS, "skape åpenhet"])
    expect(secretary.locator("#field-unclear")).to_contain_text("åpenhet")
    secretary.locator("#field-unclear label", has_text="åpenhet").click()
    secretary.locator(".send").click()
    expect(wall.locator(".word-asked")).to_have_text(re.compile("åpenhet.*1"))

    desk.get_by_role("button", name="Vedta", exact=False).first.click()
    desk.get_by_role("button", name="Vedta plakaten").click()
    expect(desk.locator(LINES).first).to_be_disabled()
    expect(wall.locator(".poster.adopted")).to_be_visible()
    settled(desk)
    with desk.expect_download() as file:
        desk.locator(".st-key-poster-file-pdf button").click()
    assert file.value.path().read_bytes().startswith(b"%PDF")


def test_the_poster_is_drawn_within_two_seconds_of_the_words(log_in: LogIn, gathering: Gathering) -> None:
    desk = log_in()
    desk.goto(f"{gathering.house.url}/plakat?samling={gathering.code}")
    settled(desk)
    desk.locator(LINES).first.fill("lede")
    desk.locator(LINES).first.blur()
    expect(desk.locator(".st-key-poster-portrait img")).to_be_visible()
    settled(desk)
    # A machine at its limit may be busy with something else.
    assert any(drawn(desk, f"lede {word}") < 2 for word in ("sammen", "godt", "trygt", "klokt", "modig"))


def drawn(desk: Page, line: str) -> float:
    """Writes the first line; how many seconds there are from leaving it to another picture."""
    picture = desk.locator(".st-key-poster-portrait img")
    before = picture.get_attribute("src")
    desk.locator(LINES).first.fill(line)
    began = time.monotonic()
    desk.locator(LINES).first.blur()
    expect(picture).not_to_have_attribute("src", before or "")
    taken = time.monotonic() - began
    settled(desk)
    return taken


def test_two_writers_lose_nothing(log_in: LogIn, gathering: Gathering, helu: House) -> None:
    desks = [log_in(), log_in()]
    address = f"{helu.url}/plakat?samling={gathering.code}"
    desks[0].goto(address)
    settled(desks[0])
    desks[0].locator(LINES).first.fill("felles")
    desks[0].locator(LINES).first.blur()
    expect(desks[0].locator(LINES)).to_have_count(2)
    desks[1].goto(address)
    expect(desks[1].locator(LINES).first).to_have_value("felles")
    desks[0].locator(LINES).first.fill("deres ord")
    desks[0].locator(LINES).first.blur()
    expect(desks[0].get_by_text("Alt er lagret")).to_be_visible()
    desks[0].wait_for_timeout(1500)
    desks[1].locator(LINES).first.fill("mine ord")
    desks[1].locator(LINES).first.blur()
    conflict = desks[1].locator(".st-key-poster-conflict")
    expect(conflict).to_contain_text("deres")
    expect(desks[1].locator(LINES).first).to_have_value("mine ord")
    desks[1].get_by_role("button", name="Lagre mine ord").click()
    expect(conflict).to_have_count(0)
    expect(desks[1].locator(LINES).first).to_have_value("mine ord")


def test_whoever_pauses_in_a_new_line_goes_on_writing_in_it(log_in: LogIn, gathering: Gathering) -> None:
    desk = log_in()
    desk.goto(f"{gathering.house.url}/plakat?samling={gathering.code}")
    settled(desk)
    desk.locator(LINES).first.click()
    for part in ("lede ", "kommunen ", "i samme ", "retning"):
        desk.keyboard.type(part, delay=20)
        desk.wait_for_timeout(1600)  # long enough to be kept in between
    expect(desk.locator(LINES).first).to_have_value(WORDS)
    expect(desk.locator(LINES).first).to_be_focused()
    expect(desk.locator(LINES)).to_have_count(2)
    desk.reload()
    expect(desk.locator(LINES).first).to_have_value(WORDS)
