"""One thread: real answers become themes, a decided text, a poster, promises and the document to take home."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect
from pypdf import PdfReader

from tests.browser.cast import SENT, Desk, Phone, Wall, everybody_joins
from tests.browser.conftest import PHONE, LogIn, Open, settled
from tests.browser.house import Gathering, House

ANSWERS = Path(__file__).parents[2] / "data" / "demo" / "seljord_answers.csv"
QUESTION = "Hva er det aller viktigste vi bør oppnå?"
SUMMARY = "Vi skal være trygge ledere som drar i samme retning og tør å endre."
LINE = "å være trygge ledere som drar i samme retning"
FROM_BOARD = {"activity": "tavla", "what": "summaries"}
PLAN = [
    {"kind": "open_cards", "key": "viktigst", "title": QUESTION, "settings": {"cards": 13}},
    {
        "kind": "theme_board",
        "key": "tavla",
        "title": "Hva hører sammen?",
        "settings": {"material": [{"activity": "viktigst", "what": "cards"}]},
    },
    {
        "kind": "dot_vote",
        "key": "prikker",
        "title": "Hva er viktigst nå?",
        "settings": {"dots": 3, "material": [{"activity": "tavla", "what": "themes", "top": 12}]},
    },
    {
        "kind": "agreement",
        "key": "enige",
        "title": "Kan vi stå bak dette?",
        "settings": {"floor": 3, "material": [FROM_BOARD]},
    },
    {
        "kind": "decision",
        "key": "vedtak",
        "title": "Det har vi besluttet",
        "settings": {"material": [{"activity": "enige", "what": "options"}]},
    },
    {"kind": "purpose_poster", "key": "plakat", "title": "Formålet vårt", "settings": {}},
    {"kind": "commitments", "key": "avtaler", "title": "Hva gjør jeg nå?", "settings": {}, "anonymous": False},
    {"kind": "platform_wheel", "key": "hjulet", "title": "Plattformen vår", "settings": {}},
]
TRAILS = """
from helu.services import decisions, material, platforms
from helu.domain.material import Address, addresses
import json
with reading() as db:
    workshop = access.workshop_by_code(db, CODE)
    platform = platforms.known_of(db, workshop)
    told = {}
    for each in decisions.of_platform(db, platform):
        told[each.text] = sorted({leaf.text for leaf in material.trail(db, each.sources)})
    for line in platforms.newest(db, platform, "poster").content.lines:
        refs = [ref.model_dump() for ref in line.sources]
        told[line.text] = sorted({leaf.text for leaf in material.trail(db, addresses(refs))})
    print(json.dumps(told))
"""


def real_answers() -> list[str]:
    with ANSWERS.open(newline="", encoding="utf-8") as file:
        return [row["text"] for row in csv.DictReader(file) if row["question_key"] == "viktigste_for_seljord"]


@pytest.mark.timeout(900)
def test_from_cards_to_the_document_with_nothing_typed_twice(helu: House, machine: Open, log_in: LogIn) -> None:
    answers = real_answers()
    assert len(answers) == 37
    gathering = helu.planned(PLAN, "Seljord tenker sammen")
    wall, desk = Wall(log_in()), Desk(log_in(viewport={"width": 1400, "height": 1000}))
    wall.page.goto(gathering.wall)
    phones = [Phone(machine(PHONE).new_page(), name) for name in ("Kari", "Leif", "Ola")]
    everybody_joins(gathering, *phones)
    desk.page.goto(gathering.desk)

    cards(desk, phones, answers)
    wall.shows("Trygge ledere")
    themes(gathering, desk, wall, phones)
    votes(desk, wall, phones)
    agrees(desk, wall, phones)
    decides(desk, wall)
    poster = hangs_up(gathering, desk, wall)
    assert LINE in words_of(poster)
    promises(desk, wall, phones)
    paper = words_of(takes_home(gathering, desk))
    assert SUMMARY in paper
    assert LINE in paper
    assert "Kari rydder i møtekalenderen" in paper
    leads_back_to_the_cards(helu, gathering, answers)
    missing = [answer for answer in answers if letters(answer) not in letters(paper)]
    assert missing == [], "the room's own cards stand in the appendix"


def goes_on(desk: Desk) -> None:
    desk.next.click()


def cards(desk: Desk, phones: list[Phone], answers: list[str]) -> None:
    goes_on(desk)
    for at, phone in enumerate(phones):
        phone.follows_to(QUESTION)
        boxes = phone.page.locator("#field-cards textarea")
        for place, text in enumerate(answers[at::3]):
            if not boxes.nth(place).is_visible():
                phone.page.get_by_role("button", name="+ Ett til").click()
            boxes.nth(place).fill(text)
        phone.send.click()
        expect(phone.status).to_have_text(SENT)
    desk.reveal.click()


def themes(gathering: Gathering, desk: Desk, wall: Wall, phones: list[Phone]) -> None:
    """Proposed, then summed up by the facilitator."""
    goes_on(desk)
    wall.asks("Hva hører sammen?")
    desk.press("Foreslå temaer")
    expect(desk.page.get_by_text("Kortene er sortert.")).to_be_visible()
    expect(phones[0].page.locator(".home").first).to_be_visible()  # there are themes to place cards in
    first = desk.page.locator("[class*=st-key-work] [data-testid=stExpander]").first
    first.locator("summary").click()
    first.get_by_label("Oppsummering").fill(SUMMARY)
    first.get_by_role("button", name="Lagre oppsummeringen").click()
    expect(desk.page.get_by_text("Oppsummeringen er lagret.")).to_be_visible()
    wall.shows(SUMMARY)


def votes(desk: Desk, wall: Wall, phones: list[Phone]) -> None:
    goes_on(desk)
    for phone in phones:
        phone.follows_to("Hva er viktigst nå?")
        phone.page.locator("#field-dots input[type=number]").first.fill("3")
        phone.send.click()
        expect(phone.status).to_have_text(SENT)
    desk.reveal.click()
    wall.shows("9 prikker fra 3")


def agrees(desk: Desk, wall: Wall, phones: list[Phone]) -> None:
    goes_on(desk)
    for phone, grade in zip(phones, (1, 2, 3), strict=True):
        phone.follows_to("Kan vi stå bak dette?")
        expect(phone.page.locator("legend").first).to_have_text(SUMMARY)
        phone.page.locator(f".grades input[value='{grade}']").check()
        phone.send.click()
        expect(phone.status).to_have_text(SENT)
    desk.reveal.click()
    wall.shows("Alle 3 støtter dette, 1 med forbehold")


def decides(desk: Desk, wall: Wall) -> None:
    goes_on(desk)
    wall.shows("Forslag til beslutning", SUMMARY)
    settled(desk.page)
    desk.page.get_by_label("Antall til stede").fill("3")
    desk.page.get_by_role("button", name="Skriv inn beslutningen").click()
    wall.shows("Vedtatt", SUMMARY, "3 til stede")


def hangs_up(gathering: Gathering, desk: Desk, wall: Wall) -> Path:
    """The decided words become a line of the poster, which is adopted and printed."""
    goes_on(desk)
    wall.asks("Formålet vårt")
    page = desk.page
    page.goto(f"{gathering.house.url}/plakat?samling={gathering.code}")
    settled(page)
    row = page.locator("[class*=st-key-take-row]").filter(has_text=SUMMARY).first
    if not row.is_visible():
        page.get_by_label("Hent fra").click()
        page.get_by_role("option").filter(has_text=re.compile("Det har vi besluttet|Hva hører sammen")).first.click()
    row.get_by_role("button", name="Ta med").click()
    line = page.locator("[class*=st-key-poster-line] textarea").first
    expect(line).to_have_value(SUMMARY)
    line.fill(LINE)
    line.blur()
    wall.shows(LINE)
    settled(page)
    page.get_by_role("button", name="Vedta", exact=True).click()
    page.get_by_role("button", name="Vedta plakaten").click()
    expect(page.get_by_text("Plakaten er vedtatt.")).to_be_visible()
    return saved(page, "PDF")


def promises(desk: Desk, wall: Wall, phones: list[Phone]) -> None:
    desk.page.go_back()
    goes_on(desk)
    kari = phones[0]
    kari.follows_to("Hva gjør jeg nå?")
    kari.page.locator("#field-name input").fill("Kari")
    kari.page.locator("#field-what textarea, #field-what input").fill("Kari rydder i møtekalenderen")
    kari.page.locator("#field-when input, #field-when textarea").fill("1. desember")
    kari.page.locator("#field-sign textarea, #field-sign input").fill("Vi blir ferdige i tide")
    kari.send.click()
    expect(kari.status).to_have_text(SENT)
    desk.reveal.click()
    wall.shows("Kari rydder i møtekalenderen")
    goes_on(desk)
    wall.shows("Formål")


def takes_home(gathering: Gathering, desk: Desk) -> Path:
    desk.page.goto(f"{gathering.house.url}/plattform?samling={gathering.code}&visning=ta-med")
    settled(desk.page)
    return saved(desk.page, "PDF til arkivet")


def saved(page: Page, label: str) -> Path:
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).first.click()
    download: Download = waiting.value
    return Path(download.path())


def words_of(pdf: Path) -> str:
    """All the text, with one space between words, and words divided at the end of a line put together."""
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    return " ".join(re.sub("[\u00ad\u2010-]\n", "", text).split())


def letters(text: str) -> str:
    """Without spaces and hyphens: where a line ends, one cannot tell a card's own hyphen from the paper's."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def leads_back_to_the_cards(helu: House, gathering: Gathering, answers: list[str]) -> None:
    told = json.loads(helu.inside(TRAILS.replace("CODE", repr(gathering.code))).strip().splitlines()[-1])
    assert set(told) == {SUMMARY, LINE}
    for text, found in told.items():
        assert found, text
        assert set(found) <= set(answers)
