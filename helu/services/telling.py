"""Have the screens redrawn after a change that is not a move."""

from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.live import hub
from helu.services import showing
from helu.store.tables import Activity, Workshop


def tell_changed(db: Session, workshop: Workshop) -> None:
    """Commit something that is shown but is not a move, and have the screens redrawn."""
    held = db.get_one(Workshop, workshop.id)
    held.changes += 1  # the row is read within the deed's own transaction
    db.add(held)
    db.commit()
    hub.stirred(workshop.id)


def tell_reshaped(db: Session, workshop: Workshop) -> None:
    """The same when what phones are asked has changed as well, such as the themes on a board."""
    tell_changed(db, workshop)
    showing.forget(workshop.id)
    hub.stirred(workshop.id)


def tell_group(db: Session, group_id: UUID) -> None:
    """Commit something that a group's gatherings may be showing, and have them redrawn."""
    rows = select(Workshop, Activity.kind).join(Activity, col(Activity.id) == Workshop.current_activity_id)
    found = db.exec(rows.where(Workshop.group_id == group_id, col(Workshop.removed_at).is_(None))).all()
    at_work = [workshop for workshop, kind in found if ACTIVITIES[kind].keeps]
    for workshop in at_work:
        workshop.changes += 1
        db.add(workshop)
    db.commit()
    for workshop in at_work:
        hub.stirred(workshop.id)
