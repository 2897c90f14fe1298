"""Many leaders at once, from a list: checked first, invited when the person says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from helu.documents.reading import read_table
from helu.documents.spreadsheet import Sheet, write_csv, write_xlsx
from helu.domain import people_list
from helu.domain.emails import mailto, name_in
from helu.domain.people_list import Entry
from helu.domain.text import one_line
from helu.errors import HeluError, Misfit, sentence
from helu.i18n import _, language, speaking
from helu.services import accounts, groups
from helu.services.access import Visitor
from helu.services.logins import hashed
from helu.store.rows import now
from helu.store.tables import Membership, OneTimeLink, User

MOST = 300  # people in one list
LONGEST = 60_000  # characters of it

_TOO_LONG = sentence("Lista er for lang: høyst {most} personer om gangen. Del den i flere.")
_NO_ADDRESS = sentence("Fant ingen e-postadresse på linja.")
_NOT_ONE = sentence("«{email}» er ikke en e-postadresse.")
_TWICE = sentence("{email} står også på linje {line}.")
_HERE = sentence("{email} er allerede med.")
_ASKED = sentence("{email} er invitert før og har ikke sagt ja ennå.")


@dataclass(frozen=True)
class Wrong:
    line: int
    text: str  # as it stands in the list
    why: HeluError


@dataclass(frozen=True)
class Checked:
    heading: str
    good: tuple[Entry, ...]
    wrong: tuple[Wrong, ...]

    @property
    def left(self) -> str:
        """The list with nothing but what must be mended."""
        lines = [each.text for each in self.wrong]
        return "\n".join([self.heading, *lines] if self.heading and lines else lines)


@dataclass(frozen=True)
class Invited:
    name: str
    email: str
    token: str  # known here and now, and never again
    waits: bool  # has an account elsewhere, and must say yes


def text_of(file: bytes, name: str) -> str:
    """The first sheet that has anything in it, as the lines of a list. Raises Misfit."""
    text = "\n".join("\t".join(one_line(cell) for cell in row).rstrip() for row in read_table(file, name))
    if len(text) > LONGEST:
        raise Misfit(_TOO_LONG, most=MOST)
    return text


def check(db: Session, organisation_id: UUID, text: str) -> Checked:
    """Who can be invited, and what is wrong with the other lines. Stores nothing. Raises Misfit for too many."""
    listed = people_list.read(text[: LONGEST + 1])
    if len(text) > LONGEST or len(listed.entries) > MOST:
        raise Misfit(_TOO_LONG, most=MOST)
    here, asked = _known(db, organisation_id, {each.email for each in listed.entries})
    first: dict[str, int] = {}
    good, wrong = [], []
    for each in listed.entries:
        why = _why(each, first, here, asked)
        if why:
            wrong.append(Wrong(each.line, each.text, why))
        else:
            good.append(each)
        first.setdefault(each.email, each.line)
    return Checked(listed.heading, tuple(good), tuple(wrong))


def check_for(db: Session, visitor: Visitor, text: str) -> Checked:
    accounts.require_may_invite(visitor, "leader")
    return check(db, visitor.organisation_id, text)


def _why(entry: Entry, first: dict[str, int], here: set[str], asked: set[str]) -> HeluError | None:
    if not entry.email:
        return Misfit(_NOT_ONE, email=entry.typed[:80]) if entry.typed else Misfit(_NO_ADDRESS)
    if entry.email in first:
        return Misfit(_TWICE, email=entry.email, line=first[entry.email])
    if entry.email in here:
        return Misfit(_HERE, email=entry.email)
    return Misfit(_ASKED, email=entry.email) if entry.email in asked else None


def _known(db: Session, organisation_id: UUID, emails: set[str]) -> tuple[set[str], set[str]]:
    """Those of the addresses that are members, and those that have been asked."""
    named = select(User.email).where(col(User.email).in_(emails))
    here = named.join(Membership).where(Membership.organisation_id == organisation_id)
    asked = named.join(OneTimeLink).where(OneTimeLink.organisation_id == organisation_id)
    return set(db.exec(here).all()), set(db.exec(asked.where(OneTimeLink.expires_at > now())).all())


def invite(
    db: Session, organisation_id: UUID, people: Sequence[Entry], group_id: UUID | None = None, language: str = ""
) -> list[Invited]:
    """All of them, as leaders, in one go."""
    made = []
    for each in people:
        token = accounts.invite(db, organisation_id, each.email, each.name, "leader", group_id, language)
        waits = bool(db.get_one(OneTimeLink, hashed(token)).role)
        made.append(Invited(each.name, each.email, token, waits))
    return made


def invite_for(
    db: Session, visitor: Visitor, text: str, group_id: UUID | None = None, language: str = ""
) -> tuple[list[Invited], str]:
    """Those of the list that can be invited, checked once more, and the lines that are left. Raises Misfit, NotFound."""
    found = check_for(db, visitor, text)
    if not found.good:
        raise Misfit(sentence("Ingen på lista kan inviteres slik den står. Rett linjene, og prøv igjen."))
    group = groups.find(db, visitor, group_id).id if group_id else None
    return invite(db, visitor.organisation_id, found.good, group, language), found.left


def as_file(invited: Sequence[Invited], home: str, format_: Literal["csv", "xlsx"]) -> bytes:
    """For a mail merge. `home` is what the links begin with."""
    rows = [(each.name, each.email, home + each.token) for each in invited]
    sheet = Sheet(_("Invitasjoner"), (_("Navn"), _("E-post"), _("Personlig lenke")), rows)
    return write_csv(sheet) if format_ == "csv" else write_xlsx([sheet])


def letter(visitor: Visitor, person: Invited, home: str, spoken: str) -> str:
    """A mailto: address with a short text in the language, ready to be sent."""
    with speaking(spoken):
        subject = _("Invitasjon til Helu fra {organisation}", organisation=visitor.organisation)
        way_in = (
            _("Du har en konto fra før. Åpne lenken, logg inn og si ja.")
            if person.waits
            else _("Åpne lenken og velg et passord.")
        )
        body = _(
            "Hei {name}!\n\n{organisation} inviterer deg til Helu, der vi jobber med lederplattform og egen "
            "lederutvikling. Det du svarer om din egen ledelse, er ditt: andre ser det bare hvis du deler det.\n\n"
            "{way_in} Lenken er din alene. Den virker én gang, i sju dager:\n\n{link}\n\nHilsen {who}",
            name=person.name,
            organisation=visitor.organisation,
            way_in=way_in,
            link=home + person.token,
            who=visitor.name,
        )
    return mailto(person.email, subject, body)


def letter_for(db: Session, visitor: Visitor, token: str, home: str) -> str:
    """The same for a link that was made by itself: an invitation, or a new password. Raises UsedLink."""
    user = accounts.link_is_for(db, token)
    waits = bool(db.get_one(OneTimeLink, hashed(token)).role)
    if waits or not accounts.has_come_in(user):
        name = name_in(user.email) if waits else user.name  # what they are called elsewhere is not told here
        return letter(visitor, Invited(name, user.email, token, waits), home, language())
    body = _(
        "Hei {name}!\n\nHer er lenken der du velger et nytt passord i Helu. Den er din alene, og virker én gang, i sju "
        "dager:\n\n{link}\n\nHilsen {who}",
        name=user.name,
        link=home + token,
        who=visitor.name,
    )
    return mailto(user.email, _("Nytt passord i Helu"), body)
