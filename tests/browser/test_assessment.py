"""A leader looks at oneself on a phone whose network comes and goes, with and without JavaScript."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, LogIn, Open
from tests.browser.house import PASSWORD, House
from tests.browser.test_accessibility import faults

SMALL = {"width": 360, "height": 640}
BEHAVIOURS = 18
LATE = "Ikke lagret ennå. Svarene står her og sendes når nettet er tilbake."
FULL_LAYER = (
    "from helu.store.profile_tables import Assessment, Profile\n"
    "from sqlmodel import select\nimport json\n"
    "with reading() as db:\n"
    "    person = accounts.user_by_email(db, {email!r})\n"
    "    rows = db.exec(select(Assessment).join(Profile).where(Profile.user_id == person.id)).all()\n"
    "    print(json.dumps([[row.current, row.wanted, bool(row.finished_at)] for row in rows]))\n"
)


def kept(helu: House, email: str) -> list[tuple[dict[str, int | None], dict[str, int | None], bool]]:
    return json.loads(helu.inside(FULL_LAYER.format(email=email)))


def begins(page: Page, helu: House, form: str = "Kort") -> None:
    page.goto(f"{helu.url}/egenvurdering")
    page.get_by_role("button", name=form).click()
    page.wait_for_url("**/egenvurdering/*")


def steps(page: Page, now: str, later: str) -> None:
    """On the screen that is shown, with its one statement."""
    for row, step in (("Nå", now), ("Om seks måneder", later)):
        page.get_by_role("radiogroup", name=row).get_by_role("radio", name=step).check()


def onwards(page: Page) -> None:
    page.get_by_role("button", name="Neste").click()


def test_a_leader_answers_loses_the_network_comes_back_and_finishes(helu: House, log_in: LogIn) -> None:
    email = helu.person("Liv", "leader")
    page = log_in(email, viewport=PHONE, has_touch=True)
    begins(page, helu)
    for _screen in range(6):
        steps(page, "3", "5")
        onwards(page)
    expect(page.locator("#status")).to_have_text("Lagret")

    page.context.set_offline(True)
    for _screen in range(3):
        steps(page, "Ikke aktuelt", "7")
        onwards(page)
    expect(page.locator("#status")).to_have_text(LATE)
    assert [len(layer) for layer in kept(helu, email)[0][:2]] == [6, 6]
    page.context.set_offline(False)
    expect(page.locator("#status")).to_have_text("Lagret")
    assert [len(layer) for layer in kept(helu, email)[0][:2]] == [9, 9]

    page.reload()
    expect(page.locator("#place")).to_have_text("10 av 18")
    for _screen in range(9, BEHAVIOURS - 1):
        steps(page, "4", "4")
        onwards(page)
    onwards(page)
    expect(page.locator("#given")).to_have_text("Du har svart på 17 av 18 påstander.")
    page.locator("#open a").click()
    steps(page, "4", "4")
    onwards(page)
    expect(page.locator("#given")).to_have_text("Du har svart på alt.")
    page.get_by_role("button", name="Ferdig").click()
    expect(page.get_by_role("link", name="Se radaren din")).to_have_attribute("href", "/radar")

    ((current, wanted, finished),) = kept(helu, email)
    assert sorted(current.values(), key=str) == [3] * 6 + [4] * 9 + [None] * 3
    assert sorted(wanted.values(), key=str) == [4] * 9 + [5] * 6 + [7] * 3
    assert finished


def test_what_was_answered_while_the_page_died_is_sent_by_the_next(helu: House, log_in: LogIn) -> None:
    email = helu.person("Lise", "leader")
    page = log_in(email, viewport=PHONE)
    begins(page, helu)
    page.route("**/svar", lambda route: route.abort())
    steps(page, "2", "6")
    expect(page.locator("#status")).to_have_text(LATE)
    page.unroute("**/svar")
    page.reload()
    expect(page.locator("#status")).to_have_text("Lagret")
    assert [list(layer.values()) for layer in kept(helu, email)[0][:2]] == [[2], [6]]
    assert page.evaluate("Object.keys(localStorage).filter((name) => !name.endsWith('-place'))") == []


def test_who_is_logged_out_meanwhile_loses_nothing(helu: House, log_in: LogIn) -> None:
    email = helu.person("Lone", "leader")
    page = log_in(email, viewport=PHONE)
    begins(page, helu)
    page.context.clear_cookies()
    steps(page, "2", "6")
    expect(page.locator("#status")).to_contain_text("Du er logget ut.")
    page.locator("#status a").click()
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Logg inn").click()
    expect(page.locator("#status")).to_have_text("Lagret")
    assert [list(layer.values()) for layer in kept(helu, email)[0][:2]] == [[2], [6]]


def test_two_tabs_keep_each_others_answers(helu: House, log_in: LogIn) -> None:
    email = helu.person("Lotte", "leader")
    one = log_in(email, viewport=PHONE)
    begins(one, helu)
    other = one.context.new_page()
    other.goto(one.url)
    onwards(other)
    steps(one, "1", "2")
    steps(other, "3", "4")
    for tab in (one, other):
        expect(tab.locator("#status")).to_have_text("Lagret")
    assert [sorted(layer.values(), key=str) for layer in kept(helu, email)[0][:2]] == [[1, 3], [2, 4]]


def test_the_keyboard_is_enough(helu: House, log_in: LogIn) -> None:
    email = helu.person("Lars", "leader")
    page = log_in(email)
    begins(page, helu)
    page.locator(".screen.now .row input").first.focus()
    page.keyboard.press("5")
    expect(page.locator("[name='current.rel_1a'][value='5']")).to_be_checked()
    page.get_by_role("button", name="Neste").press("Enter")
    expect(page.locator("#place")).to_have_text("2 av 18")
    expect(page.locator(".screen.now h2")).to_be_focused()
    page.go_back()
    expect(page.locator("#place")).to_have_text("1 av 18")


def test_without_javascript_it_is_one_form_that_can_be_left_and_finished(helu: House, machine: Open) -> None:
    email = helu.person("Lena", "leader")
    page = machine(PHONE, java_script_enabled=False).new_page()
    page.request.post(f"{helu.url}/logg-inn", form={"email": email, "password": PASSWORD})
    begins(page, helu)
    page.locator("[name='current.rel_1a'][value='4']").check(force=True)
    page.get_by_role("button", name="Lagre").click()
    page.wait_for_url("**#next")
    expect(page.locator("[name='current.rel_1a'][value='4']")).to_be_checked()
    page.locator("[name='wanted.rel_1a'][value='6']").check(force=True)
    page.get_by_role("button", name="Ferdig").click()
    expect(page.get_by_role("link", name="Se radaren din")).to_be_visible()
    assert kept(helu, email) == [[{"rel_1a": 4}, {"rel_1a": 6}, True]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_for_everybody_and_fits_the_smallest_phone(helu: House, log_in: LogIn, scheme: str) -> None:
    email = helu.person(f"Lea-{scheme}", "leader")
    page = log_in(email, viewport=SMALL, color_scheme=scheme)
    page.goto(f"{helu.url}/egenvurdering")
    assert faults(page) == []
    begins(page, helu, "Full")
    page.wait_for_url("**#b-*")
    assert page.evaluate("scrollY") == 0  # the heading is what is seen first
    assert faults(page) == []
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    targets = page.locator(".screen.now :is(.pick, .skip), #bar button:enabled").all()
    boxes = [box for each in targets if (box := each.bounding_box())]
    assert len(boxes) == 2 * 2 * 8 + 1
    assert min(min(box["width"], box["height"]) for box in boxes) >= 48
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    steps_of_first = page.locator(".screen.now .row").first
    steps_of_first.get_by_role("radio", name="5").check()
    page.goto(page.url.split("#")[0] + "#b-end")
    page.reload()
    expect(page.locator("#given")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Ferdig").click()
    expect(page.get_by_role("link", name="Se radaren din")).to_be_visible()
    assert faults(page) == []
