"""Somebody asked for feedback answers by a personal link, without an account and without being known afterwards.

The link is checked, the answer is stored under a key that is made from a secret on the device alone, and the
two are never written side by side. One link gives one answer; the same device may change it until it is counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, select

from helu.content.balance import balance_model
from helu.content.balance_words import balance_words
from helu.content.feedback_words import feedback_words
from helu.domain.balance import score
from helu.domain.text import clean
from helu.errors import HeluError, Misfit, UsedLink, sentence
from helu.services.feedback import hashed
from helu.store.database import is_sqlite
from helu.store.profile_tables import Profile
from helu.store.rating_tables import Feedback, FeedbackAnswer, FeedbackText, Respondent, SpentLink
from helu.store.tables import User

LONGEST = 2000  # characters of a text
Steps = Mapping[str, int | None]


class Answered(HeluError):
    sentence = sentence(
        "Det er allerede svart med denne lenken. Et svar kan endres fra telefonen eller maskinen det ble gitt på, til runden er lukket."
    )


class Counted(HeluError):
    sentence = sentence("Runden er lukket, og svaret ditt er talt med. Det kan ikke endres lenger. Takk for hjelpen.")


class Nothing(Misfit):
    sentence = sentence("Svar på minst én påstand før du sender.")


@dataclass(frozen=True)
class Asked:
    """What somebody with a link is asked, and what they must know first."""

    called: str  # the leader, as respondents know the leader
    leader: str  # the leader's whole name
    language: str
    form: str
    role: str
    alone: bool  # the answer is shown by itself
    floor: int
    more: int  # new answers behind any later change of what is shown
    closed: bool


@dataclass(frozen=True)
class Given:
    """What this device has answered, for changing it. Empty when it has not."""

    steps: Steps
    texts: Mapping[str, str]  # question -> text


def asked(db: Session, token: str) -> Asked:
    """Raises UsedLink when the link is not, or no longer, anybody's."""
    respondent, held = _round_of(db, token)
    user = db.exec(select(User).join(Profile).where(Profile.id == held.profile_id)).one()
    return Asked(
        called=held.called,
        leader=user.name,
        language=user.language,
        form=held.form,
        role=respondent.role,
        alone=held.cells[respondent.role] in held.alone,
        floor=held.floor,
        more=held.more,
        closed=held.closed_at is not None,
    )


def given(db: Session, token: str, secret: str) -> Given:
    """Raises Answered when the link was used on another device, and Counted when nothing can be changed."""
    _respondent, held = _round_of(db, token)
    row = db.get(FeedbackAnswer, _author(held, secret))
    if row is None and db.get(SpentLink, hashed("spent", token)) is not None:
        raise Counted if held.closed_at else Answered
    if row is not None and row.counted:
        raise Counted
    questions = [each.id for each in feedback_words().open_questions.items]
    found = {name: db.get(FeedbackText, _text_key(held, secret, name)) for name in questions}
    return Given(row.steps if row else {}, {name: each.text for name, each in found.items() if each})


def answer(db: Session, token: str, secret: str, steps: Steps, texts: Mapping[str, str]) -> None:
    """Stored when it returns. The same again is harmless. Raises UsedLink, Answered, Counted, Nothing or Misfit."""
    respondent, held = _round_of(db, token, locked=True)
    given(db, token, secret)  # raises when it may not
    keep(db, held, respondent, token, secret, steps, texts)
    db.commit()


def keep(
    db: Session,
    held: Feedback,
    respondent: Respondent,
    token: str,
    secret: str,
    steps: Steps,
    texts: Mapping[str, str],
) -> None:
    """The rows of one answer, for whoever has seen that it may be given. Commits nothing."""
    kept = _checked(steps, held.form)
    key = _author(held, secret)
    row = db.get(FeedbackAnswer, key)
    if row is None:
        db.add(SpentLink(key=hashed("spent", token), feedback_id=held.id))
        row = FeedbackAnswer(key=key, feedback_id=held.id, cell=held.cells[respondent.role])
    row.steps = kept
    figures = score(balance_model(), kept).behaviours
    row.values = {name: value for name, value in figures.items() if value is not None}
    db.add(row)
    _keep_texts(db, held, secret, texts)
    db.flush()
    _shuffle(db, held)


def _checked(steps: Steps, form: str) -> dict[str, int | None]:
    scale, known = balance_words().scale, balance_words().statements(form)
    for name, step in steps.items():
        fits = step is None or (type(step) is int and scale.min <= step <= scale.max)
        if name not in known or not fits:
            raise Misfit(sentence("Svaret kunne ikke leses. Ingenting er lagret. Last siden på nytt, og prøv igjen."))
    if all(step is None for step in steps.values()):
        raise Nothing
    return dict(steps)


def _keep_texts(db: Session, held: Feedback, secret: str, texts: Mapping[str, str]) -> None:
    for question in feedback_words().open_questions.items:
        key = _text_key(held, secret, question.id)
        said = clean(texts.get(question.id, ""))[:LONGEST].strip()
        row = db.get(FeedbackText, key)
        if row and row.released:
            continue
        if row and not said:
            db.delete(row)
        elif said:
            row = row or FeedbackText(key=key, feedback_id=held.id, question=question.id, text=said)
            row.text = said
            db.add(row)


def _round_of(db: Session, token: str, locked: bool = False) -> tuple[Respondent, Feedback]:
    respondent = db.exec(select(Respondent).where(Respondent.link == hashed("link", token))).one_or_none()
    if respondent is None:
        raise UsedLink
    of_round: Any = select(Feedback).where(Feedback.id == respondent.feedback_id)
    held = db.exec(of_round.with_for_update() if locked else of_round).one_or_none()
    if held is None:
        raise UsedLink  # the leader has deleted the round in this very moment
    return respondent, held


def _author(held: Feedback, secret: str) -> str:
    return hashed("author", secret, str(held.id))


def _text_key(held: Feedback, secret: str, question: str) -> str:
    return hashed("text", secret, str(held.id), question)


def _shuffle(db: Session, held: Feedback) -> None:
    """PostgreSQL keeps rows where they were written: all of the round's are written anew, in the order of their keys.

    In SQLite these tables have no order but the keys'.
    """
    if is_sqlite():
        return
    for table in ("feedbackanswer", "feedbacktext", "spentlink"):
        moved = text(
            f"WITH taken AS (DELETE FROM {table} WHERE feedback_id = :round RETURNING *)"  # noqa: S608 - our own names
            f" INSERT INTO {table} SELECT * FROM taken ORDER BY key"
        )
        db.connection().execute(moved, {"round": held.id})
