"""A locked profile, through the pages: nothing of it is drawn before the leader has opened it."""

import pytest

from helu.services import accounts, passwords, plans, profiles
from helu.services.plans import Content
from helu.store.database import reading, writing
from tests.conftest import PASSWORD

LEIF = "leif@fjell.no"


@pytest.fixture
def code(world, monkeypatch):
    """Leif has a plan and a code; Astrid has reset his password."""
    with writing() as db:
        plans.begin(db, world.leif, content=Content({"al1_hallmark": "Hemmelig"}))
    with writing() as db:
        code = profiles.make_code(db, world.leif)
    with writing() as db:
        accounts.use_link(db, accounts.reset(db, world.astrid, world.leif.user_id), passwords.keep("en ny setning"))
    return code


def shown_on(page):
    kinds = ("text", "markdown", "caption", "text_area", "header", "error", "success")
    return " ".join(str(each.value) for kind in kinds for each in page.get(kind))


@pytest.mark.parametrize("path", ["leader/radar.py", "leader/plan.py"])
def test_a_locked_profile_is_opened_with_the_code(page_for, code, path):
    page = page_for(path, LEIF)
    assert not page.exception
    assert "Profilen din er låst" in shown_on(page)
    assert "Hemmelig" not in shown_on(page)
    assert not page.tabs
    page.text_input[0].set_value("feil")
    page.button[0].click().run()
    assert "verken passordet" in page.error[0].value
    page.text_input[0].set_value(code)
    page.button[0].click().run()
    assert not page.exception
    assert "låst" not in shown_on(page)


def test_beginning_anew_is_asked_about_first(page_for, code, world):
    page = page_for("leader/radar.py", LEIF)
    afresh = next(each for each in page.button if each.label.startswith("Slett profilen"))
    afresh.click().run()
    assert "Ingenting er slettet" in page.error[0].value
    page.text_input(key="afresh-word").set_value("slett")
    next(each for each in page.button if each.label.startswith("Slett profilen")).click().run()
    assert not page.exception
    assert "Her kommer radaren din" in shown_on(page)
    with reading() as db:
        assert plans.listed(db, world.leif) == []


def test_the_self_assessment_shows_where_it_is_opened_too(browser_of, code, world):
    leif = browser_of(LEIF)
    for path in ("/egenvurdering", "/egenvurdering/00000000-0000-0000-0000-000000000000"):
        assert 'action="/egenvurdering/las-opp"' in leif.get(path).text
    assert leif.post("/egenvurdering", data={"form": "short"}).status_code == 403
    assert leif.post("/egenvurdering/las-opp", data={"key": "feil"}).status_code == 401
    assert leif.post("/egenvurdering/las-opp", data={"key": PASSWORD}).headers["location"] == "/egenvurdering"
    assert leif.get("/egenvurdering").status_code == 200
    assert browser_of(None).post("/egenvurdering/las-opp", data={"key": PASSWORD}).status_code == 401
