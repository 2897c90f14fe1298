"""From the laptop to the phone: one link, one person, once, within five minutes."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from helu.errors import UsedLink
from helu.services import logins, phone_login
from helu.store.database import reading, writing
from helu.store.rows import now
from helu.store.tables import Login
from tests.conftest import log_in

LEIF = "leif@fjell.no"


def a_link(browser) -> str:
    page = browser.post("/egenvurdering/telefon")
    assert page.status_code == 200
    return re.search(r"/egenvurdering/inn/[\w-]+", page.text)[0]


def test_the_link_lets_the_leader_in_once(browser_of):
    way = a_link(browser_of(LEIF))
    phone, other = browser_of(None), browser_of(None)
    assert "Leif" in phone.get(way).text
    assert phone.get("/egenvurdering", follow_redirects=False).status_code == 303, "looking is not being let in"
    reply = phone.post(way, follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (303, "/egenvurdering")
    assert "Kort, om lag fire minutter" in phone.get("/egenvurdering").text
    assert other.post(way).status_code == 410
    assert other.get(way).status_code == 410


def test_only_the_newest_link_counts_and_it_ends_with_the_logins(browser_of, world):
    leif = browser_of(LEIF)
    first, second = a_link(leif), a_link(leif)
    assert browser_of(None).post(first).status_code == 410
    with writing() as db:
        logins.log_out_everywhere(db, world.leif.user_id)
    assert browser_of(None).post(second).status_code == 410
    assert browser_of(None).post("/egenvurdering/telefon").status_code == 401


def test_it_wears_out_and_is_no_login_itself(world):
    token = log_in(LEIF)
    with writing() as db:
        link = phone_login.make(db, world.leif, token)
    with reading() as db:
        held = db.exec(select(Login).where(Login.token_hash.startswith("phone:"))).one()
        assert logins.who(db, link) is None
        assert logins.who(db, held.token_hash) is None
    with writing() as db:
        held.expires_at = now() - timedelta(seconds=1)
        db.merge(held)
    for deed in (phone_login.whose, phone_login.use):
        with pytest.raises(UsedLink), reading() as db:
            deed(db, link)
