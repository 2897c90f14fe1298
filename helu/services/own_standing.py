"""How far a leader has come, for the leader's own first page: facts from each page, and what comes next."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from helu.documents.calendar import today
from helu.services import assessing, feedback, plan_log, plans, profile_lock
from helu.services.access import Visitor
from helu.store.profile_tables import ActionPlan

DONE = "reviewed"  # a plan one is through with


@dataclass(frozen=True)
class Asked:
    """A round of feedback. `invited` is None before it is open, and `closed_at` before it is closed."""

    answered: int = 0
    invited: int | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """What is not there is None. `written` is False when a day to practise has gone by without a word in the log."""

    assessed: datetime | None = None
    under_way: bool = False
    plans: int = 0
    unfinished_plans: int = 0
    practises_on: date | None = None
    written: bool = True
    asked: Asked | None = None


def standing(db: Session, visitor: Visitor) -> Standing:
    """Empty while the profile is locked: how it stands is part of what is locked."""
    if profile_lock.is_locked(db, visitor):
        return Standing()
    newest, mine = assessing.newest_finished(db, visitor), plans.listed(db, visitor)
    open_ = [each for each in mine if each.status != DONE]
    return Standing(
        assessed=newest.finished_at if newest else None,
        under_way=assessing.unfinished(db, visitor) is not None,
        plans=len(mine),
        unfinished_plans=len(open_),
        practises_on=min((day for plan in open_ for day in plans.days(plan) if day >= today()), default=None),
        written=all(_written(db, visitor, each) for each in open_),
        asked=_asked(db, visitor),
    )


def _written(db: Session, visitor: Visitor, plan: ActionPlan) -> bool:
    been = max((day for day in plans.days(plan) if day < today()), default=None)
    return been is None or any(each.on >= been for each in plan_log.entries(db, visitor, plan.id))


def _asked(db: Session, visitor: Visitor) -> Asked | None:
    """The round that is being made or is open, else the one that was closed last."""
    rounds = feedback.mine(db, visitor)
    current = next((each for each in rounds if each.closed_at is None), None)
    if current and current.opened_at:
        progress = feedback.progress(db, visitor, current.id)
        return Asked(sum(progress.answered.values()), sum(each.invited for each in progress.roles))
    if current:
        return Asked()
    closed = [each.closed_at for each in rounds if each.closed_at]
    return Asked(closed_at=max(closed)) if closed else None
