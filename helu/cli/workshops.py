"""Gatherings from the command line: make one, see it, and move it as the desk does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any

import typer
from sqlmodel import Session, select

from helu.cli.say import AsJson, plainly, rows, say
from helu.domain.codes import show_code
from helu.domain.text import one_line
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import LANGUAGES, _
from helu.services import access, accounts, gatherings, results, running, seats
from helu.store import migrate
from helu.store.database import reading, writing
from helu.store.tables import Activity, Organisation, Workshop

app = typer.Typer(no_args_is_help=True, help="Gatherings: create, list, show, move.")

NameOfOrganisation = Annotated[str | None, typer.Option("--organisation", help="Needed when there are several.")]
Code = Annotated[str, typer.Argument(help="The gathering's code.")]
FIRST = sentence("Min organisasjon")


class Move(StrEnum):
    next = "next"
    back = "back"
    open = "open"
    reveal = "reveal"
    hide = "hide"
    close = "close"
    end = "end"
    reopen = "reopen"


@contextmanager
def ready() -> Iterator[None]:
    """Like `plainly`, with the database made or upgraded first."""
    with plainly():
        migrate.migrate()
        yield


def organisation_for(db: Session, name: str | None, add: bool = False) -> Organisation:
    """The one named, or the only one; the first ever is made. `add` makes one with a name nobody has."""
    known = {each.name: each for each in db.exec(select(Organisation)).all()}
    wanted = one_line(name or "")
    if wanted in known:
        return known[wanted]
    if not known or (wanted and add):
        return accounts.add_organisation(db, wanted or _(FIRST))
    if not wanted and len(known) == 1:
        return next(iter(known.values()))
    names = ", ".join(f"«{each}»" for each in sorted(known))
    if wanted:
        unknown = sentence("Fant ingen organisasjon som heter «{name}». Disse finnes: {names}.")
        raise NotFound(unknown, name=wanted, names=names)
    raise Misfit(sentence("Det er flere organisasjoner. Velg en med --organisation: {names}."), names=names)


@app.command()
def create(
    template: Annotated[str, typer.Option(help="The id of a template.")],
    language: Annotated[str, typer.Option(help="nb, nn or en.")] = "nb",
    title: Annotated[str, typer.Option(help="Instead of the template's own title.")] = "",
    organisation: NameOfOrganisation = None,
    as_json: AsJson = False,
) -> None:
    """Make a gathering from a template."""
    with ready(), writing() as db:
        if language not in LANGUAGES:
            raise Misfit(sentence("Språket må være ett av {languages}."), languages=", ".join(LANGUAGES))
        made, _missing = gatherings.make(db, organisation_for(db, organisation), template, language, title)
        said = _("{title}: koden er {code}.", title=made.title, code=show_code(made.code))
        say(said, as_json, id=made.id, code=made.code, title=made.title, template=made.template)


@app.command("list")
def list_(organisation: NameOfOrganisation = None, as_json: AsJson = False) -> None:
    """All gatherings, the newest first."""
    with ready(), reading() as db:
        wanted = [organisation_for(db, organisation)] if organisation else db.exec(select(Organisation)).all()
        found = [each for one in wanted for each in gatherings.listed(db, one.id)]
        rows([_listed(each) for each in found], as_json)


@app.command()
def show(code: Code, as_json: AsJson = False) -> None:
    """Where the gathering is, and how many have joined and answered."""
    with ready(), reading() as db:
        workshop = access.workshop_by_code(db, code)
        facts = _facts(db, workshop)
        say(_lines(facts), as_json, **facts)


@app.command()
def move(
    code: Code,
    to: Annotated[Move, typer.Argument(help="What to do.")],
    number: Annotated[int | None, typer.Argument(help="Which activity to open, from 1.")] = None,
    as_json: AsJson = False,
) -> None:
    """Move the gathering: next, back, open N, reveal, hide, close, end or reopen."""
    with ready(), writing() as db:
        workshop = access.workshop_by_code(db, code)
        access.require_no_pulse(db, workshop)
        if to == Move.open:
            running.open_activity(db, workshop, _numbered(db, workshop, number).id)
        else:
            _MOVES[to](db, workshop)
        moved = db.get_one(Workshop, workshop.id)
        place = _place(running.activities_in(db, moved.id), moved)
        said = _("Aktivitet {number}: {phase}", number=place or "–", phase=moved.phase)
        say(said, as_json, phase=moved.phase, version=moved.version, activity=place)


def _numbered(db: Session, workshop: Workshop, number: int | None) -> Activity:
    plan = running.activities_in(db, workshop.id)
    if number is None or not 1 <= number <= len(plan):
        raise Misfit(sentence("Skriv nummeret på aktiviteten, fra 1 til {last}."), last=len(plan))
    return plan[number - 1]


def _place(plan: Any, workshop: Workshop) -> int | None:
    return next((at for at, each in enumerate(plan, 1) if each.id == workshop.current_activity_id), None)


def _listed(each: gatherings.Listed) -> dict[str, Any]:
    workshop = each.workshop
    return {
        "code": workshop.code,
        "title": workshop.title,
        "phase": workshop.phase,
        "template": workshop.template,
        "created": workshop.created_at.date(),
        "activities": each.activities,
        "joined": each.joined,
        "id": workshop.id,
    }


def _facts(db: Session, workshop: Workshop) -> dict[str, Any]:
    plan = running.activities_in(db, workshop.id)
    activities = [_fact(db, number, each) for number, each in enumerate(plan, 1)]
    place = _place(plan, workshop)
    return {
        "id": workshop.id,
        "code": workshop.code,
        "title": workshop.title,
        "phase": workshop.phase,
        "version": workshop.version,
        "current": activities[place - 1] if place else None,
        "joined": seats.joined(db, workshop.id),
        "activities": activities,
    }


def _fact(db: Session, number: int, activity: Activity) -> dict[str, Any]:
    return {
        "position": number,
        "id": activity.id,
        "key": activity.key,
        "kind": activity.kind,
        "title": activity.title,
        "answered": results.count(db, activity.id),
    }


def _lines(facts: dict[str, Any]) -> str:
    code, now = show_code(facts["code"]), facts["current"]
    head = _("{title} ({code}): {phase}, {joined} med", **facts | {"code": code})
    plan = (
        f"{'>' if each == now else ' '} {each['position']}. {one_line(each['title'])} ({each['answered']})"
        for each in facts["activities"]
    )
    return "\n".join((head, *plan))


_MOVES: dict[Move, Callable[[Session, Workshop], None]] = {
    Move.next: running.go_next,
    Move.back: running.go_back,
    Move.reveal: running.reveal,
    Move.hide: running.hide,
    Move.close: running.close,
    Move.end: running.end,
    Move.reopen: running.reopen,
}
