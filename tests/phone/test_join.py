"""From a code to a gathering, and how many wrong ones are enough."""

import pytest

from helu.domain.codes import LENGTH, LETTERS, WRONG_AN_HOUR, new_code, read_code, show_code
from helu.phone import seat


def test_a_right_code_leads_in_however_it_is_typed(browser_of, world):
    code = world.workshop.code
    for typed in (code, code.lower(), f"{code[:4]} {code[4:]}", f" {code[:4]}-{code[4:].lower()} "):
        reply = browser_of(None).post("/delta", data={"kode": typed})
        assert (reply.status_code, reply.headers["location"]) == (303, f"/d/{code}")


@pytest.mark.parametrize("typed", ["FEILKODE", "", "x" * 5000, "<script>", "🦌", "\0", "../../etc"])
def test_a_wrong_code_is_said_and_stays_in_the_field(browser_of, world, typed):
    reply = browser_of(None).post("/delta", data={"kode": typed})
    assert reply.status_code == 404
    assert 'role="alert"' in reply.text
    assert "<script>alert" not in reply.text


def test_an_unknown_address_is_said_as_page_and_as_json(browser_of, world):
    stranger = browser_of(None)
    assert "Fant ingen samling" in stranger.get("/d/FEILKODE").text
    reply = stranger.get("/d/FEILKODE/tilstand", headers={"accept": "application/json"})
    assert (reply.status_code, reply.json()["problem"][:4]) == (404, "Fant")


@pytest.mark.parametrize(
    "path", ["/d", "/d/", "/delta/", "/d/ABCDEFGH/annet", "/filer/phone/x/../../app.py", "/filer/x/y/z"]
)
def test_an_address_that_leads_nowhere_is_said_and_logged_by_nobody(browser_of, path):
    assert browser_of(None).get(path).status_code == 404


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "TRACE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/delta", "/d/ABCDEFGH", "/d/ABCDEFGH/svar", "/logg-inn", "/storskjerm"])
def test_a_wrong_method_is_refused_without_a_fuss(browser_of, world, method, path):
    assert browser_of(None).request(method, path).status_code == 405


def test_somebody_who_guesses_is_stopped_and_even_a_right_code_tells_nothing(browser_of, world, monkeypatch):
    monkeypatch.setattr(seat._guesses_here, "seconds", 10**6)  # however slow this machine is
    thief = browser_of(None)
    for _ in range(60):
        thief.post("/delta", data={"kode": new_code()})
    reply = thief.post("/delta", data={"kode": new_code()})
    assert reply.status_code == 429
    assert thief.get(f"/d/{world.foreign.code}").status_code == 429


def test_a_hit_by_guessing_is_below_one_in_a_million_an_hour():
    running = 25
    assert WRONG_AN_HOUR * running / len(LETTERS) ** LENGTH < 1e-6


def test_a_code_is_read_as_it_is_shown():
    code = new_code()
    assert read_code(show_code(code)) == code
