"""axe finds nothing on any page, in bokmål and nynorsk, on a phone and on a laptop; and pages say what language they are in."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, expect

from helu.activities import ACTIVITIES
from tests.browser.boards import Board, with_cards
from tests.browser.cast import Desk, Phone, Wall
from tests.browser.conftest import PHONE, SCREEN, LogIn, Open, logged_in, machines, settled
from tests.browser.furnished import furnished
from tests.browser.house import Gathering, House
from tests.browser.plans import CHOICE, EVERY_KIND, open_cards

LANGUAGES = ["nb", "nn"]
LOCALES = {"nb": "nb-NO", "nn": "nn-NO"}
every_language = pytest.mark.parametrize("language", LANGUAGES)

# In Streamlit's own markup, and out of reach from Python, markup and styles alike.
STREAMLITS_OWN = [
    # The place to drop a file on is presentational, yet named. The button inside it is a real one, with the same name.
    ("presentation-role-conflict", "[data-testid=stFileUploaderDropzone]"),
]
RUN = """async (known) => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], elementRef: true });
  const ours = (rule, node) => !known.some(([its, selector]) => its === rule && node.element?.matches(selector));
  return violations.flatMap(({ id, nodes }) => nodes.filter((node) => ours(id, node)).map((node) =>
    `${id}: ${node.target.flat().join(" ")}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}"""


def faults(page: Page) -> list[str]:
    """What axe finds, in frames too, at both sizes."""
    found = []
    for size in (PHONE, SCREEN):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found += [f"{size['width']} px: {each}" for each in faults_now(page)]
    return found


def faults_now(page: Page) -> list[str]:
    """axe goes in by the debugger's door, where no policy stops it; most pages of this file have it from the start."""
    for frame in page.frames:
        if not frame.evaluate("'axe' in window"):
            frame.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, STREAMLITS_OWN)


@pytest.fixture
def machine(machine: Open) -> Open:
    """With axe on every page and in every frame."""

    def open_(*how: Any, **more: Any) -> BrowserContext:
        context = machine(*how, **more)
        context.add_init_script(AXE_SCRIPT)
        return context

    return open_


@pytest.fixture(scope="module")
def _laptops(helu: House, browser: Browser, nils: str) -> Iterator[tuple[dict[str, Page], list[str]]]:
    with machines(browser) as (open_, wrong):
        contexts = {language: open_() for language in LANGUAGES}
        for context in contexts.values():
            context.add_init_script(AXE_SCRIPT)
        emails = {"nb": "astrid@fjell.no", "nn": nils}
        yield {each: logged_in(context, helu, emails[each]) for each, context in contexts.items()}, wrong


@pytest.fixture
def laptop(_laptops: tuple[dict[str, Page], list[str]], language: str) -> Iterator[Page]:
    """Where somebody who reads the language is logged in. It is lent to the many that only look: it has all files."""
    pages, wrong = _laptops
    wrong.clear()
    yield pages[language]
    assert wrong == []


def language_of(page: Page) -> str:
    return page.evaluate("document.documentElement.lang")


@every_language
@pytest.mark.parametrize("path", ["/logg-inn", "/delta", "/storskjerm", "/d/FEILKODE"])
def test_doors_and_problem_pages(helu: House, machine: Open, language: str, path: str) -> None:
    page = machine(locale=LOCALES[language], color_scheme="dark" if language == "nn" else "light").new_page()
    page.goto(helu.url + path)
    assert language_of(page) == language
    assert faults(page) == []


@every_language
def test_what_was_typed_wrongly_at_the_doors(helu: House, machine: Open, language: str) -> None:
    page = machine(locale=LOCALES[language]).new_page()
    for path, fields in (("/logg-inn", {"email": "a@b.no", "password": "x"}), ("/delta", {"kode": "FEILKODE"})):
        page.goto(helu.url + path)
        for name, value in fields.items():
            page.locator(f"input[name={name}]").fill(value)
        page.locator("button").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert faults(page) == []


@every_language
def test_the_welcome_of_somebody_new(helu: House, machine: Open, language: str) -> None:
    added = helu.run("user", "add", f"ny-{language}@fjell.no", "--organisation", "Fjell kommune", "--json")
    page = machine(locale=LOCALES[language]).new_page()
    page.goto(json.loads(added)["link"])
    assert language_of(page) == language
    assert faults(page) == []


@pytest.mark.timeout(900)
def test_every_kind_of_activity_on_phones_the_wall_and_the_desk(
    helu: House, machine: Open, log_in: LogIn, nils: str, every_kind: Gathering
) -> None:
    """Kari reads bokmål in daylight; Ola has chosen nynorsk and a dark phone. Astrid has a laptop, Nils a phone."""
    gathering = every_kind
    wall, desks = Wall(log_in()), [Desk(log_in()), Desk(log_in(nils, viewport=PHONE))]
    wall.page.goto(gathering.wall)
    for desk in desks:
        desk.page.goto(gathering.desk)
        settled(desk.page)
    light, dark = machine(PHONE), machine(PHONE, color_scheme="dark")
    dark.add_cookies([{"name": "helu_language", "value": "nn", "url": helu.url}])
    kari, ola = Phone(light.new_page(), "Kari", "g1"), Phone(dark.new_page(), "Ola", "g2")
    for phone, language in ((kari, "nb"), (ola, "nn")):
        phone.goto(gathering.phone)
        assert language_of(phone.page) == language
        assert faults(phone.page) == [], "waiting"
    for number, activity in enumerate(EVERY_KIND, 1):
        gathering.move("next")
        for phone in (kari, ola):
            phone.follows_to(activity["title"])
            assert faults(phone.page) == [], activity["kind"]
        wall.asks(activity["title"])
        assert faults_now(wall.page) == [], activity["kind"]
        if not ACTIVITIES[activity["kind"]].desk:
            continue
        for desk in desks:
            expect(desk.page.get_by_text(re.compile(rf"^{number}/\d+ · "))).to_be_visible()
            settled(desk.page)
            assert faults_now(desk.page) == [], activity["kind"]


@every_language
def test_a_phone_that_is_told_what_was_wrong_and_what_was_sent(helu: House, machine: Open, language: str) -> None:
    gathering = helu.planned([CHOICE | {"anonymous": False}])
    gathering.move("next")
    for script in (True, False):
        kari = Phone(machine(PHONE, locale=LOCALES[language], java_script_enabled=script).new_page(), "Kari")
        kari.goto(gathering.phone)
        kari.send.click()
        expect(kari.locator(".wrong").first).to_be_visible()
        assert not script or faults(kari.page) == []
        kari.locator("#field-name input").fill("Kari")
        kari.locator("#field-chosen input").first.check()
        kari.send.click()
        expect(kari.status).to_contain_text("Sendt" if language == "nb" else "Send")
        assert not script or faults(kari.page) == []


@every_language
def test_the_projector(helu: House, machine: Open, log_in: LogIn, language: str) -> None:
    gathering = helu.planned([open_cards()], language=language)
    wall, kari = Wall(log_in()), Phone(machine(PHONE, locale="nb-NO").new_page(), "Kari")
    wall.page.goto(gathering.wall)
    wall.shows(gathering.code[:4])
    assert language_of(wall.page) == language
    assert faults_now(wall.page) == [], "lobby"
    gathering.move("next")
    wall.asks("Hva er viktigst?")
    expect(wall.count).to_be_visible()
    assert faults_now(wall.page) == [], "hidden"
    kari.goto(gathering.phone)
    written = kari.fill("cards")
    kari.send.click()
    expect(kari.status).to_have_text(re.compile("^Sendt"))  # a nynorsk gathering is nynorsk on every phone
    gathering.move("reveal")
    wall.shows(*written.values["cards"])
    assert faults_now(wall.page) == [], "shown"


@pytest.fixture(scope="module")
def nils(helu: House) -> str:
    """Reads nynorsk."""
    email = helu.person("Nils", "owner")
    helu.inside(
        f"with writing() as db:\n"
        f"    user = accounts.user_by_email(db, {email!r})\n"
        f"    there = accounts.memberships_of(db, user.id)[0].organisation_id\n"
        f"    visitor = logins.who(db, logins.start(db, user.id, there))\n"
        f"    accounts.change_self(db, visitor, 'Nils', 'nn')\n"
        f"    group = groups.add(db, visitor, 'Ledergruppa', 'leader_group')\n"
        f"    groups.set_members(db, visitor, group.id, [user.id])\n"
    )
    return email


@pytest.fixture(scope="module")
def lobby(helu: House) -> Gathering:
    return helu.planned(EVERY_KIND, "Ikke startet")


@pytest.fixture(scope="module")
def every_kind(helu: House, nils: str) -> Gathering:
    """Of a group that has a platform, in which Astrid and Nils are members."""
    return furnished(helu)


@pytest.fixture(scope="module")
def started(helu: House, browser: Any) -> Iterator[Gathering]:
    """Open for answers, with one answer."""
    gathering = helu.planned([open_cards(), CHOICE], "I gang")
    gathering.move("next")
    context = browser.new_context()
    kari = Phone(context.new_page(), "Kari")
    kari.goto(gathering.phone)
    kari.fill("cards")
    kari.send.click()
    expect(kari.status).to_be_visible()
    yield gathering
    context.close()


VIEWS = {"/plattform": 7, "/lansering": 3}
DESK = {
    "samlinger": "/",
    "styr, lobby": "/styr?samling={lobby}",
    "styr, open": "/styr?samling={started}",
    "rediger": "/rediger?samling={lobby}",
    "svar": "/svar?samling={started}",
    "maler": "/maler",
    "personer": "/personer",
    "konto": "/konto",
    "mine-samlinger": "/mine-samlinger",
    "plakat": "/plakat?samling={every_kind}",
    "plattformer": "/plattform",
    "var-plattform": "/var-plattform",
}


@every_language
@pytest.mark.parametrize("where", DESK)
def test_the_desk(
    helu: House, laptop: Page, lobby: Gathering, started: Gathering, every_kind: Gathering, language: str, where: str
) -> None:
    page = laptop
    page.goto(helu.url + DESK[where].format(lobby=lobby.code, started=started.code, every_kind=every_kind.code))
    settled(page)
    assert language_of(page) == language
    assert faults(page) == []


@every_language
@pytest.mark.parametrize(
    ("path", "choices"),
    [("/plattform", "[class*=st-key-view-] button"), ("/lansering", "[role=tab]")],
    ids=["plattform", "lansering"],
)
def test_every_view_of_a_page_with_several(
    helu: House, laptop: Page, every_kind: Gathering, language: str, path: str, choices: str
) -> None:
    """One page, and its views one after the other."""
    page = laptop
    page.goto(f"{helu.url}{path}?samling={every_kind.code}")
    settled(page)
    assert language_of(page) == language
    views = page.locator(choices)
    expect(views).to_have_count(VIEWS[path])
    for at in range(VIEWS[path]):
        page.set_viewport_size(SCREEN)  # type: ignore[arg-type]
        views.nth(at).click()
        settled(page)
        assert faults(page) == [], views.nth(at).inner_text()


@every_language
def test_the_page_for_sorting(log_in: LogIn, nils: str, language: str, helu: House) -> None:
    gathering = with_cards(helu, ["Trygge ledere", "Færre møter"])
    page = log_in(nils if language == "nn" else "astrid@fjell.no")
    Board(page, gathering).open()
    assert language_of(page) == language
    assert faults(page) == []
