"""Velkommen: a one-time link, where somebody invited chooses a password and comes in."""

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.door.slow import slowly
from helu.errors import WeakPassword
from helu.services import accounts, logins
from helu.store.database import reading, writing
from helu.store.tables import User
from helu.web.cookies import give, login_name
from helu.web.forms import read_form
from helu.web.pages import page
from helu.web.problems import said_plainly


@said_plainly
async def welcome(request: Request) -> Response:
    user = await run_sync(_user, request.path_params["token"])
    return page("door/welcome.html", problem=None, user=user)


@said_plainly
async def choose(request: Request) -> Response:
    token = request.path_params["token"]
    form = await read_form(request)
    password, again = form.get("password"), form.get("again")
    user = await run_sync(_user, token)
    try:
        login = await slowly(_choose, token, user, password, again)
    except WeakPassword as problem:
        return page("door/welcome.html", 422, problem=problem, user=user)
    response = RedirectResponse("/", status_code=303)
    give(request, response, login_name(request), login, max_age=round(logins.LASTS.total_seconds()))
    return response


def _user(token: str) -> User:
    with reading() as db:
        return accounts.link_is_for(db, token)


def _choose(token: str, user: User, password: str, again: str) -> str:
    if password != again:
        raise WeakPassword(accounts.DIFFERENT)
    kept = accounts.password_for(user.email, user.name, password)
    with writing() as db:
        return accounts.use_link(db, token, kept)
