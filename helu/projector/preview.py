"""An activity as phones and the wall will show it, before it is opened: for the desk's editor."""

from dataclasses import replace
from uuid import UUID

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from helu.activities import ACTIVITIES
from helu.domain.given import Given
from helu.domain.phase import Phase
from helu.errors import NotFound
from helu.i18n import speak
from helu.phone.forms import main_of
from helu.projector.right import require_desk
from helu.projector.show import wall_page
from helu.projector.stage import stage
from helu.services import access, showing
from helu.services.results import Numbers
from helu.services.showing import Showing
from helu.store.database import reading
from helu.store.tables import Workshop
from helu.web.pages import HEADERS, draw
from helu.web.problems import said_plainly


@said_plainly
async def phone_preview(request: Request) -> Response:
    here = await _imagined(request)
    return HTMLResponse(draw("phone/preview.html", here=here, main=main_of(here)), headers=HEADERS)


@said_plainly
async def wall_preview(request: Request) -> Response:
    """With the kind's example answers shown, so that the facilitator sees what the room will see."""
    here = await _imagined(request)
    speak(here.language)
    shown = replace(here, phase=Phase.SHOWN)
    answers = [Given(example, f"example{at}") for at, example in enumerate(_examples(here))]
    return wall_page(here, True, still=stage(shown, Numbers(12, 12, len(answers)), answers))


async def _imagined(request: Request) -> Showing:
    """The activity in the address as if it were open; `na` is whatever the gathering shows now."""
    here = await require_desk(request, request.path_params["code"])
    if request.path_params["activity"] == "na":
        return here
    return await run_sync(_open, here.workshop_id, request.path_params["activity"])


def _open(workshop_id: UUID, activity_id: str) -> Showing:
    """The gathering as if this activity were open. Nothing is stored, and nothing can be sent."""
    try:
        wanted = UUID(activity_id)
    except ValueError:
        raise NotFound from None
    with reading() as db:
        workshop = db.get_one(Workshop, workshop_id)
        activity = access.activity_in(db, workshop, wanted)
    imagined = Workshop(**workshop.model_dump() | {"phase": Phase.OPEN, "current_activity_id": activity.id})
    # A version that no real move has, so that what is drawn here is never taken for the real page.
    imagined.version = -1 - activity.edition - hash(activity.id) % 10**9 * 1000
    imagined.round, imagined.timer_ends_at, imagined.timer_left = 0, None, None
    return showing.of(imagined, activity)


def _examples(here: Showing) -> list[dict[str, object]]:
    """The kind's examples, when they fit what the facilitator has set."""
    assert here.kind is not None
    kind = ACTIVITIES[here.kind.name]
    return kind.examples_for(here.settings)
