"""Tables of what a leader group makes: theme boards, the platform in all its versions, decisions and follow-up."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import JSON, Field

from helu.store.rows import Moment, Table, now, one_of


class BoardCard(Table, table=True):
    """A card on a theme board. Exact repeats are one card with several sources."""

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", primary_key=True)
    number: int = Field(primary_key=True)  # within the board; never used again
    text: str = Field(max_length=1000)
    sources: list[dict[str, str]] = Field(sa_type=JSON)  # [{"place", "piece"}]; empty when written on the board
    theme: int | None = None  # a BoardTheme's number
    state: str = Field(default="open", sa_type=one_of("open", "parked", "split", name="card_state"))
    split_from: int | None = None  # the card whose thought this is


class BoardTheme(Table, table=True):
    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", primary_key=True)
    number: int = Field(primary_key=True)
    name: str = Field(default="", max_length=200)
    summary: str = Field(default="", max_length=2000)  # the facilitator's
    position: int = 0


class BoardDeed(Table, table=True):
    """One move on a board, with what it changed, so that it can be undone. No time, and nobody's name."""

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", primary_key=True)
    number: int = Field(primary_key=True)
    what: str = Field(max_length=20)
    changed: list[dict[str, Any]] = Field(sa_type=JSON)  # rows before and after, as services/board.py writes them
    undone: bool = False


class Platform(Table, table=True):
    """A leader group's platform. A gathering without a group has one of its own."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    group_id: UUID | None = Field(default=None, foreign_key="leader_group.id", ondelete="CASCADE", unique=True)
    workshop_id: UUID | None = Field(default=None, foreign_key="workshop.id", ondelete="CASCADE", unique=True)


class PlatformText(Table, table=True):
    """One version of one part of a platform. Versions are only added; the highest number is what holds."""

    platform_id: UUID = Field(foreign_key="platform.id", ondelete="CASCADE", primary_key=True)
    part: str = Field(max_length=40, primary_key=True)  # a key in helu.domain.platform.PARTS
    number: int = Field(primary_key=True)
    content: dict[str, Any] = Field(sa_type=JSON)  # shaped by the part
    status: str = Field(default="draft", sa_type=one_of("draft", "in_review", "adopted", name="text_status"))
    role: str = Field(default="", max_length=80)  # who wrote it, as a role: «fasilitator», «sekretær»
    note: str = Field(default="", max_length=400)
    made_at: datetime = Field(default_factory=now, sa_type=Moment)


class LineComment(Table, table=True):
    """What somebody on the desk has said about a line of a part."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    platform_id: UUID = Field(foreign_key="platform.id", ondelete="CASCADE", index=True)
    part: str = Field(max_length=40)
    line: str = Field(default="", max_length=40)  # a line's id; empty for the whole part
    text: str = Field(max_length=1000)
    role: str = Field(default="", max_length=80)
    done: bool = False
    made_at: datetime = Field(default_factory=now, sa_type=Moment)


class Decision(Table, table=True):
    """What a leader group has decided, with its support at the time."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    platform_id: UUID = Field(foreign_key="platform.id", ondelete="CASCADE", index=True)
    activity_id: UUID | None = Field(default=None, foreign_key="activity.id", ondelete="SET NULL", index=True)
    text: str = Field(max_length=4000)
    outcome: str = Field(sa_type=one_of("adopted", "reserved", "returned", name="outcome"))
    reservations: str = Field(default="", max_length=4000)
    decided_on: date
    present: int = 0
    part: str = Field(default="", max_length=40)  # the part of the platform it is about, if any
    support: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # grade -> how many, when it was weighed
    sources: list[dict[str, str]] = Field(default_factory=list, sa_type=JSON)
    made_at: datetime = Field(default_factory=now, sa_type=Moment)


class CommitmentStatus(Table, table=True):
    """How it went with a commitment that somebody made in a gathering."""

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", primary_key=True)
    key: str = Field(max_length=40, primary_key=True)  # which commitment: its piece in that activity
    status: str = Field(sa_type=one_of("planned", "started", "done", "dropped", name="commitment_status"))
    note: str = Field(default="", max_length=400)
    changed_at: datetime = Field(default_factory=now, sa_type=Moment)


class Pulse(Table, table=True):
    """A gathering without a room: a few questions by link, open between two moments."""

    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", primary_key=True)
    platform_id: UUID = Field(foreign_key="platform.id", ondelete="CASCADE", index=True)
    opens_at: datetime = Field(sa_type=Moment)
    closes_at: datetime = Field(sa_type=Moment)
    floor: int = 5  # fewer answers than this are never shown; fixed when it is made


class Logo(Table, table=True):
    """What an organisation puts on its posters: a checked PNG. A table of its own, so that it is read only there."""

    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", primary_key=True)
    picture: bytes
