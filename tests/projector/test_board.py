"""Tavla: who may sort on it, what it tells, and what it refuses."""

import json
from uuid import uuid4

import pytest

from helu.services import running
from helu.store.database import writing
from helu.store.tables import Activity, Answer


@pytest.fixture
def tavle(world):
    with writing() as db:
        cards = world.activity("open_cards")
        made = Activity(
            workshop_id=world.workshop.id,
            item_id=cards.item_id,
            position=20,
            key="t",
            kind="theme_board",
            title="Sorter",
        )
        made.settings = {"material": [{"activity": "open_cards", "what": "cards"}]}
        db.add(made)
        for text in ("Færre møter", "Møter med agenda", "Tid til fag. Ro i møtene."):
            answer = Answer(activity_id=cards.id, author=uuid4(), slot="0", attempt=1)
            answer.content = {"cards": [text]}
            db.add(answer)
    with writing() as db:
        running.open_activity(db, world.workshop, made.id)
    return f"/tavle/{world.workshop.code}/{made.id}"


@pytest.fixture
def astrid(browser_of):
    found = browser_of("astrid@fjell.no")
    found.headers["accept"] = "application/json"
    return found


def move(browser, tavle, deed, **about):
    return browser.post(f"{tavle}/trekk", json={"deed": deed, **about})


def state(browser, tavle):
    return browser.get(f"{tavle}/tilstand").json()


def number(browser, tavle, text):
    return next(card["number"] for card in state(browser, tavle)["cards"] if card["text"].startswith(text))


def test_every_deed_moves_the_board_and_tells_its_revision(astrid, tavle):
    card, other = number(astrid, tavle, "Færre"), number(astrid, tavle, "Møter")
    whole = number(astrid, tavle, "Tid")
    deeds = [
        ("add_theme", {"name": "Møter"}),
        ("place", {"card": card, "theme": 1}),
        ("place", {"card": other, "theme": 1}),
        ("split_theme", {"theme": 1, "cards": [other], "name": "Agenda"}),
        ("order", {"theme": 2, "position": 0}),
        ("rename", {"theme": 2, "name": "Saksliste"}),
        ("summarise", {"theme": 2, "text": "Vi vil ha\nsaksliste."}),
        ("merge", {"theme": 1, "into": 2}),
        ("split_card", {"card": whole, "texts": None}),
        ("add_card", {"text": "Mer ro", "theme": 2}),
        ("park", {"card": card, "parked": True}),
        ("park", {"card": card, "parked": False}),
        ("propose", {"groups": None, "again": False}),
        ("propose", {"groups": 2, "again": True}),
        ("remove_theme", {"theme": 2}),
        ("undo", {}),
    ]
    revision = state(astrid, tavle)["revision"]
    for deed, about in deeds:
        reply = move(astrid, tavle, deed, **about)
        assert reply.status_code == 200, (deed, reply.text)
        told = reply.json()
        assert told["revision"] > revision or deed == "propose", deed
        assert told["undoable"]
        revision = told["revision"]
    assert state(astrid, tavle)["themes"][0] == {"number": 2, "name": "Saksliste", "summary": "Vi vil ha\nsaksliste."}


@pytest.mark.parametrize(
    ("deed", "about"),
    [
        ("place", {"card": 1, "theme": 99}),
        ("place", {"card": 99, "theme": None}),
        ("rename", {"theme": 99, "name": "x"}),
        ("add_theme", {"name": " "}),
        ("add_theme", {"name": "x" * 201}),
        ("split_card", {"card": 1, "texts": ["én"]}),
        ("undo", {}),
        ("place", {"card": "1", "theme": None}),
        ("place", {"card": True, "theme": None}),
        ("place", {"card": 1}),
        ("place", {"card": 1, "theme": None, "more": 1}),
        ("propose", {"groups": 0}),
        ("order", {"theme": 1, "position": -1}),
        ("fly", {}),
        ([], {}),
    ],
)
def test_what_does_not_fit_is_a_sentence(astrid, tavle, deed, about):
    reply = move(astrid, tavle, deed, **about)
    assert reply.status_code == 422
    assert reply.json()["problem"].endswith(".")
    assert state(astrid, tavle)["revision"] == 1


@pytest.mark.parametrize(
    "body", ["", "[]", "7", "{", '{"deed": {}}', "[" * 100_000, json.dumps({"deed": "x" * 70_000})]
)
def test_a_body_that_is_no_move_is_refused(astrid, tavle, body):
    reply = astrid.post(f"{tavle}/trekk", content=body, headers={"content-type": "application/json"})
    assert reply.status_code == 422


def test_a_move_from_another_site_or_as_a_form_is_refused(astrid, tavle):
    assert astrid.post(f"{tavle}/trekk", json={"deed": "undo"}, headers={"origin": "https://ond.no"}).status_code == 403
    assert astrid.post(f"{tavle}/trekk", data={"deed": "add_theme", "name": "x"}).status_code == 422


@pytest.mark.parametrize("who", ["leif@fjell.no", "ingrid@fjord.no"])
def test_others_neither_see_nor_move_it(browser_of, tavle, who):
    other = browser_of(who)
    for what in ("", "/tilstand", "/hendelser", "/opphav/k1"):
        assert other.get(tavle + what).status_code == 403
    assert move(other, tavle, "add_theme", name="x").status_code == 403


def test_whoever_is_not_logged_in_is_led_to_the_door_and_back(browser_of, tavle):
    reply = browser_of(None).get(tavle)
    assert (reply.status_code, reply.headers["location"]) == (303, f"/logg-inn?til={tavle}")
    assert move(browser_of(None), tavle, "undo").status_code == 403


def test_only_a_board_of_this_gathering_is_found(astrid, world, tavle):
    code = world.workshop.code
    for wrong in (world.activity("choice").id, uuid4(), "tull"):
        assert astrid.get(f"/tavle/{code}/{wrong}/tilstand").status_code == 404
        assert move(astrid, f"/tavle/{code}/{wrong}", "undo").status_code == 404


def test_a_card_and_a_theme_tell_where_they_come_from(astrid, tavle):
    move(astrid, tavle, "add_theme", name="Møter")
    for text in ("Færre", "Møter"):
        move(astrid, tavle, "place", card=number(astrid, tavle, text), theme=1)
    told = astrid.get(f"{tavle}/opphav/t1").json()
    assert [card["text"] for card in told["cards"]] == ["Færre møter", "Møter med agenda"]
    assert {card["activity"] for card in told["cards"]} == {"Hva er viktigst?"}
    assert told["said"].startswith("2 kort, ")
    move(astrid, tavle, "add_card", text="Skrevet her")
    own = number(astrid, tavle, "Skrevet her")
    assert astrid.get(f"{tavle}/opphav/k{own}").json() == {"said": "", "cards": []}
    assert astrid.get(f"{tavle}/opphav/t9").status_code == 404


def test_hostile_words_come_back_as_they_are(astrid, tavle):
    words = "<script>alert(1)</script> \"'`\u202e${x}"
    move(astrid, tavle, "add_theme", name=words)
    assert state(astrid, tavle)["themes"][0]["name"] == words.replace("\u202e", "")
    body = '{"deed": "add_card", "text": "\\ud800bra"}'
    reply = astrid.post(f"{tavle}/trekk", content=body, headers={"content-type": "application/json"})
    assert reply.status_code == 422
