"""The self-assessment's pages: for the leader alone, with and without JavaScript, small enough for a bad network."""

import gzip
import re

import pytest

from helu.content.balance_words import balance_words
from helu.services import accounts, assessing
from helu.store.database import reading, writing

SHORT = sorted(balance_words().statements("short"))
ASTRID, LEIF, INGRID = "astrid@fjell.no", "leif@fjell.no", "ingrid@fjord.no"
MOST_BYTES = 40 * 1024


@pytest.fixture
def held(world):
    with writing() as db:
        return assessing.begin(db, world.leif, "short")


@pytest.fixture
def leif(browser_of):
    return browser_of(LEIF)


def kept(world, held):
    with reading() as db:
        return assessing.known(db, world.leif, held.id)


def save(browser, held, where="svar", **values):
    return browser.post(f"/egenvurdering/{held.id}/{where}", json={"values": values})


def test_who_sees_it_and_what_it_is_not_is_said_before_one_begins(leif):
    page = leif.get("/egenvurdering").text
    assert "Bare du ser svarene" in page
    assert "ikke en test" in page
    assert "Kort, om lag fire minutter" in page


def test_choosing_a_form_begins_it_and_choosing_it_again_goes_on(leif):
    first = leif.post("/egenvurdering", data={"form": "short"})
    assert first.status_code == 303
    assert leif.post("/egenvurdering", data={"form": "short"}).headers["location"] == first.headers["location"]
    page = leif.get(first.headers["location"]).text
    assert [each in page for each in ("rel_1a", "rel_1b")] == [True, False]
    assert first.headers["location"] in leif.get("/egenvurdering").text
    assert leif.post("/egenvurdering", data={"form": "huge"}).status_code == 404


def test_a_save_is_acknowledged_when_it_is_kept(leif, world, held):
    reply = save(leif, held, current={"rel_1a": 5, "tsk_1a": None}, wanted={"rel_1a": 6})
    assert (reply.status_code, reply.json()) == (200, {"stored": True})
    assert (kept(world, held).current, kept(world, held).wanted) == ({"rel_1a": 5, "tsk_1a": None}, {"rel_1a": 6})
    page = leif.get(f"/egenvurdering/{held.id}").text
    assert 'name="current.rel_1a" value="5" checked' in page
    assert 'name="current.tsk_1a" value="" checked' in page
    assert page.count(" checked") == 3


def test_without_javascript_it_is_one_form(leif, world, held):
    form = {"current.rel_1a": "5", "wanted.rel_1a": "", "current.tsk_1a": "7"}
    reply = leif.post(f"/egenvurdering/{held.id}/svar", data=form)
    assert reply.headers["location"] == f"/egenvurdering/{held.id}#next"
    assert kept(world, held).wanted == {"rel_1a": None}
    reply = leif.post(f"/egenvurdering/{held.id}/ferdig", data=form | {"current.cul_1a": "2"})
    assert reply.headers["location"] == f"/egenvurdering/{held.id}"
    assert kept(world, held).current == {"rel_1a": 5, "tsk_1a": 7, "cul_1a": 2}
    assert kept(world, held).finished_at
    assert 'href="/radar"' in leif.get(f"/egenvurdering/{held.id}").text


def test_finishing_with_nothing_answered_says_so_on_the_page(leif, world, held):
    reply = leif.post(f"/egenvurdering/{held.id}/ferdig", data={"x": "y"})
    assert reply.status_code == 422
    assert "Svar på minst én påstand" in reply.text
    assert save(leif, held, "ferdig").json()["problem"].startswith("Svar på minst én påstand")
    assert kept(world, held).finished_at is None


def test_a_finished_one_takes_no_more(leif, world, held):
    save(leif, held, "ferdig", current={"rel_1a": 5})
    assert save(leif, held, current={"rel_1a": 1}).status_code == 409
    assert kept(world, held).current == {"rel_1a": 5}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        '{"values": 5}',
        '{"values": {"current": [1]}}',
        '{"values": {"current": {"rel_1a": 9}}}',
        '{"values": {"current": {"rel_1a": 1e400}}}',
        '{"values": {"current": {"\\ud800": 1}}}',
        '{"values": ' + "[" * 30000,
    ],
)
def test_what_cannot_be_read_is_a_sentence(leif, world, held, body):
    reply = leif.post(f"/egenvurdering/{held.id}/svar", content=body, headers={"content-type": "application/json"})
    assert reply.status_code == 422
    assert "Ingenting er lagret" in reply.json()["problem"]
    assert kept(world, held).current == {}


@pytest.mark.parametrize("name", ["current.rel_1a=x", "current.rel_1a=²", "current.rel_1a=9999999", "x.rel_1a=5"])
def test_a_form_that_cannot_be_read_is_a_sentence(leif, held, name):
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert leif.post(f"/egenvurdering/{held.id}/svar", content=name.encode(), headers=headers).status_code == 422


# ---- who may

ROUTES = {
    "read": lambda browser, id_: browser.get(f"/egenvurdering/{id_}"),
    "save": lambda browser, id_: browser.post(
        f"/egenvurdering/{id_}/svar", json={"values": {"current": {"rel_1a": 1}}}
    ),
    "save the form": lambda browser, id_: browser.post(f"/egenvurdering/{id_}/svar", data={"current.rel_1a": "1"}),
    "finish": lambda browser, id_: browser.post(f"/egenvurdering/{id_}/ferdig", json={}),
    "finish the form": lambda browser, id_: browser.post(f"/egenvurdering/{id_}/ferdig", data={"current.rel_1a": "1"}),
}
every_route = pytest.mark.parametrize("route", ROUTES)


@every_route
@pytest.mark.parametrize("who", [ASTRID, "frida@fjell.no", "lars@fjell.no", INGRID])
def test_to_everybody_else_it_does_not_exist(browser_of, world, held, route, who):
    with writing() as db:
        accounts.invite(db, world.fjell.id, "frida@fjell.no", "Frida", "facilitator")
        accounts.invite(db, world.fjell.id, "lars@fjell.no", "Lars", "leader")
        assessing.answer(db, world.leif, held.id, {"current": {"rel_1a": 5}})
    browser = browser_of(who)
    reply = ROUTES[route](browser, held.id)
    unknown = ROUTES[route](browser, "00000000-0000-4000-8000-000000000000")
    assert reply.status_code == unknown.status_code == 404
    assert reply.text == unknown.text
    assert str(held.id) not in browser.get("/egenvurdering").text
    assert kept(world, held).current == {"rel_1a": 5}
    assert kept(world, held).finished_at is None


@every_route
def test_a_stranger_is_led_to_the_login_or_told_to_log_in(browser_of, world, held, route):
    for cookie in ("", "made up"):
        browser = browser_of(None)
        if cookie:
            browser.cookies.set("helu_login", cookie)
        reply = ROUTES[route](browser, held.id)
        if route == "read":
            assert (reply.status_code, reply.headers["location"]) == (
                303,
                f"/logg-inn?til=/egenvurdering/{held.id}",
            )
        else:
            assert reply.status_code == 401
            assert "Du er logget ut" in reply.text
    assert kept(world, held).current == {}


def test_a_phone_in_the_room_is_a_stranger_here(kari, held):
    reply = kari.get(f"/egenvurdering/{held.id}", follow_redirects=False)
    assert reply.headers["location"].startswith("/logg-inn")


@every_route
def test_another_site_cannot_make_a_browser_save(leif, world, held, route):
    leif.headers["origin"] = "https://evil.no"
    reply = ROUTES[route](leif, held.id)
    assert reply.status_code == (200 if route == "read" else 403)
    assert kept(world, held).current == {}


@pytest.mark.parametrize("id_", ["x", "%00", "1" * 500])
def test_an_address_that_is_none_is_not_found(leif, id_):
    assert leif.get(f"/egenvurdering/{id_}").status_code == 404


# ---- what goes over the line


def test_nothing_is_kept_by_the_browser_and_nothing_foreign_may_run(leif, held):
    headers = leif.get(f"/egenvurdering/{held.id}").headers
    assert headers["cache-control"] == "no-store"
    assert "script-src 'self'; style-src 'self'" in headers["content-security-policy"]


@pytest.mark.parametrize("form", ["short", "full"])
def test_page_style_and_script_weigh_less_than_a_picture(leif, form):
    page = leif.get(leif.post("/egenvurdering", data={"form": form}).headers["location"])
    assert page.headers["content-encoding"] == "gzip"
    files = re.findall(r'(?:src|href)="(/filer/[^"]+)"', page.text)
    sizes = [len(gzip.compress(leif.get(each).content, 9)) for each in files]
    assert len(files) == 5
    assert len(gzip.compress(page.content, 5)) + sum(sizes) < MOST_BYTES


@pytest.mark.parametrize(("language", "word"), [("nn", "Eg set av tid"), ("en", "I set aside time")])
def test_the_words_are_in_the_leaders_own_language(leif, world, held, language, word):
    with writing() as db:
        accounts.change_self(db, world.leif, "Leif", language)
    page = leif.get(f"/egenvurdering/{held.id}", headers={"accept-language": "nb"}).text
    assert f'<html lang="{language}">' in page
    assert word in page
