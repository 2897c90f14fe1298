"""What is one leader's alone, against everybody else who may come by: every page, every address, every file.

Pages and routes are read out of the program itself: one that is new must be placed here. The services have a matrix
of their own in test_profile_services.py.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from helu import door, leader, phone, projector
from helu.leader import respondent, right
from helu.projector.stage import stage_of
from helu.services import exporting, running
from helu.store.database import reading, writing
from helu.web import health
from tests.hostile.leaders import SECRET, STRANGERS, THIRDS, Theirs, leaks, rows_of, told

ROOT = Path(__file__).parents[2]
LEIF, LIV, ASTRID, INGRID, PHONE, ASKED, NOBODY = (
    "leif@fjell.no", "liv@fjell.no", "astrid@fjell.no", "ingrid@fjord.no", "a phone", "a respondent", None,
)  # fmt: skip

# ---- routes: with the keys of what is Leif's

ROUTES = [*phone.ROUTES, *projector.ROUTES, *leader.ROUTES, *door.ROUTES, *health.ROUTES]
STREAMS = {"/d/{code}/hendelser", "/storskjerm/{code}/hendelser", "/storskjerm/{code}/puls",
           "/tavle/{code}/{activity}/hendelser"}  # fmt: skip  # what they carry is `stage_of` and `tilstand`, below
PLACED = STREAMS | {
    "/delta", "/d/{code}/svar", "/d/{code}/tilstand", "/d/{code}", "/storskjerm", "/storskjerm/{code}",
    "/storskjerm/{code}/qr.svg", "/tavle/{code}/{activity}", "/tavle/{code}/{activity}/tilstand",
    "/tavle/{code}/{activity}/trekk", "/tavle/{code}/{activity}/opphav/{piece}",
    "/forhandsvisning/{code}/{activity}/telefon", "/forhandsvisning/{code}/{activity}/storskjerm",
    "/egenvurdering", "/egenvurdering/telefon", "/egenvurdering/inn/{link}", "/egenvurdering/las-opp",
    "/egenvurdering/{id}/svar", "/egenvurdering/{id}/ferdig", "/egenvurdering/{id}/med", "/egenvurdering/{id}/tilbake",
    "/egenvurdering/{id}", "/tilbakemelding/{token}", "/logg-inn", "/logg-inn/via/{key}", "/logg-inn/via/{key}/retur",
    "/logg-inn/via/{key}/ut", "/logg-ut", "/velkommen/{token}", "/filer/{folder}/{version}/{name:path}", "/helse",
    "/klar", "/metrics",
}  # fmt: skip


def test_every_route_is_placed():
    assert {route.path for route in ROUTES} == PLACED


def test_no_address_hands_out_or_changes_anything_of_a_leaders(theirs, browser_of, new_phone, monkeypatch):
    for limit in (right._deeds, respondent._deeds):
        monkeypatch.setattr(limit, "most", 10**6)
    before = rows_of(theirs)
    for who in (*STRANGERS, PHONE, ASKED, NOBODY):
        browser = new_phone() if who == PHONE else browser_of(who if who != ASKED else None)
        if who == ASKED:
            browser.get(f"/tilbakemelding/{theirs.token}")
        for method, path in _asked_for(theirs, own_link=who == ASKED):
            form = {"round": str(theirs.round), "current.rel_1a": "1", "step.rel_1a": "", "key": "x"}
            reply = browser.request(method, path, data=form if method == "POST" else None, follow_redirects=False)
            assert reply.status_code < 500, (who, method, path)
            assert leaks(reply.text + str(reply.headers)) == [], (who, method, path)
            if f"/{theirs.finished}" in path or f"/{theirs.begun}" in path:
                assert reply.status_code in {303, 401, 403, 404}, (who, method, path, reply.status_code)
        assert rows_of(theirs) == before, who
    for own in (theirs.finished, theirs.begun):
        assert browser_of(LEIF).get(f"/egenvurdering/{own}").status_code == 200


def _asked_for(theirs: Theirs, own_link: bool) -> Iterator[tuple[str, str]]:
    """Every method of every route, once for each key that fits. Nobody logs out, and nobody starts a round over."""
    for route in ROUTES:
        if route.path in STREAMS | {"/logg-ut", "/logg-inn", "/filer/{folder}/{version}/{name:path}"}:
            continue
        for activity in theirs.activities.values() if "{activity}" in route.path else [None]:
            for own in (theirs.finished, theirs.begun) if "{id}" in route.path else [UUID(int=0)]:
                keys = {
                    "{code}": theirs.world.workshop.code, "{activity}": str(activity.id if activity else ""),
                    "{piece}": "k1", "{id}": str(own), "{link}": "x", "{key}": "x",
                    "{token}": theirs.token if own_link else "x",
                }  # fmt: skip
                path = route.path
                for name, value in keys.items():
                    path = path.replace(name, value)
                for method in sorted(route.methods - {"HEAD"}):
                    yield method, path


def test_no_wall_no_file_and_no_figures_of_the_server_tell_of_a_leader(theirs, browser_of):
    code = theirs.world.workshop.code
    for kind, activity in theirs.activities.items():
        with writing() as db:
            running.open_activity(db, theirs.world.workshop, activity.id)
        found = told(stage_of(theirs.world.workshop.id))
        for path in (f"/d/{code}", f"/d/{code}/tilstand", f"/storskjerm/{code}"):
            found += browser_of(ASTRID).get(path).text
        with writing() as db:
            running.reveal(db, theirs.world.workshop)
        found += told(stage_of(theirs.world.workshop.id))
        assert leaks(found) == [], kind
    with reading() as db:
        for format_ in ("xlsx", "csv", "json"):
            assert leaks(told(exporting.export(db, theirs.world.workshop, format_))) == []
    assert leaks(browser_of(None).get("/metrics").text) == []


# ---- pages

LEADERS: dict[str, list[str]] = {  # page -> views, each with its name in the address
    "leader/radar.py": ["radar", "situasjon", "utvikling", "deling", "andre"],
    "leader/plan.py": [""],
    "leader/feedback.py": ["runden", "resultat"],
    "leader/group.py": ["bildet", "utvikling", "runder"],
    "leader/home.py": [""],
    "leader/platform.py": [""],
}
DESK = ["desk/gatherings.py", "desk/platform.py", "desk/templates.py", "desk/people.py", "desk/run.py", "desk/edit.py",
        "desk/launch.py", "desk/answers.py", "desk/poster.py", "desk/account.py"]  # fmt: skip


def test_every_page_is_placed():
    assert {*LEADERS, *DESK} == {str(each.relative_to(ROOT / "pages")) for each in ROOT.glob("pages/*/*.py")}


def test_no_page_shows_anything_of_a_leaders(theirs, page_for):
    code, group = theirs.world.workshop.code, str(theirs.group.id)
    plan_query = {"plan": str(theirs.plan)}
    asked = [(LIV, path, {"visning": view, "gruppe": group}) for path, views in LEADERS.items() for view in views]
    asked += [(ASTRID, path, {"samling": code, "gruppe": group}) for path in (*DESK, *LEADERS)]
    asked += [(who, "leader/plan.py", plan_query) for who in (LIV, ASTRID, INGRID)]
    asked += [(INGRID, path, {"gruppe": group, "samling": code}) for path in ("leader/group.py", "desk/run.py")]
    for who, path, query in asked:
        assert leaks(_drawn(page_for(path, email=who, **query))) == [], (who, path, query)


def test_the_leaders_own_pages_show_it(theirs, page_for):
    for path, query, found in (
        ("leader/radar.py", {}, THIRDS[0]),
        ("leader/radar.py", {"visning": "situasjon"}, SECRET),
        ("leader/plan.py", {"plan": str(theirs.plan)}, SECRET),
        ("leader/feedback.py", {}, SECRET),
    ):
        assert found in leaks(_drawn(page_for(path, email=LEIF, **query))), path


def _drawn(page: Any) -> str:
    """Everything that goes to the browser, also what lies behind a click."""
    assert not page.exception
    return " ".join(str(each) for each in _protos(page._tree)).replace("\\", "")


def _protos(block: Any) -> Iterator[Any]:
    for each in block.children.values():
        yield each.proto
        if hasattr(each, "children"):
            yield from _protos(each)
