"""An assessment remembers that it is in a group's picture."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'


def upgrade() -> None:
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.add_column(sa.Column('counted', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE assessment SET counted = true WHERE id IN (SELECT assessment_id FROM handedin WHERE counted)")
