"""What the wall shows at this moment, as plain data."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from helu.activities.base import reading_of
from helu.activities.pictures import Picture
from helu.domain.codes import show_code
from helu.domain.given import Given
from helu.i18n import _, speaking
from helu.services import results, showing
from helu.services.clock import timer_of
from helu.services.results import Numbers
from helu.services.showing import Showing
from helu.store.database import reading
from helu.store.tables import AgendaItem
from helu.web import address


def stage_of(workshop_id: UUID) -> dict[str, Any]:
    """Reads the database: not on the event loop."""
    here = showing.current(workshop_id)
    with reading() as db, speaking(here.language):
        numbers = results.numbers(db, workshop_id, here.activity.id if here.activity else None)
        answers = results.answers_to(db, here.activity) if here.activity and here.shows_answers and here.asks else []
        if here.activity and here.kind and here.kind.keeps:
            here = replace(here, settings=showing.settings_of(here.activity, db))  # it may have changed since the move
        return stage(here, numbers, answers)


def stage(here: Showing, numbers: Numbers, answers: list[Given]) -> dict[str, Any]:
    return {
        "version": here.version,
        "phase": str(here.phase),
        "language": here.language,
        "title": here.title,
        "join": {
            "code": show_code(here.code),
            "address": address.shown(),
            "qr": f"/storskjerm/{here.code}/qr.svg",
        },
        "activity": _activity(here, answers),
        "numbers": {"joined": _expected(here, numbers), "connected": numbers.connected, "answered": numbers.answered},
        "timer": timer_of(here),
        "agenda": {"now": _item(here.agenda_now), "next": _item(here.agenda_next)},
    }


def _expected(here: Showing, numbers: Numbers) -> int:
    """How many answers the room can give: one per phone, or one per group."""
    return here.activity.groups if here.activity and here.activity.groups else numbers.joined


def _activity(here: Showing, answers: list[Given]) -> dict[str, Any] | None:
    if here.activity is None or here.kind is None or here.phase in {"lobby", "ended"}:
        return None
    picture = _picture(here, answers)
    weighed = [] if picture else here.kind.weighed(here.settings)
    return {
        "id": str(here.activity.id),
        "kind": here.activity.kind,
        "title": here.activity.title,
        "hint": here.activity.hint,
        "language": here.activity.language,
        "reading": [*reading_of(here.activity.material, here.kind.takes), *weighed],
        "asks": here.asks,
        "private": here.kind.private,
        "live": here.activity.live,
        "picture": picture.as_json() if picture else None,
        "said": here.kind.summarise(here.settings, answers) if picture else _("Svarene er skjult."),
    }


def _picture(here: Showing, answers: list[Given]) -> Picture | None:
    """Hidden answers stay hidden; what the facilitator wrote, such as rounds and roles, is always there."""
    assert here.kind is not None
    if here.shows_answers:
        return here.kind.picture(here.settings, answers, here.round)
    return here.kind.picture(here.settings, [], here.round) if here.kind.on_phone else None


def _item(item: AgendaItem | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {"title": item.title, "kind": item.kind, "start": item.start or None, "minutes": item.minutes}
