"""Files out and in, copies of everything, and what is erased for good."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy import make_url
from sqlmodel import Session

from helu.cli.say import AsJson, plainly, say
from helu.cli.workshops import Code, NameOfOrganisation, organisation_for, ready
from helu.domain.codes import show_code
from helu.errors import HeluError, Misfit, sentence
from helu.i18n import _
from helu.services import access, accounts, exporting, importing
from helu.services import erasing as deeds
from helu.settings import settings
from helu.store import backup as copies
from helu.store import migrate
from helu.store.database import is_sqlite, reading, writing

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask. There is no way back.")]

erasing = typer.Typer(no_args_is_help=True, help="Erase for good: workshop, user, organisation.")


class Format(StrEnum):
    xlsx = "xlsx"
    csv = "csv"
    json = "json"


class NoFile(HeluError):
    sentence = sentence("Fikk ikke brukt filen {file}: {why}.")


def export(
    code: Code,
    format_: Annotated[Format, typer.Option("--format", help="What to make.")] = Format.json,
    out: Annotated[Path | None, typer.Option(help="Where to; else standard output, or CODE.xlsx.")] = None,
) -> None:
    """Take a gathering out, with every answer."""
    with ready():
        with reading() as db:
            workshop = access.workshop_by_code(db, code)
            file = exporting.export(db, workshop, format_.value)
        if out is None and format_ == Format.xlsx:
            out = Path(f"{workshop.code}.xlsx")
        if out is None:
            sys.stdout.buffer.write(file)
            sys.stdout.buffer.flush()
            return
        _write(out, file)
        say(_("Skrevet til {file}.", file=out))


def import_file(
    file: Annotated[Path, typer.Argument(help="A .json export, or a spreadsheet: .xlsx, .csv or .txt.")],
    into: Annotated[str | None, typer.Option(help="The code of the gathering that gets the cards.")] = None,
    sheet: Annotated[str | None, typer.Option(help="Name of the sheet, or its number from 1.")] = None,
    organisation: NameOfOrganisation = None,
    preview: Annotated[bool, typer.Option("--preview", help="Show what would come in, and change nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read a gathering in again, or bring answers in from a spreadsheet as open cards."""
    with ready():
        data = _read(file)
        if file.suffix.lower() == ".json":
            return _import_gathering(data, organisation, as_json)
        found = importing.preview(data, file.name, sheet)
        if preview:
            return _show_preview(found, as_json)
        if into is None:
            raise Misfit(sentence("Skriv hvilken samling svarene skal inn i: --into KODE."))
        return _import_answers(into, found, as_json)


def backup(file: Annotated[Path, typer.Argument(help="Where to put the copy.")]) -> None:
    """Copy the whole database, also while Helu runs."""
    with ready():
        _require_elsewhere(file)
        try:
            copies.back_up(file)
        except OSError as problem:
            raise NoFile(file=file, why=problem.strerror or problem) from problem
        say(_("Sikkerhetskopien ligger i {file}.", file=file))


def restore_file(file: Annotated[Path, typer.Argument(help="A copy made by `backup`.")], yes: Yes = False) -> None:
    """Replace everything with a copy. Stop Helu first."""
    with plainly():  # not `ready`: what is there now may be beyond repair
        _require(yes)
        _require_elsewhere(file)
        copies.restore(file)
        migrate.migrate()  # the copy may be older than this program
        say(_("Alt er lagt tilbake fra {file}.", file=file))


@erasing.command()
def workshop(code: Code, yes: Yes = False) -> None:
    """A gathering with its plan and every answer."""
    with ready(), writing() as db:
        found = access.workshop_by_code(db, code)
        _require(yes)
        say("\n".join(deeds.erase_workshop(db, found)))


@erasing.command()
def user(email: Annotated[str, typer.Argument(help="The e-mail address.")], yes: Yes = False) -> None:
    """An account, with roles and logins."""
    with ready(), writing() as db:
        accounts.user_by_email(db, email)
        _require(yes)
        say("\n".join(deeds.erase_user(db, email)))


@erasing.command()
def organisation(name: Annotated[str, typer.Argument(help="Its exact name.")], yes: Yes = False) -> None:
    """An organisation with everything in it."""
    with ready(), writing() as db:
        found = accounts.organisation_named(db, name)
        _require(yes)
        say("\n".join(deeds.erase_organisation(db, found)))


@erasing.command()
def sweep() -> None:
    """Blank what was erased while the database was in use."""
    with ready():
        say("\n".join(deeds.sweep()))


def _import_gathering(data: bytes, organisation: str | None, as_json: bool) -> None:
    with writing() as db:
        made = exporting.import_json(db, organisation_for(db, organisation), data)
        said = _("{title} er hentet inn. Koden er {code}.", title=made.title, code=show_code(made.code))
        say(said, as_json, id=made.id, code=made.code, title=made.title, template=made.template)


def _import_answers(code: str, found: importing.Preview, as_json: bool) -> None:
    with writing() as db:
        counts = _bring_in(db, code, found)
        said = [_("{count} kort fra «{heading}»", count=count, heading=each) for each, count in counts.items()]
        skipped = [
            _("Rad {row} er hoppet over: {why}", row=row, why=why)
            for each in found.questions
            for row, why in each.skipped
        ]
        say(
            "\n".join(said + skipped),
            as_json,
            code=code,
            questions=[_counted(each, counts) for each in found.questions],
        )


def _bring_in(db: Session, code: str, found: importing.Preview) -> dict[str, int]:
    chosen = [(each.heading, None) for each in found.questions if each.answers]
    return importing.import_answers(db, access.workshop_by_code(db, code), chosen, found)


def _counted(each: importing.Question, counts: dict[str, int]) -> dict[str, Any]:
    return {"heading": each.heading, "answers": counts.get(each.heading, 0), "skipped": each.skipped}


def _show_preview(found: importing.Preview, as_json: bool) -> None:
    lines = [_("Ark: {sheets}", sheets=", ".join(found.sheets))] if found.sheets else []
    lines += [_("{heading} – {count} svar", heading=each.heading, count=len(each.answers)) for each in found.questions]
    counts = {each.heading: len(each.answers) for each in found.questions}
    questions = [_counted(each, counts) for each in found.questions]
    say("\n".join(lines), as_json, sheets=found.sheets, sheet=found.sheet, questions=questions)


def _require(yes: bool) -> None:
    """Ask a person at a keyboard; a script has been thought through already."""
    if not yes and sys.stdin.isatty():
        typer.confirm(_("Dette kan ikke angres. Vil du gjøre det?"), abort=True)


def _require_elsewhere(file: Path) -> None:
    """Copying the database onto itself would empty it."""
    if is_sqlite() and file.resolve() == Path(make_url(settings().database).database or "").resolve():
        raise Misfit(sentence("{file} er selve databasen. Velg en annen fil."), file=file)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise NoFile(file=file, why=problem.strerror or problem) from problem


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as problem:
        raise NoFile(file=file, why=problem.strerror or problem) from problem
