"""A finished self-assessment is taken along into a group's picture, or back while that can be done."""

from collections.abc import Callable
from uuid import UUID

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.errors import Misfit, NotFound, NotOpen
from helu.leader.right import asked_for, for_leader, require_patience
from helu.leader.show import HOME, opened, squeezed
from helu.services import group_rounds
from helu.services.access import Visitor
from helu.store.database import writing
from helu.web.forms import read_form

Deed = Callable[[Visitor, UUID, UUID], None]  # the round, the assessment
CONFLICT = 409


@for_leader
async def hand_in(request: Request, visitor: Visitor) -> Response:
    return await _done(request, visitor, _hand_in)


@for_leader
async def take_back(request: Request, visitor: Visitor) -> Response:
    return await _done(request, visitor, _take_back)


async def _done(request: Request, visitor: Visitor, deed: Deed) -> Response:
    """What could not be done is said on the page itself."""
    require_patience(visitor)
    assessment_id = asked_for(request)
    form = await read_form(request)
    try:
        await run_sync(deed, visitor, _round(form.get("round")), assessment_id)
    except (Misfit, NotOpen) as problem:
        return squeezed(request, await run_sync(opened, visitor, assessment_id, problem), CONFLICT)
    return RedirectResponse(f"{HOME}/{assessment_id}#gruppa", status_code=303)


def _round(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise NotFound from None


def _hand_in(visitor: Visitor, round_id: UUID, assessment_id: UUID) -> None:
    with writing() as db:
        group_rounds.hand_in(db, visitor, round_id, assessment_id)


def _take_back(visitor: Visitor, round_id: UUID, _assessment_id: UUID) -> None:
    with writing() as db:
        group_rounds.take_back(db, visitor, round_id)
