"""The page where the form is chosen, and the self-assessment itself."""

import gzip
from collections.abc import Sequence
from uuid import UUID

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.i18n import language
from helu.leader.right import asked_for, for_leader, require_patience
from helu.services import assessing, assessing_together, taking_part
from helu.services.access import Visitor
from helu.services.taking_part import Part
from helu.store.database import reading, writing
from helu.store.profile_tables import Assessment
from helu.web.forms import read_form
from helu.web.pages import HEADERS, draw

HOME = "/egenvurdering"


@for_leader
async def choose(request: Request, visitor: Visitor) -> Response:
    under_way, newest, asked = await run_sync(_standing, visitor)
    words = assessing.questionnaire("short", language())
    page = draw("leader/assessments.html", words=words, under_way=under_way, newest=newest, asked=asked)
    return squeezed(request, page)


@for_leader
async def begin(request: Request, visitor: Visitor) -> Response:
    require_patience(visitor)
    form = await read_form(request)
    found = await run_sync(_begin, visitor, form.get("form"))
    return RedirectResponse(home_of(found), status_code=303)


@for_leader
async def show(request: Request, visitor: Visitor) -> Response:
    return squeezed(request, await run_sync(opened, visitor, asked_for(request)))


def opened(visitor: Visitor, assessment_id: UUID, problem: Exception | None = None) -> str:
    """The page of the visitor's own. Raises NotFound."""
    with reading() as db:
        held = assessing.known(db, visitor, assessment_id)
        parts = taking_part.parts(db, visitor, held) if held.finished_at else []
        back = assessing_together.gathering_of(db, visitor) if held.finished_at else ""
    return page_of(held, problem, parts, back)


def page_of(held: Assessment, problem: Exception | None = None, parts: Sequence[Part] = (), back: str = "") -> str:
    """All of it: one long form, which the script turns into one screen at a time."""
    words = assessing.questionnaire(held.form, language())
    return draw(
        "leader/assessment.html",
        held=held,
        home=home_of(held),
        words=words,
        problem=problem,
        parts=parts,
        back=back,
        layers=assessing.LAYERS,
        next=next((each.id for each in words.screens if not assessing.complete(held, each)), "end"),
    )


def home_of(held: Assessment) -> str:
    return f"{HOME}/{held.id}"


def squeezed(request: Request, page: str, status: int = 200) -> Response:
    """A form with every step of every statement is long and alike: a tenth of it goes over a bad network."""
    headers = HEADERS | {"Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(page, status, headers, "text/html")
    headers |= {"Content-Encoding": "gzip"}
    return Response(gzip.compress(page.encode(), 5), status, headers, "text/html; charset=utf-8")


def _standing(visitor: Visitor) -> tuple[Assessment | None, Assessment | None, list[Part]]:
    """What is under way, what was finished last, and the open rounds of own groups that nothing is handed in to."""
    with reading() as db:
        newest = assessing.newest_finished(db, visitor)
        asked = [each for each in taking_part.parts(db, visitor, newest) if each.waits]
        return assessing.unfinished(db, visitor), newest, asked


def _begin(visitor: Visitor, form: str) -> Assessment:
    with writing() as db:
        return assessing.begin(db, visitor, form)
