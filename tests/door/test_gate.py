"""Strangers reach the phone pages and the login, and nothing else."""

import re

import pytest
from starlette.websockets import WebSocketDisconnect

from helu.door.headers import inline_scripts
from helu.door.places import DESK, LEADERS
from helu.services import logins
from helu.settings import ROOT
from helu.store.database import writing
from tests.conftest import PASSWORD, log_in

STREAM = "/_stcore/stream"
ORIGIN = {"Origin": "http://testserver"}


def post_login(browser, password=PASSWORD, email="astrid@fjell.no", **more):
    return browser.post("/logg-inn", data={"email": email, "password": password, **more})


@pytest.mark.parametrize("path", ["/", "/styr", "/rediger?samling=X", "/_stcore/host-config", "/media/x", "/deltaker"])
def test_strangers_are_shown_to_the_login(browser_of, path):
    reply = browser_of(None).get(path)
    assert (reply.status_code, reply.headers["location"][:9]) in {(303, "/logg-inn")}


def test_strangers_get_no_websocket_and_no_upload(browser_of):
    with pytest.raises(WebSocketDisconnect), browser_of(None).websocket_connect(STREAM, headers=ORIGIN):
        pass
    assert browser_of(None).put("/_stcore/upload_file/x/y").status_code == 303


def test_astrid_comes_in(browser_of):
    browser = browser_of("astrid@fjell.no")
    assert browser.get("/_stcore/host-config").text == "inside"
    assert '<html lang="nb">' in browser.get("/styr").text
    with browser.websocket_connect(STREAM, headers=ORIGIN):
        pass


def test_the_gate_knows_the_pages_that_are_laid_out():
    laid_out = re.findall(r'url_path="([^"]+)"', (ROOT / "helu/ui/frame.py").read_text(encoding="utf-8"))
    assert {*laid_out, ""} == LEADERS | DESK


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("astrid@fjell.no", "/samlinger", 303),
        ("astrid@fjell.no", "/styr/", 200),
        ("astrid@fjell.no", "/mine-samlinger", 200),
        ("leif@fjell.no", "/mine-samlinger", 303),
        ("leif@fjell.no", "/styr", 303),
        ("leif@fjell.no", "/min-plan?plan=ny", 200),
        ("leif@fjell.no", "/", 200),
    ],
)
def test_an_address_that_is_no_page_leads_to_the_front_page(browser_of, who, path, status):
    reply = browser_of(who).get(path)
    assert (reply.status_code, reply.headers.get("location", "/")) == (status, "/")


@pytest.mark.parametrize("origin", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_a_page_elsewhere_cannot_borrow_astrids_login(browser_of, origin):
    browser = browser_of("astrid@fjell.no")
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect(STREAM, headers=origin):
        pass
    assert browser.post("/_stcore/anything", headers=origin).status_code == 403


def test_a_login_leads_back_to_where_one_was_going(browser_of):
    browser = browser_of(None)
    where = browser.get("/styr?samling=ABCDEFGH").headers["location"]
    assert where == "/logg-inn?til=/styr%3Fsamling%3DABCDEFGH"
    assert post_login(browser, til="/styr?samling=ABCDEFGH").headers["location"] == "/styr?samling=ABCDEFGH"


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "/\x00", "javascript:x"]
)
def test_a_login_never_leads_to_another_site(browser_of, elsewhere):
    assert post_login(browser_of(None), til=elsewhere).headers["location"] == "/"


@pytest.mark.parametrize("password", ["feil passord her", "", "x" * 5000, "\0", PASSWORD.upper()])
def test_a_wrong_password_is_explained_and_the_address_is_kept(browser_of, password):
    reply = post_login(browser_of(None), password)
    assert reply.status_code == 401
    assert "Feil e-post eller passord." in reply.text
    assert 'value="astrid@fjell.no"' in reply.text


def test_an_account_without_a_password_lets_nobody_in(browser_of, world):
    from helu.services import accounts

    with writing() as db:
        accounts.invite(db, world.fjell.id, "ny@fjell.no", "Ny", "leader")
    assert post_login(browser_of(None), "", "ny@fjell.no").status_code == 401


def test_ten_wrong_passwords_close_the_account_for_a_while_wherever_they_come_from(browser_of, monkeypatch):
    monkeypatch.setattr(
        logins.passwords, "matches", lambda password, kept: password == PASSWORD
    )  # bcrypt is slow on purpose
    for _ in range(10):
        assert post_login(browser_of(None), "feil passord her").status_code == 401
    assert post_login(browser_of(None)).status_code == 429
    assert post_login(browser_of(None), email="ingrid@fjord.no").status_code == 303


def test_logging_out_closes_the_door_for_every_copy_of_the_cookie(browser_of):
    browser = browser_of("astrid@fjell.no")
    copied = browser.cookies["helu_login"]
    browser.post("/logg-ut")
    browser.cookies.set("helu_login", copied)
    assert browser.get("/styr").status_code == 303


def test_a_login_wears_out(browser_of, world, monkeypatch):
    monkeypatch.setattr(logins, "LASTS", -logins.LASTS)
    browser = browser_of(None)
    browser.cookies.set("helu_login", log_in("astrid@fjell.no"))
    assert browser.get("/styr").status_code == 303


def test_the_login_cookie_is_out_of_reach_of_scripts(browser_of):
    cookie = post_login(browser_of(None)).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_over_https_the_login_belongs_to_this_host_alone(world):
    from starlette.testclient import TestClient

    from tests.conftest import house

    browser = TestClient(house(), base_url="https://helu.test", follow_redirects=False)
    reply = post_login(browser)
    assert reply.headers["set-cookie"].startswith("__Host-helu_login=")
    assert "Secure" in reply.headers["set-cookie"]
    assert "strict-transport-security" in reply.headers


@pytest.mark.parametrize(
    "path", ["/", "/delta", "/logg-inn", "/d/FEIL", "/storskjerm", "/filer/phone/x/phone.css", "/helse"]
)
def test_every_answer_carries_the_six_headers(browser_of, path):
    headers = browser_of(None).get(path).headers
    wanted = ("content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy")
    for name in (*wanted, "x-frame-options", "permissions-policy"):
        assert name in headers, name


def test_streamlits_inline_scripts_are_named_in_the_policy(browser_of):
    assert inline_scripts().startswith("'sha256-")
    assert inline_scripts() in browser_of("astrid@fjell.no").get("/").headers["content-security-policy"]


def test_figures_are_for_this_machine_only(browser_of):
    assert browser_of(None).get("/metrics").status_code == 404  # the test client is not loopback
