"""What the groups have made that could become lines on the poster, and lines that keep where they came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from helu.activities import ACTIVITIES
from helu.activities.base import What
from helu.activities.purpose_draft import Drafts
from helu.domain.material import Address, Thing, addresses
from helu.domain.platform import Line, Poster, Ref
from helu.domain.text import one_line
from helu.errors import Misfit, sentence
from helu.services import material, platforms, results, running, showing
from helu.store.platform_tables import Platform
from helu.store.tables import Activity, Workshop

MOST, LONGEST = 6, 200
PREFERRED: tuple[What, ...] = ("lines", "summaries", "themes", "cards")


@dataclass(frozen=True)
class Suggestion:
    text: str
    address: Address


@dataclass(frozen=True)
class Bundle:
    """Suggestions that belong together: a group's draft, or all that one activity has made."""

    key: str
    title: str
    suggestions: list[Suggestion]
    is_draft: bool = False


def bundles(db: Session, workshop: Workshop) -> list[Bundle]:
    """In the order of the plan. Activities that show the poster itself are left out."""
    found: list[Bundle] = []
    for activity in running.activities_in(db, workshop.id):
        if ACTIVITIES[activity.kind].keeps != "poster":
            found += _drafts(db, activity) or _made(db, activity)
    return found


def take(content: Poster, suggestion: Suggestion) -> Poster:
    """The poster with one line more. What says the same already only gets one origin more."""
    text, ref = one_line(suggestion.text)[:LONGEST], Ref(**suggestion.address.as_json())
    taken = content.model_copy(deep=True)
    same = next((line for line in taken.lines if line.text.casefold() == text.casefold()), None)
    if same:
        same.sources = [*same.sources, *([] if ref in same.sources else [ref])]
        return taken
    taken.lines = [line for line in taken.lines if line.text]
    if len(taken.lines) >= MOST:
        raise Misfit(
            sentence("Plakaten har plass til seks linjer. Slå sammen to, eller ta bort en, før du tar med en til.")
        )
    taken.lines.append(Line(text=text, sources=[ref]))
    return taken


def join(content: Poster, at: int) -> Poster:
    """Line `at` put together with the one above it: both texts, and the origins of both."""
    joined = content.model_copy(deep=True)
    upper, lower = joined.lines[at - 1], joined.lines.pop(at)
    text = f"{upper.text} {lower.text}".strip()
    if len(text) > LONGEST:
        raise Misfit(sentence("Linjene blir for lange sammen. Kort ned en av dem til de har 200 tegn til sammen."))
    upper.text = text
    upper.sources = [*upper.sources, *(each for each in lower.sources if each not in upper.sources)]
    return joined


def origins(db: Session, platform: Platform, line: Line) -> list[material.Leaf]:
    """The cards behind a line."""
    return material.trail(db, addresses(ref.model_dump() for ref in line.sources)) if line.sources else []


def trails(db: Session, platform: Platform) -> dict[str, list[material.Leaf]]:
    """Line id -> the cards behind it, for the newest version."""
    lines = platforms.newest(db, platform, "poster").content.rows()
    return {line.id: origins(db, platform, line) for line in lines}


def _drafts(db: Session, activity: Activity) -> list[Bundle]:
    kind, answers = ACTIVITIES[activity.kind], results.answers_to(db, activity)
    if kind.gives != ("lines",) or not answers:
        return []
    picture = kind.picture(showing.settings_of(activity, db), answers)
    if not isinstance(picture, Drafts):
        return []
    place = str(activity.id)
    return [
        Bundle(
            draft.key,
            draft.label or activity.title,
            [Suggestion(line.text, Address(place, line.key)) for line in draft.lines],
            True,
        )
        for draft in picture.drafts
    ]


def _made(db: Session, activity: Activity) -> list[Bundle]:
    kind = ACTIVITIES[activity.kind]
    if kind.private:
        return []
    can: Sequence[str] = (*kind.gives, "cards")
    for what in PREFERRED:
        if what in can and (things := material.things_of(db, activity, what)):
            return [Bundle(str(activity.id), activity.title, [_suggested(activity, each) for each in things])]
    return []


def _suggested(activity: Activity, thing: Thing) -> Suggestion:
    return Suggestion(thing.text, Address(str(activity.id), thing.key))
