"""From a card to a decision: weighed alone, shown at once, weighed again, decided, and put into the platform."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cast import SENT, Desk, Phone, PlainPhone, Wall, everybody_joins
from tests.browser.conftest import PHONE, LogIn, Open, settled
from tests.browser.house import House
from tests.browser.plans import open_cards

TEXT = "Vi tar den felles saken først i hvert møte."
WHY = "Sakene må sendes ut tidligere."
PLAN = [
    open_cards("Hva vil vi prøve?", key="kort"),
    {
        "kind": "agreement",
        "key": "enige",
        "title": "Kan vi stå bak dette?",
        "settings": {"floor": 3, "material": [{"activity": "kort", "what": "cards"}]},
    },
    {
        "kind": "decision",
        "key": "vedtak",
        "title": "Vedtar vi dette?",
        "settings": {"material": [{"activity": "enige", "what": "options"}]},
    },
]


def grades(phone: Phone, grade: int, why: str = "") -> None:
    phone.page.locator(f".grades input[value='{grade}']").check()
    reason = phone.page.locator("#field-reason textarea")
    if why:
        reason.fill(why)
    phone.send.click()
    expect(phone.status).to_have_text(SENT)


@pytest.mark.timeout(900)
def test_a_card_is_weighed_twice_decided_and_put_into_the_platform(helu: House, machine: Open, log_in: LogIn) -> None:
    gathering = helu.planned(PLAN)
    wall, desk = Wall(log_in()), Desk(log_in())
    wall.page.goto(gathering.wall)
    kari, leif = Phone(machine(PHONE).new_page(), "Kari"), Phone(machine(PHONE).new_page(), "Leif")
    ola = PlainPhone(machine(PHONE, java_script_enabled=False).new_page(), "Ola")
    everybody_joins(gathering, kari, leif, ola)
    desk.page.goto(gathering.desk)
    desk.next.click()
    kari.follows_to("Hva vil vi prøve?")
    kari.page.locator("textarea").first.fill(TEXT)
    kari.send.click()
    expect(kari.status).to_have_text(SENT)

    desk.next.click()
    for phone in (kari, leif, ola):
        phone.follows_to("Kan vi stå bak dette?")
        expect(phone.page.locator("legend").first).to_have_text(TEXT)
    reason = kari.page.locator("#field-reason textarea")
    expect(reason).to_be_hidden()  # asked only of those who cannot support it
    kari.page.locator(".grades input[value='6']").check()
    expect(reason).to_be_visible()
    expect(ola.page.locator("#field-reason textarea")).to_be_visible()  # without JavaScript it always stands there
    grades(kari, 8, WHY)
    grades(leif, 1)
    expect(wall.count).to_have_text("2 av 3 har svart")
    grades(ola, 2)
    expect(desk.page.get_by_text("Svarene er skjult til du viser dem, også her.")).to_be_visible()
    expect(wall.main).not_to_contain_text("Helt med")
    desk.reveal.click()
    wall.shows(TEXT, "Delt rom: 2 støtter, 1 er imot, 1 kan ikke leve med det", WHY)

    desk.press("Ny runde")
    for phone in (kari, leif, ola):
        phone.follows_to("Kan vi stå bak dette? (runde 2)")
    for phone, grade in ((kari, 3), (leif, 1), (ola, 2)):
        grades(phone, grade)
    desk.reveal.click()
    wall.shows("Rommet har flyttet seg mot støtte", "Ingen sier stopp lenger", "Alle 3 støtter dette, 1 med forbehold")

    desk.next.click()
    wall.asks("Vedtar vi dette?")
    wall.shows("Forslag til beslutning", TEXT)
    settled(desk.page)
    desk.page.get_by_text("Vedtatt med forbehold", exact=True).click()
    desk.page.get_by_label("Forbehold, eller hva som må arbeides mer med").fill("Prøves i et halvt år.")
    desk.page.get_by_label("Antall til stede").fill("3")
    desk.press("Skriv inn beslutningen")
    wall.shows("Vedtatt med forbehold", TEXT, "Forbehold: Prøves i et halvt år.", "3 til stede")
    expect(wall.main).to_contain_text(re.compile("støtte"))

    desk.press("Legg inn i plattformen")
    desk.press("Legg inn", exact=True)
    expect(desk.page.get_by_text("Ligger i plattformen: Formål")).to_be_visible()
    desk.page.locator("[class*=st-key-card-decision]").get_by_role("button", name=re.compile("ett kort")).click()
    expect(desk.page.get_by_test_id("stPopoverBody").get_by_text(TEXT)).to_be_visible()  # all the way back to the card

    desk.page.keyboard.press("Escape")
    desk.press("Fjern", exact=True)
    wall.shows("Forslag til beslutning")
    desk.press("Angre")
    wall.shows("Vedtatt med forbehold", "3 til stede")
