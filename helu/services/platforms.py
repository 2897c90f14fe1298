"""A leader group's platform: find it, read it, and write a new version of a part of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete, select

from helu.activities.base import What
from helu.domain.material import Thing, addresses
from helu.domain.platform import PARTS, Part
from helu.domain.text import one_line
from helu.errors import EditedMeanwhile, Misfit, NotFound, sentence
from helu.i18n import _
from helu.services import access, showing
from helu.services.access import Visitor
from helu.services.telling import tell_changed
from helu.store.database import made_once
from helu.store.platform_tables import Platform, PlatformText, Pulse
from helu.store.tables import Group, GroupMember, Workshop

TITLES = {
    "poster": sentence("Formålsplakaten"),
    "purpose": sentence("Formål"),
    "development_goals": sentence("Utviklingsmål"),
    "group_norms": sentence("Gruppenormer"),
    "matters": sentence("Saker"),
    "case_handling": sentence("Sakshåndtering"),
    "annual_cycle_meetings": sentence("Årshjul og møtestruktur"),
    "continuous_improvement": sentence("Kontinuerlig forbedring"),
    "matter_list": sentence("Sakene våre"),
    "values": sentence("Verdier"),
    "structure_culture": sentence("Struktur og kultur"),
    "principles": sentence("Ledelsesprinsipper"),
    "year": sentence("Årshjulet"),
    "launch": sentence("Lanseringsplan"),
}


@dataclass(frozen=True)
class Version:
    """One version of a part. Number 0, empty, when nothing is written yet."""

    part: str
    number: int
    content: Part
    status: str = "draft"  # draft, in_review or adopted
    role: str = ""
    note: str = ""
    made_at: datetime | None = None

    @property
    def locked(self) -> bool:
        return self.status == "adopted"


def of_workshop(db: Session, workshop: Workshop) -> Platform:
    """The platform of the gathering's group, or its own when it has none; made when it is missing. Commits nothing."""
    return known_of(db, workshop) or _made(db, workshop)


def _made(db: Session, workshop: Workshop) -> Platform:
    fresh = Platform(
        organisation_id=workshop.organisation_id,
        group_id=workshop.group_id,
        workshop_id=None if workshop.group_id else workshop.id,
    )
    return made_once(db, fresh, lambda: known_of(db, workshop))


def known_of(db: Session, workshop: Workshop) -> Platform | None:
    """The same without making one, for those who only read."""
    mine = Platform.group_id == workshop.group_id if workshop.group_id else Platform.workshop_id == workshop.id
    return db.exec(select(Platform).where(mine)).one_or_none()


def for_visitor(db: Session, visitor: Visitor, platform_id: UUID) -> Platform:
    """For facilitators of the organisation, and for the members of the group. Raises NotFound."""
    found = db.get(Platform, platform_id)
    if found is None or found.organisation_id != visitor.organisation_id:
        raise NotFound
    if not visitor.facilitates and (
        found.group_id is None or db.get(GroupMember, (found.group_id, visitor.user_id)) is None
    ):
        raise NotFound
    return found


def for_change(db: Session, visitor: Visitor, platform_id: UUID) -> Platform:
    access.require_facilitator(visitor)
    return for_visitor(db, visitor, platform_id)


def name_of(db: Session, platform: Platform) -> str:
    """The group's name, or the gathering's title when there is no group."""
    if platform.group_id:
        return db.get_one(Group, platform.group_id).name
    return db.get_one(Workshop, platform.workshop_id).title


def newest(db: Session, platform: Platform, part: str) -> Version:
    rows = _of(platform, part).order_by(col(PlatformText.number).desc()).limit(1)
    row = db.exec(rows).one_or_none()
    return _version(row) if row else Version(part, 0, _part(part)())


def versions(db: Session, platform: Platform, part: str) -> list[Version]:
    """The newest first."""
    return [_version(row) for row in db.exec(_of(platform, part).order_by(col(PlatformText.number).desc())).all()]


def version(db: Session, platform: Platform, part: str, number: int) -> Version:
    row = db.get(PlatformText, (platform.id, part, number))
    if row is None:
        raise NotFound
    return _version(row)


def last_adopted(db: Session, platform: Platform, part: str) -> Version | None:
    return next((each for each in versions(db, platform, part) if each.locked), None)


def write(
    db: Session,
    platform: Platform,
    part: str,
    content: Part,
    based_on: int,
    role: str = "",
    note: str = "",
    status: str = "draft",
    unlock: bool = False,
) -> Version:
    """A new version. `based_on` is the number the writer saw; `unlock` also writes on from an adopted text.

    Raises EditedMeanwhile when there is a newer one, and Misfit when the newest is adopted and locked.
    """
    db.get(Platform, platform.id, populate_existing=True, with_for_update=True)
    before = newest(db, platform, part)
    if before.number != based_on:
        raise EditedMeanwhile
    if before.locked and status == "adopted" and not unlock:
        return before
    if before.locked and not unlock:
        raise Misfit(sentence("Teksten er vedtatt og låst. Åpne den på nytt for å endre den."))
    if before.number and before.content == content and before.status == status:
        return before
    row = PlatformText(
        platform_id=platform.id,
        part=part,
        number=before.number + 1,
        content=_part(part).model_validate(content.model_dump()).model_dump(mode="json"),
        status=status,
        role=one_line(role)[:80],
        note=one_line(note)[:400],
    )
    db.add(row)
    tell(db, platform)
    return _version(row)


def adopt(db: Session, platform: Platform, part: str, based_on: int, role: str = "") -> Version:
    """Lock the newest version as decided."""
    before = newest(db, platform, part)
    return write(db, platform, part, before.content, based_on, role, status="adopted")


def reopen(db: Session, platform: Platform, part: str, based_on: int, role: str = "") -> Version:
    """A new draft that begins from what was adopted. What was adopted stays among the versions."""
    before = newest(db, platform, part)
    return write(db, platform, part, before.content, based_on, role, _("Åpnet på nytt"), unlock=True)


def restore(db: Session, platform: Platform, part: str, number: int, based_on: int, role: str = "") -> Version:
    """An earlier version once more, as the newest."""
    old = version(db, platform, part, number)
    note = _("Hentet tilbake fra versjon {number}", number=number)
    return write(db, platform, part, old.content, based_on, role, note, unlock=True)


def tell(db: Session, platform: Platform) -> None:
    """Commit, and redraw every screen that may show the platform."""
    for workshop in gatherings_of(db, platform):
        tell_changed(db, workshop)
    db.commit()


def gatherings_of(db: Session, platform: Platform) -> list[Workshop]:
    """The gatherings that work on this platform, the newest first."""
    mine = Workshop.group_id == platform.group_id if platform.group_id else Workshop.id == platform.workshop_id
    rows = select(Workshop).where(mine, col(Workshop.removed_at).is_(None))
    return list(db.exec(rows.order_by(col(Workshop.created_at).desc())).all())


def drop_pulses(db: Session, owned: Any) -> list[UUID]:
    """Erase the pulses of the platforms for which the condition `owned` holds, before those go. Commits nothing.

    A pulse that lost its platform would be an ordinary gathering, whose answers anybody on the desk could read.
    """
    mine = select(Pulse.workshop_id).join(Platform, col(Platform.id) == col(Pulse.platform_id)).where(owned)
    ids = list(db.exec(mine).all())
    db.execute(delete(Workshop).where(col(Workshop.id).in_(ids)))
    for each in ids:
        showing.forget(each)
    return ids


def is_part(name: str) -> bool:
    return name in PARTS


def title_of(part: str) -> str:
    return _(TITLES[part])


def place_of(platform: Platform, part: str) -> str:
    return f"platform:{platform.id}:{part}"


def things_of(db: Session, workshop: Workshop, part: str, what: What) -> list[tuple[str, Thing]]:
    """The rows of the newest version, as material."""
    platform = known_of(db, workshop)
    if platform is None or what != "lines":
        return []
    place = place_of(platform, part)
    return [(place, thing) for thing in _things(newest(db, platform, part).content)]


def offered(db: Session, workshop: Workshop) -> Iterator[tuple[str, What, list[Thing]]]:
    """The parts that have rows to take."""
    platform = known_of(db, workshop)
    for part in PARTS if platform else ():
        assert platform is not None
        if made := _things(newest(db, platform, part).content):
            yield part, "lines", made


def all_of(db: Session, place: str) -> list[Thing]:
    """Everything a part has ever held, the newest wording first, for trails from older texts."""
    _word, platform_id, part = place.split(":", 2)
    platform = db.get(Platform, UUID(platform_id))
    if platform is None:
        return []
    found: dict[str, Thing] = {}
    for each in versions(db, platform, part):
        for thing in _things(each.content):
            found.setdefault(thing.key, thing)
    return list(found.values())


def _things(content: Part) -> list[Thing]:
    rows = [row for row in content.rows() if row.text]
    return [Thing(row.id, row.text, addresses(ref.model_dump() for ref in row.sources)) for row in rows]


def _of(platform: Platform, part: str) -> Any:
    return select(PlatformText).where(PlatformText.platform_id == platform.id, PlatformText.part == part)


def _part(name: str) -> type[Part]:
    if name not in PARTS:
        raise NotFound
    return PARTS[name]


def _version(row: PlatformText) -> Version:
    content = _part(row.part).model_validate(row.content)
    return Version(row.part, row.number, content, row.status, row.role, row.note, row.made_at)
