"""Have the screens redrawn after a change that is not a move."""

from sqlmodel import Session

from helu.live import hub
from helu.services import showing
from helu.store.tables import Workshop


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
