"""What is done to the parts of a platform on the desk: write, adopt, open again, and fetch what the room has said.

Every deed asks who is asking, and makes a new version with the role of whoever wrote it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from helu.activities import ACTIVITIES
from helu.activities.base import Source
from helu.activities.platform_wheel import ENTRY_KINDS
from helu.content import method
from helu.documents.calendar import calendar_file
from helu.domain.material import Thing
from helu.domain.platform import Element, Line, Matter, Part, Ref, Value, Year, new_id
from helu.domain.text import clean, one_line
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import _
from helu.services import access, editing, gatherings, material, platforms
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.store.platform_tables import Platform
from helu.store.tables import Activity, Group, Workshop

FULL = sentence("Det er ikke plass til flere her. Ta bort noe først.")


@dataclass(frozen=True)
class Offer:
    """Something that a part of the platform could take from a gathering."""

    workshop: Workshop
    source: Source
    title: str
    count: int


def begin(db: Session, visitor: Visitor, group_id: UUID) -> Platform:
    """The group's platform; made when it has none. Raises NoAccess and NotFound."""
    access.require_facilitator(visitor)
    group = db.get(Group, group_id)
    if group is None or group.organisation_id != visitor.organisation_id:
        raise NotFound
    found = db.exec(select(Platform).where(Platform.group_id == group.id)).one_or_none()
    if found is None:
        found = Platform(organisation_id=group.organisation_id, group_id=group.id)
        db.add(found)
        db.commit()
    return found


def begin_for(db: Session, visitor: Visitor, code: str) -> Platform:
    """The platform of the gathering with this code; made when it has none."""
    found = platforms.of_workshop(db, access.workshop_for(db, visitor, code))
    db.commit()
    return found


def keep(
    db: Session, visitor: Visitor, platform_id: UUID, part: str, content: Part, based_on: int, note: str = ""
) -> Version:
    """A new version. Raises EditedMeanwhile when somebody has written since, and Misfit when the text is adopted."""
    platform = platforms.for_change(db, visitor, platform_id)
    return platforms.write(db, platform, part, _tidy(content), based_on, role_of(visitor), note)


def adopt(db: Session, visitor: Visitor, platform_id: UUID, part: str, based_on: int) -> Version:
    platform = platforms.for_change(db, visitor, platform_id)
    if platforms.newest(db, platform, part).number == 0:
        raise Misfit(sentence("Det er ikke skrevet noe her ennå. Lagre en tekst før dere vedtar den."))
    return platforms.adopt(db, platform, part, based_on, role_of(visitor))


def reopen(db: Session, visitor: Visitor, platform_id: UUID, part: str, based_on: int) -> Version:
    platform = platforms.for_change(db, visitor, platform_id)
    return platforms.reopen(db, platform, part, based_on, role_of(visitor))


def restore(db: Session, visitor: Visitor, platform_id: UUID, part: str, number: int, based_on: int) -> Version:
    platform = platforms.for_change(db, visitor, platform_id)
    return platforms.restore(db, platform, part, number, based_on, role_of(visitor))


def add_work(db: Session, visitor: Visitor, platform_id: UUID, part: str, text: str) -> Version:
    """Open work can be added to an adopted element too: what was decided stays decided."""
    said = one_line(text)[:400]
    if not said:
        raise Misfit(sentence("Skriv hva som gjenstår."))
    return _change_work(db, visitor, platform_id, part, said, lambda work: [*work, Line(text=said)])


def finish_work(db: Session, visitor: Visitor, platform_id: UUID, part: str, line_id: str) -> Version:
    """Done: it leaves the list, and stays among the versions."""
    return _change_work(
        db, visitor, platform_id, part, _("Gjort"), lambda work: [each for each in work if each.id != line_id]
    )


def offers(db: Session, visitor: Visitor, platform_id: UUID) -> list[Offer]:
    """Everything the group's gatherings have made, the newest gathering first."""
    platform = platforms.for_change(db, visitor, platform_id)
    nobody = Activity()  # type: ignore[call-arg]  # what could be taken by an activity that is not there
    return [
        Offer(workshop, each.source, each.title, each.count)
        for workshop in platforms.gatherings_of(db, platform)
        for each in material.offers(db, workshop, nobody)
        if not platforms.is_part(each.source.activity)
    ]


def offered(db: Session, offer: Offer) -> list[tuple[str, Thing]]:
    """What an offer holds: (the place it was made, the thing)."""
    return material.collect(db, offer.workshop, [offer.source])


def take(
    db: Session, visitor: Visitor, platform_id: UUID, part: str, into: str, offer: Offer, keys: Collection[str]
) -> Version:
    """Lines out of what the room has said, with the way back to it. What is there already is not taken twice.

    `into` names the list, such as `matters` or `culture`; `actions:<id>` and `attitudes:<id>` are a value's
    signs, and `text` is the text of an element.
    """
    platform = platforms.for_change(db, visitor, platform_id)
    if offer.workshop.id not in {each.id for each in platforms.gatherings_of(db, platform)}:
        raise NotFound
    found = [(place, thing) for place, thing in offered(db, offer) if thing.key in keys]
    db.get(Platform, platform.id, populate_existing=True, with_for_update=True)
    before = platforms.newest(db, platform, part)
    content = _filled(before.content.model_copy(deep=True), into, found)
    note = _("Hentet fra «{title}»", title=offer.title)
    return platforms.write(db, platform, part, content, before.number, role_of(visitor), note)


def suggest(db: Session, visitor: Visitor, platform_id: UUID, element: str) -> Activity:
    """Put the activity that would move the element on in the group's newest gathering; «status» asks of all seven."""
    platform = platforms.for_change(db, visitor, platform_id)
    held = rooms(db, platform)
    if not held:
        raise Misfit(sentence("Gruppa har ingen samling ennå. Lag en under «Samlinger» først."))
    workshop, hint = held[0], ""
    if element == "status":
        kind, title, hint, settings = method.status_check(workshop.language)
    else:
        kind, title, settings = method.suggested(element, workshop.language)
    activity = editing.add_activity(db, workshop, kind, _last_item(db, workshop), title)
    frame = {"title": title, "hint": hint}
    editing.change(db, workshop, activity, activity.edition, frame, settings)
    return activity


def rooms(db: Session, platform: Platform) -> list[Workshop]:
    """The gatherings that people meet in, the newest first: not those that are only a link with a few questions."""
    return [each for each in platforms.gatherings_of(db, platform) if access.pulse_of(db, each.id) is None]


def suggestion_words(element: str, language: str) -> tuple[str, str]:
    """(title, what kind of activity it is) of what `suggest` would add, before it is added."""
    if element == "status":
        kind, title, _hint, _settings = method.status_check(language)
    else:
        kind, title, _settings = method.suggested(element, language)
    return title, _(ACTIVITIES[kind].title)


def calendar_of(db: Session, visitor: Visitor, platform_id: UUID, first: date) -> bytes:
    """The annual wheel as a calendar file, for everybody who may read the platform."""
    platform = platforms.for_visitor(db, visitor, platform_id)
    newest = platforms.newest(db, platform, "year")
    assert isinstance(newest.content, Year)
    kinds = {kind: _(words) for kind, words in ENTRY_KINDS.items()}
    name = _("Årshjulet: {group}", group=platforms.name_of(db, platform))
    return calendar_file(name, newest.content.entries, first, str(platform.id), kinds, newest.number)


def role_of(visitor: Visitor) -> str:
    """Versions say the role of whoever wrote them, not the name."""
    return _("fasilitator") if visitor.facilitates else _("leder")


def _last_item(db: Session, workshop: Workshop) -> UUID:
    """Where new work goes: the last item that is work, else the last of all."""
    items = gatherings.items_in(db, workshop.id)
    items = items or [editing.add_item(db, workshop, _("Lederplattformen"))]
    return next((each.id for each in reversed(items) if each.kind == "workshop"), items[-1].id)


def _change_work(db: Session, visitor: Visitor, platform_id: UUID, part: str, note: str, change: Any) -> Version:
    platform = platforms.for_change(db, visitor, platform_id)
    db.get(Platform, platform.id, populate_existing=True, with_for_update=True)
    before = platforms.newest(db, platform, part)
    if not isinstance(before.content, Element):
        raise NotFound
    content = before.content.model_copy(update={"open_work": change(before.content.open_work)})
    if len(content.open_work) > 30:
        raise Misfit(FULL)
    role = role_of(visitor)
    return platforms.write(db, platform, part, content, before.number, role, note, before.status, unlock=before.locked)


def _filled(content: Part, into: str, found: Sequence[tuple[str, Thing]]) -> Part:
    name, _colon, value_id = into.partition(":")
    refs = [Ref(place=place, piece=thing.key) for place, thing in found]
    if isinstance(content, Element) and name == "text":
        content.text = "\n".join(filter(None, [content.text, *(thing.text for _place, thing in found)]))[:4000]
        content.sources += [ref for ref in refs if ref not in content.sources]
        return content
    owner: Any = content
    if value_id:
        owner = next((each for each in getattr(content, "values", ()) if each.id == value_id), None)
    if not isinstance(held := getattr(owner, name, None), list):
        raise NotFound
    shapes: dict[str, type[Line]] = {"matters": Matter, "values": Value}
    known = {(ref.place, ref.piece) for each in held for ref in each.sources}
    for ref, (_place, thing) in zip(refs, found, strict=True):
        if (ref.place, ref.piece) not in known:
            held.append(shapes.get(name, Line)(id=new_id(), text=one_line(thing.text)[:400], sources=[ref]))
    most = next((each.max_length for each in type(owner).model_fields[name].metadata if hasattr(each, "max_length")), 0)
    if len(held) > most:
        raise Misfit(FULL)
    return content


def _tidy(content: Part) -> Part:
    """Text as it may be stored, without lines that say nothing."""
    return type(content).model_validate(_tidied(content.model_dump()))


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        kept = [_tidied(each) for each in value]
        return [each for each in kept if not (isinstance(each, dict) and "text" in each and not each["text"])]
    if isinstance(value, dict):
        return {name: _tidied(each) for name, each in value.items()}
    return value
