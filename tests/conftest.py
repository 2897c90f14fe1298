"""A small world to test in. The cast:

Astrid owns Fjell kommune and facilitates its gathering. Leif is a leader there. Ingrid facilitates in
Fjord kommune and has no business in Fjell. Kari and Ola sit in the room with their phones.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import hypothesis
import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from sqlmodel import Session, select
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from helu import door, leader, phone, projector
from helu.services import accounts, gatherings, logins, passwords, running, showing
from helu.services.access import Visitor
from helu.store import database, migrate
from helu.store.database import reading, writing
from helu.store.tables import Activity, Organisation, User, Workshop
from helu.web import health
from helu.web.plain import PlainPages
from tests.browser import chromium
from tests.kept import Compiled, Keeper
from tests.order import pytest_collection_modifyitems  # noqa: F401
from tests.postgresql import Cluster

PASSWORD = "prøv deg fram nå"

# A machine that is busy with other tests is slow, and that is no fault; and the same tree is judged the same each time.
hypothesis.settings.register_profile(
    "helu", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("helu")
expect.set_options(timeout=30_000)


@dataclass
class World:
    fjell: Organisation
    fjord: Organisation
    astrid: Visitor
    leif: Visitor
    ingrid: Visitor
    workshop: Workshop
    foreign: Workshop  # Ingrid's, in Fjord
    activities: list[Activity]

    def activity(self, kind: str) -> Activity:
        return next(each for each in self.activities if each.kind == kind)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """For one file at a time: while it lives it holds the thread's event loop, which other tests need."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    opened = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.FLAGS)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated SQLite file; each test gets a copy of its own."""
    folder = tmp_path_factory.mktemp("migrated")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HELU_DATA_DIR", str(folder))
        patch.delenv("HELU_DATABASE_URL", raising=False)
        migrate.migrate()
        database.forget()
    return folder / "helu.db"


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A real PostgreSQL of our own, with a migrated database to copy."""
    with Cluster(tmp_path_factory.mktemp("postgresql")) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def compiled() -> Compiled:
    return Compiled()


@pytest.fixture(scope="session")
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def kind_of_database() -> str:
    """Overridden where tests run against both."""
    return "sqlite"


@pytest.fixture
def store(kind_of_database: str, migrated: Path, compiled, tmp_path: Path, monkeypatch, request) -> Iterator[str]:
    """An empty, migrated database of the test's own; yields what kind it is."""
    monkeypatch.setenv("HELU_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("HELU_PUBLIC_URL", "http://helu.test")
    monkeypatch.delenv("HELU_DATABASE_URL", raising=False)
    forget_everything()
    if kind_of_database == "postgresql":
        monkeypatch.setenv("HELU_DATABASE_URL", request.getfixturevalue("cluster").clean())
    else:
        shutil.copy(migrated, tmp_path / "helu.db")
    compiled.share()
    yield kind_of_database
    forget_everything()


def forget_everything() -> None:
    """What one server process remembers between requests."""
    from helu.leader import on_phone, respondent, right
    from helu.phone import forms, seat
    from helu.projector import connect

    database.forget()
    showing._remembered.clear()
    showing._codes.clear()
    forms._made.clear()
    seat._seated.clear()
    for limit in (
        seat._guesses_here,
        seat._guesses_anywhere,
        seat._new_seats,
        seat._deeds,
        connect._guesses,
        connect._guesses_here,
        right._deeds,
        respondent._deeds,
        respondent._guesses,
        on_phone._made,
        on_phone._opened,
    ):
        limit._levels.clear()


@pytest.fixture(scope="session")
def password_hash() -> str:
    return passwords.keep(PASSWORD)


@pytest.fixture
def world(store, keeper, password_hash) -> World:
    return keeper.once("world", lambda: make_world(password_hash))


def make_world(password_hash: str) -> World:
    with writing() as db:
        fjell, fjord = accounts.add_organisation(db, "Fjell kommune"), accounts.add_organisation(db, "Fjord kommune")
        for organisation, name, role in (
            (fjell, "Astrid", "owner"),
            (fjell, "Leif", "leader"),
            (fjord, "Ingrid", "facilitator"),
        ):
            accounts.invite(
                db, organisation.id, f"{name.lower()}@{organisation.name.split()[0].lower()}.no", name, role
            )
        for user in db.exec(select(User)).all():
            user.password_hash = password_hash
        workshop = gatherings.make(db, fjell, "blank", title="Samling i Fjell")[0]
        foreign = gatherings.make(db, fjord, "blank", title="Samling i Fjord")[0]
        plan(db, workshop)
        plan(db, foreign)
    with reading() as db:
        activities = list(running.activities_in(db, workshop.id))
    visitors = [visitor(each) for each in ("astrid@fjell.no", "leif@fjell.no", "ingrid@fjord.no")]
    return World(fjell, fjord, *visitors, workshop, foreign, activities)


PLAN: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("open_cards", "Hva er viktigst?", {"cards": 3}),
    ("choice", "Hva velger vi?", {"options": [{"id": "mot", "text": "Mot"}, {"id": "tid", "text": "Tid"}]}),
    (
        "scale",
        "Hvor står vi?",
        {"statements": [{"id": "s1", "text": "Vi har et mål"}, {"id": "s2", "text": "Vi lytter"}]},
    ),
    ("points", "Hva veier tyngst?", {"options": [{"id": "a", "text": "Retning"}, {"id": "b", "text": "Ro"}]}),
)


def plan(db: Session, workshop: Workshop) -> None:
    item = gatherings.items_in(db, workshop.id)[0]
    for position, (kind, title, settings) in enumerate(PLAN, start=1):
        row = Activity(workshop_id=workshop.id, item_id=item.id, position=position, key=kind, kind=kind, title=title)
        row.settings = settings
        db.add(row)
    db.flush()


def visitor(email: str) -> Visitor:
    token = log_in(email)
    with reading() as db:
        found = logins.who(db, token)
    assert found
    return found


def log_in(email: str) -> str:
    """The token a browser's cookie would hold."""
    with writing() as db:
        user = accounts.user_by_email(db, email)
        organisation = accounts.memberships_of(db, user.id)[0].organisation_id
        return logins.start(db, user.id, organisation)


@pytest.fixture
def db(world) -> Iterator[Session]:
    """To look with. Deeds are done with `writing()`, as on the pages."""
    with reading() as session:
        yield session


@pytest.fixture
def opened(world) -> Callable[[str], Activity]:
    """Put an activity of a kind on the phones."""

    def open_(kind: str) -> Activity:
        activity = world.activity(kind)
        with writing() as db:
            running.open_activity(db, world.workshop, activity.id)
        return activity

    return open_


def stored(db: Session, table: type) -> list[Any]:
    db.rollback()  # look again: a reader keeps seeing the moment it began
    return list(db.exec(select(table)).all())


async def _inside(request: Any) -> PlainTextResponse:
    return PlainTextResponse("inside")


async def _stream(websocket: Any) -> None:
    await websocket.accept()
    await websocket.close()


def house() -> Starlette:
    """Everything but Streamlit itself, in the order that app.py puts it."""
    routes = [*phone.ROUTES, *projector.ROUTES, *leader.ROUTES, *door.ROUTES, *health.ROUTES]
    inside = [
        WebSocketRoute("/_stcore/stream", _stream),
        Route("/{path:path}", _inside, methods=["GET", "POST", "PUT"]),
    ]
    return Starlette(
        routes=inside,
        middleware=[Middleware(door.Headers), Middleware(PlainPages, routes=routes), Middleware(door.Gate)],
    )


@pytest.fixture
def browser_of(world) -> Callable[[str | None], TestClient]:
    """A browser, logged in as somebody or as nobody."""

    def open_browser(email: str | None = None) -> TestClient:
        browser = TestClient(house(), follow_redirects=False)
        if email:
            browser.cookies.set("helu_login", log_in(email))
        return browser

    return open_browser


@pytest.fixture
def new_phone(world) -> Callable[[], TestClient]:
    """A phone that has opened the gathering, as after scanning the QR code."""

    def open_phone() -> TestClient:
        telephone = TestClient(house())
        telephone.get(f"/d/{world.workshop.code}")
        return telephone

    return open_phone


@pytest.fixture
def kari(new_phone) -> TestClient:
    return new_phone()


@pytest.fixture
def ola(new_phone) -> TestClient:
    return new_phone()


def answer(telephone: TestClient, world: World, activity_id: UUID, attempt: int = 1, **values: Any) -> Any:
    sent = {"activity": str(activity_id), "attempt": attempt, "values": values}
    return telephone.post(f"/d/{world.workshop.code}/svar", json=sent)
