"""From a promise on a phone to the opening of the next gathering, and a pulse that nobody reads too early."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cast import SENT, Phone, Wall
from tests.browser.conftest import PHONE, LogIn, Open, settled
from tests.browser.house import Gathering, House

SETUP = """
from helu.services import editing, platforms, pulses, running, logins
with writing() as db:
    from sqlmodel import select
    astrid = db.exec(select(User).where(User.email == "astrid@fjell.no")).one()
    member = db.exec(select(Membership).where(Membership.user_id == astrid.id)).first()
    visitor = logins.who(db, logins.start(db, astrid.id, member.organisation_id))
    organisation = db.get_one(Organisation, member.organisation_id)
"""
FIRST = """
    group = groups.add(db, visitor, "Ledergruppa i Fjell", "leader_group")
    workshop = gatherings.make(db, organisation, "blank", title="Første samling", group=group.id)[0]
    item = gatherings.items_in(db, workshop.id)[0]
    activity = editing.add_activity(db, workshop, "commitments", item.id, "Hva forplikter du deg til?")
    running.open_activity(db, workshop, activity.id)
    print(workshop.code)
"""
SECOND = """
    group = db.exec(select(Group).where(Group.name == "Ledergruppa i Fjell")).one()
    workshop = gatherings.make(db, organisation, "short", title="Andre samling", group=group.id)[0]
    running.go_next(db, workshop)
    print(workshop.code)
"""


def made(helu: House, what: str) -> Gathering:
    return Gathering(helu, helu.inside(SETUP + what).strip().splitlines()[-1])


@pytest.mark.timeout(900)
def test_what_is_promised_opens_the_next_gathering_and_the_pulse_follows(
    helu: House, machine: Open, log_in: LogIn
) -> None:
    first = made(helu, FIRST)
    kari = Phone(machine(PHONE).new_page(), "Kari")
    promise(kari, first)
    desk = log_in()
    wall = Wall(desk.context.new_page())
    first.move("reveal")
    wall.page.goto(first.wall)
    wall.shows("Kari", "Ta opp rekkefølgen på sakene", "innen 1. mars", "Første tegn: Vi blir ferdige i tide")

    second = made(helu, SECOND)
    wall.page.goto(second.wall)
    wall.asks("Hvordan gikk det med det vi avtalte sist?")
    expect(wall.page.locator(".commitment .status")).to_have_text("Planlagt")
    look_back(kari, second)
    expect(wall.page.locator(".commitment .status")).to_have_text("Gjort")
    wall.shows("1 gjort", "To møter på rad")

    desk.goto(f"{helu.url}/lansering?samling={second.code}")
    settled(desk)
    expect(desk.get_by_text("1 gjort")).to_be_visible()
    link = a_pulse(desk)
    answer_pulse(Phone(machine(PHONE).new_page(), "Ola"), f"{helu.url}/d/{link}")
    desk.reload()
    settled(desk)
    desk.get_by_role("tab", name="Puls").click()
    expect(desk.get_by_text(re.compile("ett svar"))).to_be_visible()
    expect(desk.get_by_text("Utvikling", exact=True)).to_have_count(0)
    assert not any(each["answers"] for item in Gathering(helu, link).exported["items"] for each in item["activities"])
    wall.page.goto(f"{helu.url}/storskjerm/{link}")
    expect(wall.page).to_have_url(re.compile("/storskjerm$"))


def promise(phone: Phone, gathering: Gathering) -> None:
    phone.goto(gathering.phone)
    phone.follows_to("Hva forplikter du deg til?")
    expect(phone.page.get_by_text("med navnet ditt")).to_be_visible()
    phone.page.locator("#field-name input").fill("Kari")
    phone.page.locator("#field-what textarea").fill("Ta opp rekkefølgen på sakene")
    phone.page.locator("#field-when input").fill("innen 1. mars")
    phone.page.locator("#field-sign textarea").fill("Vi blir ferdige i tide")
    phone.send.click()
    expect(phone.status).to_have_text(SENT)


def look_back(phone: Phone, gathering: Gathering) -> None:
    phone.goto(gathering.phone)
    phone.page.get_by_text("Kari: Ta opp rekkefølgen på sakene (innen 1. mars)").click()
    phone.page.get_by_text("Gjort", exact=True).click()
    phone.page.locator("#field-note textarea").fill("To møter på rad")
    phone.send.click()
    expect(phone.status).to_have_text(SENT)


def a_pulse(desk) -> str:  # type: ignore[no-untyped-def]
    """Made on the desk and opened before its time; its code."""
    settled(desk)
    desk.get_by_role("tab", name="Puls").click()
    settled(desk)
    desk.get_by_role("button", name="Lag pulsen").click()
    expect(desk.get_by_text("Pulsen er laget.")).to_be_visible()
    settled(desk)
    desk.get_by_role("tab", name="Puls").click()
    settled(desk)
    desk.get_by_role("button", name="Åpne nå").click()
    expect(desk.get_by_text("Pulsen er åpen.")).to_be_visible()
    settled(desk)
    desk.get_by_role("tab", name="Puls").click()
    settled(desk)
    desk.get_by_role("button", name="Lenke og QR-kode").click()
    expect(desk.get_by_alt_text("QR-kode til pulsen")).to_be_visible()
    return desk.locator("[data-testid=stCode]").inner_text().strip().rsplit("/", 1)[1]


def answer_pulse(phone: Phone, link: str) -> None:
    phone.goto(link)
    expect(phone.page.get_by_text("Svaret kan ikke spores til deg.")).to_be_visible()
    for field in phone.page.locator("fieldset.scale").all():
        field.locator("label.pick").nth(4).click()
    phone.send.click()
    expect(phone.status).to_have_text(SENT)
