"""Bli med: from the code on the projector to the gathering."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.errors import TooManyGuesses, UnknownCode
from helu.phone.seat import asked_for, home_of
from helu.web.forms import read_form
from helu.web.pages import page
from helu.web.problems import said_plainly, status_of


@said_plainly
async def ask(request: Request) -> Response:
    code = request.query_params.get("kode", "")
    return await _lead(request, code) if code else page("phone/join.html", code="", problem=None)


@said_plainly
async def enter(request: Request) -> Response:
    form = await read_form(request)
    return await _lead(request, form.get("kode"))


async def _lead(request: Request, code: str) -> Response:
    try:
        here = await asked_for(request, code)
    except (UnknownCode, TooManyGuesses) as problem:
        return page("phone/join.html", status_of(problem), code=code[:40], problem=problem)
    return RedirectResponse(home_of(here), status_code=303)
