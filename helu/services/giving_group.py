"""A gathering that was made without a group gets one afterwards, and takes what it has made so far along."""

from uuid import UUID

from sqlmodel import Session, select

from helu.domain.phase import Phase
from helu.errors import Misfit, NotFound, sentence
from helu.services import access, platforms, states, telling
from helu.services.access import Visitor
from helu.store.platform_tables import Platform
from helu.store.tables import Activity, Group, Workshop


def give_group(db: Session, visitor: Visitor, code: str, group_id: UUID) -> None:
    """Raises Misfit when it has a group, or when both have begun on a platform. Raises NotFound for another's group."""
    workshop = access.workshop_for(db, visitor, code)
    group = db.get(Group, group_id)
    if group is None or group.organisation_id != visitor.organisation_id:
        raise NotFound
    held = db.get_one(Workshop, workshop.id, populate_existing=True, with_for_update=True)
    if held.group_id:
        raise Misfit(sentence("Samlingen har alt en gruppe."))
    _move_platform(db, held, group_id)
    held.group_id = group_id
    db.add(held)
    activity = db.get(Activity, held.current_activity_id) if held.current_activity_id else None
    keeper = states.keeper(activity) if activity and held.phase == Phase.OPEN else None
    if activity and keeper and keeper.enter:
        keeper.enter(db, activity)
    telling.tell_reshaped(db, held)


def _move_platform(db: Session, workshop: Workshop, group_id: UUID) -> None:
    own = platforms.known_of(db, workshop)
    if own is None:
        return
    if db.exec(select(Platform).where(Platform.group_id == group_id)).first():
        raise Misfit(
            sentence(
                "Både samlingen og gruppa har begynt på en plattform, så de kan ikke slås sammen. Lag en ny samling."
            )
        )
    own.group_id, own.workshop_id = group_id, None
    db.add(own)
    db.flush()
