"""Logg inn: a plain form, because no Streamlit page may open before it, and a way to each organisation's provider."""

from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.door.slow import slowly
from helu.errors import HeluError, TooFast, TooManyLogins, WrongPassword
from helu.i18n import LANGUAGES
from helu.services import logins, providers
from helu.services.logins import NoPassword
from helu.services.providers import Provider
from helu.store.database import reading, writing
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
    way_back = safe(request.query_params.get("til", ""))
    if provider := await run_sync(_worn, request.cookies.get(login_name(request), "")):
        return RedirectResponse(f"/logg-inn/via/{provider.key}?til={quote(way_back)}", status_code=303)
    return login_page(way_back=way_back)


@said_plainly
async def enter(request: Request) -> Response:
    form = await read_form(request)
    email, password = form.get("email"), form.get("password")
    way_back = safe(form.get("til"))
    try:
        token = await slowly(logins.log_in, email, password, request.client.host if request.client else "")
    except (WrongPassword, NoPassword, TooManyLogins, TooFast) as problem:
        return login_page(problem, email[:254], way_back)
    response = RedirectResponse(way_back or "/", status_code=303)
    give(request, response, login_name(request), token, max_age=round(logins.LASTS.total_seconds()))
    return response


@said_plainly
async def leave(request: Request) -> Response:
    await run_sync(_log_out, request.cookies.get(login_name(request), ""))
    response = RedirectResponse("/logg-inn", status_code=303)
    take(request, response, login_name(request))
    return response


def login_page(problem: HeluError | None = None, email: str = "", way_back: str = "") -> Response:
    status = status_of(problem) if problem else 200
    about = {"problem": problem, "email": email, "way_back": way_back, "providers": providers.all_of()}
    return page("door/login.html", status, **about)


def safe(way_back: str) -> str:
    """Only a path of our own: never another site, in any spelling of it."""
    plain = way_back.startswith("/") and not way_back.startswith(("//", "/\\")) and way_back.isprintable()
    return way_back[:500] if plain and "\\" not in way_back else ""


def _worn(token: str) -> Provider | None:
    if not token:
        return None
    with reading() as db:
        return logins.worn(db, token)


def _log_out(token: str) -> None:
    with writing() as db:
        logins.log_out(db, token)
