"""Tell a browser what went wrong: a sentence for people, a status for machines."""

import logging
from collections.abc import Awaitable, Callable
from functools import wraps
from math import ceil
from secrets import token_hex

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from helu import errors
from helu.errors import HeluError, sentence
from helu.i18n import _
from helu.web.pages import page, speak_to

Endpoint = Callable[[Request], Awaitable[Response]]

log = logging.getLogger(__name__)
STATUS: dict[type[HeluError], int] = {
    errors.NotFound: 404,
    errors.NoAccess: 403,
    errors.UnknownDevice: 403,
    errors.NotOpen: 409,
    errors.InvalidAnswer: 422,
    errors.Unreadable: 422,
    errors.WeakPassword: 422,
    errors.WrongPassword: 401,
    errors.LoggedOut: 401,
    errors.UsedLink: 410,
    errors.TooManyGuesses: 429,
    errors.TooFast: 429,
    errors.TooManyLogins: 429,
    errors.CannotStore: 503,
    errors.StoreAway: 503,
    errors.ProviderAway: 503,
    errors.StoreFull: 503,
}
OUR_FAULT = sentence("Noe gikk galt hos oss. Ingenting du har skrevet er borte. Prøv igjen. (Feil {id})")


def said_plainly(endpoint: Endpoint) -> Endpoint:
    """Turn a HeluError into a page or JSON. A bug is logged with an id, and said as a sentence too."""

    @wraps(endpoint)
    async def careful(request: Request) -> Response:
        speak_to(request)
        try:
            return await endpoint(request)
        except HeluError as problem:
            return tell(request, problem, status_of(problem))
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except Exception:
            number = token_hex(4)
            log.exception("Error %s at %s", number, request.url.path)
            return tell(request, HeluError(OUR_FAULT, id=number), 500)

    return careful


def status_of(problem: HeluError) -> int:
    return next((STATUS[kind] for kind in type(problem).__mro__ if kind in STATUS), 400)


def wants_json(request: Request) -> bool:
    sends = request.headers.get("content-type", "").startswith("application/json")
    return sends or "application/json" in request.headers.get("accept", "")


def tell(request: Request, problem: HeluError, status: int) -> Response:
    wait = problem.values.get("seconds")
    headers = {"Retry-After": str(ceil(wait))} if wait else {}
    if wants_json(request):
        said: dict[str, object] = {"problem": str(problem)}
        if isinstance(problem, errors.InvalidAnswer):
            said["errors"] = {name: str(wrong) for name, wrong in problem.errors.items()}
        return JSONResponse(said, status, headers=headers | {"Cache-Control": "no-store"})
    reply = page("phone/problem.html", status, problem=problem, way_back=_way_back(request, problem), _=_)
    reply.headers.update(headers)
    return reply


def _way_back(request: Request, problem: HeluError) -> str:
    path = request.url.path
    if path.startswith("/d/") and not isinstance(problem, errors.NotFound):
        return f"/d/{request.path_params.get('code', '')}"
    if path.startswith("/storskjerm"):
        return "/storskjerm"
    if path.startswith("/egenvurdering"):
        return "/egenvurdering"
    if path.startswith("/tilbakemelding/"):
        return path
    return "/logg-inn" if path.startswith(("/logg-", "/velkommen")) else "/delta"
