"""Material: what earlier steps have made and an activity takes, and the way back from any text to its cards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.activities.base import Source, What
from helu.domain.board import same
from helu.domain.material import Address, Thing, addresses, ends_of, entry
from helu.errors import Misfit, sentence
from helu.i18n import _
from helu.services import platforms, results, showing, states
from helu.services.telling import tell_changed
from helu.store.tables import Activity, AgendaItem, Workshop

MOST = 60  # options on one phone page

Found = tuple[str, Thing]  # (the place it was made, the thing)


@dataclass(frozen=True)
class Offer:
    """Something an activity could take."""

    source: Source
    title: str  # of the activity or the part it comes from
    count: int


@dataclass(frozen=True)
class Leaf:
    """Where a trail ends: what somebody wrote, and the question it answered."""

    address: Address
    text: str
    activity: str
    step: str  # the heading in the programme


def things_of(db: Session, activity: Activity, what: What) -> list[Thing]:
    """What one activity has made, the best first. Hidden pieces are left out."""
    kind = ACTIVITIES[activity.kind]
    if kind.private:
        return []
    settings = showing.settings_of(activity, db)
    answers = results.answers_to(db, activity)
    if what in kind.gives:
        came_from = {each["key"]: addresses(each["from"]) for each in activity.material}
        made = kind.things(settings, answers, what)
        return [replace(each, origins=each.origins or came_from.get(each.key, ())) for each in made]
    if what != "cards" or kind.keeps:
        return []
    return [
        Thing(piece.key, piece.text) for piece in results.pieces_in(db, activity) if piece.text and not piece.hidden
    ]


def collect(db: Session, workshop: Workshop, sources: Iterable[Source]) -> list[Found]:
    """What the sources hold at this moment, each text with the place it was made."""
    found: list[Found] = []
    for source in sources:
        made = _from(db, workshop, source)
        found += made[: source.top] if source.top else made
    return found


def take(db: Session, workshop: Workshop, activity: Activity) -> None:
    """Fetch an activity's material anew, unless somebody has answered what it held before. Does not commit."""
    sources = showing.settings_of(activity, db).material
    keeper = states.keeper(activity)
    if not sources:
        return
    if keeper and keeper.fill:
        keeper.fill(db, activity, collect(db, workshop, [each for each in sources if each.use == "answer"]))
    elif results.count(db, activity.id) == 0:
        activity.material = _entries(db, workshop, sources)
        db.add(activity)


def take_again(db: Session, workshop: Workshop, activity: Activity) -> None:
    """The same, asked for on the desk. Raises Misfit when answers already point at what was taken."""
    held = db.get_one(Activity, activity.id)
    keeper = states.keeper(held)
    if not (keeper and keeper.fill) and results.count(db, held.id):
        raise Misfit(
            sentence("Det er allerede svart på dette stoffet. Lag en kopi av aktiviteten for å hente det på nytt.")
        )
    take(db, workshop, held)
    showing.forget(workshop.id)
    tell_changed(db, workshop)


def offers(db: Session, workshop: Workshop, activity: Activity) -> list[Offer]:
    """All that this activity could take: from other activities in the gathering, and from the platform."""
    planned = select(Activity).where(Activity.workshop_id == workshop.id, col(Activity.removed_at).is_(None))
    others = [each for each in db.exec(planned.order_by(col(Activity.position))).all() if each.id != activity.id]
    activities = [
        Offer(Source(activity=other.key, what=what), other.title, len(made))
        for other in others
        for what in _whats(other)
        if (made := things_of(db, other, what))
    ]
    parts = platforms.offered(db, workshop)
    return [*activities, *(Offer(Source(activity=p, what=w), platforms.title_of(p), len(m)) for p, w, m in parts)]


def trail(db: Session, origins: Iterable[Address]) -> list[Leaf]:
    """Every card that a text goes back to, each once, in the order of the plan. Erased ones are not there."""
    return trails(db, [origins])[0]


def trails(db: Session, texts: Iterable[Iterable[Address]]) -> list[list[Leaf]]:
    """The same for many texts, reading what each place has made only once."""
    made: dict[str, dict[str, Thing]] = {}
    return [_trail(db, origins, made) for origins in texts]


def _trail(db: Session, origins: Iterable[Address], made: dict[str, dict[str, Thing]]) -> list[Leaf]:
    ends = ends_of(origins, lambda at: _thing(db, at, made))
    return in_order(leaf for at, thing in ends if (leaf := _leaf(db, at, thing)))


def in_order(leaves: Iterable[Leaf]) -> list[Leaf]:
    """By what they stand under, and then by their words."""
    return sorted(leaves, key=lambda leaf: (leaf.step, leaf.activity, leaf.text, leaf.address.piece))


def said_of(leaves: Sequence[Leaf]) -> str:
    """«9 kort, Idémyldring»; empty when the text stands on nothing that somebody wrote."""
    if not leaves:
        return ""
    steps = list(dict.fromkeys(leaf.step or leaf.activity for leaf in leaves))
    said = _("ett kort") if len(leaves) == 1 else _("{count} kort", count=len(leaves))
    return f"{said}, {' · '.join(steps)}"


def _entries(db: Session, workshop: Workshop, sources: Sequence[Source]) -> list[dict[str, Any]]:
    """At most what fits on a phone; two sources may give the same key, and the first keeps it."""
    entries: dict[tuple[str, str], dict[str, Any]] = {}
    for source in sources:
        for each in _each_once(db, workshop, source):
            entries.setdefault((source.use, each["key"]), each)
    kept = list(entries.values())
    if len([each for each in kept if each["use"] == "answer"]) > MOST:
        raise Misfit(
            sentence("Stoffet har flere enn {most} deler. Velg bare de øverste, eller samle dem i temaer først."),
            most=MOST,
        )
    return kept


def _each_once(db: Session, workshop: Workshop, source: Source) -> list[dict[str, Any]]:
    """Nobody weighs the same words twice: exact repeats are one, with the origins of all of them."""
    found: dict[str, dict[str, Any]] = {}
    for place, thing in collect(db, workshop, [source.model_copy(update={"top": None})]):
        made = entry(thing, place, source.use)
        first = found.setdefault(same(thing.text), made)
        if first is not made:
            first["from"] += made["from"]
    return list(found.values())[: source.top]


def _from(db: Session, workshop: Workshop, source: Source) -> list[Found]:
    if platforms.is_part(source.activity):
        return platforms.things_of(db, workshop, source.activity, source.what)
    for activity in _named(db, workshop, source.activity):
        if made := things_of(db, activity, source.what):
            return [(str(activity.id), thing) for thing in made]
    return []


def _named(db: Session, workshop: Workshop, key: str) -> Sequence[Activity]:
    """The activity with this key: here, else in the group's other gatherings, the newest first."""
    here = select(Activity).where(Activity.key == key, col(Activity.removed_at).is_(None))
    mine = list(db.exec(here.where(Activity.workshop_id == workshop.id)).all())
    if workshop.group_id is None:
        return mine
    others = here.join(Workshop, col(Workshop.id) == col(Activity.workshop_id)).where(
        Workshop.group_id == workshop.group_id, Workshop.id != workshop.id, col(Workshop.removed_at).is_(None)
    )
    return [*mine, *db.exec(others.order_by(col(Workshop.created_at).desc())).all()]


def _whats(activity: Activity) -> list[What]:
    kind = ACTIVITIES[activity.kind]
    cards: list[What] = [] if kind.private or kind.keeps or "cards" in kind.gives else ["cards"]
    return [*kind.gives, *cards]


def _thing(db: Session, at: Address, made: dict[str, dict[str, Thing]]) -> Thing | None:
    """The piece at an address. What a place has made is read once."""
    if at.place not in made:
        made[at.place] = {each.key: each for each in _all_of(db, at.place)}
    return made[at.place].get(at.piece)


def _all_of(db: Session, place: str) -> list[Thing]:
    if place.startswith("platform:"):
        return platforms.all_of(db, place)
    activity = _activity(db, place)
    if activity is None:
        return []
    return [thing for what in _whats(activity) for thing in things_of(db, activity, what)]


def _leaf(db: Session, at: Address, thing: Thing) -> Leaf | None:
    activity = _activity(db, at.place)
    if activity is None:
        return None
    return Leaf(at, thing.text, activity.title, db.get_one(AgendaItem, activity.item_id).title)


def _activity(db: Session, place: str) -> Activity | None:
    try:
        return db.get(Activity, UUID(place))
    except ValueError:
        return None
