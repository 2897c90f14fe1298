"""The answers to one activity as files hold them: what is hidden is marked, who and when is left out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from helu.domain.given import Given
from helu.services import results, seats
from helu.services.showing import fields_of
from helu.store.tables import Activity, Answer

Place = tuple[str, str]  # (field, place in its value); both empty for an answer without words
WHOLE: Place = ("", "")


@dataclass(frozen=True)
class Answered:
    given: Given
    group: str  # g1, g2 …, when groups answer
    by_hand: bool
    given_at: datetime | None  # named answers only
    hidden: frozenset[Place]
    hidden_texts: frozenset[str]
    wholly_hidden: bool


def answered(db: Session, activity: Activity) -> list[Answered]:
    """In the order of their content, which says nothing about when they came. None while they are withheld or sealed."""
    if results.withheld(db, activity) or results.sealed(
        db, activity, results.answers_to(db, activity, hidden_too=True)
    ):
        return []
    away = results.hidden_in(db, activity)
    rows = db.exec(select(Answer).where(Answer.activity_id == activity.id)).all()
    return sorted((_answered(activity, row, away) for row in rows), key=_order)


def key_of(given: Given, activity: Activity, field: str, place: str) -> str:
    """The key under which a piece of the answer is hidden."""
    texts = {(name, where): text for name, where, text in _pieces(activity, given)}
    if (field, place) == WHOLE or (field, place) not in texts:
        return given.key("")
    return given.key(f"{field}:{texts[field, place]}")


def places_in(activity: Activity, given: Given) -> Iterator[tuple[str, str, str]]:
    """(field, place, key) of every piece of an answer."""
    for field, place, text in _pieces(activity, given):
        yield field, place, given.key(f"{field}:{text}")


def _answered(activity: Activity, row: Answer, away: set[str]) -> Answered:
    given = Given(row.content, seats.tag_of(row.author, row.slot), _label(activity, row))
    pieces = list(_pieces(activity, given))
    gone = [each for each in pieces if given.key(f"{each[0]}:{each[2]}") in away]
    wholly = not pieces and given.key("") in away
    return Answered(
        given=given,
        group=row.slot if activity.groups and row.slot.startswith("g") else "",
        by_hand=row.by_hand,
        given_at=None if activity.anonymous else row.given_at,
        hidden=frozenset({WHOLE} if wholly else {(field, place) for field, place, _text in gone}),
        hidden_texts=frozenset(text for _field, _place, text in gone),
        wholly_hidden=wholly or (bool(gone) and len(gone) == len(pieces)),
    )


def _pieces(activity: Activity, given: Given) -> Iterator[tuple[str, str, str]]:
    """(field, place, text) of everything somebody wrote in the answer."""
    for field in fields_of(activity):
        if field.name in given.values:
            for place, text in field.pieces(given.values[field.name]):
                yield field.name, place, text


def _label(activity: Activity, row: Answer) -> str:
    """An activity may have been made anonymous after somebody answered by name: then the name is left out."""
    if not activity.anonymous:
        return row.label
    return row.label.split(" · ")[0] if activity.groups else ""


def _order(each: Answered) -> str:
    rest = [each.given.label, each.group, each.by_hand, each.given_at, sorted(each.hidden)]
    return json.dumps([dict(each.given.values), *rest], sort_keys=True, default=str, ensure_ascii=False)
