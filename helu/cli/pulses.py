"""Pulses from the command line: what there is, and open or close one before its time."""

from typing import Any

import typer
from sqlmodel import Session

from helu.cli.say import AsJson, rows, say
from helu.cli.workshops import Code, ready
from helu.errors import NotFound
from helu.i18n import _
from helu.services import access, pulses
from helu.store.database import reading, writing
from helu.store.platform_tables import Pulse

app = typer.Typer(no_args_is_help=True, help="Pulses: list, open, close. Results are on the desk.")


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """All pulses, the newest first, with how many have answered."""
    with ready(), reading() as db:
        rows([_listed(each) for each in pulses.everywhere(db)], as_json)


@app.command("open")
def open_(code: Code, as_json: AsJson = False) -> None:
    """Open a pulse before its time."""
    with ready(), writing() as db:
        pulses.begin(db, _pulse(db, code))
        say(_("Pulsen er åpnet."), as_json, state="open")


@app.command()
def close(code: Code, as_json: AsJson = False) -> None:
    """Close a pulse for good."""
    with ready(), writing() as db:
        pulses.finish(db, _pulse(db, code))
        say(_("Pulsen er stengt."), as_json, state="closed")


def _pulse(db: Session, code: str) -> Pulse:
    found = access.pulse_of(db, access.workshop_by_code(db, code).id)
    if found is None:
        raise NotFound
    return found


def _listed(each: pulses.Listed) -> dict[str, Any]:
    return {
        "code": each.workshop.code,
        "title": each.workshop.title,
        "state": each.state,
        "opens": each.pulse.opens_at.astimezone(pulses.ZONE).date(),
        "closes": each.pulse.closes_at.astimezone(pulses.ZONE).date(),
        "answered": each.answered,
        "floor": each.pulse.floor,
    }
