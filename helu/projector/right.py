"""Who may show a gathering on a wall: its facilitators, and a machine that was let in with a short code."""

from collections.abc import Callable
from typing import Any

from anyio.to_thread import run_sync
from starlette.requests import HTTPConnection

from helu.errors import HeluError, NoAccess, sentence
from helu.i18n import speak
from helu.services import access, logins, projectors, showing
from helu.services.showing import Showing
from helu.store.database import reading
from helu.store.tables import Workshop
from helu.web.cookies import PROJECTOR, login_name

Find = Callable[[Any, access.Visitor, str], Workshop]


class NotLetIn(NoAccess):
    sentence = sentence("Denne maskinen har ikke lov til å vise samlingen. Logg inn, eller koble til med en kort kode.")


async def require_wall(asking: HTTPConnection, code: str) -> Showing:
    """The gathering, when this machine may show it. Raises NotLetIn whether it exists or not."""
    here = await run_sync(_allowed, asking, code)
    speak(here.language)
    return here


async def require_link(asking: HTTPConnection, code: str) -> Showing:
    """The same for the link alone, which those who steer nothing may pass on: a pulse has one too."""
    here = await run_sync(_invited, asking, code)
    speak(here.language)
    return here


async def require_desk(asking: HTTPConnection, code: str) -> Showing:
    """The same for facilitators only."""
    return await run_sync(_facilitated, asking, code)


def _allowed(asking: HTTPConnection, code: str) -> Showing:
    try:
        return _facilitated(asking, code)
    except HeluError:
        here = _find(code)
    with reading() as db:
        if not projectors.shows(db, asking.cookies.get(PROJECTOR, ""), here.workshop_id):
            raise NotLetIn
    return here


def _invited(asking: HTTPConnection, code: str) -> Showing:
    try:
        return _facilitated(asking, code, access.invited_to_for)
    except HeluError:
        return _allowed(asking, code)


def _facilitated(asking: HTTPConnection, code: str, find: Find = access.workshop_for) -> Showing:
    with reading() as db:
        visitor = logins.who(db, asking.cookies.get(login_name(asking), ""))
        if visitor is None:
            raise NotLetIn
        try:
            workshop = find(db, visitor, code)
        except HeluError:
            raise NotLetIn from None
    speak(visitor.language)
    return showing.current(workshop.id)


def _find(code: str) -> Showing:
    try:
        return showing.by_code(code)
    except HeluError:
        raise NotLetIn from None
