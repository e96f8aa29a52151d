"""The evaluation of a pilot, kept as it stood on a day."""

from alembic import op
import sqlalchemy as sa

import desktop.store.base


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evaluation_snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("kept_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("measures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_user.id"], name=op.f("fk_evaluation_snapshot_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_snapshot")),
    )
