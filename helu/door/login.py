"""Logg inn: a plain form, because no Streamlit page may open before it."""

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.door.slow import slowly
from helu.errors import TooFast, TooManyLogins, WrongPassword
from helu.i18n import LANGUAGES
from helu.services import logins
from helu.store.database import writing
from helu.web.cookies import A_DAY, LANGUAGE, give, login_name, take
from helu.web.forms import read_form
from helu.web.pages import page
from helu.web.problems import said_plainly, status_of


@said_plainly
async def ask(request: Request) -> Response:
    wanted = request.query_params.get("sprak", "")
    if wanted in LANGUAGES:
        response = RedirectResponse("/logg-inn", status_code=303)
        give(request, response, LANGUAGE, wanted, max_age=365 * A_DAY)
        return response
    return page("door/login.html", problem=None, email="", way_back=safe(request.query_params.get("til", "")))


@said_plainly
async def enter(request: Request) -> Response:
    form = await read_form(request)
    email, password = form.get("email"), form.get("password")
    way_back = safe(form.get("til"))
    try:
        token = await slowly(logins.log_in, email, password, request.client.host if request.client else "")
    except (WrongPassword, TooManyLogins, TooFast) as problem:
        return page("door/login.html", status_of(problem), problem=problem, email=email[:254], way_back=way_back)
    response = RedirectResponse(way_back or "/", status_code=303)
    give(request, response, login_name(request), token, max_age=round(logins.LASTS.total_seconds()))
    return response


@said_plainly
async def leave(request: Request) -> Response:
    await run_sync(_log_out, request.cookies.get(login_name(request), ""))
    response = RedirectResponse("/logg-inn", status_code=303)
    take(request, response, login_name(request))
    return response


def safe(way_back: str) -> str:
    """Only a path of our own: never another site, in any spelling of it."""
    plain = way_back.startswith("/") and not way_back.startswith(("//", "/\\")) and way_back.isprintable()
    return way_back[:500] if plain and "\\" not in way_back else ""


def _log_out(token: str) -> None:
    with writing() as db:
        logins.log_out(db, token)
