"""The phone's page and its JSON: seats, languages, and all a client needs to answer anything."""

import pytest
from starlette.requests import HTTPConnection

from helu.activities import ACTIVITIES
from helu.services import running, showing
from helu.store.database import writing
from helu.store.tables import Activity, Participant
from helu.web.pages import chosen_language
from tests.conftest import answer, stored


def test_scanning_the_code_takes_a_seat_that_lasts(browser_of, world, db):
    telephone = browser_of(None)
    reply = telephone.get(f"/d/{world.workshop.code}")
    cookie = reply.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    telephone.get(f"/d/{world.workshop.code}")
    assert len(stored(db, Participant)) == 1


def test_the_cookie_is_secure_when_the_page_came_over_https(world):
    from starlette.testclient import TestClient

    from tests.conftest import house

    telephone = TestClient(house(), base_url="https://helu.test")
    assert "Secure" in telephone.get(f"/d/{world.workshop.code}").headers["set-cookie"]


def test_a_made_up_cookie_is_not_taken_for_a_seat(browser_of, world):
    telephone = browser_of(None)
    telephone.cookies.set("helu_device", "x'; DROP TABLE", path="/d/")
    assert "set-cookie" in telephone.get(f"/d/{world.workshop.code}").headers


@pytest.mark.parametrize(
    ("asked", "lang", "word"), [("nn-NO", "nn", "Ikkje"), ("en-GB", "en", "yet"), ("nb", "nb", "ennå")]
)
def test_the_page_is_in_the_phones_language_and_says_so(browser_of, world, opened, asked, lang, word):
    opened("open_cards")
    page = browser_of(None).get(f"/d/{world.workshop.code}", headers={"accept-language": asked}).text
    assert f'<html lang="{lang}">' in page
    assert '<div lang="nb">' in page  # what the facilitator wrote stays what it is
    assert word in page


def test_a_language_chosen_on_the_phone_is_remembered(browser_of, world):
    telephone = browser_of(None)
    assert telephone.get(f"/d/{world.workshop.code}?sprak=nn").status_code == 303
    assert '<html lang="nn">' in telephone.get(f"/d/{world.workshop.code}", headers={"accept-language": "en"}).text


def test_a_phone_that_asks_for_german_gets_the_gatherings_language(browser_of, world):
    page = browser_of(None).get(f"/d/{world.workshop.code}", headers={"accept-language": "de"}).text
    assert '<html lang="nb">' in page


@pytest.mark.parametrize(("asked", "lang"), [("nb-NO,nb;q=0.9", "nn"), ("no", "nn"), ("nn", "nn"), ("en-GB", "en")])
def test_a_phone_set_to_bokmaal_follows_a_gathering_in_nynorsk(asked, lang):
    head = [(b"accept-language", asked.encode())]
    assert chosen_language(HTTPConnection({"type": "http", "headers": head}), "nn") == lang
    chosen = [*head, (b"cookie", b"helu_language=nb")]
    assert chosen_language(HTTPConnection({"type": "http", "headers": chosen}), "nn") == "nb"


def test_the_state_describes_every_field_and_the_phones_own_answer(kari, world, opened):
    activity = opened("points")
    answer(kari, world, activity.id, points={"a": 60, "b": 40})
    state = kari.get(f"/d/{world.workshop.code}/tilstand").json()
    assert (state["phase"], state["activity"]["kind"], state["activity"]["text"]) == (
        "open",
        "points",
        "Hva veier tyngst?",
    )
    (field,) = state["activity"]["fields"]
    assert (field["name"], field["type"], field["total"]) == ("points", "points", 100)
    assert field["options"] == [{"value": "a", "label": "Retning"}, {"value": "b", "label": "Ro"}]
    assert state["own"] == {"points": {"a": 60, "b": 40}}


def test_another_phones_answer_is_never_in_the_state(kari, ola, world, opened):
    answer(kari, world, opened("choice").id, chosen="mot")
    assert ola.get(f"/d/{world.workshop.code}/tilstand").json()["own"] is None


def test_the_state_before_and_after_has_no_fields(kari, world, opened):
    assert kari.get(f"/d/{world.workshop.code}/tilstand").json()["activity"] is None
    opened("choice")
    with writing() as db:
        running.end(db, world.workshop)
    state = kari.get(f"/d/{world.workshop.code}/tilstand").json()
    assert (state["phase"], state["activity"]["fields"]) == ("ended", [])


@pytest.mark.parametrize("kind", ACTIVITIES.values(), ids=ACTIVITIES)
def test_every_kind_is_drawn_and_described(kari, world, kind):
    with writing() as db:
        activity = db.get_one(Activity, world.activity("choice").id)
        activity.kind, activity.settings = kind.name, {}
        db.add(activity)
    with writing() as db:
        running.open_activity(db, world.workshop, activity.id)
    page = kari.get(f"/d/{world.workshop.code}").text
    state = kari.get(f"/d/{world.workshop.code}/tilstand").json()
    fields = showing.fields_of(activity)  # what works on more than answers has nothing to ask about yet
    assert [each["name"] for each in state["activity"]["fields"]] == [field.name for field in fields]
    assert page.count("<fieldset") == len(fields)
    for example in () if kind.keeps else kind.examples:
        assert answer(kari, world, activity.id, **example).status_code == 200


def test_a_private_note_has_nothing_to_send_with(kari, world):
    with writing() as db:
        activity = db.get_one(Activity, world.activity("choice").id)
        activity.kind, activity.settings = "private_note", {}
    with writing() as db:
        running.open_activity(db, world.workshop, activity.id)
    page = kari.get(f"/d/{world.workshop.code}").text
    assert "data-note" in page
    assert "<form" not in page
    assert answer(kari, world, activity.id, note="hemmelig").status_code == 409


def test_the_first_load_is_small(browser_of, world, opened):
    opened("scale")
    telephone = browser_of(None)
    page = telephone.get(f"/d/{world.workshop.code}", headers={"accept-encoding": "gzip"})
    parts = [word.split('"')[0] for word in page.text.split('"/filer/')[1:]]
    bodies = [telephone.get(f"/filer/{part}", headers={"accept-encoding": "gzip"}) for part in parts]
    size = sum(int(each.headers["content-length"]) for each in [page, *bodies])
    assert len(bodies) + 2 <= 6  # the page itself and its stream of events
    assert size < 40 * 1024
