"""What a leader may look at of own rounds of feedback: those that show something, and what closing would show."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from helu.domain.release import cells_of
from helu.services import feedback, feedback_results
from helu.services.access import Visitor
from helu.services.feedback import Progress
from helu.services.feedback_results import Results
from helu.store.rating_tables import Feedback


@dataclass(frozen=True)
class Seen:
    """A closed round, and what it shows."""

    round: Feedback
    results: Results


@dataclass(frozen=True)
class Closing:
    """What would be shown if the round were closed now."""

    shown: Mapping[str, int]  # cell -> how many people
    hidden: int  # answers that would have to wait for more


def shown_rounds(db: Session, visitor: Visitor) -> list[Seen]:
    """Those that show anything, the newest first."""
    closed = [each for each in feedback.mine(db, visitor) if each.closed_at]
    found = [Seen(each, feedback_results.results_of(each)) for each in closed]
    return [each for each in found if each.results.cells]


def closing(held: Feedback, progress: Progress) -> Closing:
    """By the same rule as closing itself, from the counts alone."""
    cells = cells_of(progress.answered, held.floor, held.alone)
    behind = Counter[str]()
    for cell, n in progress.answered.items():
        behind[cells[cell]] += n
    shown = {cell: n for cell, n in behind.items() if n and (cell in held.alone or n >= held.floor)}
    return Closing(shown, sum(behind.values()) - sum(shown.values()))
