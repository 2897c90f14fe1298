"""The streams of the wall and of the desk. A wall gets the whole picture, a desk the numbers."""

from dataclasses import asdict
from uuid import UUID

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from helu.errors import HeluError
from helu.live import Audience
from helu.projector.right import require_desk, require_wall
from helu.projector.stage import stage_of
from helu.services import results, showing
from helu.store.database import reading
from helu.web.pages import speak_to
from helu.web.problems import status_of
from helu.web.streams import event, refuse, stream


class Follow:
    def __init__(self, surface: str) -> None:
        self.surface = surface

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        speak_to(request)
        allowed = require_wall if self.surface == "wall" else require_desk
        try:
            here = await allowed(request, scope["path_params"]["code"])
        except HeluError as problem:
            return await refuse(scope, receive, send, status_of(problem), str(problem))
        tell = news_for_walls if self.surface == "wall" else news_for_desks

        async def first() -> bytes:
            return await tell(here.workshop_id, here.language)

        async def still() -> bool:
            try:
                return bool(await allowed(request, here.code))
            except HeluError:
                return False

        audience = Audience(self.surface, here.language)
        await stream(receive, send, here.workshop_id, audience, f"{self.surface}{id(scope)}", first, still)


async def news_for_walls(workshop_id: UUID, language: str) -> bytes:
    news = await run_sync(stage_of, workshop_id)
    return event("stage", news, news["version"])


async def news_for_desks(workshop_id: UUID, language: str) -> bytes:
    return event("pulse", await run_sync(pulse_of, workshop_id))


def pulse_of(workshop_id: UUID) -> dict[str, int]:
    """What makes a desk redraw itself: the version; and the three numbers it shows in between."""
    here = showing.current(workshop_id)
    with reading() as db:
        numbers = results.numbers(db, workshop_id, here.activity.id if here.activity else None)
    return {"version": here.version, **asdict(numbers)}
