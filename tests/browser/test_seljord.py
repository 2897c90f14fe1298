"""A whole day in Seljord: every activity of the first gathering, from the lobby to thank you."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.boards import Board
from tests.browser.cast import NOT_YET, SENT, Answer, Desk, Phone, PlainPhone, Wall
from tests.browser.conftest import PHONE, Open, settled
from tests.browser.house import PASSWORD, Gathering, House

SECRET = "Dette er bare mitt: {name} om {key}"


@pytest.mark.timeout(900)
def test_a_whole_gathering_and_every_word_of_it_in_the_file(helu: House, machine: Open) -> None:
    gathering = helu.gathering("seljord-samling-1", "Samling 1 i Seljord")
    plan = [activity for item in gathering.exported["items"] for activity in item["activities"]]
    desk, wall = at_the_desk(gathering, machine)
    kari = Phone(machine(PHONE).new_page(), "Kari", "g1")
    ola = PlainPhone(machine(PHONE, java_script_enabled=False).new_page(), "Ola", "g2")
    leif = Phone(machine(PHONE).new_page(), "Leif", "g3")
    come_in(gathering, kari, ola, leif)
    wall.shows("3 er med.")
    desk.counts(joined=3)

    typed: dict[str, list[Answer]] = defaultdict(list)
    for number, activity in enumerate(plan, 1):
        key, title = activity["key"], activity["title"]
        go_on(desk, number)
        wall.asks(title)
        for phone in (kari, ola, leif):
            phone.follows_to(title)
        if activity["kind"] == "private_note":
            write_for_oneself(key, kari, ola, leif)
        elif activity["kind"] == "theme_board":
            typed[key] = sort_together(gathering, desk, wall, ola, kari, leif)
        elif activity["kind"] == "purpose_poster":
            write_the_poster(gathering, desk, wall)
            typed[key] = [ask_about_it(phone, key) for phone in (kari, ola, leif)]
        elif kari.locator("main form").count():
            expect(wall.count).to_have_text(f"0 av {activity['groups'] or 3} har svart")
            typed[key] += [answer(kari, key), answer(ola, key)]
            typed[key].append(answer_through_a_hole_in_the_net(leif, key) if len(typed) == 1 else answer(leif, key))
            reveal(desk, wall, activity, typed[key])

    desk.next.click()
    expect(desk.page.get_by_role("heading", name="Samlingen er avsluttet")).to_be_visible()
    wall.asks("Takk for innsatsen!")
    for phone in (kari, leif):
        expect(phone.status).to_have_text("Samlingen er avsluttet. Takk for innsatsen!")

    assert len(typed) == 22
    for key, found in gathering.answers.items():
        assert written_down(found) == written_down(as_stored(typed[key])), key
    for phone in (kari, ola, leif):
        secrets = [SECRET.format(name=phone.name, key=each["key"]) for each in plan if each["kind"] == "private_note"]
        assert len(secrets) == 2
        assert not any("bare mitt" in request or "bare+mitt" in request for request in phone.sent)
        assert not any(helu.stores(secret) for secret in secrets)


def at_the_desk(gathering: Gathering, machine: Open) -> tuple[Desk, Wall]:
    """Astrid comes by the address of her desk, logs in, and opens the projector beside it."""
    page = machine().new_page()
    page.goto(gathering.desk)
    page.get_by_label("E-post").fill("astrid@fjell.no")
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Logg inn").click()
    expect(page.get_by_role("heading", name="Alle kommer inn")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Åpne storskjermen").click()
    page.bring_to_front()  # a real projector is a window of its own; a tab behind another is drawn once a second
    return Desk(page), Wall(opened.value)


def come_in(gathering: Gathering, *phones: Phone) -> None:
    """Kari and Leif scan the code; Ola types it as it stands on the wall."""
    for phone in phones:
        if isinstance(phone, PlainPhone):
            phone.goto(f"{gathering.house.url}/delta")
            phone.get_by_label("Koden på storskjermen").fill(f"{gathering.code[:4]} {gathering.code[4:]}".lower())
            phone.get_by_role("button", name="Bli med").click()
        else:
            phone.goto(gathering.phone)
        expect(phone.status).to_contain_text("Du er med.")


def go_on(desk: Desk, number: int) -> None:
    """With the mouse and with the keyboard, every other time."""
    expect(desk.next).to_be_enabled()
    if number % 2:
        desk.next.click()
    else:
        desk.page.locator("body").press("Space")
    desk.stands_at(number)


def answer(phone: Phone, key: str) -> Answer:
    written = phone.fill(key)
    phone.send.click()
    expect(phone.status).to_have_text(SENT)
    return written


def answer_through_a_hole_in_the_net(phone: Phone, key: str) -> Answer:
    phone.locator("textarea").first.fill("Halve svaret")
    phone.context.set_offline(True)
    written = phone.fill(key)
    phone.send.click()
    expect(phone.status).to_have_text(NOT_YET)
    phone.context.set_offline(False)
    expect(phone.status).to_have_text(SENT)
    return written


def sort_together(gathering: Gathering, desk: Desk, wall: Wall, *phones: Phone) -> list[Answer]:
    """Astrid makes the first theme on the board, each phone places a card in it, and the proposal sorts the rest."""
    with desk.page.context.expect_page() as opened:
        desk.page.get_by_role("link", name="Åpne tavla").click()
    Board(opened.value, gathering).adds_theme("Trygge ledere")
    desk.page.bring_to_front()
    placed = []
    for left, phone in zip((4, 3, 2), phones, strict=True):
        if not isinstance(phone, PlainPhone):  # it has heard of the card that was placed before
            expect(phone.locator(".sorting .left")).to_have_text(f"{left + 1} av 5 kort igjen å plassere")
        placed.append(phone.places("Trygge ledere"))
        expect(wall.count).to_have_text(f"{left} av 5 igjen å plassere")
    desk.press("Foreslå temaer")
    expect(desk.page.get_by_text("Kortene er sortert.")).to_be_visible()
    expect(wall.count).to_have_text("Alle kort er plassert")
    opened.value.close()
    return placed


def write_the_poster(gathering: Gathering, desk: Desk, wall: Wall) -> None:
    page = desk.page.context.new_page()
    page.goto(f"{gathering.house.url}/plakat?samling={gathering.code}")
    settled(page)
    page.locator(".st-key-poster-lines textarea").first.fill("skape trygghet og retning")
    page.locator(".st-key-poster-lines textarea").first.blur()
    wall.shows("skape trygghet og retning")
    page.close()
    desk.page.bring_to_front()
    expect(desk.page.get_by_text("1. skape trygghet og retning")).to_be_visible()


def ask_about_it(phone: Phone, key: str) -> Answer:
    if isinstance(phone, PlainPhone):
        phone.looks_again()
    expect(phone.send).to_be_visible()
    return answer(phone, key)


def write_for_oneself(key: str, *phones: Phone) -> None:
    for phone in phones:
        phone.locator("[data-note]").fill(SECRET.format(name=phone.name, key=key))
        if isinstance(phone, PlainPhone):
            expect(phone.locator("noscript .who")).to_be_visible()
        else:
            expect(phone.status).to_have_text("Lagret på denne telefonen.")


def reveal(desk: Desk, wall: Wall, activity: dict[str, Any], typed: list[Answer]) -> None:
    """Until then the wall only counts."""
    expect(wall.count).to_have_text("3 av 6 har svart" if activity["groups"] else "Alle 3 har svart")
    written = [text for answer in typed for text in texts(answer.values)]
    assert not any(text in wall.main.inner_text() for text in written)
    desk.reveal.click()
    desk.stands_at(activity["number"], "Svarene vises")
    wall.shows(*written)
    if activity["kind"] == "points":
        wall.shows("70 i snitt", "22 i snitt", "8 i snitt")


def texts(values: dict[str, Any]) -> Iterable[str]:
    for value in values.values():
        if isinstance(value, list):
            yield from value
        elif isinstance(value, dict):
            yield from (each for each in value.values() if isinstance(each, str))


def as_stored(typed: list[Answer]) -> list[dict[str, Any]]:
    return [answer._asdict() | {"by_hand": False, "hidden": []} for answer in typed]


def written_down(answers: list[dict[str, Any]]) -> list[str]:
    """In an order of their own; when an answer was given is only kept for named ones."""
    kept = [{name: value for name, value in each.items() if name != "given_at"} for each in answers]
    return sorted(json.dumps(each, sort_keys=True, ensure_ascii=False) for each in kept)
