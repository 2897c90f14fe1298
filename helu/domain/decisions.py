"""What a leader group has decided, and how it stood when it was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args

from helu.domain.material import Address

Outcome = Literal["adopted", "reserved", "returned"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True)
class Decision:
    id: str  # 32 hexadecimal digits
    text: str
    outcome: Outcome
    decided_on: date
    reservations: str = ""
    present: int = 0  # how many were in the room; 0 when it was not written down
    support: Mapping[str, int] = field(default_factory=dict)  # grade from "1" to "8" -> how many, when it was weighed
    sources: tuple[Address, ...] = ()
    part: str = ""  # the part of the platform it was put into, if any
    activity: str = ""  # the id of the activity it was made in; empty when that is gone
    made_at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Decided, with or without reservations; what went back to work is not."""
        return self.outcome != "returned"


@dataclass(frozen=True)
class Deciding:
    """One activity in which something is decided."""

    made: tuple[Decision, ...] = ()  # the newest first
    settled: frozenset[str] = frozenset()  # the ids of the proposals that something was decided about
