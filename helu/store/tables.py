"""Tables of people, gatherings and answers. What a leader group makes of them lies in platform_tables.py."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Enum
from sqlmodel import JSON, Field, UniqueConstraint

from helu.domain.phase import Phase
from helu.store.rows import Moment, Table, now, one_of

_PHASE = Enum(
    Phase,
    name="phase",
    values_callable=lambda phases: [phase.value for phase in phases],
    native_enum=False,
    create_constraint=True,
    length=16,
)


class Organisation(Table, table=True):
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    name: str = Field(max_length=120)
    retention_days: int = 730  # gatherings older than this may be erased; shown on screen
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class User(Table, table=True):
    """A person with an account. What the person may do stands in Membership."""

    __tablename__ = "account"  # `user` is a reserved word in PostgreSQL

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str = Field(unique=True, max_length=254)  # lower case
    name: str = Field(max_length=120)
    password_hash: str = ""  # empty until the person has chosen one
    language: str = Field(default="nb", max_length=2)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class Membership(Table, table=True):
    user_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", primary_key=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", primary_key=True, index=True)
    role: str = Field(sa_type=one_of("owner", "facilitator", "leader", name="role"))


class Group(Table, table=True):
    """A leader group that works on its platform, or a network group that learns together."""

    __tablename__ = "leader_group"  # `group` is a reserved word

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    name: str = Field(max_length=120)
    kind: str = Field(default="leader_group", sa_type=one_of("leader_group", "network_group", name="kind"))


class GroupMember(Table, table=True):
    group_id: UUID = Field(foreign_key="leader_group.id", ondelete="CASCADE", primary_key=True)
    user_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", primary_key=True, index=True)


class Login(Table, table=True):
    """One logged-in browser. Deleting the row logs it out."""

    token_hash: str = Field(primary_key=True, max_length=64)
    user_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    expires_at: datetime = Field(sa_type=Moment)
    # Of single sign-on alone; such a login stays in its organisation.
    issuer: str = Field(default="", max_length=255)  # the provider that vouched for the person
    session: str = Field(default="", max_length=255, index=True)  # the provider's name for its own session
    checked_until: datetime | None = Field(default=None, sa_type=Moment)  # then the provider is asked again


class OneTimeLink(Table, table=True):
    """Where a password is chosen, or where somebody with an account elsewhere says yes to a role.

    The link holds a random token, we hold its hash.
    """

    token_hash: str = Field(primary_key=True, max_length=64)
    user_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    expires_at: datetime = Field(sa_type=Moment)
    role: str = Field(default="", max_length=16)  # what a yes gives; empty: the link sets a password
    group_id: UUID | None = Field(default=None, foreign_key="leader_group.id", ondelete="SET NULL", index=True)


class Failure(Table, table=True):
    """A failed login or a wrong code, for the limits. Swept after an hour."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    about: str = Field(max_length=80, index=True)  # such as `account:<hash>` or `address:<hash>`
    at: datetime = Field(default_factory=now, sa_type=Moment, index=True)


class Workshop(Table, table=True):
    """En samling: one running instance with a join code."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    group_id: UUID | None = Field(default=None, foreign_key="leader_group.id", ondelete="SET NULL", index=True)
    title: str = Field(max_length=200)
    code: str = Field(unique=True, max_length=32)
    template: str = Field(default="blank", max_length=80)
    language: str = Field(default="nb", max_length=2)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    phase: Phase = Field(default=Phase.LOBBY, sa_type=_PHASE)
    # One pointer rather than a flag per activity: two open activities cannot be stored.
    current_activity_id: UUID | None = None
    round: int = 0  # of the current activity, for timed group work; counts from 0
    timer_ends_at: datetime | None = Field(default=None, sa_type=Moment)
    timer_left: int | None = None  # seconds, while the clock is stopped
    version: int = 0  # goes up by one with every move, so a latecomer knows what it missed
    changes: int = 0  # goes up when anything else that is shown has changed, answers included
    removed_at: datetime | None = Field(default=None, sa_type=Moment)  # can be undone until it is swept


class AgendaItem(Table, table=True):
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    position: int
    key: str = Field(max_length=80)  # its id in the template
    kind: str = Field(default="workshop", sa_type=one_of("talk", "workshop", "break", "end", name="kind"))
    title: str = Field(max_length=200)
    subtitle: str = Field(default="", max_length=400)
    start: str = Field(default="", max_length=5)  # 08:30, or empty
    minutes: int = 0


class Activity(Table, table=True):
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    item_id: UUID = Field(foreign_key="agendaitem.id", ondelete="CASCADE", index=True)
    position: int  # within the gathering
    key: str = Field(max_length=80)  # its id in the template; lasts, so later steps can point at it
    kind: str = Field(max_length=40)  # a key in helu.activities.ACTIVITIES
    title: str = Field(max_length=400)
    hint: str = Field(default="", max_length=1000)
    script: str = Field(default="", max_length=4000)  # for the facilitator only
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # shaped by the kind
    language: str = Field(default="nb", max_length=2)  # what the texts really are written in
    anonymous: bool = True
    live: bool = False  # answers on the projector while they come, instead of hidden until revealed
    answers_each: int = 1
    minutes: int | None = None
    groups: int = 0  # 0: everyone for themselves; n: a secretary answers for each of n groups
    skipped: bool = False  # stands in the plan, but `next` goes past it
    edition: int = 0  # goes up with every edit, so two editors do not overwrite each other
    # What was taken from earlier results when it was opened: [{"key", "text", "use", "from": [{"place", "piece"}]}]
    material: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    removed_at: datetime | None = Field(default=None, sa_type=Moment)  # can be undone until it is swept


class Participant(Table, table=True):
    """A phone that has taken a seat. Nothing in the row says whose phone it is."""

    id: UUID = Field(primary_key=True)  # made from the phone's cookie; see services/seats.py
    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)


class Answer(Table, table=True):
    """One author's answer in one slot of one activity. The key itself forbids a second one.

    The author of an anonymous answer is made from the phone's cookie and the activity, so it
    cannot be joined with a participant or with the same person's other answers; it has no time,
    and in SQLite no row order of its own either.
    """

    __table_args__ = ({"sqlite_with_rowid": False},)

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", primary_key=True)
    author: UUID = Field(primary_key=True)
    slot: str = Field(default="0", max_length=40, primary_key=True)
    attempt: int = Field(sa_type=BigInteger)  # the phone's clock; a straggler never replaces a newer one
    content: dict[str, Any] = Field(sa_type=JSON)  # field name -> value, as the activity's fields accept it
    label: str = Field(default="", max_length=80)  # the name or the group, when the activity asks for one
    by_hand: bool = False  # typed on the desk for somebody without a phone
    given_at: datetime | None = Field(default=None, sa_type=Moment)  # named answers only


class HiddenPiece(Table, table=True):
    """A card, a word or a whole answer that the facilitator has taken off the wall. It is not deleted."""

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", primary_key=True)
    key: str = Field(max_length=16, primary_key=True)


class ProjectorPass(Table, table=True):
    """The right of one machine to show one gathering: first a short code, then a cookie."""

    token_hash: str = Field(primary_key=True, max_length=64)
    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    made_by: UUID = Field(foreign_key="account.id", ondelete="CASCADE")
    used: bool = False  # True once the code was exchanged for a cookie
    expires_at: datetime = Field(sa_type=Moment)


class OwnTemplate(Table, table=True):
    """A template file that a facilitator has uploaded."""

    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    name: str = Field(max_length=80)
    text: str  # the file as it came
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
