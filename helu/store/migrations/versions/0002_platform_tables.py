"""Theme boards, platforms, decisions, commitments and pulses; material of activities."""

import sqlalchemy as sa
from alembic import op

from helu.store.rows import Moment

revision = '0002'
down_revision = '0001'


def upgrade() -> None:
    op.create_table('platform',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('group_id', sa.Uuid(), nullable=True),
    sa.Column('workshop_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['group_id'], ['leader_group.id'], name=op.f('fk_platform_group_id_leader_group'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_platform_organisation_id_organisation'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], name=op.f('fk_platform_workshop_id_workshop'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform')),
    sa.UniqueConstraint('group_id', name=op.f('uq_platform_group_id')),
    sa.UniqueConstraint('workshop_id', name=op.f('uq_platform_workshop_id'))
    )
    with op.batch_alter_table('platform', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_platform_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('linecomment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('platform_id', sa.Uuid(), nullable=False),
    sa.Column('part', sa.String(length=40), nullable=False),
    sa.Column('line', sa.String(length=40), nullable=False),
    sa.Column('text', sa.String(length=1000), nullable=False),
    sa.Column('role', sa.String(length=80), nullable=False),
    sa.Column('done', sa.Boolean(), nullable=False),
    sa.Column('made_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_linecomment_platform_id_platform'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_linecomment'))
    )
    with op.batch_alter_table('linecomment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_linecomment_platform_id'), ['platform_id'], unique=False)

    op.create_table('platformtext',
    sa.Column('platform_id', sa.Uuid(), nullable=False),
    sa.Column('part', sa.String(length=40), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('status', sa.Enum('draft', 'in_review', 'adopted', name='text_status', native_enum=False, create_constraint=True, length=16), nullable=False),
    sa.Column('role', sa.String(length=80), nullable=False),
    sa.Column('note', sa.String(length=400), nullable=False),
    sa.Column('made_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_platformtext_platform_id_platform'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('platform_id', 'part', 'number', name=op.f('pk_platformtext'))
    )
    op.create_table('pulse',
    sa.Column('workshop_id', sa.Uuid(), nullable=False),
    sa.Column('platform_id', sa.Uuid(), nullable=False),
    sa.Column('opens_at', Moment(), nullable=False),
    sa.Column('closes_at', Moment(), nullable=False),
    sa.Column('floor', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_pulse_platform_id_platform'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], name=op.f('fk_pulse_workshop_id_workshop'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('workshop_id', name=op.f('pk_pulse'))
    )
    with op.batch_alter_table('pulse', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pulse_platform_id'), ['platform_id'], unique=False)

    op.create_table('boardcard',
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(length=1000), nullable=False),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.Column('theme', sa.Integer(), nullable=True),
    sa.Column('state', sa.Enum('open', 'parked', 'split', name='card_state', native_enum=False, create_constraint=True, length=16), nullable=False),
    sa.Column('split_from', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_boardcard_activity_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('activity_id', 'number', name=op.f('pk_boardcard'))
    )
    op.create_table('boarddeed',
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('what', sa.String(length=20), nullable=False),
    sa.Column('changed', sa.JSON(), nullable=False),
    sa.Column('undone', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_boarddeed_activity_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('activity_id', 'number', name=op.f('pk_boarddeed'))
    )
    op.create_table('boardtheme',
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('summary', sa.String(length=2000), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_boardtheme_activity_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('activity_id', 'number', name=op.f('pk_boardtheme'))
    )
    op.create_table('commitmentstatus',
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.Column('status', sa.Enum('planned', 'started', 'done', 'dropped', name='commitment_status', native_enum=False, create_constraint=True, length=16), nullable=False),
    sa.Column('note', sa.String(length=400), nullable=False),
    sa.Column('changed_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_commitmentstatus_activity_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('activity_id', 'key', name=op.f('pk_commitmentstatus'))
    )
    op.create_table('decision',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('platform_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=True),
    sa.Column('text', sa.String(length=4000), nullable=False),
    sa.Column('outcome', sa.Enum('adopted', 'reserved', 'returned', name='outcome', native_enum=False, create_constraint=True, length=16), nullable=False),
    sa.Column('reservations', sa.String(length=4000), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('present', sa.Integer(), nullable=False),
    sa.Column('part', sa.String(length=40), nullable=False),
    sa.Column('support', sa.JSON(), nullable=False),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.Column('made_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_decision_activity_id_activity'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_decision_platform_id_platform'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision'))
    )
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_decision_platform_id'), ['platform_id'], unique=False)

    op.create_table('logo',
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('picture', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_logo_organisation_id_organisation'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('organisation_id', name=op.f('pk_logo'))
    )
    with op.batch_alter_table('activity', schema=None) as batch_op:
        batch_op.add_column(sa.Column('material', sa.JSON(), nullable=False, server_default='[]'))

