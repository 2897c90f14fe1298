"""Invitations that wait for a yes: what a one-time link gives, and to which group."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    # A link made before this could set the password of somebody who already had one.
    op.execute("DELETE FROM onetimelink WHERE user_id IN (SELECT id FROM account WHERE password_hash <> '')")
    with op.batch_alter_table('onetimelink', schema=None) as batch_op:
        batch_op.add_column(sa.Column('role', sa.String(length=16), server_default='', nullable=False))
        batch_op.add_column(sa.Column('group_id', sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f('ix_onetimelink_group_id'), ['group_id'], unique=False)
        batch_op.create_foreign_key(
            batch_op.f('fk_onetimelink_group_id_leader_group'), 'leader_group', ['group_id'], ['id'], ondelete='SET NULL'
        )
