"""What a round of feedback shows its leader: closed, let out, and seen together. Never one answer by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex
from uuid import UUID

from sqlmodel import Session, col, select

from helu.content.balance import balance_model
from helu.domain.balance import Scores, from_behaviours
from helu.domain.release import Standing, together
from helu.errors import NotOpen
from helu.services import feedback, profiles, releasing
from helu.services.access import Visitor
from helu.store.rating_tables import Feedback, FeedbackText
from helu.store.rows import now

TEXT_FLOOR = 10  # people behind the first texts
BETWEEN = timedelta(days=60)  # two rounds closer than this could be subtracted from each other


@dataclass(frozen=True)
class Shown:
    """One cell's profile. Behaviours in half steps; `spread` is close, some or wide, empty where it is not known."""

    people: int
    scores: Scores
    spread: Mapping[str, str]


@dataclass(frozen=True)
class Results:
    """`cells` in the order of the roles. `together`: all cells as one, None when nothing is shown."""

    cells: Mapping[str, Shown]
    together: Scores | None
    merged: tuple[str, ...]  # roles that were too few to stand for themselves


def close(db: Session, visitor: Visitor, feedback_id: UUID) -> int:
    """No answer that is given changes any more, and what may be shown is. Returns how many people are counted."""
    held = feedback.known(db, visitor, feedback_id, locked=True)
    if held.opened_at is None:
        raise NotOpen
    held.closed_at = held.closed_at or now()
    return _let_out(db, visitor, held)


def release_more(db: Session, visitor: Visitor, feedback_id: UUID) -> int:
    """What has come after closing, as far as enough people are behind it. Returns how many people that is."""
    held = feedback.known(db, visitor, feedback_id, locked=True)
    if held.closed_at is None:
        raise NotOpen
    return _let_out(db, visitor, held)


def results(db: Session, visitor: Visitor, feedback_id: UUID) -> Results:
    return results_of(feedback.known(db, visitor, feedback_id))


def results_of(held: Feedback) -> Results:
    """All that is ever shown of the figures."""
    standing = releasing.standing_of(held)
    roles = [*feedback.ROLES, feedback.OTHERS]
    cells = {cell: _shown(standing, cell) for cell in roles if cell in standing.people}
    all_ = from_behaviours(balance_model(), together(standing, cells)) if cells else None
    merged = tuple(role for role in feedback.ROLES if held.cells.get(role) == feedback.OTHERS)
    return Results(cells, all_, merged)


def _shown(standing: Standing, cell: str) -> Shown:
    sums = standing.sums.get(cell, {})
    figures = {name: each.shown for name, each in sums.items()}
    spread = {name: each.spread for name, each in sums.items()}
    return Shown(standing.people[cell], from_behaviours(balance_model(), figures), spread)


def texts(db: Session, visitor: Visitor, feedback_id: UUID) -> dict[str, list[str]]:
    """Question -> what people wrote, in an order that says nothing."""
    held = feedback.known(db, visitor, feedback_id)
    rows = select(FeedbackText).where(FeedbackText.feedback_id == held.id, col(FeedbackText.released))
    found: dict[str, list[str]] = {}
    for each in db.exec(rows.where(FeedbackText.text != "").order_by(col(FeedbackText.key))).all():
        found.setdefault(each.question, []).append(each.text)
    return found


def _let_out(db: Session, visitor: Visitor, held: Feedback) -> int:
    rows = feedback.answers_to(db, held)
    before, fresh = sum(held.people.values()), releasing.let_out(held, rows)
    for row in rows:
        if row.counted:
            row.steps = {}
            db.delete(row) if not row.values else db.add(row)
    if fresh:
        profiles.mine(db, visitor).next_feedback_from = now() + BETWEEN
    _let_out_texts(db, held, began=before < TEXT_FLOOR <= before + fresh)
    db.add(held)
    db.commit()
    return fresh


def _let_out_texts(db: Session, held: Feedback, began: bool) -> None:
    """Each question by itself, so that three texts are three people's. All of them when there `began` to be ten."""
    if sum(held.people.values()) < TEXT_FLOOR:
        return
    rows = db.exec(select(FeedbackText).where(FeedbackText.feedback_id == held.id)).all()
    for question in {each.question for each in rows}:
        mine = [each for each in rows if each.question == question]
        waiting = [each for each in mine if not each.released]
        if began or len(waiting) >= held.more:
            _let_out_text(db, waiting)


def _let_out_text(db: Session, waiting: Sequence[FeedbackText]) -> None:
    """Under new keys, so that no device can point out its own. What stays at the old ones only says that it is done."""
    for each in waiting:
        db.add(
            FeedbackText(
                key=token_hex(32), feedback_id=each.feedback_id, question=each.question, text=each.text, released=True
            )
        )
        each.text, each.released = "", True
        db.add(each)
