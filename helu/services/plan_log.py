"""The training log of an action-learning plan: what a leader did, and what came of it. For nobody but the leader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.content.action_learning import action_learning
from helu.domain.text import is_blank, one_line
from helu.errors import Misfit, NotFound, sentence
from helu.services import plans, profiles
from helu.services.access import Visitor
from helu.store.profile_tables import ActionPlan, LogEntry

LONGEST = 2000  # characters of one text
MOST = 500  # entries in one plan


@dataclass(frozen=True)
class Written:
    """What a leader writes of one time: the day, the situation, and texts by prompt id."""

    on: date
    situation: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Removed:
    """A plan or entries as they were, to be brought back. Lives on the leader's own screen for half a minute."""

    plan: Mapping[str, Any] | None = None
    entries: Sequence[Mapping[str, Any]] = ()


def entries(db: Session, visitor: Visitor, plan_id: UUID) -> list[LogEntry]:
    """Newest first. Raises NotFound for a plan that is not the visitor's own."""
    rows = select(LogEntry).where(LogEntry.plan_id == plans.find(db, visitor, plan_id).id)
    return list(db.exec(rows.order_by(col(LogEntry.on).desc(), col(LogEntry.id))).all())


def add(db: Session, visitor: Visitor, plan_id: UUID, written: Written) -> LogEntry:
    """Raises Misfit when nothing was written."""
    if len(entries(db, visitor, plan_id)) >= MOST:
        raise Misfit(sentence("Loggen er full. Lag en ny plan for det du trener på nå."))
    entry = LogEntry(plan_id=plan_id, on=written.on)
    _fill(entry, written)
    db.add(entry)
    db.commit()
    return entry


def change(db: Session, visitor: Visitor, entry_id: UUID, written: Written) -> None:
    entry = _find(db, visitor, entry_id)
    _fill(entry, written)
    db.add(entry)
    db.commit()


def remove(db: Session, visitor: Visitor, entry_id: UUID) -> None:
    db.delete(_find(db, visitor, entry_id))
    db.commit()


def whole(db: Session, visitor: Visitor, plan_id: UUID) -> Removed:
    """The plan with its log as it stands, taken before it is removed."""
    plan = plans.find(db, visitor, plan_id)
    return Removed(plan.model_dump(), [each.model_dump() for each in entries(db, visitor, plan_id)])


def single(db: Session, visitor: Visitor, entry_id: UUID) -> Removed:
    """One entry, likewise."""
    return Removed(entries=[_find(db, visitor, entry_id).model_dump()])


def bring_back(db: Session, visitor: Visitor, removed: Removed) -> None:
    """Into the visitor's own profile and nowhere else. What is there already stays as it is."""
    if removed.plan and db.get(ActionPlan, removed.plan["id"]) is None:
        db.add(ActionPlan(**{**removed.plan, "profile_id": profiles.mine(db, visitor).id}))
        db.flush()
    for each in removed.entries:
        plans.find(db, visitor, each["plan_id"])
        if db.get(LogEntry, each["id"]) is None:
            db.add(LogEntry(**each))
    db.commit()


def _find(db: Session, visitor: Visitor, entry_id: UUID) -> LogEntry:
    entry = db.get(LogEntry, entry_id, populate_existing=True)
    if entry is None:
        raise NotFound
    plans.find(db, visitor, entry.plan_id)
    return entry


def _fill(entry: LogEntry, written: Written) -> None:
    situation = one_line(written.situation)
    if len(situation) > LONGEST:
        raise Misfit(sentence("En av tekstene er for lang. Kort den ned til {most} tegn."), most=LONGEST)
    said = plans.texts(written.texts, [each.id for each in action_learning().prompts()], LONGEST)
    if is_blank(situation) and not said:
        raise Misfit(sentence("Skriv minst ett av feltene, så er det i loggen."))
    entry.on, entry.situation, entry.texts = written.on, situation, said
