"""The phone's page, and the same as JSON for other clients."""

from json import dumps
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from helu.i18n import LANGUAGES, _
from helu.phone.forms import main_of, once
from helu.phone.seat import asked_for, home_of, remember, sit_down
from helu.services import answering
from helu.services.clock import timer_of
from helu.services.showing import Showing
from helu.store.batch import Batch
from helu.web.cookies import A_DAY, LANGUAGE, give
from helu.web.pages import HEADERS, draw, speak_to
from helu.web.problems import said_plainly

Own = dict[str, dict[str, Any]]
_asking: Batch[answering.Asking, Own] = Batch(answering.own_answers)


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
    response = HTMLResponse(whole_page(here, main), headers=HEADERS)
    remember(request, response, device)
    return response


@said_plainly
async def tell(request: Request) -> Response:
    """All a client of any make needs to fill in any activity."""
    here = await asked_for(request, request.path_params["code"])
    device = await sit_down(request, here)
    speak_to(request, here.language)
    own = await own_answers(here, device)
    response = Response(state_json(here, own), headers=HEADERS, media_type="application/json")
    remember(request, response, device)
    return response


async def own_answers(here: Showing, device: str) -> Own:
    if not here.fields or here.activity is None:
        return {}
    return await _asking.submit((here.activity, device))


def state_json(here: Showing, own: Own) -> str:
    """The part that is the same for all is written once; only a running clock makes it new each time."""
    shared = dumps(as_json(here)) if timer_of(here) else once(here, "state", lambda: dumps(as_json(here)))
    mine = {"own": next(iter(own.values()), None), "own_slots": own}
    return f"{shared[:-1]},{dumps(mine)[1:]}"


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
    told = field.model_dump(mode="json", exclude={"lines"}) | {"label": _(field.label)}
    if anchors := told.get("anchors"):  # a kind's own, such as grades, or the facilitator's
        told["anchors"] = {step: _(words) for step, words in anchors.items()}
    return told


def whole_page(here: Showing, main: str) -> str:
    timer = timer_of(here)
    content = {"here": here, "home": home_of(here), "timer": timer}
    if timer or main != main_of(here):
        return draw("phone/answer.html", main=main, **content)
    return once(here, "page", lambda: draw("phone/answer.html", main=main, **content))


def _slot(request: Request, here: Showing) -> int:
    asked = request.query_params.get("svar", "")
    most = here.activity.answers_each if here.activity else 1
    return min(int(asked), most - 1) if asked.isdecimal() and len(asked) < 4 else 0


def _change_language(request: Request, here: Showing, wanted: str) -> Response:
    response = RedirectResponse(home_of(here), status_code=303)
    if wanted in LANGUAGES:
        give(request, response, LANGUAGE, wanted, max_age=365 * A_DAY)
    return response
