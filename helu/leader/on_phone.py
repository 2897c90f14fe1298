"""Åpne på telefonen: the leader makes a link to be let in on the phone, and the phone that opens it is let in once."""

from io import BytesIO

import segno
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.errors import TooFast
from helu.leader.right import for_leader
from helu.leader.show import HOME
from helu.services import logins, phone_login
from helu.services.access import Visitor
from helu.store.database import reading, writing
from helu.web import address
from helu.web.cookies import give, login_name
from helu.web.limits import Limit
from helu.web.pages import page, speak_to
from helu.web.problems import said_plainly

_made = Limit(most=10, seconds=600)  # by one person
_opened = Limit(most=200, seconds=60)  # from one address: a town hall shares it


@for_leader
async def link(request: Request, visitor: Visitor) -> Response:
    _require(_made.wait(visitor.user_id))
    token = await run_sync(_make, visitor, request.cookies.get(login_name(request), ""))
    way = f"{address.public_url()}{HOME}/inn/{token}"
    return page("leader/on_phone.html", way=way, code=_code(way), minutes=round(phone_login.LASTS.total_seconds() / 60))


@said_plainly
async def ask(request: Request) -> Response:
    """Says whom it lets in, so that nobody writes in somebody else's place; opening it uses nothing up."""
    speak_to(request)
    _require(_opened.wait(request.client.host if request.client else ""))
    return page("leader/let_in.html", who=await run_sync(_whose, request.path_params["link"]))


@said_plainly
async def let_in(request: Request) -> Response:
    speak_to(request)
    _require(_opened.wait(request.client.host if request.client else ""))
    token = await run_sync(_use, request.path_params["link"])
    response = RedirectResponse(HOME, status_code=303)
    give(request, response, login_name(request), token, max_age=round(logins.LASTS.total_seconds()))
    return response


def _require(wait: float) -> None:
    if wait:
        raise TooFast(seconds=round(wait))


def _code(way: str) -> str:
    picture = BytesIO()
    segno.make(way, error="m").save(picture, kind="svg", omitsize=True, border=2, light="#fff", xmldecl=False)
    return picture.getvalue().decode()


def _make(visitor: Visitor, token: str) -> str:
    with writing() as db:
        return phone_login.make(db, visitor, token)


def _whose(link: str) -> str:
    with reading() as db:
        return phone_login.whose(db, link)


def _use(link: str) -> str:
    with writing() as db:
        return phone_login.use(db, link)
