"""Astrid and Bjørn run the same gathering, each at a desk of their own."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast import Desk
from tests.browser.conftest import LogIn
from tests.browser.house import Gathering, House
from tests.browser.plans import open_cards

PLAN = [open_cards("Først"), open_cards("Så", key="then"), open_cards("Sist", key="last")]
MEANWHILE = "Noen andre flyttet samlingen i mellomtiden. Se hva som vises nå, og velg på nytt."


@pytest.fixture(scope="module")
def bjorn(helu: House) -> str:
    return helu.person("Bjorn")


def open_desk(log_in: LogIn, email: str, gathering: Gathering) -> Desk:
    desk = Desk(log_in(email))
    desk.page.goto(gathering.desk)
    expect(desk.page.get_by_role("heading", name="Alle kommer inn")).to_be_visible()
    return desk


def test_what_one_does_shows_on_the_other_desk_by_itself(helu: House, log_in: LogIn, bjorn: str) -> None:
    gathering = helu.planned(PLAN)
    astrids, bjorns = open_desk(log_in, "astrid@fjell.no", gathering), open_desk(log_in, bjorn, gathering)
    astrids.next.click()
    bjorns.stands_at(1, "Åpen for svar")
    bjorns.reveal.click()
    astrids.stands_at(1, "Svarene vises")
    astrids.next.click()
    bjorns.stands_at(2, "Åpen for svar")


def test_a_click_on_what_has_moved_is_answered_and_changes_nothing(helu: House, log_in: LogIn, bjorn: str) -> None:
    """Bjørn's desk hears nothing, as behind a bad line."""
    gathering = helu.planned(PLAN)
    astrids, bjorns = open_desk(log_in, "astrid@fjell.no", gathering), Desk(log_in(bjorn))
    bjorns.page.route("**/puls", lambda route: route.abort())
    bjorns.page.goto(gathering.desk)
    expect(bjorns.page.get_by_role("heading", name="Alle kommer inn")).to_be_visible()
    astrids.next.click()
    astrids.stands_at(1)

    bjorns.next.click()
    expect(bjorns.page.get_by_text(MEANWHILE)).to_be_visible()
    bjorns.stands_at(1)
    assert gathering.now["current"]["position"] == 1
    bjorns.next.click()
    bjorns.stands_at(2)
    expect(bjorns.page.get_by_text(MEANWHILE)).to_be_hidden()
    astrids.stands_at(2)


def test_what_others_do_does_not_overtake_a_click(helu: House, log_in: LogIn) -> None:
    """A page that is asked to run again before it has come to the button that was clicked, forgets the click."""
    gathering = helu.planned(PLAN)
    desk = open_desk(log_in, "astrid@fjell.no", gathering)
    desk.page.evaluate("window.clicking = setInterval(() => document.body.click(), 200)")
    gathering.move("next")
    desk.page.wait_for_timeout(2500)
    expect(desk.page.get_by_role("heading", name="Alle kommer inn")).to_be_visible()
    desk.page.evaluate("clearInterval(window.clicking)")
    desk.stands_at(1)


def test_the_timer_is_the_same_on_both_desks(helu: House, log_in: LogIn, bjorn: str) -> None:
    gathering = helu.planned(PLAN)
    gathering.move("next")
    desks = [Desk(log_in(each)) for each in ("astrid@fjell.no", bjorn)]
    for desk in desks:
        desk.page.goto(gathering.desk)
        desk.stands_at(1)
    desks[0].page.keyboard.press("t")
    for desk in desks:
        expect(desk.page.get_by_role("button", name="Stopp klokka")).to_be_visible()
