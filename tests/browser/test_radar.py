"""A leader opens the radar on a laptop and on a phone: spokes, layers, words, and no fault that axe can find."""

import re

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.conftest import PHONE, SCREEN, LogIn, settled
from tests.browser.house import House
from tests.browser.test_accessibility import faults

ANSWERED = """
from datetime import timedelta
from helu.content.balance_words import balance_words
from helu.services import profiles, situations
from helu.store.profile_tables import Assessment
from helu.store.rows import now
with writing() as db:
    user = accounts.user_by_email(db, {email!r})
    there = accounts.memberships_of(db, user.id)[0].organisation_id
    leader = logins.who(db, logins.start(db, user.id, there))
    profile = profiles.mine(db, leader)
    for days, step in ((200, 2), (1, 3)):
        steps = {{s.id: step for b in balance_words().behaviours() for s in b.statements}}
        at = now() - timedelta(days=days)
        wanted = steps | {{s: 6 for s in steps if s.startswith('tsk')}}
        db.add(Assessment(profile_id=profile.id, form='full', current=steps, wanted=wanted, begun_at=at, finished_at=at))
    situations.add(db, leader, 'omorganisering', {{'change': 7, 'task': 5}}, {{'change': 3, 'task': 5}})
"""


# The names round the radar, once it has come to rest, are inside a screen that is no wider than it should be.
FITS = """(wide) => document.documentElement.scrollWidth <= wide
  && [...document.querySelectorAll(".js-plotly-plot .angularaxistick text")].every((name) => {
    const { left, right, width } = name.getBoundingClientRect();
    return width && left >= 0 && right <= wide;
  })"""
LIES_AT = """(before) => {
  const after = document.querySelector(".js-plotly-plot .polarsublayer.plotbg").getBoundingClientRect();
  return ["x", "y", "width", "height"].every((side) => Math.abs(before[side] - after[side]) < 2);
}"""


@pytest.fixture(scope="module")
def leif(helu: House) -> str:
    """A leader in Fjell who has looked at himself twice, half a year apart."""
    email = helu.person("Leif", "leader")
    helu.inside(ANSWERED.format(email=email))
    return email


@pytest.fixture
def open_radar(helu: House, leif: str, log_in: LogIn):
    def open_(view: str = "radar", **more: object) -> Page:
        page = log_in(leif, **more)
        page.goto(f"{helu.url}/radar?visning={view}")
        settled(page)
        if view in {"radar", "utvikling"}:
            expect(page.locator(".js-plotly-plot").first).to_be_visible()
        return page

    return open_


def tap(page: Page, right: float, down: float) -> None:
    """Somewhere in the radar, counted in its radius from its middle."""
    ring = page.locator(".js-plotly-plot .polarsublayer.plotbg").first.bounding_box()
    assert ring
    radius = ring["width"] / 2
    page.mouse.click(ring["x"] + radius * (1 + right), ring["y"] + radius * (1 + down))


def test_a_spoke_is_opened_by_a_click_in_the_radar_itself(open_radar) -> None:
    page = open_radar()
    tap(page, 0.6, 0.1)
    opened = page.locator(".st-key-spoke-open")
    expect(opened).to_contain_text("Oppgave")
    expect(opened).to_contain_text("Tar opp atferd som hindrer målrettet arbeid.")
    expect(opened).to_contain_text("Nå 3,0 · ønsket 6,0 · avstand +3,0 · sist gang 2,0")
    tap(page, -0.6, 0.1)
    expect(opened).to_contain_text("Endring")
    expect(page.get_by_role("radio", name="Endring")).to_be_checked()


def test_a_spoke_is_opened_by_a_pill_and_leads_to_a_plan(open_radar) -> None:
    page = open_radar(viewport=PHONE)
    page.get_by_role("radio", name="Oppgave").click()
    opened = page.locator(".st-key-spoke-open")
    opened.get_by_text("Påstandene og svarene dine om «Konfronterende»").click()
    expect(opened).to_contain_text("Jeg tar den vanskelige samtalen når den trengs.")
    expect(opened).to_contain_text("Du svarte: nå 3, ønsket 6. Avstand +3.")
    opened.get_by_role("link", name="Lag en plan av dette").nth(0).click()
    page.wait_for_url("**/min-plan?atferd=*")


def test_layers_and_behaviours_are_switched(open_radar) -> None:
    page = open_radar()
    lines = page.locator(".js-plotly-plot .scatterlayer .trace")
    expect(lines).to_have_count(2)
    page.get_by_role("button", name="Sist gang").click()
    expect(lines).to_have_count(3)
    page.get_by_role("radio", name="Alle atferdene").click()
    expect(page.locator(".js-plotly-plot .angularaxistick text")).to_have_count(18)
    tap(page, 0.6, 0.1)
    expect(page.locator(".st-key-spoke-open")).to_contain_text("Konfronterende")


def test_the_radar_fits_a_narrow_phone(open_radar) -> None:
    page = open_radar(viewport={"width": 360, "height": 740})
    for grain in ("Alle atferdene", "Orienteringene"):
        page.get_by_role("radio", name=grain).click()
        names = page.locator(".js-plotly-plot .angularaxistick text")
        expect(names).to_have_count(18 if grain == "Alle atferdene" else 4)
        page.wait_for_function(FITS, arg=360)


@pytest.mark.parametrize("viewport", [SCREEN, PHONE], ids=["screen", "phone"])
def test_the_servers_own_drawing_stands_where_plotly_will_come(
    helu: House, leif: str, log_in: LogIn, viewport: ViewportSize
) -> None:
    """And the page is in use before it has come: a click in the drawing opens what a click in Plotly's would."""
    page = log_in(leif, viewport=viewport)
    waiting: list[Route] = []
    held = [True]
    page.route("**/PlotlyChart*.js", lambda route: waiting.append(route) if held[0] else route.continue_())
    page.goto(f"{helu.url}/radar")
    drawing, ring = page.locator(".radar-still"), page.locator(".radar-still .ring")
    expect(drawing).to_have_attribute("aria-label", re.compile("Nå: Relasjon 3,0"))
    opened = page.locator(".st-key-spoke-open")
    page.get_by_role("radio", name="Oppgave").click()
    expect(opened).to_contain_text("Oppgave")
    for right, down, name in (
        (0.1, -0.6, "Relasjon"),
        (0.6, -0.1, "Oppgave"),
        (-0.1, 0.6, "Kultur"),
        (-0.6, 0.1, "Endring"),
    ):
        settled(page)
        ring.evaluate("each => each.scrollIntoView({block: 'center'})")  # clear of the bar at the top
        box = ring.bounding_box()
        assert box
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.click(middle[0] + right * box["width"] / 2, middle[1] + down * box["width"] / 2)
        expect(opened.locator("h2").first).to_contain_text(name)
        expect(page.get_by_role("radio", name=name)).to_be_checked()
    settled(page)
    before = ring.bounding_box()
    held[0] = False
    for each in waiting:
        each.continue_()
    expect(page.locator(".js-plotly-plot .scatterlayer .trace").first).to_be_visible()
    expect(drawing).to_be_hidden()
    page.wait_for_function(LIES_AT, arg=before)


@pytest.mark.parametrize("view", ["radar", "situasjon", "utvikling", "deling", "andre"])
def test_axe_finds_nothing(open_radar, view: str) -> None:
    page = open_radar(view, viewport=SCREEN)
    if view == "radar":
        page.get_by_role("radio", name="Oppgave").click()
        expect(page.locator(".st-key-spoke-open")).to_be_visible()
        for name in ("Tallene i en tabell", "Balansen, og hvordan den regnes"):
            page.get_by_text(name).click()
    assert faults(page) == []
