"""People from the command line: the first owner, and whoever has lost the way in."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlmodel import Session, select

from helu.cli.data import NoFile
from helu.cli.say import AsJson, rows, say
from helu.cli.workshops import NameOfOrganisation, organisation_for, ready
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import _
from helu.services import accounts, inviting
from helu.store.database import reading, writing
from helu.store.tables import Group, Membership, Organisation, User
from helu.web.address import public_url

app = typer.Typer(no_args_is_help=True, help="People: add, invite, list, reset, remove.")

Email = Annotated[str, typer.Argument(help="The person's e-mail address.")]


class Role(StrEnum):
    owner = "owner"
    facilitator = "facilitator"
    leader = "leader"


@app.command()
def add(
    email: Email,
    name: Annotated[str, typer.Option(help="The person's name.")] = "",
    role: Annotated[Role, typer.Option(help="What the person may do.")] = Role.facilitator,
    organisation: NameOfOrganisation = None,
    as_json: AsJson = False,
) -> None:
    """Add somebody, and print the one-time link where they choose a password."""
    with ready(), writing() as db:
        where = organisation_for(db, organisation, add=True)
        link = _link(accounts.invite(db, where.id, email, name, role.value))
        said = _(
            "{email} er invitert til {organisation} som {role}.", email=email, role=role.value, organisation=where.name
        )
        say(f"{said}\n{link}", as_json, email=email, role=role.value, organisation=where.name, link=link)


@app.command()
def invite(
    file: Annotated[Path, typer.Argument(help="Names and e-mail addresses: .csv, .xlsx or .txt.")],
    group: Annotated[str | None, typer.Option(help="A group to put them in.")] = None,
    skip_wrong: Annotated[bool, typer.Option(help="Invite the others when some lines are wrong.")] = False,
    organisation: NameOfOrganisation = None,
    as_json: AsJson = False,
) -> None:
    """Invite leaders from a list, and print a one-time link for each. Nobody is invited when a line is wrong."""
    with ready(), writing() as db:
        where = organisation_for(db, organisation)
        found = inviting.check(db, where.id, _list_in(file))
        wrong = [_("Linje {line}: {why}", line=each.line, why=str(each.why)) for each in found.wrong]
        if wrong and not skip_wrong:
            raise Misfit(sentence("Ingen er invitert. {wrong}"), wrong=" ".join(wrong))
        made = inviting.invite(db, where.id, found.good, _group_named(db, where, group))
        typer.echo("\n".join(wrong), err=True, nl=bool(wrong))
        rows([{"email": each.email, "name": each.name, "link": _link(each.token)} for each in made], as_json)


@app.command("list")
def list_(organisation: NameOfOrganisation = None, as_json: AsJson = False) -> None:
    """Everybody, by organisation."""
    with ready(), reading() as db:
        wanted = [organisation_for(db, organisation)] if organisation else db.exec(select(Organisation)).all()
        found = [
            {
                "email": each.email,
                "name": each.name,
                "role": each.role,
                "active": each.active,
                "organisation": one.name,
            }
            for one in wanted
            for each in accounts.people_in(db, one.id)
        ]
        rows(found, as_json)


@app.command()
def reset(email: Email, organisation: NameOfOrganisation = None, as_json: AsJson = False) -> None:
    """Log somebody out everywhere, and print a new one-time link."""
    with ready(), writing() as db:
        user = accounts.user_by_email(db, email)
        where = _organisation_of(db, user, organisation)
        link = _link(accounts.reset_for(db, where.id, user.id))
        say(link, as_json, email=user.email, organisation=where.name, link=link)


@app.command()
def remove(email: Email, organisation: NameOfOrganisation = None, as_json: AsJson = False) -> None:
    """Take somebody out of the organisation; the account goes too when it was the only one."""
    with ready(), writing() as db:
        user = accounts.user_by_email(db, email)
        where = _organisation_of(db, user, organisation)
        accounts.remove_from(db, where.id, user.id)
        said = _("{email} er ikke lenger med i {organisation}.", email=user.email, organisation=where.name)
        say(said, as_json, email=user.email, organisation=where.name)


def _list_in(file: Path) -> str:
    try:
        return inviting.text_of(file.read_bytes(), file.name)
    except OSError as problem:
        raise NoFile(file=file, why=problem.strerror or problem) from problem


def _group_named(db: Session, organisation: Organisation, name: str | None) -> UUID | None:
    if name is None:
        return None
    named = select(Group.id).where(Group.organisation_id == organisation.id, Group.name == name)
    found = db.exec(named).all()
    if len(found) != 1:
        raise NotFound(sentence("Fant ikke nøyaktig én gruppe som heter «{name}»."), name=name)
    return found[0]


def _organisation_of(db: Session, user: User, name: str | None) -> Organisation:
    mine = select(Organisation).join(Membership).where(Membership.user_id == user.id)
    known = {each.name: each for each in db.exec(mine).all()}
    if name in known:
        return known[name]
    if not known or name:
        raise NotFound(sentence("{email} er ikke med i noen slik organisasjon."), email=user.email)
    if len(known) > 1:
        names = ", ".join(f"«{each}»" for each in sorted(known))
        raise Misfit(sentence("Det er flere organisasjoner. Velg en med --organisation: {names}."), names=names)
    return next(iter(known.values()))


def _link(token: str) -> str:
    return f"{public_url()}/velkommen/{token}"
