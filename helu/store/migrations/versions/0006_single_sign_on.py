"""Single sign-on: who somebody is at a provider, and what a login made through one must remember."""

import sqlalchemy as sa
from alembic import op

from helu.store.rows import Moment

revision = '0006'
down_revision = '0005'


def upgrade() -> None:
    with op.batch_alter_table('login', schema=None) as batch_op:
        batch_op.add_column(sa.Column('issuer', sa.String(length=255), server_default='', nullable=False))
        batch_op.add_column(sa.Column('session', sa.String(length=255), server_default='', nullable=False))
        batch_op.add_column(sa.Column('checked_until', Moment(), nullable=True))
        batch_op.create_index(batch_op.f('ix_login_session'), ['session'], unique=False)

    op.create_table('identity',
    sa.Column('issuer', sa.String(length=255), nullable=False),
    sa.Column('subject', sa.String(length=255), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('bound_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['user_id', 'organisation_id'], ['membership.user_id', 'membership.organisation_id'], name=op.f('fk_identity_user_id_organisation_id_membership'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('issuer', 'subject', 'organisation_id', name=op.f('pk_identity')),
    sa.UniqueConstraint('user_id', 'organisation_id', 'issuer', name=op.f('uq_identity_user_id_organisation_id_issuer'))
    )
