"""The phone's page, and the same as JSON for other clients."""

from typing import Any

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from helu.i18n import LANGUAGES, _
from helu.phone.forms import main_of
from helu.phone.seat import asked_for, home_of, remember, sit_down
from helu.services import answering
from helu.services.clock import timer_of
from helu.services.showing import Showing
from helu.store.database import reading
from helu.web.cookies import A_DAY, LANGUAGE, give
from helu.web.pages import HEADERS, chosen_language, draw, speak_to
from helu.web.problems import said_plainly

Own = dict[str, dict[str, Any]]


@said_plainly
async def show(request: Request) -> Response:
    here = await asked_for(request, request.path_params["code"])
    if wanted := request.query_params.get("sprak"):
        return _change_language(request, here, wanted)
    device = await sit_down(request, here)
    speak_to(request, here.language)
    slot = _slot(request, here)
    own = await own_answers(here, device)
    main = main_of(here, own.get(str(slot)) or (None if slot else next(iter(own.values()), None)), slot=slot)
    response = HTMLResponse(_whole_page(here, main), headers=HEADERS)
    remember(request, response, device)
    return response


@said_plainly
async def tell(request: Request) -> Response:
    """All a client of any make needs to fill in any activity."""
    here = await asked_for(request, request.path_params["code"])
    device = await sit_down(request, here)
    speak_to(request, here.language)
    own = await own_answers(here, device)
    response = JSONResponse(as_json(here) | _own_json(own), headers=HEADERS)
    remember(request, response, device)
    return response


async def own_answers(here: Showing, device: str) -> Own:
    if not here.fields or here.activity is None:
        return {}
    return await run_sync(_own_answers, here, device)


def as_json(here: Showing) -> dict[str, Any]:
    activity = here.activity
    return {
        "version": here.version,
        "phase": here.phase,
        "code": here.code,
        "title": here.title,
        "language": here.language,
        "activity": None
        if activity is None
        else {
            "id": str(activity.id),
            "kind": activity.kind,
            "text": activity.title,
            "hint": activity.hint,
            "language": activity.language,
            "anonymous": activity.anonymous,
            "answers_each": activity.answers_each,
            "fields": [field_json(field) for field in here.fields],
        },
        "timer": timer_of(here),
    }


def field_json(field: Any) -> dict[str, Any]:
    return field.model_dump(mode="json", exclude={"lines"}) | {"label": _(field.label)}


def _own_json(own: Own) -> dict[str, Any]:
    return {"own": next(iter(own.values()), None), "own_slots": own}


def _own_answers(here: Showing, device: str) -> Own:
    with reading() as db:
        assert here.activity is not None
        return answering.own_answers(db, here.activity, device)


def _whole_page(here: Showing, main: str) -> str:
    return draw("phone/answer.html", here=here, main=main, home=home_of(here), version=here.version)


def _slot(request: Request, here: Showing) -> int:
    asked = request.query_params.get("svar", "")
    most = here.activity.answers_each if here.activity else 1
    return min(int(asked), most - 1) if asked.isdecimal() and len(asked) < 4 else 0


def _change_language(request: Request, here: Showing, wanted: str) -> Response:
    response = RedirectResponse(home_of(here), status_code=303)
    if wanted in LANGUAGES:
        give(request, response, LANGUAGE, wanted, max_age=365 * A_DAY)
    return response


def language_for(request: Request, here: Showing) -> str:
    return chosen_language(request, here.language)
