"""Lanseringsplanen: what each audience is to hear, from whom and when, begun from what the room wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.domain.platform import Announcement, Launch, Ref, new_id
from helu.domain.text import clean, one_line
from helu.errors import Misfit, NotFound, sentence
from helu.services import platforms, results, showing
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.store.platform_tables import Platform
from helu.store.tables import Activity, Workshop

PART = "launch"
KIND = "matrix_text"
FIRST = "s6_communicate"  # the template's own question about audiences
LONGEST_MESSAGE, LONGEST = 1000, 200


@dataclass(frozen=True)
class Said:
    """One card the room wrote about an audience."""

    place: str  # the activity
    piece: str
    text: str
    label: str  # the group, when groups answered

    @property
    def ref(self) -> Ref:
        return Ref(place=self.place, piece=self.piece)


@dataclass(frozen=True)
class Audience:
    id: str
    name: str
    cards: tuple[Said, ...]


@dataclass(frozen=True)
class Asked:
    """A question with one text per audience, and where it was asked."""

    activity: UUID
    title: str
    gathering: str
    audiences: tuple[Audience, ...]


def asked(db: Session, platform: Platform) -> list[Asked]:
    """The questions the plan can begin from, the method's own first, then the newest. Only those with answers."""
    found = [
        (activity.key != FIRST, _asked(activity, workshop, audiences))
        for workshop in platforms.gatherings_of(db, platform)
        for activity in _questions(db, workshop)
        if (audiences := _audiences(db, activity))
    ]
    return [each for _second, each in sorted(found, key=lambda pair: pair[0])]


def save(db: Session, visitor: Visitor, platform_id: UUID, rows: Sequence[Mapping[str, Any]], based_on: int) -> Version:
    """The whole plan as it stands in the table; a row without an audience is left out. Sources stay with their row.

    `rows` have id, audience, message, who and when. Raises EditedMeanwhile, Misfit.
    """
    platform = platforms.for_change(db, visitor, platform_id)
    return _write(db, platform, _from_rows(platforms.newest(db, platform, PART), rows), based_on)


def take(
    db: Session,
    visitor: Visitor,
    platform_id: UUID,
    audience: Audience,
    card: Said,
    rows: Sequence[Mapping[str, Any]],
    based_on: int,
) -> Version:
    """Add what the room wrote to the audience's message, and remember where it came from.

    What stands in the table and is not saved yet is saved along with it.
    """
    platform = platforms.for_change(db, visitor, platform_id)
    if card not in [each for one in asked(db, platform) for same in one.audiences for each in same.cards]:
        raise NotFound
    plan = _from_rows(platforms.newest(db, platform, PART), rows)
    known = next((each for each in plan if audience.id == each.id or audience.name == each.audience), None)
    if known is None:
        known = _announcement(audience.id, audience.name, "", "", "", [])
        plan.append(known)
    if card.ref not in known.sources:
        text = f"{known.message}\n{card.text}".strip()
        _require_room(text)
        plan[plan.index(known)] = known.model_copy(update={"message": text, "sources": [*known.sources, card.ref]})
    return _write(db, platform, plan, based_on)


def restore(db: Session, visitor: Visitor, platform_id: UUID, number: int, based_on: int) -> Version:
    """An earlier version of the plan once more, as the newest."""
    return platforms.restore(db, platforms.for_change(db, visitor, platform_id), PART, number, based_on)


def _questions(db: Session, workshop: Workshop) -> Sequence[Activity]:
    planned = select(Activity).where(
        Activity.workshop_id == workshop.id, Activity.kind == KIND, col(Activity.removed_at).is_(None)
    )
    return db.exec(planned.order_by(col(Activity.position))).all()


def _asked(activity: Activity, workshop: Workshop, audiences: tuple[Audience, ...]) -> Asked:
    return Asked(activity.id, activity.title, workshop.title, audiences)


def _audiences(db: Session, activity: Activity) -> tuple[Audience, ...]:
    """Empty when nobody has written anything. Hidden cards are left out."""
    answers = results.answers_to(db, activity)
    rows = showing.settings_of(activity, db).rows
    field = ACTIVITIES[KIND].fields(showing.settings_of(activity, db))[0].name
    made = []
    for row in rows:
        written = [(given, given.values[field].get(row.id, "")) for given in answers]
        cards = [
            Said(str(activity.id), given.key(f"{field}:{text}"), text, given.label) for given, text in written if text
        ]
        made.append(Audience(row.id, row.text, tuple(cards)))
    return tuple(made) if any(each.cards for each in made) else ()


def _from_rows(before: Version, rows: Sequence[Mapping[str, Any]]) -> list[Announcement]:
    assert isinstance(before.content, Launch)
    sources = {each.id: each.sources for each in before.content.audiences}
    plan = []
    for row in rows:
        texts = {name: clean(str(row.get(name) or "")) for name in ("audience", "message", "who", "when")}
        if not texts["audience"]:
            if any(texts.values()):
                raise Misfit(sentence("Skriv hvilken målgruppe det gjelder, på hver rad."))
            continue
        id_ = str(row.get("id") or "") or new_id()
        about = one_line(texts["audience"]), texts["message"], one_line(texts["who"]), one_line(texts["when"])
        plan.append(_announcement(id_, *about, sources.get(id_, [])))
    return plan


def _announcement(id_: str, audience: str, message: str, who: str, when: str, sources: list[Ref]) -> Announcement:
    _require_room(message)
    try:
        return Announcement(id=id_, audience=audience, message=message, who=who, when=when, sources=sources)
    except ValidationError:
        raise Misfit(sentence("Målgruppe, hvem og når har plass til {most} tegn. Kort ned."), most=LONGEST) from None


def _require_room(message: str) -> None:
    if len(message) > LONGEST_MESSAGE:
        raise Misfit(sentence("Et budskap har plass til {most} tegn. Kort det ned først."), most=LONGEST_MESSAGE)


def _write(db: Session, platform: Platform, plan: list[Announcement], based_on: int) -> Version:
    try:
        content = Launch(audiences=plan)
    except ValidationError:
        raise Misfit(sentence("Planen har plass til 20 målgrupper. Slå sammen noen.")) from None
    return platforms.write(db, platform, PART, content, based_on)
