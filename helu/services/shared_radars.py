"""What leaders in one's own groups have chosen to show: the newest radar of each, and nothing else."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from helu.content.balance import balance_model
from helu.domain.balance import Scores, score
from helu.services import profiles
from helu.services.access import Visitor
from helu.store.profile_tables import Assessment
from helu.store.tables import User


@dataclass(frozen=True)
class ShownRadar:
    """Figures only: neither single answers nor earlier rounds, situations or plans go along. No id leads further."""

    name: str
    now: Scores
    wanted: Scores


def shown(db: Session, visitor: Visitor) -> list[ShownRadar]:
    """By name. A leader who shows the radar but has finished no round is left out."""
    found = []
    for profile in profiles.shown_to(db, visitor, profiles.RADAR):
        rows = select(Assessment).where(Assessment.profile_id == profile.id, col(Assessment.finished_at).is_not(None))
        newest = db.exec(rows.order_by(col(Assessment.finished_at).desc())).first()
        person = db.get(User, profile.user_id)
        if newest and person:
            model = balance_model()
            found.append(ShownRadar(person.name, score(model, newest.current), score(model, newest.wanted)))
    return sorted(found, key=lambda each: each.name.casefold())
