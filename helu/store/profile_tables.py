"""Tables of what belongs to one leader alone: answers about oneself, situations, plans and the training log.

All of it hangs on a Profile, and a Profile on the person. Nobody else may read it; services/profiles.py
is the only way in.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import JSON, Field, UniqueConstraint

from helu.store.rows import Moment, Table, now, one_of


class Profile(Table, table=True):
    """That a leader has a profile is no secret; what is in it is the leader's own."""

    __table_args__ = (UniqueConstraint("user_id", "organisation_id"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    user_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    locked_with: str = ""  # a password's hash; not empty: nobody gets in until the leader has unlocked it
    code_hash: str = ""  # of a code that unlocks it
    next_feedback_from: datetime | None = Field(default=None, sa_type=Moment)


class Assessment(Table, table=True):
    """One round of looking at oneself. Kept as one goes; a step that is None was «ikke aktuelt»."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    profile_id: UUID = Field(foreign_key="profile.id", ondelete="CASCADE", index=True)
    form: str = Field(default="short", sa_type=one_of("short", "full", name="assessment_form"))
    current: dict[str, int | None] = Field(default_factory=dict, sa_type=JSON)  # statement -> step now
    wanted: dict[str, int | None] = Field(default_factory=dict, sa_type=JSON)  # statement -> step in six months
    begun_at: datetime = Field(default_factory=now, sa_type=Moment)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    counted: bool = False  # in a group's picture, and so in no other, also when that group is gone


class Situation(Table, table=True):
    """What one task or time needs of the leader, beside what the leader does in it."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    profile_id: UUID = Field(foreign_key="profile.id", ondelete="CASCADE", index=True)
    title: str = Field(max_length=200)
    needs: dict[str, int | None] = Field(default_factory=dict, sa_type=JSON)  # behaviour -> step that is needed
    actual: dict[str, int | None] = Field(default_factory=dict, sa_type=JSON)  # behaviour -> step as it is
    changed_at: datetime = Field(default_factory=now, sa_type=Moment)


class ActionPlan(Table, table=True):
    """An action-learning project: the five questions, and how far it has come."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    profile_id: UUID = Field(foreign_key="profile.id", ondelete="CASCADE", index=True)
    behaviours: list[str] = Field(default_factory=list, sa_type=JSON)  # what it is to develop, from the model
    answers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # question id -> text
    practise_on: list[str] = Field(default_factory=list, sa_type=JSON)  # ISO dates
    status: str = Field(
        default="planned", sa_type=one_of("planned", "practising", "reviewed", "continued", name="plan_status")
    )
    changed_at: datetime = Field(default_factory=now, sa_type=Moment)


class LogEntry(Table, table=True):
    """What happened one time that the leader practised."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="actionplan.id", ondelete="CASCADE", index=True)
    on: date
    situation: str = Field(default="", max_length=2000)
    texts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # prompt id -> text


class Shared(Table, table=True):
    """What a leader has chosen to show to one group. Deleting the row takes it back."""

    profile_id: UUID = Field(foreign_key="profile.id", ondelete="CASCADE", primary_key=True)
    group_id: UUID = Field(foreign_key="leader_group.id", ondelete="CASCADE", primary_key=True, index=True)
    what: str = Field(sa_type=one_of("radar", "plan", name="shared_what"), primary_key=True)
