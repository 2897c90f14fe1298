"""Action learning: a leader's plans for what to practise, and the log of how it went.

Everything is reached through the leader's own profile. Others in a group that the leader has chosen see the
answers to the five questions and the status, and never the log.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.content.action_learning import action_learning
from helu.content.balance import balance_model
from helu.documents.calendar import reminder_file, today
from helu.domain.text import clean, is_blank
from helu.errors import EditedMeanwhile, Misfit, sentence
from helu.i18n import _
from helu.services import profiles
from helu.services.access import Visitor
from helu.store.profile_tables import ActionPlan, Profile
from helu.store.rows import now
from helu.store.tables import User

LONGEST = 4000  # characters of one answer
MOST_PLANS, MOST_DAYS = 30, 60
AHEAD = timedelta(days=364)  # a calendar file holds the twelve months to come


@dataclass(frozen=True)
class Content:
    """What a leader writes in a plan: ids of questions and of behaviours, and days in any order."""

    answers: Mapping[str, str] = field(default_factory=dict)
    behaviours: Iterable[str] = ()
    practise_on: Iterable[date] = ()


@dataclass(frozen=True)
class Shown:
    """A plan as others in the group see it."""

    who: str
    status: str
    answers: Mapping[str, str]
    behaviours: tuple[str, ...]
    practise_on: tuple[date, ...]


def begin(db: Session, visitor: Visitor, behaviours: Iterable[str] = (), content: Content | None = None) -> ActionPlan:
    """A new plan, from behaviours that stood out or with all that was written at once. Raises Misfit."""
    profile = profiles.mine(db, visitor, locked=True)
    if len(listed(db, visitor)) >= MOST_PLANS:
        raise Misfit(
            sentence("Du har {most} planer. Ta bort en du er ferdig med, før du lager en ny."), most=MOST_PLANS
        )
    plan = ActionPlan(profile_id=profile.id)
    _fill(plan, content or Content(behaviours=behaviours))
    db.add(plan)
    db.commit()
    return plan


def listed(db: Session, visitor: Visitor) -> list[ActionPlan]:
    """The visitor's own, the one that was changed last first."""
    profile = profiles.known(db, visitor)
    return _of(db, profile) if profile else []


def find(db: Session, visitor: Visitor, plan_id: UUID) -> ActionPlan:
    """Raises NotFound for whatever is not the visitor's own, whoever asks."""
    return profiles.own(db, visitor, ActionPlan, plan_id)


def change(db: Session, visitor: Visitor, plan_id: UUID, seen: datetime, content: Content) -> ActionPlan:
    """Write over the plan as it was `seen` (its changed_at). Raises EditedMeanwhile when it has changed since."""
    plan = find(db, visitor, plan_id)
    db.refresh(plan, with_for_update=True)
    if plan.changed_at != seen:
        raise EditedMeanwhile(
            sentence(
                "Planen er endret et annet sted i mellomtiden. Teksten din står her; lagre på nytt for å beholde den."
            )
        )
    _fill(plan, content)
    plan.changed_at = now()
    db.add(plan)
    db.commit()
    return plan


def set_status(db: Session, visitor: Visitor, plan_id: UUID, status: str) -> None:
    """How far it has come. Texts that are being written meanwhile are not disturbed."""
    plan = find(db, visitor, plan_id)
    if status not in action_learning().statuses():
        raise Misfit(sentence("Velg en av statusene."))
    plan.status = status
    db.add(plan)
    db.commit()


def remove(db: Session, visitor: Visitor, plan_id: UUID) -> None:
    """The plan with its log."""
    db.delete(find(db, visitor, plan_id))
    db.commit()


def shown(db: Session, visitor: Visitor) -> list[Shown]:
    """What others in the visitor's groups show right now, by name."""
    found = [
        _shown(db.get_one(User, profile.user_id).name, plan)
        for profile in profiles.shown_to(db, visitor, profiles.PLAN)
        for plan in _of(db, profile)
    ]
    return sorted(found, key=lambda each: each.who.casefold())


def days(plan: ActionPlan) -> list[date]:
    """When the leader will practise, the earliest first."""
    return [date.fromisoformat(each) for each in plan.practise_on]


def reminders(plan: ActionPlan) -> list[date]:
    """The days a calendar file holds: those of the twelve months to come."""
    first = today()
    return [each for each in days(plan) if first <= each <= first + AHEAD]


def calendar(db: Session, visitor: Visitor, plan_id: UUID) -> bytes:
    """Whole days. They say nothing of what is practised: colleagues often see each other's calendars."""
    plan = find(db, visitor, plan_id)
    edition = int(plan.changed_at.timestamp())
    return reminder_file(_("Tid til å trene"), reminders(plan), str(plan.id), _("Lederutvikling"), edition)


def _of(db: Session, profile: Profile) -> list[ActionPlan]:
    rows = select(ActionPlan).where(ActionPlan.profile_id == profile.id)
    return list(db.exec(rows.order_by(col(ActionPlan.changed_at).desc(), col(ActionPlan.id))).all())


def _shown(who: str, plan: ActionPlan) -> Shown:
    return Shown(who, plan.status, dict(plan.answers), tuple(plan.behaviours), tuple(days(plan)))


def _fill(plan: ActionPlan, content: Content) -> None:
    """The content, cleaned, with what the model does not know left out. Raises Misfit, and then changes nothing."""
    asked, known = action_learning().question_ids(), [each.id for each in balance_model().behaviours()]
    answers = texts(content.answers, asked, LONGEST)
    chosen = set(content.behaviours)
    when = sorted({each.isoformat() for each in content.practise_on})
    if len(when) > MOST_DAYS:
        raise Misfit(sentence("En plan kan ha opptil {most} dager. Ta bort noen av dem."), most=MOST_DAYS)
    if not answers and not chosen & set(known) and not when:
        raise Misfit(sentence("Velg en atferd eller svar på ett av spørsmålene, så er planen i gang."))
    plan.answers, plan.practise_on = answers, when
    plan.behaviours = [each for each in known if each in chosen]


def texts(given: Mapping[str, Any], known: Iterable[str], longest: int) -> dict[str, str]:
    """Those that say something, cleaned, in the order they are known. Raises Misfit on one that is too long."""
    found = {each: clean(str(given.get(each) or "")) for each in known}
    if any(len(text) > longest for text in found.values()):
        raise Misfit(sentence("En av tekstene er for lang. Kort den ned til {most} tegn."), most=longest)
    return {name: text for name, text in found.items() if not is_blank(text)}
