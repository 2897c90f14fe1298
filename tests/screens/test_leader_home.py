"""A leader's first page: the self-assessment comes first until one is finished."""

from helu.services import accounts, assessing, passwords
from helu.store.database import writing
from tests.screens.test_radar_page import answers

PAGE, LEIF = "leader/home.py", "leif@fjell.no"


def ways(app):
    assert not app.exception
    return [each.proto.label for each in app.get("link_button") if each.proto.url == "/egenvurdering"]


def test_it_is_begun_then_gone_on_with_and_then_silent(page_for, world):
    assert ways(page_for(PAGE, LEIF)) == ["Begynn med egenvurderingen (om lag fire minutter)"]
    with writing() as db:
        begun = assessing.begin(db, world.leif, "short")
    assert ways(page_for(PAGE, LEIF)) == ["Fortsett egenvurderingen"]
    with writing() as db:
        assessing.finish(db, world.leif, begun.id, {"current": answers("short"), "wanted": answers("short")})
    assert ways(page_for(PAGE, LEIF)) == []
    assert ways(page_for(PAGE, "astrid@fjell.no")) == []
    with writing() as db:
        assessing.begin(db, world.leif, "full")
    assert ways(page_for(PAGE, LEIF)) == ["Fortsett egenvurderingen"]


def test_a_locked_profile_says_nothing(page_for, world):
    with writing() as db:
        assessing.begin(db, world.leif, "short")
    with writing() as db:
        accounts.use_link(db, accounts.reset(db, world.astrid, world.leif.user_id), passwords.keep("en ny setning"))
    assert ways(page_for(PAGE, LEIF)) == []
