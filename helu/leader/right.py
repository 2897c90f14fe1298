"""Whose page it is: the leader who is logged in, and nobody else."""

from collections.abc import Awaitable, Callable
from functools import wraps
from urllib.parse import quote
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.errors import HeluError, LoggedOut, NotFound, TooFast
from helu.i18n import speak
from helu.services import logins
from helu.services.access import Visitor
from helu.services.profiles import Locked
from helu.store.batch import Batch
from helu.web.cookies import login_name
from helu.web.limits import Limit
from helu.web.pages import page as plain_page
from helu.web.problems import said_plainly, status_of

_deeds = Limit(most=60, seconds=10)
_asking: Batch[str, Visitor | None] = Batch(logins.who_each)

Page = Callable[[Request, Visitor], Awaitable[Response]]


def for_leader(page: Page) -> Callable[[Request], Awaitable[Response]]:
    """A page of one's own, in one's language. Who is not logged in is led to the login and back."""

    @said_plainly
    @wraps(page)
    async def guarded(request: Request) -> Response:
        visitor = await _who(request)
        if visitor is None:
            if request.method == "POST":
                raise LoggedOut  # what was filled in must not be lost to a redirect
            return RedirectResponse(f"/logg-inn?til={quote(request.url.path)}", status_code=303)
        speak(visitor.language)
        try:
            return await page(request, visitor)
        except Locked as problem:
            if request.method == "POST":
                raise
            return locked(problem)

    return guarded


def locked(problem: HeluError) -> Response:
    """Instead of any page, while the profile is locked: where it is opened again."""
    wrong = None if isinstance(problem, Locked) else problem
    return plain_page("leader/locked.html", status_of(problem), problem=wrong)


def require_patience(visitor: Visitor) -> None:
    """Raises TooFast when one person sends far more than a thumb can."""
    if wait := _deeds.wait(visitor.user_id):
        raise TooFast(seconds=round(wait))


def asked_for(request: Request) -> UUID:
    """The assessment the address names; whose it is, the service asks."""
    try:
        return UUID(request.path_params["id"])
    except ValueError:
        raise NotFound from None


async def _who(request: Request) -> Visitor | None:
    token = request.cookies.get(login_name(request), "")
    return await _asking.submit(token) if token else None
