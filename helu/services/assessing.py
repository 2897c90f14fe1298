"""A leader's look at oneself: begun, kept as one goes, finished, and looked back on.

Only the leader reaches any of it. Saves are many and small, so they share commits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from helu.content.balance import balance_model
from helu.content.balance_words import FORMS, Behaviour, Dimension, balance_words, in_language
from helu.domain.balance import Scores, score
from helu.errors import HeluError, Misfit, NotFound, NotOpen, Unreadable, sentence
from helu.services import erasing, profiles
from helu.services.access import Visitor
from helu.store.database import writing_rows
from helu.store.profile_tables import Assessment, Profile
from helu.store.rows import now

LAYERS = ("current", "wanted")
Layers = Mapping[
    str, Mapping[str, int | None]
]  # layer -> statement -> step; None: «ikke aktuelt»; absent: not answered


class Finished(NotOpen):
    sentence = sentence("Denne egenvurderingen er ferdig og kan ikke endres. Begynn på en ny for å svare på nytt.")


class Empty(Misfit):
    sentence = sentence("Svar på minst én påstand før du blir ferdig.")


class BothLayers(NamedTuple):
    current: Scores
    wanted: Scores


@dataclass(frozen=True)
class Saving:
    """Some answers on their way to the store, and who sends them."""

    visitor: Visitor
    assessment_id: UUID
    given: Layers


@dataclass(frozen=True)
class Screen:
    """What is asked of one behaviour, in one language."""

    id: str
    dimension: str  # its id
    of: str  # what the dimension is called
    label: str
    description: str
    statements: tuple[tuple[str, str], ...]  # (id, text)


@dataclass(frozen=True)
class Questionnaire:
    disclaimer: str
    instruction: str
    desired_instruction: str
    skip: str
    steps: range
    anchors: Mapping[int, str]
    screens: tuple[Screen, ...]


def begin(db: Session, visitor: Visitor, form: str) -> Assessment:
    """The unfinished one of the form, or a new one. Raises NotFound for no form."""
    if form not in FORMS:
        raise NotFound
    profile = profiles.mine(db, visitor, locked=True)  # two tabs begin the same one
    found = unfinished(db, visitor, form)
    if found is None:
        found = Assessment(profile_id=profile.id, form=form)
        db.add(found)
    db.commit()
    return found


def known(db: Session, visitor: Visitor, assessment_id: UUID) -> Assessment:
    """The visitor's own. Raises NotFound whether it is somebody else's or nobody's."""
    return _held(db, visitor, assessment_id)


def answer(db: Session, visitor: Visitor, assessment_id: UUID, given: Layers) -> None:
    """Keep some answers, beside those that were given before. Raises NotFound, Finished or Unreadable."""
    _add(_held(db, visitor, assessment_id, locked=True), given)
    db.commit()


def store(savings: Sequence[Saving]) -> list[None | Exception]:
    """The same for many at once, in one commit."""
    with writing_rows() as connection:
        held = _held_now(connection, {each.assessment_id for each in savings})
        results: list[None | Exception] = [_merge(held.get(each.assessment_id), each) for each in savings]
        kept = {each.assessment_id for each, result in zip(savings, results, strict=True) if result is None}
        if kept:
            connection.execute(_KEEP, [{"a": each, **held[each].new} for each in sorted(kept)])
    return results


def finish(db: Session, visitor: Visitor, assessment_id: UUID, given: Layers | None = None) -> Assessment:
    """From here on it stands as it is. Finishing twice is harmless. Raises Empty when nothing is answered."""
    held = _held(db, visitor, assessment_id, locked=True)
    if held.finished_at is None:
        _add(held, given or {})
        if not any(step is not None for layer in (held.current, held.wanted) for step in layer.values()):
            raise Empty
        held.finished_at = now()
    db.commit()
    return held


def remove(db: Session, visitor: Visitor, assessment_id: UUID) -> list[str]:
    """One round, down to the bytes. Returns sentences on what is gone and what backups still hold."""
    db.delete(_held(db, visitor, assessment_id))
    db.commit()
    return erasing.sweep()


def unfinished(db: Session, visitor: Visitor, form: str | None = None) -> Assessment | None:
    """The newest that is under way, of the form or of any."""
    under_way = [each for each in _all(db, visitor) if each.finished_at is None and form in {None, each.form}]
    return under_way[-1] if under_way else None


def history(db: Session, visitor: Visitor) -> list[Assessment]:
    """What is finished, oldest first."""
    done = [(each.finished_at, each) for each in _all(db, visitor) if each.finished_at]
    return [each for _finished_at, each in sorted(done, key=lambda pair: pair[0])]


def newest_finished(db: Session, visitor: Visitor) -> Assessment | None:
    done = history(db, visitor)
    return done[-1] if done else None


def figures(assessment: Assessment) -> BothLayers:
    """As data/method/balance_model.yaml reckons them, from whatever is answered so far."""
    return BothLayers(score(balance_model(), assessment.current), score(balance_model(), assessment.wanted))


@cache
def questionnaire(form: str, language: str) -> Questionnaire:
    """The words of a form, in one language."""
    words = balance_words()
    scale = words.scale
    return Questionnaire(
        disclaimer=in_language(words.disclaimer, language),
        instruction=in_language(scale.instruction, language),
        desired_instruction=in_language(scale.desired_instruction, language),
        skip=in_language(scale.skip, language),
        steps=range(scale.min, scale.max + 1),
        anchors={step: in_language(anchor, language) for step, anchor in scale.anchors.items()},
        screens=tuple(
            _screen(dimension, behaviour, form, language)
            for dimension in words.dimensions
            for behaviour in dimension.behaviours
        ),
    )


def complete(assessment: Assessment, screen: Screen) -> bool:
    """Whether every statement of the screen has an answer in both layers."""
    return all(id_ in assessment.current and id_ in assessment.wanted for id_, _text in screen.statements)


def _screen(dimension: Dimension, behaviour: Behaviour, form: str, language: str) -> Screen:
    return Screen(
        id=behaviour.id,
        dimension=dimension.id,
        of=in_language(dimension.label, language),
        label=in_language(behaviour.label, language),
        description=in_language(behaviour.description, language),
        statements=tuple((each.id, in_language(each, language)) for each in behaviour.asked(form)),
    )


def _all(db: Session, visitor: Visitor) -> list[Assessment]:
    """Oldest first."""
    profile = profiles.known(db, visitor)
    if profile is None:
        return []
    rows = select_rows(Assessment).where(Assessment.profile_id == profile.id)
    return list(db.exec(rows.order_by(col(Assessment.begun_at))).all())


def _held(db: Session, visitor: Visitor, assessment_id: UUID, locked: bool = False) -> Assessment:
    return profiles.own(db, visitor, Assessment, assessment_id, locked)


def _add(held: Assessment, given: Layers) -> None:
    _require_fit(given, held.form, held.finished_at is not None)
    held.current = held.current | dict(given.get("current", {}))
    held.wanted = held.wanted | dict(given.get("wanted", {}))


def _require_fit(given: Layers, form: str, finished: bool) -> None:
    if finished:
        raise Finished
    known_statements, scale = balance_words().statements(form), balance_words().scale
    if not set(given) <= set(LAYERS) or not all(isinstance(layer, Mapping) for layer in given.values()):
        raise Unreadable
    for layer in given.values():
        for statement, step in layer.items():
            fits = step is None or (type(step) is int and scale.min <= step <= scale.max)
            if statement not in known_statements or not fits:
                raise Unreadable


# ---- many at once: the rows are read, joined and written inside one commit, so no tab loses another's answers


@dataclass
class _Held:
    owner: tuple[UUID, UUID]  # (user, organisation)
    locked: bool
    form: str
    finished: bool
    layers: dict[str, dict[str, int | None]]

    @property
    def new(self) -> dict[str, dict[str, int | None]]:
        return {f"new_{name}": layer for name, layer in self.layers.items()}


def _held_now(connection: Connection, ids: set[UUID]) -> dict[UUID, _Held]:
    """Held in the order of their ids, so that two servers never wait for each other."""
    rows = connection.execute(_HELD, {"ids": list(ids)})
    return {
        row.id: _Held(
            (row.user_id, row.organisation_id),
            bool(row.locked_with),
            row.form,
            row.finished_at is not None,
            {"current": row.current, "wanted": row.wanted},
        )
        for row in rows
    }


def _merge(held: _Held | None, saving: Saving) -> HeluError | None:
    if held is None or held.owner != (saving.visitor.user_id, saving.visitor.organisation_id):
        return NotFound()
    if held.locked:
        return profiles.Locked()
    try:
        _require_fit(saving.given, held.form, held.finished)
    except HeluError as problem:
        return problem
    for name, layer in saving.given.items():
        held.layers[name] |= layer
    return None


_assessment: Any = Assessment
_profile: Any = Profile
_HELD = (
    select(
        _assessment.id,
        _assessment.form,
        _assessment.current,
        _assessment.wanted,
        _assessment.finished_at,
        _profile.user_id,
        _profile.organisation_id,
        _profile.locked_with,
    )
    .join(Profile, _profile.id == _assessment.profile_id)
    .where(col(Assessment.id).in_(bindparam("ids", expanding=True)))
    .order_by(_assessment.id)
    .with_for_update(of=_assessment)
)
_KEEP = (
    update(Assessment)
    .where(col(Assessment.id) == bindparam("a"))
    .values(current=bindparam("new_current"), wanted=bindparam("new_wanted"))
)
