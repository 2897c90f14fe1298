"""Everything that belongs to one leader, as a file for that leader."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.content.balance import balance_model
from helu.content.balance_words import balance_words, in_language
from helu.domain.balance import Scores, score
from helu.services import feedback, feedback_results, profiles
from helu.services.access import Visitor
from helu.store.profile_tables import ActionPlan, Assessment, LogEntry, Profile, Situation
from helu.store.rating_tables import Feedback

SCHEMA = 1


def export(db: Session, visitor: Visitor) -> bytes:
    """JSON in UTF-8: what was answered as it was answered, the figures that follow, and the words of the model."""
    found = profiles.known(db, visitor)
    whole = {
        "helu": "profile",
        "schema": SCHEMA,
        "disclaimer": in_language(balance_words().disclaimer, visitor.language),
        "name": visitor.name,
        "organisation": visitor.organisation,
        "words": _words(visitor.language),
    } | (_held(db, visitor, found) if found else {})
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def _held(db: Session, visitor: Visitor, profile: Profile) -> dict[str, Any]:
    groups = {group.id: group.name for group in profiles.my_groups(db, visitor)}
    return {
        "begun": _written(profile.created_at),
        "assessments": [_assessment(each) for each in _rows(db, Assessment, profile.id, Assessment.begun_at)],
        "situations": [_situation(each) for each in _rows(db, Situation, profile.id, Situation.changed_at)],
        "plans": [_plan(db, each) for each in _rows(db, ActionPlan, profile.id, ActionPlan.changed_at)],
        "feedback": [_feedback(db, visitor, each) for each in feedback.mine(db, visitor)],
        "shared": sorted(
            ({"group": groups.get(group, ""), "what": what} for group, what in profiles.shared(db, visitor)),
            key=lambda each: (each["group"], each["what"]),
        ),
    }


def _feedback(db: Session, visitor: Visitor, row: Feedback) -> dict[str, Any]:
    """Whom the leader asked, and what the round shows. Single answers are nobody's to take out."""
    results = feedback_results.results_of(row)
    cells = {
        cell: {"people": shown.people, "figures": _said(shown.scores), "spread": dict(shown.spread)}
        for cell, shown in results.cells.items()
    }
    return {
        "form": row.form,
        "called": row.called,
        "opened": _written(row.opened_at),
        "closed": _written(row.closed_at),
        "asked": [
            {"role": each.role, "name": each.name, "email": each.email}
            for each in feedback.respondents(db, visitor, row.id)
        ],
        "counted_as": row.cells,
        "shown": cells,
        "together": _said(results.together) if results.together else None,
        "texts": feedback_results.texts(db, visitor, row.id),
    }


def _rows(db: Session, table: Any, profile_id: UUID, order: Any) -> list[Any]:
    return list(db.exec(select(table).where(table.profile_id == profile_id).order_by(order)).all())


def _assessment(row: Assessment) -> dict[str, Any]:
    return {
        "form": row.form,
        "begun": _written(row.begun_at),
        "finished": _written(row.finished_at),
        "now": row.current,
        "wanted": row.wanted,
        "figures": {"now": _figures(row.current), "wanted": _figures(row.wanted)},
    }


def _figures(answers: Mapping[str, int | None]) -> dict[str, Any]:
    return _said(score(balance_model(), answers))


def _said(scores: Scores) -> dict[str, Any]:
    return {
        "behaviours": scores.behaviours,
        "dimensions": scores.dimensions,
        "balance_index": scores.balance_index,
        "composites": scores.composites,
    }


def _situation(row: Situation) -> dict[str, Any]:
    about = {"title": row.title, "needs": row.needs, "actual": row.actual}
    return about | {"changed": _written(row.changed_at)}


def _plan(db: Session, row: ActionPlan) -> dict[str, Any]:
    log = db.exec(select(LogEntry).where(LogEntry.plan_id == row.id).order_by(col(LogEntry.on))).all()
    return {
        "behaviours": row.behaviours,
        "answers": row.answers,
        "practise_on": row.practise_on,
        "status": row.status,
        "changed": _written(row.changed_at),
        "log": [{"on": each.on.isoformat(), "situation": each.situation, "texts": each.texts} for each in log],
    }


def _words(language: str) -> dict[str, str]:
    """What every id in the file means."""
    model = balance_words()
    labels = (
        {each.id: each.label for each in model.dimensions}
        | {each.id: each.label for each in model.behaviours()}
        | {each.id: each.label for each in model.composites}
    )
    statements = {each.id: each for behaviour in model.behaviours() for each in behaviour.statements}
    return {id_: in_language(words, language) for id_, words in (labels | statements).items()}


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
