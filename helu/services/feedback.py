"""Tilbakemelding fra andre (360): a leader asks people in different roles, closes, and sees them together.

The leader reaches the round and what it shows; nobody reaches a single answer. How answers come in is
services/responding.py; when they may be seen, helu/domain/release.py; why, docs/decisions/0011.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from helu.domain.emails import read_email
from helu.domain.release import OTHERS, cells_of
from helu.domain.text import one_line
from helu.errors import Misfit, NotFound, NotOpen, sentence
from helu.i18n import _, day_of
from helu.services import erasing, profiles, releasing
from helu.services.access import Visitor
from helu.store.rating_tables import Feedback, FeedbackAnswer, Respondent
from helu.store.rows import now

OWN_LEADER = "own_leader"
ROLES = (OWN_LEADER, "colleagues", "employees", "network")
FORMS = ("short", "full")
MOST = 100  # respondents


class NotYet(NotOpen):
    sentence = sentence("Neste runde kan åpnes fra {day}. To runder tett på hverandre kan vise hva én person svarte.")

    def __str__(self) -> str:
        return _(self.said, day=day_of(self.values["from_"]))


@dataclass(frozen=True)
class Invited:
    """A respondent and the personal link, which is shown this once and kept nowhere."""

    name: str
    email: str
    role: str
    token: str


@dataclass(frozen=True)
class Count:
    """How far one role has come. `cell` is where it is counted; answered is told for the cell alone."""

    role: str
    cell: str
    invited: int


@dataclass(frozen=True)
class Progress:
    roles: tuple[Count, ...]
    answered: Mapping[str, int]  # cell -> how many have answered, those that are counted too
    waiting: int  # answers that have come since the last release
    can_release: bool


def mine(db: Session, visitor: Visitor) -> list[Feedback]:
    """The newest first."""
    profile = profiles.known(db, visitor)
    if profile is None:
        return []
    rows = select(Feedback).where(Feedback.profile_id == profile.id)
    found = list(db.exec(rows).all())
    return sorted(found, key=lambda each: (each.opened_at is None, each.opened_at or now()), reverse=True)


def known(db: Session, visitor: Visitor, feedback_id: UUID, locked: bool = False) -> Feedback:
    """The visitor's own. Raises NotFound whether it is somebody else's or nobody's."""
    return profiles.own(db, visitor, Feedback, feedback_id, locked)


def draft(db: Session, visitor: Visitor, form: str = "short", called: str = "") -> Feedback:
    """A round to fill with respondents: the one that is being made, or a new one. Raises NotFound for no form."""
    if form not in FORMS:
        raise NotFound
    profile = profiles.mine(db, visitor, locked=True)
    found = next((each for each in mine(db, visitor) if each.opened_at is None), None)
    if found is None:
        found = Feedback(profile_id=profile.id)
    found.form, found.called = form, one_line(called)[:120] or one_line(visitor.name).split(" ")[0][:120]
    db.add(found)
    db.commit()
    return found


def respondents(db: Session, visitor: Visitor, feedback_id: UUID) -> list[Respondent]:
    held = known(db, visitor, feedback_id)
    rows = select(Respondent).where(Respondent.feedback_id == held.id)
    return sorted(db.exec(rows).all(), key=lambda each: (ROLES.index(each.role), each.name, str(each.id)))


def add(
    db: Session, visitor: Visitor, feedback_id: UUID, role: str, people: Sequence[tuple[str, str]]
) -> list[Invited]:
    """People as (name, e-mail or empty). In an open round they get their links at once. Raises Misfit."""
    held = known(db, visitor, feedback_id, locked=True)
    if role not in ROLES:
        raise NotFound
    checked = _checked(people, respondents(db, visitor, feedback_id))
    added = [Respondent(feedback_id=held.id, role=role, name=name, email=email) for name, email in checked]
    db.add_all(added)
    if held.opened_at and role not in held.cells:
        held.cells = held.cells | {role: OTHERS}
    links = [_linked(each) for each in added] if held.opened_at else []
    db.commit()
    return links


def remove_respondent(db: Session, visitor: Visitor, feedback_id: UUID, respondent_id: UUID) -> None:
    """The link stops working. An answer that was given with it stays: nobody can find it."""
    db.delete(_respondent(db, visitor, feedback_id, respondent_id))
    db.commit()


def renew(db: Session, visitor: Visitor, feedback_id: UUID, respondent_id: UUID) -> Invited:
    """A new link in place of one that was lost; the old one stops working."""
    held = _respondent(db, visitor, feedback_id, respondent_id)
    if known(db, visitor, feedback_id).opened_at is None:
        raise NotOpen
    invited = _linked(held)
    db.commit()
    return invited


def planned(db: Session, visitor: Visitor, feedback_id: UUID, alone: bool) -> dict[str, str]:
    """Role -> the cell it would be counted in, were the round opened now."""
    counts = Counter(each.role for each in respondents(db, visitor, feedback_id))
    floor = known(db, visitor, feedback_id).floor
    return cells_of(counts, floor, [OWN_LEADER] if alone else [])


def open_round(db: Session, visitor: Visitor, feedback_id: UUID, alone: bool) -> list[Invited]:
    """Everybody's link. From here on floors and cells stand. Raises Misfit when too few are asked, or NotYet.

    `alone`: the own leader's answer is shown by itself, and the own leader reads that before answering.
    """
    held = known(db, visitor, feedback_id, locked=True)
    if held.opened_at:
        raise Misfit(sentence("Runden er allerede åpnet."))
    _require_time(db, visitor)
    people = respondents(db, visitor, feedback_id)
    if sum(each.role != OWN_LEADER or not alone for each in people) < held.floor:
        raise Misfit(
            sentence(
                "Be minst {floor} personer om tilbakemelding. Færre svar kan ikke vises uten at noen kan kjennes igjen."
            ),
            floor=held.floor,
        )
    held.alone = [OWN_LEADER] if alone else []
    held.cells = dict.fromkeys(ROLES, OTHERS) | planned(db, visitor, feedback_id, alone)
    if alone:
        held.cells[OWN_LEADER] = OWN_LEADER
    held.opened_at = now()
    links = [_linked(each) for each in people]
    db.commit()
    return links


def progress(db: Session, visitor: Visitor, feedback_id: UUID) -> Progress:
    """Counts alone: who has answered is not known to anybody."""
    held = known(db, visitor, feedback_id)
    rows = answers_to(db, held)
    fresh = Counter(row.cell for row in rows if not row.counted)
    invited = Counter(each.role for each in respondents(db, visitor, feedback_id))
    cells = held.cells or cells_of(invited, held.floor, held.alone)
    return Progress(
        roles=tuple(Count(role, cells.get(role, OTHERS), invited[role]) for role in ROLES if invited[role]),
        answered=dict(fresh + Counter(held.people)),
        waiting=sum(fresh.values()) if held.closed_at else 0,
        can_release=held.closed_at is not None and releasing.can_let_out(held, rows),
    )


def remove(db: Session, visitor: Visitor, feedback_id: UUID) -> list[str]:
    """The round and all that came in, down to the bytes. Returns sentences on what backups still hold."""
    db.execute(delete(Feedback).where(col(Feedback.id) == known(db, visitor, feedback_id).id))
    db.commit()
    return erasing.sweep()


def hashed(what: str, *parts: str) -> str:
    """`what` keeps hashes of the same token apart, so that two tables cannot be joined by them."""
    return sha256("|".join((what, *parts)).encode()).hexdigest()


def answers_to(db: Session, held: Feedback) -> list[FeedbackAnswer]:
    """Single answers, for counting alone: never handed on."""
    rows = select(FeedbackAnswer).where(FeedbackAnswer.feedback_id == held.id)
    return list(db.exec(rows.order_by(col(FeedbackAnswer.key))).all())


def _linked(held: Respondent) -> Invited:
    token = token_urlsafe(24)
    held.link = hashed("link", token)
    return Invited(held.name, held.email, held.role, token)


def _respondent(db: Session, visitor: Visitor, feedback_id: UUID, respondent_id: UUID) -> Respondent:
    held = known(db, visitor, feedback_id)
    found = db.get(Respondent, respondent_id)
    if found is None or found.feedback_id != held.id:
        raise NotFound
    return found


def _checked(people: Sequence[tuple[str, str]], there: Sequence[Respondent]) -> list[tuple[str, str]]:
    checked = [(one_line(name)[:120], read_email(email)) for name, email in people]
    for (name, email), (_name, typed) in zip(checked, people, strict=True):
        if not name:
            raise Misfit(sentence("Skriv et navn på hver av dem du vil spørre."))
        if typed.strip() and not email:
            raise Misfit(
                sentence("«{email}» er ikke en e-postadresse. Skriv den som navn@kommune.no."), email=typed[:80]
            )
    emails = [email for _name, email in checked if email] + [each.email for each in there if each.email]
    twice = next((email for email, n in Counter(emails).items() if n > 1), None)
    if twice:
        raise Misfit(sentence("{email} står to ganger. Hver person spørres én gang."), email=twice)
    if len(there) + len(checked) > MOST:
        raise Misfit(sentence("Du kan be om svar fra {most} personer i én runde."), most=MOST)
    return checked


def _require_time(db: Session, visitor: Visitor) -> None:
    """One round at a time, and some weeks between them."""
    if any(each.opened_at and not each.closed_at for each in mine(db, visitor)):
        raise Misfit(sentence("En runde er åpen. Lukk den før du åpner en ny."))
    from_ = profiles.mine(db, visitor).next_feedback_from
    if from_ and from_ > now():
        raise NotYet(from_=from_)
