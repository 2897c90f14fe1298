"""The wall's page, and the QR code that leads phones in."""

from io import BytesIO
from typing import Any
from urllib.parse import quote

import segno
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.i18n import _, speaking
from helu.projector.right import NotLetIn, require_link, require_wall
from helu.projector.words import words
from helu.services import logins
from helu.services.showing import Showing
from helu.store.database import reading
from helu.web import address, files
from helu.web.cookies import login_name
from helu.web.pages import page
from helu.web.problems import said_plainly


@said_plainly
async def show(request: Request) -> Response:
    try:
        here = await require_wall(request, request.path_params["code"])
    except NotLetIn:
        return await _elsewhere(request)
    return wall_page(here, "innfelt" in request.query_params)


async def _elsewhere(request: Request) -> Response:
    """To where a machine is let in; or by the provider and back, when a login only has to be checked again."""
    if not await run_sync(_is_worn, request):
        return RedirectResponse("/storskjerm", status_code=303)
    if request.method == "HEAD":  # the wall itself, which has lost its stream: it opens its page anew
        return Response(status_code=401)
    return RedirectResponse(f"/logg-inn?til={quote(request.url.path)}", status_code=303)


def _is_worn(request: Request) -> bool:
    with reading() as db:
        return bool(logins.worn(db, request.cookies.get(login_name(request), "")))


def wall_page(here: Showing, preview: bool, **more: Any) -> Response:
    with speaking(here.language):
        return page(
            "projector/stage.html",
            code=here.code,
            title=here.title,
            preview=preview,
            assets=files.address("projector"),
            fonts=files.address("fonts"),
            words=words(),
            **more,
        )


@said_plainly
async def qr(request: Request) -> Response:
    here = await require_link(request, request.path_params["code"])
    picture = BytesIO()
    made = segno.make(f"{address.public_url()}/d/{here.code}", error="m")
    made.save(picture, kind="svg", scale=8, border=2, light="#fff", xmldecl=False, title=_("QR-kode til samlingen"))
    return Response(picture.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-cache"})
