"""Bring answers in from a spreadsheet: one question a column, one card an answer."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import Session

from helu.documents.reading import Preview, Question, preview
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import _, speaking
from helu.services import access, editing, gatherings
from helu.services.telling import tell_changed
from helu.store.tables import Activity, Answer, Workshop

__all__ = ["Preview", "Question", "import_answers", "preview"]

CARDS = "open_cards"


def import_answers(
    db: Session, workshop: Workshop, chosen: Sequence[tuple[str, UUID | None]], preview: Preview
) -> dict[str, int]:
    """Put the chosen columns on cards, and how many cards each heading gave.

    Each answer becomes a card of its own, as if typed on the desk and without a name. A column goes
    into an activity with open cards, or into a new one at the end of the plan. Raises Misfit, NotFound.
    """
    held = db.get(Workshop, workshop.id)
    if held is None:
        raise NotFound
    access.require_no_pulse(db, held)
    questions = [_question(preview, heading) for heading, _into in chosen]
    known = [_cards(db, held, into) if into else None for _heading, into in chosen]
    counts: dict[str, int] = {}
    for question, activity in zip(questions, known, strict=True):
        _keep(db, activity or _new(db, held, question.heading), question.answers)
        counts[question.heading] = len(question.answers)
    tell_changed(db, held)
    return counts


def _question(preview: Preview, heading: str) -> Question:
    found = next((each for each in preview.questions if each.heading == heading), None)
    if found is None:
        raise Misfit(sentence("Fant ingen kolonne med overskriften «{heading}»."), heading=heading[:80])
    return found


def _cards(db: Session, workshop: Workshop, activity_id: UUID) -> Activity:
    activity = access.activity_in(db, workshop, activity_id)
    if activity.removed_at:
        raise NotFound
    if activity.kind != CARDS:
        raise Misfit(
            sentence("Svar fra fil kan bare legges i åpne kort. «{title}» er noe annet."),
            title=activity.title,
        )
    return activity


def _new(db: Session, workshop: Workshop, title: str) -> Activity:
    items = gatherings.items_in(db, workshop.id)
    if not items:
        with speaking(workshop.language):
            items = [editing.add_item(db, workshop, _("Svar fra fil"))]
    return editing.add_activity(db, workshop, CARDS, items[-1].id, title)


def _keep(db: Session, activity: Activity, cards: Sequence[str]) -> None:
    rows = [
        {"activity_id": activity.id, "author": uuid4(), "slot": "0", "attempt": 0}
        | {"content": {"cards": [card]}, "label": "", "by_hand": True, "given_at": None}
        for card in cards
    ]
    if rows:
        db.execute(insert(Answer), rows)
