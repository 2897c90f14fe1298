"""What one task or time needs of a leader, beside what the leader does in it. Only the leader reaches it."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session, col, select

from helu.content.balance import balance_model
from helu.domain.balance import Figures, Model
from helu.domain.text import is_blank, one_line
from helu.errors import Misfit, sentence
from helu.services import profiles
from helu.services.access import Visitor
from helu.store.profile_tables import Situation
from helu.store.rows import now

LONGEST_TITLE = 200
MOST = 50  # that one leader keeps
Steps = Mapping[str, int | None]  # a dimension or a behaviour of the model -> a step on its scale


def mine(db: Session, visitor: Visitor) -> list[Situation]:
    """The one that was changed last comes first."""
    profile = profiles.known(db, visitor)
    if profile is None:
        return []
    rows = select(Situation).where(Situation.profile_id == profile.id)
    return list(db.exec(rows.order_by(col(Situation.changed_at).desc(), col(Situation.id))).all())


def known(db: Session, visitor: Visitor, situation_id: UUID) -> Situation:
    """Raises NotFound whether it is somebody else's or nobody's."""
    return _held(db, visitor, situation_id)


def add(db: Session, visitor: Visitor, title: str, needs: Steps, actual: Steps) -> Situation:
    """Raises Misfit when it has no title, when nothing is needed, or when there are too many."""
    fit = _fit(title, needs, actual)
    profile = profiles.mine(db, visitor, locked=True)
    if len(mine(db, visitor)) >= MOST:
        raise Misfit(sentence("Du har {most} situasjoner. Slett en du ikke trenger lenger."), most=MOST)
    added = Situation(profile_id=profile.id, title=fit[0], needs=fit[1], actual=fit[2])
    db.add(added)
    db.commit()
    return added


def change(db: Session, visitor: Visitor, situation_id: UUID, title: str, needs: Steps, actual: Steps) -> Situation:
    held = _held(db, visitor, situation_id, locked=True)
    held.title, held.needs, held.actual = _fit(title, needs, actual)
    held.changed_at = now()
    db.add(held)
    db.commit()
    return held


def remove(db: Session, visitor: Visitor, situation_id: UUID) -> None:
    db.delete(_held(db, visitor, situation_id))
    db.commit()


def by_dimension(model: Model, steps: Steps) -> Figures:
    """The dimensions' own steps; for one that was only given by behaviour, the mean of those."""
    found: Figures = {}
    for dimension in model.dimensions:
        inside = [step for each in dimension.behaviours if (step := steps.get(each.id)) is not None]
        mean = sum(inside) / len(inside) if inside else None
        own = steps.get(dimension.id)
        found[dimension.id] = float(own) if own is not None else mean
    return found


def names_of(model: Model) -> set[str]:
    """What a situation may be about."""
    return {each.id for each in model.dimensions} | {each.id for each in model.behaviours()}


def _fit(title: str, needs: Steps, actual: Steps) -> tuple[str, dict[str, int | None], dict[str, int | None]]:
    title = one_line(title)
    if is_blank(title) or len(title) > LONGEST_TITLE:
        raise Misfit(sentence("Skriv hva situasjonen er, med inntil {most} tegn."), most=LONGEST_TITLE)
    model = balance_model()
    for steps in (needs, actual):
        for name, step in steps.items():
            fits = step is None or (type(step) is int and model.low <= step <= model.high)
            if name not in names_of(model) or not fits:
                raise Misfit(sentence("Velg et trinn fra {low} til {high}."), low=model.low, high=model.high)
    needed: dict[str, int | None] = {name: step for name, step in needs.items() if step is not None}
    if not needed:
        raise Misfit(sentence("Velg hva situasjonen trenger, for minst én orientering eller atferd."))
    return title, needed, {name: step for name, step in actual.items() if step is not None and name in needed}


def _held(db: Session, visitor: Visitor, situation_id: UUID, locked: bool = False) -> Situation:
    return profiles.own(db, visitor, Situation, situation_id, locked)
