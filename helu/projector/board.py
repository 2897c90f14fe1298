"""Tavla: a theme board on a page of its own, for the facilitators to sort on by mouse, touch and keyboard.

All of it is for facilitators of the gathering's organisation; others get 403. `activity` in
an address is the activity's id. What is said is in the language of whoever is logged in.

`GET /tavle/{code}/{activity}`: the page, drawn from `projector/board.html` with `code`, `activity`, `title` (the
activity's), `gathering` (its title), `here` (the address of this page, without a slash at the end), `assets`,
`fonts` and `words` (see `helu.projector.words`).

`GET …/tilstand`: 200, the board's picture, the same JSON as the wall gets in `activity.picture`:

    {"shape": "board", "revision": 17, "undoable": "Kort flyttet",  // "" when there is nothing to undo
     "cards": [{"number": 12, "text": "Mer tillit", "count": 3, "theme": 3 or null,
                "state": "open" | "parked" | "split", "split_from": 4 or null, "why": ["tillit"]}],
     "themes": [{"number": 3, "name": "Tillit", "summary": ""}]}  // in the order they stand

Split cards are there to be looked up by `split_from`; they lie nowhere. A parked card has no theme.
`revision` goes up with every move; hiding an answer changes the cards without a move.

`GET …/hendelser`: server-sent events. `pulse` comes first and after every change in the gathering, at most four
times a second, also when another activity is on: fetch `tilstand` once more. `beat` keeps the line open.

Send `Accept: application/json` with what is fetched, or a problem comes as a page.

`POST …/trekk`, JSON (`Content-Type: application/json`) of at most 64 kB: 200 `{"revision": 18, "undoable": "Kort flyttet"}`, or
`{"problem": sentence}` with 422 for what cannot be read or does not fit the board as it is now, 403, 404 or 503.
One deed each, with `"deed"` and what follows; another key than those, or none, is 422:

    {"deed": "place", "card": 12, "theme": 3}           theme null: the card lies in no theme. Unparks it.
    {"deed": "park", "card": 12, "parked": true}        false: back among the cards that lie in no theme
    {"deed": "merge", "theme": 3, "into": 5}            3 goes, 5 gets its cards and its summary
    {"deed": "split_theme", "theme": 3, "cards": [12, 14], "name": "Ny"}   name may be ""
    {"deed": "split_card", "card": 12, "texts": ["…", "…"]}   null: divided where its thoughts part.
                                                        The new cards lie where it lay; it becomes "split"
    {"deed": "rename", "theme": 3, "name": "Tillit"}
    {"deed": "summarise", "theme": 3, "text": "…"}      at most 2,000 characters
    {"deed": "add_card", "text": "…"}                   "theme": 3 may be given too
    {"deed": "add_theme", "name": "…"}
    {"deed": "remove_theme", "theme": 3}                its cards lie in no theme
    {"deed": "order", "theme": 3, "position": 0}        0 is first
    {"deed": "propose", "groups": null, "again": false}   groups: how many themes there should be, 1-40. again:
                                                        sort all cards, not only those that lie in no theme;
                                                        themes that people have named stay
    {"deed": "undo"}

`GET …/opphav/{piece}`: where a card, `k12`, or a theme, `t3`, comes from: 200
`{"said": "9 kort, Idémyldring", "cards": [{"text": "…", "activity": "title of the activity"}]}`; for what somebody
wrote on the board itself `said` is "" and `cards` is empty. 404 when it is not on the board.
"""

from collections.abc import Callable
from json import loads
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote
from uuid import UUID

from anyio.to_thread import run_sync
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from helu.activities import ACTIVITIES
from helu.errors import Misfit, NotFound, Unreadable
from helu.i18n import speak
from helu.projector.board_deeds import DEEDS
from helu.projector.right import require_desk
from helu.projector.words import board_words
from helu.services import access, board, logins, material, showing
from helu.store.database import reading, writing
from helu.store.tables import Activity, Workshop
from helu.web import files
from helu.web.cookies import login_name
from helu.web.forms import read_body
from helu.web.pages import HEADERS, page
from helu.web.problems import said_plainly, tell

if TYPE_CHECKING:
    from sqlmodel import Session

Found = TypeVar("Found")


@said_plainly
async def board_page(request: Request) -> Response:
    if not request.cookies.get(login_name(request)):
        return RedirectResponse(f"/logg-inn?til={quote(request.url.path)}", status_code=303)
    return await _look(request, _drawn)


@said_plainly
async def board_state(request: Request) -> Response:
    return JSONResponse(await _look(request, _state), headers=HEADERS)


@said_plainly
async def board_origin(request: Request) -> Response:
    piece = request.path_params["piece"]
    return JSONResponse(await _look(request, lambda db, _w, activity: _origin(db, activity, piece)), headers=HEADERS)


@said_plainly
async def board_move(request: Request) -> Response:
    here = await require_desk(request, request.path_params["code"])
    deed, about = _read(request, await read_body(request))
    try:
        done = await run_sync(_do, request, here.workshop_id, deed, about)
    except Misfit as problem:
        return tell(request, problem, 422)
    return JSONResponse(done, headers=HEADERS)


async def _look(request: Request, make: "Callable[[Session, Workshop, Activity], Found]") -> Found:
    """What `make` makes of the board in the address, when the visitor may see it."""
    here = await require_desk(request, request.path_params["code"])

    def look() -> Found:
        with reading() as db:
            return make(db, *_found(request, db, here.workshop_id))

    return await run_sync(look)


def _do(request: Request, workshop_id: UUID, deed: str, about: dict[str, Any]) -> dict[str, Any]:
    with writing() as db:
        workshop, activity = _found(request, db, workshop_id)
        DEEDS[deed].run(db, workshop, activity, **about)
    with reading() as db:
        state = _state(db, workshop, activity)
    return {name: state[name] for name in ("revision", "undoable")}


def _found(request: Request, db: "Session", workshop_id: UUID) -> tuple[Workshop, Activity]:
    """The gathering and its board, told in the visitor's language. Raises NotFound."""
    if visitor := logins.who(db, request.cookies.get(login_name(request), "")):
        speak(visitor.language)
    workshop = db.get(Workshop, workshop_id)
    try:
        wanted = UUID(request.path_params["activity"])
    except ValueError:
        raise NotFound from None
    if workshop is None:
        raise NotFound
    activity = access.activity_in(db, workshop, wanted)
    if activity.removed_at or ACTIVITIES[activity.kind].keeps != "board":
        raise NotFound
    return workshop, activity


def _drawn(_db: "Session", workshop: Workshop, activity: Activity) -> Response:
    return page(
        "projector/board.html",
        code=workshop.code,
        activity=str(activity.id),
        title=activity.title,
        gathering=workshop.title,
        here=f"/tavle/{workshop.code}/{activity.id}",
        assets=files.address("projector"),
        fonts=files.address("fonts"),
        words=board_words(),
    )


def _state(db: "Session", _workshop: Workshop, activity: Activity) -> dict[str, Any]:
    return ACTIVITIES[activity.kind].picture(showing.settings_of(activity, db), []).as_json()


def _origin(db: "Session", activity: Activity, piece: str) -> dict[str, Any]:
    leaves = material.trail(db, board.origins_of(db, activity, piece))
    cards = [{"text": leaf.text, "activity": leaf.activity} for leaf in leaves]
    return {"said": material.said_of(leaves), "cards": cards}


def _read(request: Request, body: bytes) -> tuple[str, dict[str, Any]]:
    """The deed and what it is about. Raises Unreadable."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise Unreadable
    try:
        sent = loads(body)
        deed = sent.pop("deed")
        return deed, DEEDS[deed].model_validate(sent).model_dump()
    except (ValueError, RecursionError, AttributeError, TypeError, KeyError, ValidationError):
        raise Unreadable from None
