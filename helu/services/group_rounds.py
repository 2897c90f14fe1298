"""Lederbalanse for a group: members hand in their own assessments, and the group sees itself when enough have.

Nobody sees who answered what, and an assessment counts in one round only, so that no two groups can be
subtracted from each other. What may be shown, and when, is helu/domain/release.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from helu.content.balance import balance_model
from helu.domain.balance import Scores, from_behaviours
from helu.domain.text import one_line
from helu.errors import Misfit, NotFound, NotOpen, sentence
from helu.i18n import _, day_of
from helu.services import access, assessing, profiles, releasing, telling
from helu.services.access import Visitor
from helu.store.profile_tables import Assessment
from helu.store.rating_tables import GroupRound, HandedIn
from helu.store.rows import now
from helu.store.tables import Group, GroupMember

ALL = "all"  # a group is one cell
LAYERS = assessing.LAYERS
BETWEEN = timedelta(days=30)  # two rounds closer than this could be subtracted from each other


class TooSoon(NotOpen):
    sentence = sentence(
        "Gruppa hadde en runde nylig. Neste kan åpnes fra {day}, så ingen kan regne ut hva én person har svart."
    )

    def __str__(self) -> str:
        return _(self.said, day=day_of(self.values["from_"]))


class AlreadyUsed(Misfit):
    sentence = sentence(
        "Denne egenvurderingen er alt med i en runde. Ta en ny egenvurdering for å bli med i denne runden."
    )


@dataclass(frozen=True)
class Picture:
    """A group in one round. `people` is how many are behind it; spread is close, some or wide, per behaviour."""

    round_id: UUID
    title: str
    on: datetime
    people: int
    current: Scores
    wanted: Scores
    spread: Mapping[str, str]


@dataclass(frozen=True)
class Progress:
    members: int
    handed_in: int
    floor: int


def for_group(db: Session, visitor: Visitor, group_id: UUID) -> list[GroupRound]:
    """The newest first, for the group's own members and for facilitators. Raises NotFound for anybody else."""
    return rounds_of(db, _group(db, visitor, group_id).id)


def start(db: Session, visitor: Visitor, group_id: UUID, title: str) -> GroupRound:
    """A facilitator opens a round. Raises Misfit when one is open, and TooSoon."""
    access.require_facilitator(visitor)
    group = _group(db, visitor, group_id)
    held = begin(db, group.id, one_line(title)[:200])
    db.commit()
    return held


def begin(db: Session, group_id: UUID, title: str, activity_id: UUID | None = None) -> GroupRound:
    """The same for an activity in a gathering of the group, which asks who may. Commits nothing."""
    db.exec(select(Group).where(Group.id == group_id).with_for_update()).one()
    rounds = rounds_of(db, group_id)
    if any(each.closed_at is None for each in rounds):
        raise Misfit(sentence("Gruppa har en runde som er åpen. Lukk den før du åpner en ny."))
    free = next_from(rounds)
    if free and free > now():
        raise TooSoon(from_=free)
    fresh = GroupRound(group_id=group_id, title=title, activity_id=activity_id, opened_at=now())
    db.add(fresh)
    db.flush()
    return fresh


def next_from(rounds: list[GroupRound]) -> datetime | None:
    """When the next round may open; rounds that have shown nothing do not count."""
    shown = [each.closed_at for each in rounds if each.closed_at and each.people]
    return max(shown) + BETWEEN if shown else None


def close(db: Session, visitor: Visitor, round_id: UUID) -> int:
    """Show what may be shown. Returns how many people are behind it; 0 when they are too few."""
    access.require_facilitator(visitor)
    held = _known(db, visitor, round_id, locked=True)
    fresh = close_now(db, held)
    telling.tell_group(db, held.group_id)
    return fresh


def close_now(db: Session, held: GroupRound) -> int:
    """Close, or let out what has come since. Returns how many people more are counted. Commits nothing."""
    held.closed_at = held.closed_at or now()
    rows = _handed_in(db, held, locked=True)
    fresh = releasing.let_out(held, rows)
    db.add_all([held, *rows])
    used = [row.assessment_id for row in rows if row.counted]
    db.execute(update(Assessment).where(col(Assessment.id).in_(used)).values(counted=True))
    return fresh


def remove(db: Session, visitor: Visitor, round_id: UUID) -> None:
    """Only one that has shown nothing: else its place could be taken by a round that it can be subtracted from."""
    access.require_facilitator(visitor)
    held = _known(db, visitor, round_id, locked=True)
    if held.people:
        raise Misfit(sentence("En runde som er vist, kan ikke slettes. Den slettes når gruppa slettes."))
    db.delete(held)
    db.commit()


def open_to(db: Session, visitor: Visitor) -> list[tuple[Group, GroupRound]]:
    """The rounds a leader may hand in to: those of own groups, also after closing; and one to take back from.

    Whoever has left a group is still in its round: else a facilitator could choose who is left in the picture.
    """
    found = []
    for group in profiles.my_groups(db, visitor):
        newest = next(iter(rounds_of(db, group.id)), None)
        if newest:
            found.append((group, newest))
    known = {each.id for _group, each in found}
    left = [id_ for id_, row in taken_part(db, visitor).items() if not row.counted and id_ not in known]
    return found + [(db.get_one(Group, held.group_id), held) for held in (db.get_one(GroupRound, id_) for id_ in left)]


def hand_in(db: Session, visitor: Visitor, round_id: UUID, assessment_id: UUID) -> None:
    """Take part, with a finished assessment that has not been counted elsewhere; until it is counted it may be
    exchanged for a newer one. Raises NotFound, NotOpen or AlreadyUsed.
    """
    held = _known(db, visitor, round_id, locked=True)
    _require_member(db, visitor, held.group_id)
    profiles.known(db, visitor, locked=True)  # two tabs may hand the same one in to two groups
    own = assessing.known(db, visitor, assessment_id)
    if own.finished_at is None:
        raise NotOpen(sentence("Gjør egenvurderingen ferdig først."))
    there = db.get(HandedIn, (held.id, own.profile_id))
    if there and there.counted:
        raise NotOpen(sentence("Svaret ditt er alt talt med i denne runden."))
    used = db.exec(select(HandedIn).where(HandedIn.assessment_id == own.id)).one_or_none()
    if own.counted or (used and used is not there):
        raise AlreadyUsed
    row = there or HandedIn(round_id=held.id, profile_id=own.profile_id)
    row.assessment_id, row.values = own.id, _values(own)
    db.add(row)
    telling.tell_group(db, held.group_id)


def take_back(db: Session, visitor: Visitor, round_id: UUID) -> None:
    """As long as it is not counted."""
    profile = profiles.known(db, visitor)
    held = db.get(GroupRound, round_id, with_for_update=True)  # it may be closed in this very moment
    row = db.get(HandedIn, (round_id, profile.id)) if profile else None
    if row and row.counted:
        raise NotOpen(sentence("Svaret ditt er alt talt med i denne runden."))
    if row and held:
        db.delete(row)
        telling.tell_group(db, held.group_id)


def taken_part(db: Session, visitor: Visitor) -> dict[UUID, HandedIn]:
    """The visitor's own, by round."""
    profile = profiles.known(db, visitor)
    rows = db.exec(select(HandedIn).where(HandedIn.profile_id == profile.id)).all() if profile else []
    return {each.round_id: each for each in rows}


def pictures(db: Session, visitor: Visitor, group_id: UUID) -> list[Picture]:
    """What the group may see of itself, the oldest round first."""
    rounds = for_group(db, visitor, group_id)
    return [found for each in reversed(rounds) if (found := picture_of(each))]


def picture_of(held: GroupRound) -> Picture | None:
    """None when nothing is shown."""
    standing = releasing.standing_of(held)
    if ALL not in standing.people or held.closed_at is None:
        return None
    sums = standing.sums.get(ALL, {})
    layers = {
        layer: {name.removeprefix(f"{layer}."): each.shown for name, each in sums.items() if name.startswith(layer)}
        for layer in LAYERS
    }
    current, wanted = (from_behaviours(balance_model(), layers[layer]) for layer in LAYERS)
    spread = {name.removeprefix("current."): each.spread for name, each in sums.items() if name.startswith("current.")}
    return Picture(held.id, held.title, held.closed_at, standing.people[ALL], current, wanted, spread)


def progress(db: Session, held: GroupRound) -> Progress:
    """Counts alone. Whoever is counted stays so, also after erasing the profile."""
    rows = select(func.count()).select_from(HandedIn).where(HandedIn.round_id == held.id)
    waiting = db.exec(rows.where(~col(HandedIn.counted))).one()
    return Progress(members_in(db, held.group_id), sum(held.people.values()) + waiting, held.floor)


def members_in(db: Session, group_id: UUID) -> int:
    return db.exec(select(func.count()).where(GroupMember.group_id == group_id)).one()


def can_let_out(db: Session, held: GroupRound) -> bool:
    return held.closed_at is not None and releasing.can_let_out(held, _handed_in(db, held))


def _values(own: Assessment) -> dict[str, float]:
    figures = assessing.figures(own)
    layers = {"current": figures.current.behaviours, "wanted": figures.wanted.behaviours}
    return {
        f"{layer}.{name}": value for layer, all_ in layers.items() for name, value in all_.items() if value is not None
    }


def _handed_in(db: Session, held: GroupRound, locked: bool = False) -> list[HandedIn]:
    """`locked`: nobody who is counted now can be erased meanwhile."""
    rows: Any = select(HandedIn).where(HandedIn.round_id == held.id).order_by(col(HandedIn.profile_id))
    return list(db.exec(rows.with_for_update() if locked else rows).all())


def rounds_of(db: Session, group_id: UUID) -> list[GroupRound]:
    """The newest first, for whoever has asked who may."""
    rows = select(GroupRound).where(GroupRound.group_id == group_id)
    return list(db.exec(rows.order_by(col(GroupRound.made_at).desc())).all())


def _known(db: Session, visitor: Visitor, round_id: UUID, locked: bool = False) -> GroupRound:
    found = db.get(GroupRound, round_id, with_for_update=True if locked else None)
    if found is None:
        raise NotFound
    _group(db, visitor, found.group_id)
    return found


def _group(db: Session, visitor: Visitor, group_id: UUID) -> Group:
    """For members, and for facilitators of the group's organisation. Raises NotFound for anybody else."""
    group = db.get(Group, group_id)
    if group is None or group.organisation_id != visitor.organisation_id:
        raise NotFound
    if not visitor.facilitates:
        _require_member(db, visitor, group_id)
    return group


def _require_member(db: Session, visitor: Visitor, group_id: UUID) -> None:
    if db.get(GroupMember, (group_id, visitor.user_id)) is None:
        raise NotFound
