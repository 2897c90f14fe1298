"""The whole way of one leader: invited from a list, answers on a phone, reads the radar, plans, takes the report home."""

import io
import re

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import PHONE, LogIn, Open, settled
from tests.browser.house import PASSWORD, House
from tests.browser.test_assessment import begins, onwards, steps

NAME, EMAIL = "Siri Sand", "siri.sand@fjell.no"
ACTION = "Si i avdelingsmøtet hva vi skal nå før jul"


def invited(helu: House, log_in: LogIn) -> str:
    """The owner pastes a list; the personal link of the one good line."""
    desk = log_in()
    desk.goto(f"{helu.url}/personer")
    settled(desk)
    desk.get_by_text("Inviter ledere fra en liste").click()
    desk.get_by_label("Liste", exact=True).fill(f"Navn; e-post\n{NAME}; {EMAIL}\nUten adresse; nei")
    desk.get_by_role("button", name="Se over lista").click()
    expect(desk.locator(".st-key-invite-wrong")).to_contain_text("Linje 3")
    desk.get_by_role("button", name="Inviter 1 leder", exact=True).click()
    shown = desk.locator(".st-key-card-invited-0")
    expect(shown).to_contain_text(EMAIL)
    expect(shown.locator("code")).to_contain_text("/velkommen/")
    found = re.search(r"/velkommen/[\w-]+", shown.locator("code").inner_text())
    assert found
    return found[0]


def comes_in(phone: Page, helu: House, link: str) -> None:
    phone.goto(helu.url + link)
    for label in ("Nytt passord, minst 12 tegn", "Passordet en gang til"):
        phone.get_by_label(label).fill(PASSWORD)
    phone.get_by_role("button", name="Lagre og gå inn").click()
    phone.wait_for_url(f"{helu.url}/")


def answers(phone: Page, helu: House) -> None:
    """Steps that give every orientation a figure of its own."""
    begins(phone, helu)
    for at in range(18):
        of = phone.locator("section.screen:visible .of").inner_text()
        now, wanted = {"Oppgave": ("3", "6"), "Relasjon": ("6", "6")}.get(of, ("5" if at % 2 else "4", "5"))
        steps(phone, now, wanted)
        onwards(phone)
    phone.get_by_role("button", name="Ferdig").click()
    phone.get_by_role("link", name="Se radaren din").click()
    settled(phone)


def test_from_invitation_to_report(helu: House, log_in: LogIn, machine: Open) -> None:
    phone = machine(PHONE, has_touch=True, accept_downloads=True).new_page()
    comes_in(phone, helu, invited(helu, log_in))
    answers(phone, helu)

    ring = phone.locator(".js-plotly-plot .polarsublayer.plotbg").first
    expect(ring).to_be_visible()
    ring.scroll_into_view_if_needed()
    box = ring.bounding_box()
    assert box
    phone.touchscreen.tap(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.55)
    opened = phone.locator(".st-key-spoke-open")
    expect(opened).to_contain_text("Oppgave")
    expect(opened).to_contain_text("Nå 3,0 · ønsket 6,0 · avstand +3,0")
    expect(opened).to_contain_text("Målbevisst")

    settled(phone)  # what lies below the opened spoke has come too
    phone.get_by_text("Balansen, og hvordan den regnes").click()
    expect(phone.get_by_text("Balansen mellom de tre orienteringene er 0,50 av 1.")).to_be_visible()
    opened.get_by_role("link", name="Lag en plan av dette").first.click()
    phone.wait_for_url("**/min-plan?atferd=*")
    settled(phone)
    phone.get_by_label("Hva skal være den første aksjonen").fill(ACTION)
    phone.get_by_role("button", name="Lagre planen").click()
    expect(phone.get_by_text("Lagret").first).to_be_visible()

    phone.get_by_role("tab", name="Filer").click()
    with phone.expect_download() as took:
        phone.get_by_role("button", name=re.compile("PDF")).first.click()
    pages = PdfReader(io.BytesIO(took.value.path().read_bytes())).pages
    assert 2 <= len(pages) <= 4
    read = " ".join(" ".join(page.extract_text() for page in pages).split())
    for same in (ACTION, "Oppgave 3,0 → 6,0", "Relasjon 6,0 → 6,0", "Målbevisst 3,0 → 6,0", "0,50 0,83 +0,33"):
        assert same in read
