"""Somebody asked for feedback answers on a phone whose network goes away in the middle."""

import json

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open
from tests.browser.house import House
from tests.browser.test_accessibility import faults_now

ROUND = """
from helu.services import feedback
person = {email!r}
with writing() as db:
    user = accounts.user_by_email(db, person)
    visitor = logins.who(db, logins.start(db, user.id, accounts.memberships_of(db, user.id)[0].organisation_id))
    held = feedback.draft(db, visitor)
    feedback.add(db, visitor, held.id, "colleagues", [(str(at), "") for at in range(5)])
    print(feedback.open_round(db, visitor, held.id, False)[0].token)
"""
KEPT = """
import json
from helu.store.rating_tables import Feedback, FeedbackAnswer, FeedbackText
with reading() as db:
    (held,) = db.query(Feedback).filter_by(called="Live")
    answers, texts = (db.query(table).filter_by(feedback_id=held.id) for table in (FeedbackAnswer, FeedbackText))
    print(json.dumps([[each.steps for each in answers], [each.text for each in texts]]))
"""


def steps(page: Page, step: str) -> None:
    page.locator(".screen.now").get_by_role("radio", name=step).check()
    page.get_by_role("button", name="Neste").click()


def test_a_draft_outlives_the_tab_and_is_sent_once_there_is_a_network(helu: House, machine: Open) -> None:
    token = helu.inside(ROUND.format(email=helu.person("Live", "leader"))).strip()
    page = machine(PHONE, has_touch=True).new_page()
    page.goto(f"{helu.url}/tilbakemelding/{token}")
    assert faults_now(page) == []
    page.get_by_role("button", name="Begynn").click()
    for _statement in range(9):
        steps(page, "6")
    page.reload()
    expect(page.locator("#place")).to_have_text("10 av 18")
    steps(page, "Vet ikke")
    page.context.set_offline(True)
    for _statement in range(8):
        steps(page, "2")
    page.get_by_label("Hva bør Live fortsette med?").fill("Å spørre først")
    page.get_by_role("button", name="Neste").click()
    expect(page.locator("#given")).to_have_text("Du har svart på alt.")
    assert faults_now(page) == []
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#status")).to_have_text("Ikke sendt ennå. Svaret står her og sendes når nettet er tilbake.")
    page.context.set_offline(False)
    expect(page.locator("h1")).to_have_text("Takk. Svaret ditt er lagret.")
    assert faults_now(page) == []
    (answer,), (text,) = json.loads(helu.inside(KEPT))
    assert (sorted(answer.values(), key=str), text) == ([2] * 8 + [6] * 9 + [None], "Å spørre først")
    page.wait_for_function("localStorage.length === 0")

    page.get_by_role("link", name="Endre svaret").click()
    steps(page, "7")
    page.goto(f"{helu.url}/tilbakemelding/{token}")
    expect(page.locator("#unsent")).to_be_visible()
