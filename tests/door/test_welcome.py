"""One-time links: an invitation becomes a password and a login, once."""

import pytest

from helu.services import accounts, logins
from helu.store.database import reading, writing
from tests.conftest import PASSWORD

NEW = "en ny og lang setning"


@pytest.fixture
def link(world):
    with writing() as db:
        return "/velkommen/" + accounts.invite(db, world.fjell.id, "ny@fjell.no", "Ny Leder", "leader")


def test_an_invited_person_chooses_a_password_and_is_in(browser_of, link):
    browser = browser_of(None)
    assert "ny@fjell.no" in browser.get(link).text
    reply = browser.post(link, data={"password": NEW, "again": NEW})
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    with reading() as db:
        assert logins.who(db, reply.cookies["helu_login"]).role == "leader"
    assert browser.get(link).status_code == 410


@pytest.mark.parametrize(
    ("password", "again"), [("kort", "kort"), (NEW, NEW + "x"), ("password1234", "password1234"), ("", "")]
)
def test_a_bad_password_is_explained_and_the_link_still_works(browser_of, link, password, again):
    browser = browser_of(None)
    reply = browser.post(link, data={"password": password, "again": again})
    assert reply.status_code == 422
    assert 'role="alert"' in reply.text
    assert browser.post(link, data={"password": NEW, "again": NEW}).status_code == 303


def test_a_made_up_or_old_link_is_refused(browser_of, world, monkeypatch):
    assert browser_of(None).get("/velkommen/finnes-ikke").status_code == 410
    monkeypatch.setattr(accounts, "LINK_LASTS", -accounts.LINK_LASTS)
    with writing() as db:
        old = accounts.invite(db, world.fjell.id, "ny@fjell.no", "Ny", "leader")
    assert browser_of(None).get(f"/velkommen/{old}").status_code == 410


def test_whoever_has_an_account_logs_in_and_says_yes_and_the_link_never_sets_a_password(browser_of, world):
    with writing() as db:
        link = "/velkommen/" + accounts.invite(db, world.fjell.id, "ingrid@fjord.no", "Ingrid", "leader")
    stranger, leif, ingrid = browser_of(None), browser_of("leif@fjell.no"), browser_of("ingrid@fjord.no")
    asked = stranger.get(link).text
    assert f'href="/logg-inn?til={link}"' in asked
    assert 'type="password"' not in asked
    assert stranger.post(link, data={"password": NEW, "again": NEW}).headers["location"] == link
    assert 'action="/logg-ut"' in leif.get(link).text
    assert leif.post(link, data={"answer": "yes"}).status_code == 410
    assert "Ja, bli med" in ingrid.get(link).text
    assert ingrid.post(link, data={"answer": "yes"}).headers["location"] == "/"
    with reading() as db:
        here = logins.who(db, ingrid.cookies["helu_login"])
        assert (here.organisation_id, here.role) == (world.fjell.id, "leader")
        assert logins.log_in("ingrid@fjord.no", PASSWORD, "here")


def test_a_reset_logs_the_person_out_and_kills_the_earlier_link(browser_of, world, link):
    browser = browser_of("leif@fjell.no")
    with writing() as db:
        accounts.reset(db, world.astrid, world.leif.user_id)
        person = accounts.user_by_email(db, "ny@fjell.no")
        accounts.reset(db, world.astrid, person.id)
    assert browser.get("/styr").status_code == 303
    assert browser_of(None).get(link).status_code == 410
