"""Plans in a group's meeting: what each member has chosen to show to this very group, and only the first action."""

from hashlib import sha256
from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities.plan_follow_up import Shared as Told
from helu.activities.plan_follow_up import State
from helu.content.action_learning import action_learning
from helu.documents.calendar import today
from helu.domain.phase import Phase
from helu.i18n import day_of, speaking
from helu.services import plans, profiles
from helu.services.states import Keeper
from helu.store.profile_tables import ActionPlan, Profile, Shared
from helu.store.tables import Activity, Group, GroupMember, Membership, User, Workshop

ACTION, WHEN = "al3_first_action", "al4_when"
LONGEST = 240  # characters of one text on the wall


def of_group(db: Session, group_id: UUID, language: str) -> list[Told]:
    """Of those who are members of the group and of its organisation now, by name: of each the plan that was changed
    last and says what the first action is. Nothing of a locked profile.
    """
    rows = (
        select(User.name, ActionPlan)
        .select_from(Profile)
        .join(Shared, col(Shared.profile_id) == Profile.id)
        .join(Group, (col(Group.id) == Shared.group_id) & (col(Group.organisation_id) == Profile.organisation_id))
        .join(GroupMember, (col(GroupMember.user_id) == Profile.user_id) & (col(GroupMember.group_id) == Group.id))
        .join(
            Membership,
            (col(Membership.user_id) == Profile.user_id) & (col(Membership.organisation_id) == Group.organisation_id),
        )
        .join(User, col(User.id) == Profile.user_id)
        .join(ActionPlan, col(ActionPlan.profile_id) == Profile.id)
        .where(Group.id == group_id, Shared.what == profiles.PLAN, Profile.locked_with == "")
        .order_by(col(ActionPlan.changed_at).desc(), col(ActionPlan.id))
    )
    newest: dict[UUID, Told] = {}
    for name, plan in db.exec(rows).all():
        if plan.profile_id not in newest and plan.answers.get(ACTION):
            newest[plan.profile_id] = _told(name, plan, language)
    return sorted(newest.values(), key=lambda each: (each.who.casefold(), each.key))


def _told(who: str, plan: ActionPlan, language: str) -> Told:
    key = sha256(plan.id.bytes).hexdigest()[:16]
    statuses = action_learning().statuses()
    words = statuses[plan.status].model_dump(include={"nb", "nn", "en"}, exclude_none=True)
    return Told(key, who, _short(plan.answers[ACTION]), _when(plan, language), plan.status, words)


def _short(text: str) -> str:
    """A wall is read from the back row."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0].rstrip()} …"


def _when(plan: ActionPlan, language: str) -> str:
    """The next day, or the last one that was; and what the leader has written about it."""
    days = plans.days(plan)
    day = next((each for each in days if each >= today()), days[-1] if days else None)
    with speaking(language):
        said = day_of(day, "MMMMd") if day else ""
    return " · ".join(filter(None, (said, _short(plan.answers.get(WHEN, "")))))


def _read(db: Session, activity: Activity) -> State:
    workshop = db.get_one(Workshop, activity.workshop_id)
    found = of_group(db, workshop.group_id, activity.language) if workshop.group_id else []
    return State(found, _is_shown(workshop, activity))


def _is_shown(workshop: Workshop, activity: Activity) -> bool:
    """Whether the facilitator has put on the wall what was answered."""
    if workshop.current_activity_id != activity.id:
        return False
    return workshop.phase == Phase.SHOWN or (workshop.phase == Phase.OPEN and activity.live)


KEEPER = Keeper(read=_read)
