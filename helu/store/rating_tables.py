"""Tables of what several people have said about a leader, or about themselves as a group.

While a round is open the single answers lie here, apart from whoever gave them. When it closes they are
added into sums and taken out; what is left can no longer be told apart. See docs/decisions/0011.
"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import JSON, Field, SQLModel, UniqueConstraint

from helu.store.rows import Moment, Table, now


class Round(SQLModel):
    """What is fixed when a round opens, and all that may be shown of it. Shaped by helu/domain/release.py."""

    floor: int = 5  # people behind any figure
    more: int = 3  # people behind any later change of it
    alone: list[str] = Field(default_factory=list, sa_type=JSON)  # cells of people who know that they stand alone
    cells: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # role -> the cell it is counted in
    people: dict[str, int] = Field(default_factory=dict, sa_type=JSON)  # cell -> how many are counted
    sums: dict[str, dict[str, dict[str, Any]]] = Field(default_factory=dict, sa_type=JSON)  # cell -> figure -> Sum
    opened_at: datetime | None = Field(default=None, sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class Feedback(Round, Table, table=True):
    """A leader's round of feedback from others."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    profile_id: UUID = Field(foreign_key="profile.id", ondelete="CASCADE", index=True)
    form: str = Field(default="short", max_length=16)
    called: str = Field(default="", max_length=120)  # what respondents know the leader as


class Respondent(Table, table=True):
    """Whom a leader asks. Nothing here, and nothing that points here, says whether the person has answered."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    feedback_id: UUID = Field(foreign_key="feedback.id", ondelete="CASCADE", index=True)
    role: str = Field(max_length=16)
    name: str = Field(max_length=120)
    email: str = Field(default="", max_length=254)
    link: str | None = Field(default=None, unique=True, max_length=64)  # a hash of the personal link


class SpentLink(Table, table=True):
    """That some link was used. The hash is another than the respondent's, so only the link itself joins them."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True, max_length=64)
    feedback_id: UUID = Field(foreign_key="feedback.id", ondelete="CASCADE", index=True)


class FeedbackAnswer(Table, table=True):
    """What somebody answered, under a key that only the device it was given on can make. No time, no order."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True, max_length=64)
    feedback_id: UUID = Field(foreign_key="feedback.id", ondelete="CASCADE", index=True)
    cell: str = Field(max_length=16)
    steps: dict[str, int | None] = Field(default_factory=dict, sa_type=JSON)  # statement -> step; emptied when counted
    values: dict[str, float] = Field(default_factory=dict, sa_type=JSON)  # figure -> what is not in the sums yet
    counted: bool = False


class FeedbackText(Table, table=True):
    """What somebody wrote in their own words, apart from their other answers."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True, max_length=64)
    feedback_id: UUID = Field(foreign_key="feedback.id", ondelete="CASCADE", index=True)
    question: str = Field(max_length=40)
    text: str = Field(max_length=2000)
    released: bool = False


class GroupRound(Round, Table, table=True):
    """A group that looks at its leadership together, from the members' own assessments."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    group_id: UUID = Field(foreign_key="leader_group.id", ondelete="CASCADE", index=True)
    activity_id: UUID | None = Field(default=None, foreign_key="activity.id", ondelete="SET NULL", index=True)
    title: str = Field(default="", max_length=200)
    made_at: datetime = Field(default_factory=now, sa_type=Moment)


class HandedIn(Table, table=True):
    """That a leader took part with an assessment, which counts in one round only."""

    __table_args__ = (UniqueConstraint("assessment_id"),)

    round_id: UUID = Field(foreign_key="groupround.id", ondelete="CASCADE", primary_key=True)
    profile_id: UUID = Field(foreign_key="profile.id", ondelete="CASCADE", primary_key=True, index=True)
    assessment_id: UUID | None = Field(default=None, foreign_key="assessment.id", ondelete="SET NULL")
    cell: str = Field(default="all", max_length=16)
    values: dict[str, float] = Field(default_factory=dict, sa_type=JSON)  # what is not in the sums yet
    counted: bool = False
