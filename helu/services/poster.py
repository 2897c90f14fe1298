"""The purpose poster of a leader group: write it, ask about it, comment on it, and decide it.

What is typed is kept as it is typed. One sitting of the same role is one version, so that the list of
versions tells of what people did and not of keystrokes; what takes something away begins a new one.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.activities.base import Source
from helu.domain.platform import Line, Meaning, Poster, Ref
from helu.domain.text import one_line
from helu.domain.together import together
from helu.errors import EditedMeanwhile, Misfit, NotFound, sentence
from helu.i18n import _, speaking
from helu.live import hub
from helu.services import access, editing, gatherings, platforms, results, running, showing
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.services.states import Keeper
from helu.store.platform_tables import LineComment, Platform, PlatformText
from helu.store.rows import now
from helu.store.tables import Activity, Workshop

PART = "poster"
SITTING = timedelta(minutes=10)
WEIGHED_BY = "agreement"  # the kind that weighs support
_ADOPTED = sentence("Teksten er vedtatt og låst. Åpne den på nytt for å endre den.")


@dataclass(frozen=True)
class Heard:
    """What the room has said about the poster from its phones."""

    asked: Counter[str]  # word id -> how many want it explained
    comments: dict[str, list[str]]  # line id -> anonymous comments that nobody has dealt with yet


def read(db: Session, activity: Activity) -> Version:
    """The newest version, empty before anything is written."""
    platform = platforms.known_of(db, db.get_one(Workshop, activity.workshop_id))
    return platforms.newest(db, platform, PART) if platform else Version(PART, 0, Poster())


def text_of(version: Version) -> Poster:
    """What stands in a version of the poster."""
    assert isinstance(version.content, Poster)
    return version.content


def of_workshop(db: Session, visitor: Visitor, workshop: Workshop) -> Platform:
    """The platform whose poster the gathering works on; made when it is missing."""
    platform = platforms.of_workshop(db, workshop)
    platforms.for_change(db, visitor, platform.id)
    db.commit()
    return platform


def save(
    db: Session, visitor: Visitor, platform_id: UUID, content: Poster, base: Version, fresh: bool = False
) -> Version:
    """Keep what was written from `base`; `fresh` begins a new version even within a sitting.

    Raises EditedMeanwhile when somebody else has written since, and Misfit when the text is locked.
    """
    platform = _held(db, visitor, platform_id)
    newest = platforms.newest(db, platform, PART)
    _require_same(newest, base)
    if newest.locked:
        raise Misfit(_ADOPTED)
    if newest.content == content:
        return newest
    if not fresh and newest.role == role_of(visitor) and _is_same_sitting(newest):
        row = db.get_one(PlatformText, (platform.id, PART, newest.number))
        row.content = content.model_dump(mode="json")
        db.add(row)
        platforms.tell(db, platform)
    else:
        platforms.write(db, platform, PART, content, newest.number, role_of(visitor), status=newest.status)
    return _told(db, platform)


def insist(db: Session, visitor: Visitor, platform_id: UUID, base: Poster, mine: Poster, theirs: Version) -> Version:
    """My words where both have changed the same; theirs everywhere else. Theirs stays among the versions."""
    content = together(base, mine, text_of(theirs), mine_wins=True)
    if content is None:
        raise Misfit(sentence("Plakaten har plass til seks linjer. Slå sammen to, eller ta bort en, og prøv igjen."))
    return save(db, visitor, platform_id, content, theirs, fresh=True)


def bring_back(db: Session, visitor: Visitor, platform_id: UUID, number: int) -> Version:
    """Take back what was just done: an earlier version on top of the newest."""
    newest = platforms.newest(db, platforms.for_change(db, visitor, platform_id), PART)
    return restore(db, visitor, platform_id, number, newest.number)


def set_aside(db: Session, visitor: Visitor, platform_id: UUID, content: Poster, theirs: Version) -> Version:
    """Keep what was written as a version, and theirs as the newest again: nothing is thrown away."""
    platform = _held(db, visitor, platform_id)
    _require_same(platforms.newest(db, platform, PART), theirs)
    if theirs.locked:
        raise Misfit(_ADOPTED)
    note = _("Satt til side")
    mine = platforms.write(db, platform, PART, content, theirs.number, role_of(visitor), note, theirs.status)
    platforms.restore(db, platform, PART, theirs.number, mine.number, role_of(visitor))
    return _told(db, platform)


def set_status(db: Session, visitor: Visitor, platform_id: UUID, base: Version, status: str) -> Version:
    """Between draft and in review, or adopted, which locks the text."""
    platform = _held(db, visitor, platform_id)
    newest = platforms.newest(db, platform, PART)
    _require_same(newest, base)
    if status == "adopted":
        if not any(line.text for line in newest.content.rows()):
            raise Misfit(sentence("Plakaten er tom. Skriv minst én linje før dere vedtar den."))
        platforms.adopt(db, platform, PART, newest.number, role_of(visitor))
    else:
        platforms.write(db, platform, PART, newest.content, newest.number, role_of(visitor), status=status)
    return _told(db, platform)


def reopen(db: Session, visitor: Visitor, platform_id: UUID, base: Version) -> Version:
    platform = _held(db, visitor, platform_id)
    platforms.reopen(db, platform, PART, base.number, role_of(visitor))
    return _told(db, platform)


def restore(db: Session, visitor: Visitor, platform_id: UUID, number: int, base_number: int) -> Version:
    """An earlier version once more. Also takes back a line that was removed."""
    platform = _held(db, visitor, platform_id)
    if platforms.newest(db, platform, PART).locked:
        raise Misfit(_ADOPTED)
    platforms.restore(db, platform, PART, number, base_number, role_of(visitor))
    return _told(db, platform)


def explain(db: Session, visitor: Visitor, platform_id: UUID, what: str, text: str) -> Version:
    """Say what a word or a line means for us, on top of whatever is newest."""
    platform = _held(db, visitor, platform_id)
    newest = platforms.newest(db, platform, PART)
    content = text_of(newest).model_copy(deep=True)
    meaning = next((each for each in content.meanings if each.what.casefold() == what.casefold()), None)
    if meaning is None:
        content.meanings.append(meaning := Meaning(what=one_line(what)[:200]))
    meaning.text = one_line(text)[:1000]
    if not meaning.text:
        raise Misfit(sentence("Skriv hva ordet betyr for dere."))
    return save(db, visitor, platform_id, content, newest)


def heard(db: Session, platform: Platform) -> Heard:
    """From every gathering that works on this poster."""
    asked: Counter[str] = Counter()
    comments: defaultdict[str, list[str]] = defaultdict(list)
    dealt_with = {(each.line, each.text) for each in comments_on(db, platform) if each.role == room()}
    for activity in _shown_in(db, platform):
        for given in results.answers_to(db, activity):
            asked.update(given.values.get("unclear", ()))
            for line, text in given.values.get("comments", {}).items():
                if (line, text) not in dealt_with and text not in comments[line]:
                    comments[line].append(text)
    return Heard(asked, {line: sorted(said) for line, said in comments.items()})


def comments_on(db: Session, platform: Platform) -> list[LineComment]:
    """What was said on the desk, the oldest first."""
    said = select(LineComment).where(LineComment.platform_id == platform.id, LineComment.part == PART)
    return list(db.exec(said.order_by(col(LineComment.made_at), col(LineComment.id))).all())


def comment(db: Session, visitor: Visitor, platform_id: UUID, line: str, text: str) -> None:
    platform = platforms.for_change(db, visitor, platform_id)
    said = one_line(text)[:1000]
    if not said:
        raise Misfit(sentence("Skriv en merknad først."))
    db.add(LineComment(platform_id=platform.id, part=PART, line=line[:40], text=said, role=role_of(visitor)))
    db.commit()


def deal_with(db: Session, visitor: Visitor, platform_id: UUID, line: str, text: str) -> None:
    """A comment from a phone is done with. It is kept with the poster, as the room's."""
    platform = platforms.for_change(db, visitor, platform_id)
    kept = LineComment(platform_id=platform.id, part=PART, line=line[:40], text=text[:1000], role=room(), done=True)
    db.add(kept)
    db.commit()


def set_done(db: Session, visitor: Visitor, platform_id: UUID, comment_id: UUID, done: bool) -> None:
    platform = platforms.for_change(db, visitor, platform_id)
    found = db.get(LineComment, comment_id)
    if found is None or found.platform_id != platform.id:
        raise NotFound
    found.done = done
    db.add(found)
    db.commit()


def weigh(db: Session, visitor: Visitor, workshop: Workshop) -> Activity:
    """An activity that weighs the support for each line, right after the current one; the one there is, if any."""
    access.require_facilitator(visitor)
    if WEIGHED_BY not in ACTIVITIES:
        raise Misfit(sentence("Denne utgaven av Helu har ingen aktivitet som måler støtte."))
    plan, current = list(running.activities_in(db, workshop.id)), db.get_one(Workshop, workshop.id).current_activity_id
    source = Source(activity=PART, what="lines").model_dump(mode="json")
    waiting = (each for each in plan if each.kind == WEIGHED_BY and _takes_lines(each))
    if made := next((each for each in waiting if results.count(db, each.id) == 0), None):
        return made
    here = next((each for each in plan if each.id == current), plan[-1] if plan else None)
    item_id = here.item_id if here else gatherings.items_in(db, workshop.id)[0].id
    with speaking(workshop.language):
        title = _("Støtte til hver linje på plakaten")
    made = editing.add_activity(db, workshop, WEIGHED_BY, item_id, title)
    made.settings = {"material": [source]}
    db.add(made)
    for _step in range(_steps_up(db, workshop, made, here)):
        editing.move(db, workshop, made, -1)
    db.commit()
    return made


def role_of(visitor: Visitor) -> str:
    return _("eier") if visitor.role == "owner" else _("fasilitator")


def room() -> str:
    """Whose the comments from the phones are."""
    return "room"


def line_of(text: str, place: str = "", piece: str = "") -> Line:
    """A new line, with where it came from."""
    sources = [Ref(place=place, piece=piece)] if place else []
    return Line(text=one_line(text)[:200], sources=sources)


def _held(db: Session, visitor: Visitor, platform_id: UUID) -> Platform:
    platforms.for_change(db, visitor, platform_id)
    return db.get_one(Platform, platform_id, populate_existing=True, with_for_update=True)


def _require_same(newest: Version, base: Version) -> None:
    if (newest.number, newest.status, newest.content) != (base.number, base.status, base.content):
        raise EditedMeanwhile


def _is_same_sitting(newest: Version) -> bool:
    """Somebody is still writing on it, and nobody has said anything about it."""
    if newest.number == 0 or newest.status != "draft" or newest.note or newest.made_at is None:
        return False
    return now() - newest.made_at < SITTING


def _told(db: Session, platform: Platform) -> Version:
    """Phones that show the poster are asked about its new words and lines."""
    for workshop in platforms.gatherings_of(db, platform):
        here = db.get(Activity, workshop.current_activity_id) if workshop.current_activity_id else None
        if here and ACTIVITIES[here.kind].keeps == PART:
            held = db.get_one(Workshop, workshop.id, populate_existing=True, with_for_update=True)
            held.version += 1
            db.add(held)
            db.commit()
            showing.forget(workshop.id)
            hub.moved(workshop.id)
    return platforms.newest(db, platform, PART)


def _takes_lines(activity: Activity) -> bool:
    return any(each.get("activity") == PART for each in activity.settings.get("material", ()))


def _steps_up(db: Session, workshop: Workshop, made: Activity, here: Activity | None) -> int:
    """How far it must be moved to stand right after `here`."""
    plan = [each.id for each in running.activities_in(db, workshop.id)]
    return max(0, plan.index(made.id) - plan.index(here.id) - 1) if here else 0


def _shown_in(db: Session, platform: Platform) -> Sequence[Activity]:
    ids = [each.id for each in platforms.gatherings_of(db, platform)]
    mine = select(Activity).where(col(Activity.workshop_id).in_(ids), col(Activity.removed_at).is_(None))
    kinds = [name for name, kind in ACTIVITIES.items() if kind.keeps == PART]
    return db.exec(mine.where(col(Activity.kind).in_(kinds)).order_by(col(Activity.id))).all()


KEEPER = Keeper(read)
