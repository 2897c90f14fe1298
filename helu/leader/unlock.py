"""Lås opp: the password that was, or the code, and the leader is back with what is the leader's own."""

from functools import cache

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.errors import TooManyLogins, WrongPassword
from helu.leader.right import for_leader, locked, require_patience
from helu.leader.show import HOME
from helu.services import profile_lock
from helu.services.access import Visitor
from helu.web.forms import read_form


@for_leader
async def unlock(request: Request, visitor: Visitor) -> Response:
    require_patience(visitor)
    form = await read_form(request)
    try:
        await run_sync(profile_lock.unlock, visitor, form.get("key"), limiter=_threads())
    except (WrongPassword, TooManyLogins) as problem:
        return locked(problem)
    return RedirectResponse(HOME, status_code=303)


@cache
def _threads() -> CapacityLimiter:
    """A check is slow on purpose: it must not keep answers waiting."""
    return CapacityLimiter(2)
