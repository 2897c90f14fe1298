"""What a leader can do with an own self-assessment in the rounds of own groups. Told to that leader alone."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, col, select

from helu.services import group_rounds, profiles
from helu.services.access import Visitor
from helu.store.profile_tables import Assessment
from helu.store.rating_tables import GroupRound, HandedIn
from helu.store.rows import now
from helu.store.tables import Group


class State(StrEnum):
    EMPTY = "empty"  # nothing finished to hand in
    OFFERED = "offered"
    EXCHANGE = "exchange"  # an earlier one is in, and this can take its place
    IN = "in"  # not counted yet
    COUNTED = "counted"
    USED = "used"  # in another round


@dataclass(frozen=True)
class Part:
    """A round of a group the leader is in, and how a self-assessment stands to it."""

    group: Group
    round: GroupRound
    state: State

    @property
    def open(self) -> bool:
        return self.round.closed_at is None

    @property
    def waits(self) -> bool:
        """Whether the group waits for something from this leader."""
        return self.open and self.state in {State.EMPTY, State.OFFERED, State.USED}


def parts(db: Session, visitor: Visitor, assessment: Assessment | None) -> list[Part]:
    """For the visitor's own finished self-assessment, or for none. Raises profiles.Locked.

    Rounds that are closed are among them as long as an answer could still be counted before the next one.
    """
    finished = assessment if assessment and assessment.finished_at else None
    mine = group_rounds.taken_part(db, visitor)
    elsewhere = _rounds_of(db, visitor, finished)
    return [
        Part(group, round_, _state(round_, mine.get(round_.id), finished, elsewhere))
        for group, round_ in group_rounds.open_to(db, visitor)
        if round_.closed_at is None or round_.id in mine or _can_be_late(round_)
    ]


def _state(round_: GroupRound, row: HandedIn | None, finished: Assessment | None, elsewhere: set[object]) -> State:
    if row and row.counted:
        return State.COUNTED
    if row and (finished is None or row.assessment_id == finished.id):
        return State.IN
    if finished is None:
        return State.EMPTY
    if finished.counted or elsewhere - {round_.id}:
        return State.USED if row is None else State.IN
    return State.EXCHANGE if row else State.OFFERED


def _rounds_of(db: Session, visitor: Visitor, finished: Assessment | None) -> set[object]:
    """Where the assessment is in already."""
    profile = profiles.known(db, visitor)
    if profile is None or finished is None:
        return set()
    rows = select(HandedIn.round_id).where(HandedIn.profile_id == profile.id)
    return set(db.exec(rows.where(col(HandedIn.assessment_id) == finished.id)).all())


def _can_be_late(held: GroupRound) -> bool:
    """Until the next round may open; one that has shown nothing has not begun to count the days."""
    return not held.people or (held.closed_at is not None and held.closed_at + group_rounds.BETWEEN > now())
