"""What belongs to one leader: profile, assessments, situations, plans and log."""

import sqlalchemy as sa
from alembic import op

from helu.store.rows import Moment

revision = '0003'
down_revision = '0002'


def upgrade() -> None:
    op.create_table('profile',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_profile_organisation_id_organisation'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['account.id'], name=op.f('fk_profile_user_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_profile')),
    sa.UniqueConstraint('user_id', 'organisation_id', name=op.f('uq_profile_user_id_organisation_id'))
    )
    with op.batch_alter_table('profile', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_profile_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_profile_user_id'), ['user_id'], unique=False)

    op.create_table('actionplan',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('profile_id', sa.Uuid(), nullable=False),
    sa.Column('behaviours', sa.JSON(), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('practise_on', sa.JSON(), nullable=False),
    sa.Column('status', sa.Enum('planned', 'practising', 'reviewed', 'continued', name='plan_status', native_enum=False, create_constraint=True, length=16), nullable=False),
    sa.Column('changed_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['profile_id'], ['profile.id'], name=op.f('fk_actionplan_profile_id_profile'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_actionplan'))
    )
    with op.batch_alter_table('actionplan', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_actionplan_profile_id'), ['profile_id'], unique=False)

    op.create_table('assessment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('profile_id', sa.Uuid(), nullable=False),
    sa.Column('form', sa.Enum('short', 'full', name='assessment_form', native_enum=False, create_constraint=True, length=16), nullable=False),
    sa.Column('current', sa.JSON(), nullable=False),
    sa.Column('wanted', sa.JSON(), nullable=False),
    sa.Column('begun_at', Moment(), nullable=False),
    sa.Column('finished_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['profile_id'], ['profile.id'], name=op.f('fk_assessment_profile_id_profile'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment'))
    )
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_assessment_profile_id'), ['profile_id'], unique=False)

    op.create_table('shared',
    sa.Column('profile_id', sa.Uuid(), nullable=False),
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('what', sa.Enum('radar', 'plan', name='shared_what', native_enum=False, create_constraint=True, length=16), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['leader_group.id'], name=op.f('fk_shared_group_id_leader_group'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['profile_id'], ['profile.id'], name=op.f('fk_shared_profile_id_profile'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('profile_id', 'group_id', 'what', name=op.f('pk_shared'))
    )
    with op.batch_alter_table('shared', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shared_group_id'), ['group_id'], unique=False)

    op.create_table('situation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('profile_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('needs', sa.JSON(), nullable=False),
    sa.Column('actual', sa.JSON(), nullable=False),
    sa.Column('changed_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['profile_id'], ['profile.id'], name=op.f('fk_situation_profile_id_profile'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_situation'))
    )
    with op.batch_alter_table('situation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_situation_profile_id'), ['profile_id'], unique=False)

    op.create_table('logentry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('plan_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('situation', sa.String(length=2000), nullable=False),
    sa.Column('texts', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['plan_id'], ['actionplan.id'], name=op.f('fk_logentry_plan_id_actionplan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_logentry'))
    )
    with op.batch_alter_table('logentry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_logentry_plan_id'), ['plan_id'], unique=False)

