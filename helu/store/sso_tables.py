"""Who somebody is at the provider of an organisation's single sign-on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, UniqueConstraint

from helu.store.rows import Moment, Table, now


class Identity(Table, table=True):
    """A member, and the name the provider has for them. It goes with the membership.

    It holds in this organisation alone: one municipality's provider says nothing about another's people.
    """

    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "organisation_id"], ["membership.user_id", "membership.organisation_id"], ondelete="CASCADE"
        ),
        UniqueConstraint("user_id", "organisation_id", "issuer"),
    )

    issuer: str = Field(primary_key=True, max_length=255)
    subject: str = Field(primary_key=True, max_length=255)  # never an e-mail or a national number; theirs to choose
    organisation_id: UUID = Field(primary_key=True)
    user_id: UUID
    bound_at: datetime = Field(default_factory=now, sa_type=Moment)
