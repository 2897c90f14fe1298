"""From a finished self-assessment into the group's picture, and out again, without JavaScript."""

import pytest

from helu.content.balance_words import balance_words
from helu.services import assessing, group_rounds, groups
from helu.store.database import reading, writing
from tests.leader.test_assessment import LEIF

SHORT = sorted(balance_words().statements("short"))


@pytest.fixture
def round_(world):
    """An open one, of a group with Leif in it."""
    with writing() as db:
        group = groups.add(db, world.astrid, "Gruppa <b>vår</b>", "leader_group")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id])
        return group_rounds.start(db, world.astrid, group.id, "Vår 2027")


@pytest.fixture
def leif(browser_of):
    return browser_of(LEIF)


def finished(world):
    with writing() as db:
        held = assessing.begin(db, world.leif, "short")
        return assessing.finish(db, world.leif, held.id, {"current": {SHORT[0]: 5}}).id


def handed_in(world, round_):
    with reading() as db:
        return group_rounds.progress(db, round_).handed_in


def test_a_finished_one_is_handed_in_exchanged_and_taken_back(leif, world, round_):
    assert "har en runde med lederbalanse" in leif.get("/egenvurdering").text
    first = finished(world)
    page = leif.get(f"/egenvurdering/{first}").text
    assert "Ta med i bildet av Gruppa &lt;b&gt;vår&lt;/b&gt;" in page
    assert "Ingen ser svarene dine" in page
    assert '<a class="more" href="/radar">' in page, "the group waits, and comes first"
    reply = leif.post(f"/egenvurdering/{first}/med", data={"round": str(round_.id)})
    assert reply.headers["location"] == f"/egenvurdering/{first}#gruppa"
    page = leif.get(f"/egenvurdering/{first}").text
    assert ("Du er med i bildet" in page, '<a class="send deed" href="/radar">' in page) == (True, True)
    assert "har en runde med lederbalanse" not in leif.get("/egenvurdering").text
    second = finished(world)
    assert "Bytt til denne" in leif.get(f"/egenvurdering/{second}").text
    leif.post(f"/egenvurdering/{second}/med", data={"round": str(round_.id)})
    assert handed_in(world, round_) == 1
    leif.post(f"/egenvurdering/{second}/tilbake", data={"round": str(round_.id)})
    assert handed_in(world, round_) == 0


def test_one_that_is_used_says_so_and_is_refused_on_the_page(leif, world, round_):
    used = finished(world)
    leif.post(f"/egenvurdering/{used}/med", data={"round": str(round_.id)})
    with writing() as db:
        other = groups.add(db, world.astrid, "Nettverket", "network_group")
        groups.set_members(db, world.astrid, other.id, [world.leif.user_id])
        second = group_rounds.start(db, world.astrid, other.id, "")
    assert "Ta en ny for å bli med i denne" in leif.get(f"/egenvurdering/{used}").text
    reply = leif.post(f"/egenvurdering/{used}/med", data={"round": str(second.id)})
    assert reply.status_code == 409
    assert "Denne egenvurderingen er alt med i en runde" in reply.text
    assert handed_in(world, second) == 0


@pytest.mark.parametrize("who", ["astrid@fjell.no", "ingrid@fjord.no"])
@pytest.mark.parametrize("deed", ["med", "tilbake"])
def test_nobody_else_moves_it(browser_of, leif, world, round_, who, deed):
    held = finished(world)
    if deed == "tilbake":
        leif.post(f"/egenvurdering/{held}/med", data={"round": str(round_.id)})
    before = handed_in(world, round_)
    browser_of(who).post(f"/egenvurdering/{held}/{deed}", data={"round": str(round_.id)})
    assert handed_in(world, round_) == before
    assert browser_of(who).post(f"/egenvurdering/{held}/{deed}", data={"round": "x"}).status_code == 404
