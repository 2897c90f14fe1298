"""Velkommen: a one-time link, where somebody invited chooses a password and comes in.

Whoever has an account already is asked instead, logged in with the password they have: the link itself lets
nobody in, and never sets a password.
"""

from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.door.slow import slowly
from helu.errors import WeakPassword
from helu.i18n import speak
from helu.services import accounts, invitations, logins, providers
from helu.services.access import Visitor
from helu.services.invitations import Question
from helu.services.logins import NoPassword
from helu.services.providers import Provider
from helu.store.database import reading, writing
from helu.store.tables import User
from helu.web.cookies import give, login_name
from helu.web.forms import Form, read_form
from helu.web.pages import page
from helu.web.problems import said_plainly


@said_plainly
async def welcome(request: Request) -> Response:
    asked, visitor = await run_sync(_asked, request)
    if not asked.role:
        return await _first_page(request, asked)
    if visitor and visitor.user_id == asked.user_id:
        speak(visitor.language)
    return page("door/invited.html", asked=asked, visitor=visitor, here=quote(request.url.path))


@said_plainly
async def choose(request: Request) -> Response:
    token = request.path_params["token"]
    form = await read_form(request)
    asked, visitor = await run_sync(_asked, request)
    if asked.role:
        return await _answer(request, visitor, form)
    if only := await run_sync(_only_way, asked):
        raise NoPassword(organisation=asked.organisation, name=only.name)
    try:
        login = await slowly(_choose, token, asked, form.get("password"), form.get("again"))
    except WeakPassword as problem:
        return await _first_page(request, asked, problem)
    response = RedirectResponse("/", status_code=303)
    give(request, response, login_name(request), login, max_age=round(logins.LASTS.total_seconds()))
    return response


async def _first_page(request: Request, asked: Question, problem: WeakPassword | None = None) -> Response:
    """A password to choose, the organisation's single sign-on, or both; `only` when it is the only way."""
    ways = {"providers": providers.of_organisation(asked.organisation), "only": await run_sync(_only_way, asked)}
    link = quote(request.path_params["token"], safe="")
    return page("door/welcome.html", 422 if problem else 200, problem=problem, user=asked, link=link, **ways)


async def _answer(request: Request, visitor: Visitor | None, form: Form) -> Response:
    if visitor is None:
        return RedirectResponse(request.url.path, status_code=303)
    await run_sync(_say, request, visitor, form.get("answer") == "yes")
    return RedirectResponse("/", status_code=303)


def _asked(request: Request) -> tuple[Question, Visitor | None]:
    """What the link asks, and who is logged in where it was opened."""
    with reading() as db:
        asked = invitations.question(db, request.path_params["token"])
        return asked, logins.who(db, request.cookies.get(login_name(request), ""))


def _only_way(asked: Question) -> Provider | None:
    with reading() as db:
        return logins.only_way(db.get_one(User, asked.user_id), asked.organisation)


def _say(request: Request, visitor: Visitor, yes: bool) -> None:
    token = request.path_params["token"]
    with writing() as db:
        if not yes:
            return invitations.decline(db, visitor, token)
        organisation_id = invitations.accept(db, visitor, token)
        logins.switch_organisation(db, request.cookies.get(login_name(request), ""), visitor, organisation_id)


def _choose(token: str, asked: Question, password: str, again: str) -> str:
    if password != again:
        raise WeakPassword(accounts.DIFFERENT)
    kept = accounts.password_for(asked.email, asked.name, password)
    with writing() as db:
        return accounts.use_link(db, token, kept)
