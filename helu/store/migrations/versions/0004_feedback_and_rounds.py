"""Feedback from others, group rounds, and a profile that can be locked."""

import sqlalchemy as sa
from alembic import op

from helu.store.rows import Moment

revision = '0004'
down_revision = '0003'


def upgrade() -> None:
    op.create_table('feedback',
    sa.Column('floor', sa.Integer(), nullable=False),
    sa.Column('more', sa.Integer(), nullable=False),
    sa.Column('alone', sa.JSON(), nullable=False),
    sa.Column('cells', sa.JSON(), nullable=False),
    sa.Column('people', sa.JSON(), nullable=False),
    sa.Column('sums', sa.JSON(), nullable=False),
    sa.Column('opened_at', Moment(), nullable=True),
    sa.Column('closed_at', Moment(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('profile_id', sa.Uuid(), nullable=False),
    sa.Column('form', sa.String(length=16), nullable=False),
    sa.Column('called', sa.String(length=120), nullable=False),
    sa.ForeignKeyConstraint(['profile_id'], ['profile.id'], name=op.f('fk_feedback_profile_id_profile'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback'))
    )
    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_profile_id'), ['profile_id'], unique=False)

    op.create_table('feedbackanswer',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('feedback_id', sa.Uuid(), nullable=False),
    sa.Column('cell', sa.String(length=16), nullable=False),
    sa.Column('steps', sa.JSON(), nullable=False),
    sa.Column('values', sa.JSON(), nullable=False),
    sa.Column('counted', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['feedback_id'], ['feedback.id'], name=op.f('fk_feedbackanswer_feedback_id_feedback'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_feedbackanswer')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('feedbackanswer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedbackanswer_feedback_id'), ['feedback_id'], unique=False)

    op.create_table('feedbacktext',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('feedback_id', sa.Uuid(), nullable=False),
    sa.Column('question', sa.String(length=40), nullable=False),
    sa.Column('text', sa.String(length=2000), nullable=False),
    sa.Column('released', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['feedback_id'], ['feedback.id'], name=op.f('fk_feedbacktext_feedback_id_feedback'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_feedbacktext')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('feedbacktext', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedbacktext_feedback_id'), ['feedback_id'], unique=False)

    op.create_table('respondent',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('feedback_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('link', sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(['feedback_id'], ['feedback.id'], name=op.f('fk_respondent_feedback_id_feedback'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_respondent')),
    sa.UniqueConstraint('link', name=op.f('uq_respondent_link'))
    )
    with op.batch_alter_table('respondent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_respondent_feedback_id'), ['feedback_id'], unique=False)

    op.create_table('spentlink',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('feedback_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['feedback_id'], ['feedback.id'], name=op.f('fk_spentlink_feedback_id_feedback'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_spentlink')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('spentlink', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_spentlink_feedback_id'), ['feedback_id'], unique=False)

    op.create_table('groupround',
    sa.Column('floor', sa.Integer(), nullable=False),
    sa.Column('more', sa.Integer(), nullable=False),
    sa.Column('alone', sa.JSON(), nullable=False),
    sa.Column('cells', sa.JSON(), nullable=False),
    sa.Column('people', sa.JSON(), nullable=False),
    sa.Column('sums', sa.JSON(), nullable=False),
    sa.Column('opened_at', Moment(), nullable=True),
    sa.Column('closed_at', Moment(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('made_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_groupround_activity_id_activity'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['leader_group.id'], name=op.f('fk_groupround_group_id_leader_group'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groupround'))
    )
    with op.batch_alter_table('groupround', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_groupround_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_groupround_group_id'), ['group_id'], unique=False)

    op.create_table('handedin',
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('profile_id', sa.Uuid(), nullable=False),
    sa.Column('assessment_id', sa.Uuid(), nullable=True),
    sa.Column('cell', sa.String(length=16), nullable=False),
    sa.Column('values', sa.JSON(), nullable=False),
    sa.Column('counted', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_handedin_assessment_id_assessment'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['profile_id'], ['profile.id'], name=op.f('fk_handedin_profile_id_profile'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['round_id'], ['groupround.id'], name=op.f('fk_handedin_round_id_groupround'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('round_id', 'profile_id', name=op.f('pk_handedin')),
    sa.UniqueConstraint('assessment_id', name=op.f('uq_handedin_assessment_id'))
    )
    with op.batch_alter_table('handedin', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_handedin_profile_id'), ['profile_id'], unique=False)

    with op.batch_alter_table('profile', schema=None) as batch_op:
        batch_op.add_column(sa.Column('locked_with', sa.String(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('code_hash', sa.String(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('next_feedback_from', Moment(), nullable=True))
