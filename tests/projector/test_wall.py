"""Who may show a gathering, and what the wall is told."""

import pytest

from helu.projector.stage import stage_of
from helu.services import projectors, results, running
from helu.store.database import reading, writing
from tests.conftest import answer


def test_a_facilitator_opens_the_wall_with_everything_from_here(browser_of, world):
    page = browser_of("astrid@fjell.no").get(f"/storskjerm/{world.workshop.code}")
    assert page.status_code == 200
    assert '<html lang="nb">' in page.text


@pytest.mark.parametrize("who", [None, "leif@fjell.no", "ingrid@fjord.no"])
@pytest.mark.parametrize("what", ["", "/qr.svg", "/hendelser", "/puls"])
def test_nobody_else_sees_it_or_learns_that_it_exists(browser_of, world, who, what):
    reply = browser_of(who).get(f"/storskjerm/{world.workshop.code}{what}")
    unknown = browser_of(who).get(f"/storskjerm/FEILKODE{what}")
    assert reply.status_code in {303, 403}
    assert (reply.status_code, reply.text) == (unknown.status_code, unknown.text)


def connect(browser, code):
    return browser.post("/storskjerm", data={"kode": code})


def test_a_short_code_lets_one_machine_show_this_gathering_and_nothing_else(browser_of, world):
    with writing() as db:
        code = projectors.make_code(db, world.astrid, world.workshop)
    machine = browser_of(None)
    reply = connect(machine, f"{code[:3]} {code[3:]}")
    assert (reply.status_code, reply.headers["location"]) == (303, f"/storskjerm/{world.workshop.code}")
    assert machine.get(f"/storskjerm/{world.workshop.code}").status_code == 200
    assert machine.get(f"/storskjerm/{world.foreign.code}").status_code == 303
    assert machine.get(f"/storskjerm/{world.workshop.code}/puls").status_code == 403
    assert machine.get("/styr").status_code == 303
    assert connect(browser_of(None), code).status_code == 422  # once


@pytest.mark.parametrize("typed", ["", "000000", "x" * 500, "🦌", "\0", "'; DROP TABLE"])
def test_a_wrong_code_is_explained(browser_of, world, typed):
    reply = connect(browser_of(None), typed)
    assert reply.status_code == 422
    assert "Koden er feil" in reply.text


def test_guessing_short_codes_is_stopped(browser_of, world):
    machine = browser_of(None)
    assert [connect(machine, f"{at:06}").status_code for at in range(70)][-1] == 429


def test_a_foreign_facilitator_cannot_make_a_code(world):
    from helu.errors import HeluError
    from helu.services import access

    with writing() as db, pytest.raises(HeluError):
        access.workshop_for(db, world.ingrid, world.workshop.code)


def test_hidden_answers_are_a_number_and_nothing_more(kari, world, opened):
    answer(kari, world, opened("open_cards").id, cards=["Hemmelig til det vises"])
    stage = stage_of(world.workshop.id)
    assert stage["numbers"] == {"joined": 1, "connected": 0, "answered": 1}
    assert stage["activity"]["picture"] is None
    assert "Hemmelig" not in str(stage)


def test_revealed_answers_are_on_the_wall_and_hidden_pieces_are_not(kari, ola, world, opened):
    activity = opened("open_cards")
    answer(kari, world, activity.id, cards=["Mot", "Upassende"])
    answer(ola, world, activity.id, cards=["Tid"])
    with writing() as db:
        running.reveal(db, world.workshop)
    with reading() as db:
        bad = next(piece for piece in results.pieces_in(db, activity) if piece.text == "Upassende")
    with writing() as db:
        results.hide_piece(db, world.workshop, activity, bad.key)
    assert texts(world) == {"Mot", "Tid"}
    with writing() as db:
        results.show_piece(db, world.workshop, activity, bad.key)
    assert texts(world) == {"Mot", "Upassende", "Tid"}


def texts(world):
    return {card["text"] for card in stage_of(world.workshop.id)["activity"]["picture"]["cards"]}


def test_the_qr_code_holds_the_address_that_phones_can_reach(browser_of, world):
    reply = browser_of("astrid@fjell.no").get(f"/storskjerm/{world.workshop.code}/qr.svg")
    assert reply.headers["content-type"] == "image/svg+xml"
    assert stage_of(world.workshop.id)["join"]["address"] == "helu.test/delta"


@pytest.mark.parametrize("view", ["telefon", "storskjerm"])
def test_the_desk_previews_an_activity_without_opening_it(browser_of, world, db, view):
    activity = world.activity("choice")
    where = f"/forhandsvisning/{world.workshop.code}/{activity.id}/{view}"
    assert "Mot" in browser_of("astrid@fjell.no").get(where).text
    assert browser_of("ingrid@fjord.no").get(where).status_code == 403
    assert browser_of("astrid@fjell.no").get(where.replace(str(activity.id), "x")).status_code == 404
    assert stage_of(world.workshop.id)["phase"] == "lobby"
