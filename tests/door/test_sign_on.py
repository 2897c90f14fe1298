"""Single sign-on against a real provider: who gets in, how far, for how long, and who does not."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from joserfc.jwk import RSAKey
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from helu.door import provider as talk
from helu.services import accounts, logins, profiles, providers
from helu.services.profile_lock import Locked
from helu.settings import PAGES, settings
from helu.store.database import reading, writing
from helu.store.sso_tables import Identity
from helu.store.tables import Login, Membership
from helu.ui import visitor as at_the_desk
from tests.conftest import PASSWORD, house, log_in, stored
from tests.door.vouching import vouching

HERE = "http://localhost:8501"
VIA = "/logg-inn/via/fjell"
LEIF = {"email": "leif@fjell.no", "email_verified": True}


@pytest.fixture(scope="module")
def server():
    with vouching() as provider:
        yield provider


@pytest.fixture
def provider(server):
    server.present = server.twist = None
    server.signs_with, server.down, server.redeemed = server.key, False, 0
    server.asked.clear()
    talk._known.clear()
    talk._away.clear()
    return server


@pytest.fixture
def configure(world, tmp_path, monkeypatch, provider):
    """Write the file anew, each time as a server that has just started reads it."""

    def write(**more):
        about = {"name": "Fjell kommune", "organisation": "Fjell kommune", "issuer": provider.issuer}
        about |= {"client_id": "helu", "client_secret": "hemmelig"} | more
        file = tmp_path / "sso.toml"
        file.write_text("[fjell]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in about.items()))
        file.chmod(0o600)
        providers._read.cache_clear()

    monkeypatch.setenv("HELU_PUBLIC_URL", HERE)
    settings.cache_clear()
    write()
    yield write
    providers._read.cache_clear()


def toml(value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + "}"
    return str(value).lower() if isinstance(value, bool) else repr(value)


@pytest.fixture
def new_browser(configure):
    return lambda: TestClient(house(), base_url=HERE, follow_redirects=False)


@pytest.fixture
def browser(new_browser):
    return new_browser()


def go(browser, provider, path, **headers):
    """As a browser does: out to the provider and back, until a page is shown or the desk is reached."""
    reply = browser.get(path, headers=headers)
    for _ in range(6):
        where = reply.headers.get("location", "")
        if not where or urlsplit(where).path in {"/", "/styr"}:
            return reply
        if where.startswith(provider.issuer):
            where = provider.client.get(where).headers["location"]
        reply = browser.get(where.removeprefix(HERE))
    raise AssertionError("round and round")


def who(browser):
    with reading() as db:
        return logins.who(db, browser.cookies.get("helu_login", ""))


def invite(world, email="ny@fjell.no"):
    with writing() as db:
        return accounts.invite(db, world.fjell.id, email, "Ny Leder", "leader")


def wear_out():
    """An hour goes by."""
    with writing() as db:
        for login in stored(db, Login):
            if login.checked_until:
                login.checked_until -= timedelta(minutes=61)
                db.add(login)


def sentence_in(reply) -> str:
    return reply.text.split('role="alert">')[1].split("<")[0]


def test_an_invited_person_comes_in_and_is_known_from_then_on(new_browser, provider, world, db):
    browser, link = new_browser(), invite(world)
    provider.person("s-ny", email="Ny@Fjell.no", email_verified=True)
    page = browser.get(f"/velkommen/{link}").text
    assert "Logg inn med Fjell kommune" in page
    assert 'name="password"' in page
    reply = go(browser, provider, f"{VIA}?invitasjon={link}", **{"sec-fetch-site": "same-origin"})
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    assert "HttpOnly" in reply.headers["set-cookie"]
    visitor = who(browser)
    assert (visitor.email, visitor.role, visitor.organisation) == ("ny@fjell.no", "leader", "Fjell kommune")
    assert visitor.signed_on
    assert browser.get(f"/velkommen/{link}").status_code == 410
    asked = provider.asked[0]
    assert (asked["code_challenge_method"], asked["response_type"], asked["scope"]) == ("S256", "code", "openid email")
    assert asked["redirect_uri"] == f"{HERE}{VIA}/retur"
    assert "prompt" not in asked
    again = new_browser()
    provider.person("s-ny", email="ny.ektenavn@fjell.no", email_verified=True)
    assert go(again, provider, f"{VIA}?til=/styr").headers["location"] == "/styr"
    assert who(again).user_id == visitor.user_id
    assert [each.subject for each in stored(db, Identity)] == ["s-ny"]


def test_whoever_is_not_vouched_for_as_a_member_stays_out(new_browser, provider, db):
    before = len(stored(db, Login))
    for claims, says in (
        ({"email": "fremmed@fjell.no", "email_verified": True}, "ikke med i Fjell kommune"),
        ({"email": "ingrid@fjord.no", "email_verified": True}, "ikke med i Fjell kommune"),
        ({"email": "leif@fjell.no", "email_verified": False}, "har ikke bekreftet"),
        ({"email": "leif@fjell.no"}, "har ikke bekreftet"),
        ({"email": ["leif@fjell.no"], "email_verified": True}, "har ikke bekreftet"),
        ({}, "har ikke bekreftet"),
    ):
        provider.person("s-1", **claims)
        reply = go(new_browser(), provider, VIA)
        assert (reply.status_code, says in sentence_in(reply)) == (403, True), claims
    assert (len(stored(db, Login)), stored(db, Identity)) == (before, [])


TWISTS = (
    {"nonce": "another"},
    {"nonce": None},
    {"aud": "another"},
    {"aud": ["helu", "another"]},
    {"azp": "another"},
    {"iss": "https://evil.example"},
    {"exp": 1},
    {"iat": 4_000_000_000},
    {"sub": ""},
)


def test_a_token_that_is_not_right_in_every_way_lets_nobody_in(new_browser, provider, db):
    before = len(stored(db, Login))
    provider.person("s-1", **LEIF)

    def stays_out(twist, key=provider.key):
        changes = {name: value for name, value in twist.items() if value is not None}
        provider.twist = lambda claims: {name: claims[name] for name in claims if name not in twist} | changes
        provider.signs_with, redeemed = key, provider.redeemed
        reply = go(new_browser(), provider, VIA)
        assert (reply.status_code, "lot seg ikke bekrefte" in sentence_in(reply)) == (400, True), twist
        assert provider.redeemed == redeemed + 1

    for twist in TWISTS:
        stays_out(twist)
    stays_out({}, RSAKey.generate_key(2048, {"kid": "own"}))
    assert len(stored(db, Login)) == before


def test_an_answer_belongs_to_the_browser_and_the_errand_it_is_to(new_browser, provider):
    victim, attacker = new_browser(), new_browser()
    provider.person("s-1", **LEIF)
    answer = provider.client.get(attacker.get(VIA).headers["location"]).headers["location"].removeprefix(HERE)
    victim.get(VIA)
    for browser, path in (
        (victim, answer),
        (attacker, answer.replace("state=", "state=x")),
        (attacker, answer.split("?")[0]),
    ):
        reply = browser.get(path)
        assert reply.status_code == 400
        assert "annen nettleser" in sentence_in(reply)
    assert provider.redeemed == 0
    assert "bekrefte" in sentence_in(attacker.get(f"{answer}&iss=https://evil.example"))
    assert who(victim) is who(attacker) is None


def test_it_never_leads_to_another_site(new_browser, provider):
    provider.person("s-1", **LEIF)
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example"):
        assert go(new_browser(), provider, f"{VIA}?til={elsewhere}").headers["location"] == "/"


def test_a_provider_that_is_away_is_a_sentence_and_soon_tried_again(browser, provider):
    provider.person("s-1", **LEIF)
    provider.down = True
    reply = browser.get(VIA)
    assert (reply.status_code, "svarer ikke" in sentence_in(reply)) == (503, True)
    provider.down = False
    assert browser.get(VIA).status_code == 503  # ten seconds of peace
    talk._away.clear()
    assert go(browser, provider, VIA).headers["location"] == "/"


def test_the_provider_is_asked_again_every_hour_without_a_click(browser, provider, world):
    provider.person("s-1", **LEIF)
    go(browser, provider, VIA)
    token = browser.cookies["helu_login"]
    wear_out()
    assert who(browser) is None
    wall = browser.head(f"/storskjerm/{world.workshop.code}")
    assert wall.status_code == 401
    assert go(browser, provider, "/styr").headers["location"] == "/styr"
    assert provider.asked[-1]["prompt"] == "none"
    assert browser.cookies["helu_login"] == token  # other tabs go on
    assert who(browser).name == "Leif"


def test_a_desk_that_is_open_stops_until_the_provider_was_asked(browser, provider, monkeypatch):
    provider.person("s-1", **LEIF)
    go(browser, provider, VIA)
    monkeypatch.setattr(at_the_desk, "token", lambda: browser.cookies["helu_login"])
    desk = AppTest.from_file(PAGES / "frame.py", default_timeout=30).run()
    assert desk.title
    wear_out()
    desk.run()
    assert "fortsatt er logget inn hos «Fjell kommune»" in desk.info[0].value
    assert not (desk.exception or desk.title or desk.button)


def test_whoever_has_left_at_the_provider_is_out_within_the_hour(browser, provider, db):
    provider.person("s-1", **LEIF)
    go(browser, provider, VIA)
    token = browser.cookies["helu_login"]
    provider.present = None
    wear_out()
    reply = go(browser, provider, "/styr")
    assert "ikke lenger logget inn hos «Fjell kommune»" in sentence_in(reply)
    assert "helu_login" not in browser.cookies
    browser.cookies.set("helu_login", token)
    assert browser.get("/styr").headers["location"].startswith("/logg-inn?til=")
    assert browser.get("/logg-inn").status_code == 200  # and is not sent round again


def test_whoever_is_removed_here_is_out_at_once_and_known_no_more(browser, provider, world, db):
    provider.person("s-1", **LEIF)
    go(browser, provider, VIA)
    with writing() as at:
        at.add(Membership(user_id=world.leif.user_id, organisation_id=world.fjord.id, role="leader"))
        accounts.remove(at, world.astrid, world.leif.user_id)
    assert who(browser) is None
    assert stored(db, Identity) == []
    assert "ikke med i Fjell kommune" in sentence_in(go(browser, provider, VIA))


def test_a_provider_reaches_its_own_organisation_and_what_lay_behind_a_password_stays_there(browser, provider, world):
    with writing() as db:
        profiles.mine(db, world.leif)
        db.add(Membership(user_id=world.leif.user_id, organisation_id=world.fjord.id, role="owner"))
    provider.person("s-1", **LEIF)
    go(browser, provider, VIA)
    visitor = who(browser)
    with writing() as db:
        assert [each.name for each in logins.organisations_of(db, visitor)] == ["Fjell kommune"]
        logins.switch_organisation(db, browser.cookies["helu_login"], visitor, world.fjord.id)
        with pytest.raises(Locked):
            profiles.mine(db, visitor)
        with pytest.raises(accounts.WrongPassword):
            accounts.change_password(db, visitor, True, "x")
    assert who(browser).organisation == "Fjell kommune"


def test_somebody_else_with_the_same_address_needs_a_new_link(new_browser, provider, world):
    browser = new_browser()
    provider.person("s-1", **LEIF)
    go(browser, provider, VIA)
    provider.person("s-2", **LEIF)
    assert "annen bruker hos" in sentence_in(go(new_browser(), provider, VIA))
    with writing() as db:
        link = accounts.reset(db, world.astrid, world.leif.user_id)
    assert who(browser) is None
    again = new_browser()
    go(again, provider, f"{VIA}?invitasjon={link}", referer=f"{HERE}/velkommen/{link}")
    assert who(again).name == "Leif"


def test_where_passwords_are_forbidden_none_leads_in(configure, new_browser, provider, world):
    link, mine = invite(world), new_browser()
    mine.cookies.set("helu_login", log_in("leif@fjell.no"))
    configure(password_login=False, domains=["fjell.no"])
    assert who(mine) is None
    browser = new_browser()
    reply = browser.post("/logg-inn", data={"email": "leif@fjell.no", "password": PASSWORD})
    assert (reply.status_code, "ikke med passord" in sentence_in(reply)) == (403, True)
    assert 'name="password"' not in browser.get(f"/velkommen/{link}").text
    new = {"password": "en ny og lang setning", "again": "en ny og lang setning"}
    assert browser.post(f"/velkommen/{link}", data=new).status_code == 403
    guest = invite(world, "konsulent@annet.no")
    assert browser.post(f"/velkommen/{guest}", data=new).status_code == 303
    provider.person("s-9", email="konsulent@annet.no", email_verified=True)
    assert "gir ikke tilgang her" in sentence_in(go(new_browser(), provider, VIA))


def test_whoever_came_in_by_single_sign_on_gets_no_password_from_a_link(browser, provider, world):
    link = invite(world)
    provider.person("s-ny", email="ny@fjell.no", email_verified=True)
    go(browser, provider, VIA)
    user_id = who(browser).user_id
    assert browser.get(f"/velkommen/{link}").status_code == 410  # not needed any more
    with writing() as db:
        link = accounts.reset(db, world.astrid, user_id)
    new = {"password": "en ny og lang setning", "again": "en ny og lang setning"}
    assert browser.post(f"/velkommen/{link}", data=new).status_code == 403
    assert browser.post("/logg-inn", data={"email": "ny@fjell.no", "password": "-"}).status_code == 401


def test_a_provider_without_e_mails_knows_people_by_their_invitation(configure, new_browser, provider, world):
    configure(match="invitation", scopes=["openid"], required_claims={"acr": ["high", "substantial"]})
    link, browser = invite(world), new_browser()
    provider.person("pid-1", acr="high")
    assert "ikke med i Fjell kommune" in sentence_in(go(browser, provider, VIA))
    path = f"{VIA}?invitasjon={link}"
    led = browser.get(path, headers={"sec-fetch-site": "cross-site"})
    assert led.headers["location"] == f"/velkommen/{link}"  # to see first whose invitation it is
    provider.person("pid-1", acr="low")
    assert "gir ikke tilgang her" in sentence_in(go(browser, provider, path, **{"sec-fetch-site": "same-origin"}))
    provider.person("pid-1", acr="high")
    go(browser, provider, path, **{"sec-fetch-site": "same-origin"})
    assert who(browser).email == "ny@fjell.no"


def test_anothers_invitation_lets_nobody_in(browser, provider, world):
    link = invite(world)
    provider.person("s-1", **LEIF)
    reply = go(browser, provider, f"{VIA}?invitasjon={link}", **{"sec-fetch-site": "same-origin"})
    assert "Invitasjonen er til ny@fjell.no" in sentence_in(reply)
    assert who(browser) is None


def test_a_session_that_ends_at_the_provider_ends_here(new_browser, provider):
    provider.twist = dict
    for how in ("frame", "token", "subject"):
        browser = new_browser()
        provider.person("s-1", **LEIF, sid="økt-1")
        go(browser, provider, VIA)
        assert who(browser)
        event = {"events": {talk.LOGGED_OUT: {}}}
        about = {"sub": "s-1"} if how == "subject" else {"sid": "økt-1"}
        bad = provider.token(**about, **event, nonce="n")
        assert browser.post(f"{VIA}/ut", data={"logout_token": bad}).status_code == 400
        assert who(browser)
        if how == "frame":
            browser.get(f"{VIA}/ut", params={"iss": provider.issuer, "sid": "økt-1"})
        else:
            assert browser.post(f"{VIA}/ut", data={"logout_token": provider.token(**about, **event)}).status_code == 200
        assert who(browser) is None


def test_a_wrong_line_in_the_file_stops_the_server_and_is_named(configure):
    for wrong, key in (
        ({"issuer": "http://login.example.no"}, "issuer"),
        ({"client_secret": ""}, "enten client_secret"),
        ({"recheck_minutes": 1}, "recheck_minutes"),
        ({"passord": True}, "passord"),
        ({"match": "invitation", "domains": ["fjell.no"]}, "domains"),
        ({"organisation": "Fjelt kommune"}, "Fjelt kommune"),
        ({"client_secret": "", "client_secret_file": "finnes-ikke"}, "finnes-ikke"),
    ):
        configure(**wrong)
        with reading() as db, pytest.raises(providers.BadFile) as problem:
            providers.check(db)
        said = str(problem.value)
        assert (key in said, "fjell" in said, "hemmelig" in said) == (True, True, False), said


def test_a_secret_that_others_can_read_stops_the_server(configure, tmp_path, monkeypatch):
    (tmp_path / "sso.toml").chmod(0o644)
    with pytest.raises(providers.BadFile, match="chmod 600"):
        providers.all_of()
    (tmp_path / "sso.toml").chmod(0o600)
    monkeypatch.setenv("HELU_PUBLIC_URL", "http://192.168.1.10:8501")
    settings.cache_clear()
    with pytest.raises(providers.BadFile, match="HELU_PUBLIC_URL"):
        providers.all_of()
