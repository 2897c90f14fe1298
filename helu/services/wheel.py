"""The wheel of a platform: how each element stands, when it was decided, and what remains."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.activities.platform_wheel import Shown
from helu.content import method
from helu.domain import wheel
from helu.domain.phase import Phase
from helu.domain.platform import ELEMENTS, Element, Matters, Part, Poster, Values, Year
from helu.domain.wheel import HIGH, LOW, Segment, Status, Wheel
from helu.services import access, platforms, results
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.services.states import Keeper
from helu.store.platform_tables import Decision, Platform
from helu.store.tables import Activity, Group, GroupMember, Workshop

Held = TypeVar("Held", bound=Part)


@dataclass(frozen=True)
class Stand:
    """All that is known of one element."""

    key: str
    title: str
    version: Version
    statuses: list[Status] = field(default_factory=list)  # the oldest first
    decided: date | None = None

    @property
    def content(self) -> Element:
        assert isinstance(self.version.content, Element)
        return self.version.content

    @property
    def status(self) -> Status | None:
        return self.statuses[-1] if self.statuses else None


@dataclass(frozen=True)
class Listed:
    """A group, or a gathering without one, with its platform when there is one."""

    name: str
    group_id: UUID | None
    platform: Platform | None
    code: str = ""  # of the gathering, when it has no group
    segments: list[Segment] = field(default_factory=list)


def stands(db: Session, platform: Platform, language: str) -> list[Stand]:
    """The seven elements, in the order of the method."""
    said = statuses(db, platform)
    decisions = db.exec(select(Decision).where(Decision.platform_id == platform.id)).all()
    return [
        Stand(
            each.id,
            method.said(each.title, language),
            platforms.newest(db, platform, each.id),
            said[each.id],
            decided(db, platform, each.id, decisions),
        )
        for each in method.platform().elements
    ]


def segments(found: Sequence[Stand]) -> list[Segment]:
    return [
        Segment(
            each.key,
            each.title,
            each.status.mean if each.status else None,
            each.status.answered if each.status else 0,
            each.decided,
            len(each.content.open_work),
            bool(each.content.text or any(each.content.asides.values())),
        )
        for each in found
    ]


def wheel_of(db: Session, platform: Platform, language: str) -> Wheel:
    centre = method.platform().centre
    title, keyword = method.said(centre.title, language), method.said(centre.keyword, language)
    return Wheel(title, keyword, segments(stands(db, platform, language)))


def statuses(db: Session, platform: Platform) -> dict[str, list[Status]]:
    """Element -> what the group has said of it in its gatherings, the oldest first; never below the floor."""
    found: dict[str, list[Status]] = {each: [] for each in ELEMENTS}
    for workshop in reversed(platforms.gatherings_of(db, platform)):
        asked = select(Activity).where(Activity.workshop_id == workshop.id, col(Activity.removed_at).is_(None))
        for activity in db.exec(asked.order_by(col(Activity.position))).all():
            for element in _elements_asked(workshop, activity):
                scores = [each.values.get(element) for each in results.answers_to(db, activity)]
                said = wheel.status_of(scores, workshop.title, workshop.created_at.date())
                found[element] += [said] if said else []
    return found


def decided(db: Session, platform: Platform, part: str, decisions: Sequence[Decision]) -> date | None:
    """When the part was last decided: by a decision about it, or when its text was adopted."""
    days = [each.decided_on for each in decisions if each.part == part and each.outcome != "returned"]
    if adopted := _adopted_on(platforms.versions(db, platform, part)):
        days.append(adopted)
    return max(days, default=None)


def listed(db: Session, visitor: Visitor) -> list[Listed]:
    """For facilitators: the groups of the organisation, then gatherings that have a platform and no group."""
    access.require_facilitator(visitor)
    known = db.exec(select(Platform).where(Platform.organisation_id == visitor.organisation_id)).all()
    of_group = {each.group_id: each for each in known if each.group_id}
    mine = select(Group).where(Group.organisation_id == visitor.organisation_id).order_by(col(Group.name))
    found = [_listed(db, visitor, each.name, each.id, of_group.get(each.id)) for each in db.exec(mine).all()]
    for platform in known:
        workshop = db.get(Workshop, platform.workshop_id) if platform.workshop_id else None
        if workshop and not workshop.removed_at:
            found.append(_listed(db, visitor, workshop.title, None, platform, workshop.code))
    return found


def mine(db: Session, visitor: Visitor) -> list[tuple[Group, Platform]]:
    """The platforms of the groups this person is a member of."""
    rows = select(Group, Platform).join(Platform, col(Platform.group_id) == Group.id).join(GroupMember)
    rows = rows.where(GroupMember.user_id == visitor.user_id, Group.organisation_id == visitor.organisation_id)
    return list(db.exec(rows.order_by(col(Group.name))).all())


def read(db: Session, activity: Activity) -> Shown:
    """What the wall shows of the platform, in the language of the activity."""
    platform = platforms.known_of(db, db.get_one(Workshop, activity.workshop_id))
    if platform is None:
        platform = Platform(organisation_id=UUID(int=0))  # nothing is written yet, and it shows as that
    show = activity.settings.get("show", "wheel")
    if show == "wheel":
        return Shown(wheel=wheel_of(db, platform, activity.language))
    if show == "year":
        return Shown(year=_content(db, platform, "year", Year))
    if show == "values":
        return Shown(values=_content(db, platform, "values", Values))
    matters = _content(db, platform, "matter_list", Matters)
    return Shown(matters=matters, lines=_content(db, platform, "poster", Poster).lines)


def _content(db: Session, platform: Platform, part: str, shape: type[Held]) -> Held:
    content = platforms.newest(db, platform, part).content
    assert isinstance(content, shape)
    return content


def _listed(
    db: Session, visitor: Visitor, name: str, group_id: UUID | None, platform: Platform | None, code: str = ""
) -> Listed:
    made = segments(stands(db, platform, visitor.language)) if platform else []
    return Listed(name, group_id, platform, code, made)


def _elements_asked(workshop: Workshop, activity: Activity) -> list[str]:
    """The elements an activity asks the status of, unless it is at work with its answers still hidden."""
    settings: dict[str, Any] = activity.settings
    if "statements" not in settings or "statements" not in ACTIVITIES[activity.kind].Settings.model_fields:
        return []
    if (settings.get("low", 1), settings.get("high", 7)) != (LOW, HIGH):
        return []
    at_work = workshop.current_activity_id == activity.id and workshop.phase in {Phase.OPEN, Phase.CLOSED}
    if at_work and not activity.live:
        return []
    return [each["id"] for each in settings["statements"] if each["id"] in ELEMENTS]


def _adopted_on(versions: Sequence[Version]) -> date | None:
    """When the last adopted text was adopted; versions adopted in a row are one text with other open work."""
    found = None
    for each in versions:
        if each.locked:
            found = each.made_at
        elif found:
            break
    return found.date() if found else None


KEEPER = Keeper(read)
