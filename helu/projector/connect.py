"""Koble til storskjermen: type the short code from the desk on the machine that is to show the gathering."""

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.errors import HeluError, TooManyGuesses
from helu.services import projectors, showing
from helu.store.database import writing
from helu.web import files
from helu.web.cookies import PROJECTOR, give
from helu.web.forms import read_form
from helu.web.limits import Limit
from helu.web.pages import page
from helu.web.problems import said_plainly, status_of

# Six digits that live for ten minutes: what all addresses together may try hits one in 5,000 at most.
_guesses_here = Limit(most=20, seconds=600)
_guesses = Limit(most=200, seconds=600)


@said_plainly
async def ask(request: Request) -> Response:
    return _form(None, 200)


@said_plainly
async def enter(request: Request) -> Response:
    form = await read_form(request)
    typed = form.get("kode")
    try:
        here = request.client.host if request.client else ""
        if wait := _guesses_here.wait(here) or _guesses.wait("all"):
            raise TooManyGuesses(seconds=round(wait))
        token, code = await run_sync(_exchange, typed)
    except (projectors.WrongProjectorCode, TooManyGuesses) as problem:
        return _form(problem, 422 if isinstance(problem, projectors.WrongProjectorCode) else status_of(problem))
    response = RedirectResponse(f"/storskjerm/{code}", status_code=303)
    lasts = round(projectors.PASS_LASTS.total_seconds())
    give(request, response, PROJECTOR, token, path="/storskjerm", max_age=lasts)
    return response


def _form(problem: HeluError | None, status: int) -> Response:
    addresses = {"assets": files.address("projector"), "fonts": files.address("fonts")}
    return page("projector/connect.html", status, problem=str(problem) if problem else None, **addresses)


def _exchange(typed: str) -> tuple[str, str]:
    with writing() as db:
        token, workshop_id = projectors.exchange(db, typed)
    return token, showing.current(workshop_id).code
