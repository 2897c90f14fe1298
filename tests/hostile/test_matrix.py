"""Every new address against everybody who may come by, with their own codes and ids and with others'."""

from datetime import date

import pytest
from starlette.testclient import TestClient

from helu.errors import HeluError, NotFound
from helu.services import (
    board,
    commitments,
    launching,
    platform_parts,
    platforms,
    poster,
    posters_out,
    pulses,
    running,
    taking_home,
    wheel,
)
from helu.store.database import reading, writing
from tests.conftest import house, visitor
from tests.hostile.furnished import ASTRID, FRIDA, INGRID, LEIF, LIV, parts_of

DESKS, OTHERS = (ASTRID, FRIDA), (LEIF, LIV, INGRID, "phone", None)
JSON = {"accept": "application/json"}


@pytest.fixture
def come(home, browser_of, new_phone):
    def open_(who) -> TestClient:
        if who == "phone":
            phone = new_phone()
            phone.follow_redirects = False
            return phone
        return browser_of(who)

    return open_


def deeds_on(code: str, activity) -> dict:
    at = f"/tavle/{code}/{activity}"
    return {
        "page": ("GET", at, None),
        "state": ("GET", f"{at}/tilstand", None),
        "origin": ("GET", f"{at}/opphav/k1", None),
        "move": ("POST", f"{at}/trekk", {"deed": "add_theme", "name": "Inntrengt"}),
        "phone preview": ("GET", f"/forhandsvisning/{code}/{activity}/telefon", None),
        "wall preview": ("GET", f"/forhandsvisning/{code}/{activity}/storskjerm", None),
    }


def status(browser, method, path, body) -> int:
    return browser.request(method, path, json=body, headers=JSON).status_code


@pytest.mark.parametrize("who", [*DESKS, *OTHERS])
def test_the_board_is_for_those_who_facilitate_in_the_organisation(home, come, who):
    browser = come(who)
    found = {
        what: status(browser, *deed) for what, deed in deeds_on(home.workshop.code, home["theme_board"].id).items()
    }
    if who in DESKS:
        assert set(found.values()) == {200}
    else:
        assert found.pop("page") == (303 if who in {"phone", None} else 403)
        assert set(found.values()) == {403}
    stream = (
        browser.get(f"/tavle/{home.workshop.code}/{home['theme_board'].id}/hendelser") if who not in DESKS else None
    )
    assert stream is None or stream.status_code == 403
    with reading() as db:
        names = [theme.name for theme in board.read(db, home["theme_board"]).themes]
    assert ("Inntrengt" in names) == (who in DESKS)


@pytest.mark.parametrize("who", [ASTRID, INGRID])
def test_codes_and_ids_of_different_gatherings_never_open_each_other(home, come, who):
    world, browser = home.world, come(who)
    mine, theirs = (world.workshop, world.foreign) if who == ASTRID else (world.foreign, world.workshop)
    my_board, their_board = home["theme_board"].id, home.foreign_board.id
    if who == INGRID:
        my_board, their_board = their_board, my_board
    foreign_id = {status(browser, *deed) for deed in deeds_on(mine.code, their_board).values()}
    foreign_code = {status(browser, *deed) for deed in deeds_on(theirs.code, my_board).values()}
    assert (foreign_id, foreign_code) == ({404}, {403})


@pytest.mark.parametrize("who", [*DESKS, *OTHERS])
def test_a_pulse_has_no_wall_and_no_desk_for_anybody(home, come, who):
    browser, code = come(who), home.pulse.code
    with reading() as db:
        activity = running.activities_in(db, home.pulse.id)[0].id
    for method, path, body in deeds_on(code, activity).values():
        assert status(browser, method, path, body) in {303, 403}, path
    for path in (f"/storskjerm/{code}", f"/storskjerm/{code}/hendelser", f"/storskjerm/{code}/puls"):
        assert browser.get(path, headers=JSON).status_code in {303, 403}, path
    assert browser.get(f"/storskjerm/{code}/qr.svg").status_code == (200 if who in DESKS else 403)
    assert browser.get(f"/d/{code}/tilstand", headers=JSON).status_code == 200  # for whoever was given the link


PAGES = {
    "desk/platform.py": "plattform",
    "desk/launch.py": "plattform",
    "desk/poster.py": "samling",
}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("who", [*DESKS, INGRID, LEIF, LIV, ""])
def test_a_platforms_pages_are_for_those_who_facilitate_in_the_organisation(home, page_for, path, who):
    about = str(home.platform.id) if PAGES[path] == "plattform" else home.workshop.code
    if who in {LEIF, LIV}:
        with pytest.raises(ValueError, match="Could not find a navigation page"):
            page_for(path, email=who, **{PAGES[path]: about})
        return
    page = page_for(path, email=who, **{PAGES[path]: about})
    assert not page.exception
    if who in DESKS:
        assert not page.error
        assert "Hemmelig" in everything(page)
        assert page.title
    else:
        assert "Hemmelig" not in everything(page)
        assert not page.title
        assert [each.value for each in (page.error or page.info)][0].endswith(".")


@pytest.mark.parametrize("path", ["desk/platform.py", "desk/launch.py", "desk/poster.py"])
@pytest.mark.parametrize("about", ["plattform", "samling"])
def test_a_foreign_address_on_a_page_of_ones_own_is_a_sentence(home, page_for, path, about):
    wanted = str(home.foreign.id) if about == "plattform" else home.world.foreign.code
    page = page_for(path, email=ASTRID, **{about: wanted})
    assert not page.exception
    assert "Fjord" not in everything(page)


@pytest.mark.parametrize("view", ["saker", "verdier", "kultur", "prinsipper", "arshjul", "ta-med", "hjul", "<script>"])
def test_every_view_of_a_platform_opens_for_its_own_and_shows_strangers_nothing(home, page_for, view):
    own = page_for("desk/platform.py", plattform=str(home.platform.id), visning=view)
    assert not own.exception
    foreign = page_for("desk/platform.py", email=INGRID, plattform=str(home.platform.id), visning=view)
    assert "Hemmelig" not in everything(foreign)
    assert foreign.error


@pytest.mark.parametrize(("who", "sees"), [(LEIF, True), (LIV, False), (INGRID, False), (ASTRID, False), ("", False)])
def test_our_platform_is_for_the_members_of_the_group(home, page_for, who, sees):
    page = page_for("leader/platform.py", email=who)
    assert not page.exception
    assert ("Hemmelig" in everything(page)) == sees
    assert bool(page.get("download_button")) == sees


def everything(page) -> str:
    kinds = ("title", "header", "subheader", "markdown", "text", "caption", "text_area", "text_input", "selectbox")
    shown = [str(getattr(each, "value", "")) for kind in kinds for each in getattr(page, kind)]
    return " ".join(
        [*shown, *(str(each.proto) for each in page.get("html")), *(str(e.proto) for e in page.get("download_button"))]
    )


READS = {
    "document": lambda db, who, p: taking_home.file(db, who, p.id, "docx", "nb"),
    "platform": lambda db, who, p: platforms.for_visitor(db, who, p.id),
    "calendar": lambda db, who, p: platform_parts.calendar_of(db, who, p.id, date(2026, 3, 1)),
}
CHANGES = {
    "write a part": lambda db, who, p: platform_parts.keep(
        db, who, p.id, "principles", parts_of("Inn")["principles"], 1
    ),
    "adopt": lambda db, who, p: platform_parts.adopt(db, who, p.id, "purpose", 1),
    "reopen": lambda db, who, p: platform_parts.reopen(db, who, p.id, "purpose", 1),
    "restore": lambda db, who, p: platform_parts.restore(db, who, p.id, "purpose", 1, 1),
    "add work": lambda db, who, p: platform_parts.add_work(db, who, p.id, "purpose", "Inn"),
    "offers": lambda db, who, p: platform_parts.offers(db, who, p.id),
    "comment": lambda db, who, p: poster.comment(db, who, p.id, "l1", "Inn"),
    "done": lambda db, who, p: poster.deal_with(db, who, p.id, "l1", "Inn"),
    "explain": lambda db, who, p: poster.explain(db, who, p.id, "ord", "Inn"),
    "launch": lambda db, who, p: launching.save(db, who, p.id, [], 1),
    "pulse": lambda db, who, p: pulses.make(db, who, p.id, pulses.standard("nb")),
    "status": lambda db, who, p: commitments.set_status(
        db, who, p.id, commitments.of_platform(db, p)[0].id, "done", "Inn"
    ),
}
REFUSED_EVERYWHERE = {"logo": lambda db, who, p: posters_out.keep_logo(db, who, b"x")}


@pytest.mark.parametrize("what", READS)
@pytest.mark.parametrize(("who", "may"), [(ASTRID, 1), (FRIDA, 1), (LEIF, 1), (LIV, 0), (INGRID, 0)])
def test_who_may_read_a_platform(home, what, who, may):
    asks = visitor(who)
    with reading() as db:
        if may:
            assert READS[what](db, asks, home.platform)
            return
        with pytest.raises(NotFound):
            READS[what](db, asks, home.platform)


@pytest.mark.parametrize("what", [*CHANGES, *REFUSED_EVERYWHERE])
@pytest.mark.parametrize("who", [LEIF, LIV, INGRID])
def test_who_may_not_change_a_platform(home, what, who):
    asks = visitor(who)
    deed = (CHANGES | REFUSED_EVERYWHERE)[what]
    with pytest.raises(HeluError), writing() as db:
        deed(db, asks, home.platform)


@pytest.mark.parametrize("what", CHANGES)
def test_those_who_facilitate_may(home, what):
    asks = visitor(FRIDA)
    with writing() as db:
        CHANGES[what](db, asks, home.platform)


@pytest.mark.parametrize("who", [LEIF, LIV, INGRID])
def test_pulses_are_opened_and_closed_by_those_who_facilitate(home, who):
    asks = visitor(who)
    for deed in (pulses.open_now, pulses.close_now):
        with pytest.raises(HeluError), writing() as db:
            deed(db, asks, home.pulse.id)


def test_lists_of_platforms_hold_only_ones_own(home):
    ingrid, leif, liv = map(visitor, (INGRID, LEIF, LIV))
    with reading() as db:
        assert [each.name for each in wheel.listed(db, ingrid)] == ["Ledergruppa i Fjord"]
        assert [group.name for group, _platform in wheel.mine(db, leif)] == ["Ledergruppa"]
        assert wheel.mine(db, liv) == []


@pytest.mark.parametrize("path", ["/plattform", "/plakat", "/lansering", "/var-plattform", "/plattform?plattform=x"])
def test_nobody_reaches_a_page_without_logging_in(home, path):
    reply = TestClient(house(), follow_redirects=False).get(path)
    assert reply.status_code == 303
    assert reply.headers["location"].startswith("/logg-inn?til=")
