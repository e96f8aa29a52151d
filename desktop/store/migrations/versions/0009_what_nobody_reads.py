"""Columns that nothing reads go. Of reports only the monitor is ever kept, so none has a kind."""

from alembic import op


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("report_snapshot", "kind")
    op.drop_column("tenant_input", "anonymous")
    op.drop_column("tour_report", "locked_at")
