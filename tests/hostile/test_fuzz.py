"""Thousands of requests that no page sends, at the board and at everything phones answer: never a 5xx."""

import json
import random

import pytest
from starlette.testclient import TestClient

from helu.phone import seat
from helu.services import board
from helu.store.database import reading
from tests.conftest import house
from tests.hostile.furnished import ASTRID, KINDS
from tests.hostile.test_strings import NAUGHTY

MANY = 600
SMALL = 330  # of each kind of activity
DEEDS = ("place", "park", "merge", "split_theme", "split_card", "rename", "summarise", "add_card", "add_theme",
         "remove_theme", "order", "propose", "undo")  # fmt: skip
KEYS = (
    "card",
    "theme",
    "into",
    "cards",
    "texts",
    "text",
    "name",
    "parked",
    "position",
    "groups",
    "again",
    "run",
    "deed",
)
NUMBERS = (0, 1, 2, 3, 7, -1, 999_999, 1_000_001, 2**31, 2**63, 2**64, 10**40, 1.5, 1e308, float("inf"), float("nan"))
WORDS = (*NAUGHTY, "", " ", "k1", "t1", "p", "æøå", "x" * 201, "x" * 1001, "x" * 9_999, "\x00", "\ud800")
BODIES = (b"", b"{", b"[]", b"null", b"7", b'"x"', b"\xff\xfe", b"\x00" * 50, b"[" * 60_000, b'{"deed":' * 3_000,
          b'{"deed": "undo"} x', b'{"deed": "place", "card": 1' + b"0" * 5_000 + b', "theme": 1}', b"x" * 70_000)  # fmt: skip


def anything(dice: random.Random, depth: int = 0):
    """Any JSON at all."""
    what = dice.randrange(8 if depth < 3 else 5)
    if what < 2:
        return dice.choice(NUMBERS)
    if what < 4:
        return dice.choice(WORDS)
    if what == 4:
        return dice.choice((None, True, False))
    if what < 7:
        return [anything(dice, depth + 1) for _each in range(dice.randrange(4))]
    return {str(dice.choice((*KEYS, *WORDS))): anything(dice, depth + 1) for _each in range(dice.randrange(4))}


def likely(dice: random.Random):
    """One of a deed's arguments, more often of the right type than not."""
    few = [dice.randrange(1, 8) for _each in range(dice.randrange(4))]
    texts = [dice.choice(WORDS) for _each in range(dice.randrange(5))]
    return dice.choice([dice.randrange(1, 9), dice.randrange(1, 9), dice.choice(WORDS), None, True, few, texts])


def a_move(dice: random.Random) -> bytes:
    if dice.random() < 0.1:
        return dice.choice(BODIES)
    if dice.random() < 0.15:
        return json.dumps(anything(dice)).encode()
    about = {key: likely(dice) for key in dice.sample(KEYS[:-2], dice.randrange(4))}
    if dice.random() < 0.3:
        about[dice.choice(KEYS)] = anything(dice)
    deed = dice.choice(DEEDS) if dice.random() < 0.95 else dice.choice(("fly", "__init__", "", "PLACE", None, 7, []))
    fitting = _fit(dice, deed)
    if dice.random() < 0.2:
        fitting |= about
    return json.dumps({"deed": deed, **(fitting if dice.random() < 0.8 else about)}).encode()


def _fit(dice: random.Random, deed) -> dict:
    card, theme = dice.randrange(1, 12), dice.randrange(1, 8)
    return {
        "place": {"card": card, "theme": dice.choice((theme, None))}, "park": {"card": card, "parked": True},
        "merge": {"theme": theme, "into": dice.randrange(1, 8)},
        "split_theme": {"theme": theme, "cards": [card, card], "name": dice.choice(WORDS)},
        "split_card": {"card": card, "texts": dice.choice((None, [], [dice.choice(WORDS)] * 3))},
        "rename": {"theme": theme, "name": dice.choice(WORDS)}, "summarise": {"theme": theme, "text": dice.choice(WORDS)},
        "add_card": {"text": dice.choice(WORDS)}, "add_theme": {"name": dice.choice(WORDS)}, "remove_theme": {"theme": theme},
        "order": {"theme": theme, "position": dice.randrange(1001)}, "propose": {"groups": dice.choice((None, 1, 40))},
    }.get(deed if isinstance(deed, str) else "", {})  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2])
def test_no_move_of_a_board_breaks_it(home, browser_of, seed):
    dice, astrid = random.Random(seed), browser_of(ASTRID)
    breaking = TestClient(house(), raise_server_exceptions=False, cookies=astrid.cookies, follow_redirects=False)
    at = f"/tavle/{home.workshop.code}/{home['theme_board'].id}"
    said: dict[int, int] = {}
    for _each in range(MANY):
        headers = {"content-type": dice.choice(["application/json"] * 9 + ["text/plain"]), "accept": "application/json"}
        if foreign := dice.random() < 0.03:
            headers["origin"] = dice.choice(["http://evil.no", "null", "http://[", "https://helu.test.evil.no", ""])
        body = a_move(dice)
        reply = breaking.post(f"{at}/trekk", content=body, headers=headers)
        assert reply.status_code < 500, (body[:300], reply.text)
        assert not foreign or reply.status_code in {403, 422} or not headers["origin"], headers
        said[reply.status_code] = said.get(reply.status_code, 0) + 1
    assert said[200] > MANY / 10
    assert said[422] > MANY / 10
    assert breaking.get(f"{at}/tilstand", headers=headers).status_code == 200
    with reading() as db:
        held = board.read(db, home["theme_board"])
    assert len({card.number for card in held.cards}) == len(held.cards)
    themes = {theme.number for theme in held.themes} | {None}
    assert {card.theme for card in held.cards} <= themes


def value_for(dice: random.Random, field: dict, wild: float):
    """Something like an answer to the field, as its own definition has it, or anything."""
    if dice.random() < wild:
        return anything(dice)
    options = [each["value"] for each in field.get("options", field.get("rows", []))] or ["x"]
    one, words = dice.choice(options), dice.choice(WORDS)
    return {
        "text": words, "texts": [words] * dice.randrange(9), "choice": one, "choices": [one] * dice.randrange(3),
        "scale": dice.choice((1, 2, 3, *NUMBERS) if wild else (1, 2, 3)), "points": {one: dice.choice(NUMBERS)}, "rank": options[::-1],
        "matrix": {one: words, dice.choice(WORDS): words},
    }[field["type"]]  # fmt: skip


def an_answer(dice: random.Random, activity: str, fields: list[dict]) -> bytes:
    if dice.random() < 0.08:
        return dice.choice(BODIES)
    wild = dice.choice((0, 0.35))
    values = {field["name"]: value_for(dice, field, wild) for field in fields if dice.random() < 0.95}
    sent = {"activity": activity, "slot": 0, "attempt": dice.randrange(2**50), "values": values}
    if dice.random() < 0.2:
        sent[dice.choice((*sent, "x"))] = anything(dice)
    return json.dumps(sent).encode()


@pytest.mark.parametrize("kind", KINDS)
def test_no_answer_from_a_phone_breaks_anything(home, new_phone, monkeypatch, kind):
    monkeypatch.setattr(seat._deeds, "most", 10**6)
    activity, dice, code = home.open(kind), random.Random(kind), home.workshop.code
    phone = TestClient(house(), raise_server_exceptions=False, cookies=new_phone().cookies, follow_redirects=False)
    fields = (phone.get(f"/d/{code}/tilstand").json()["activity"] or {}).get("fields", [])
    assert bool(fields) == (kind not in {"decision", "platform_wheel", "follow_up"})
    stored = 0
    for _each in range(SMALL):
        body = an_answer(dice, str(activity.id), fields)
        page = dice.random() < 0.3
        reply = phone.post(
            f"/d/{code}/svar",
            content=body,
            headers={"content-type": "application/json", "accept": "text/html" if page else "application/json"},
        )
        assert reply.status_code < 500, (body[:300], reply.text[:300])
        stored += reply.status_code in {200, 303}
    assert bool(stored) == bool(fields)
    assert phone.get(f"/d/{code}").status_code == phone.get(f"/d/{code}/tilstand").status_code == 200
