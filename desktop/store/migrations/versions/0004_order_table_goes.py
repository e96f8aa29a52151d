"""The order table of a decision can go; why a host was chosen, as values.

Why a host was chosen stood in the language of who chose: `2 shifts in 90 days; lives at stairwell
B`. The number comes first in every language, the stairwell last.
"""

import re

from alembic import op
import sqlalchemy as sa


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WHY = re.compile(r"(?P<shifts>\d+) [^;]+(?:; .+ (?P<stairwell>\S+))?")


def upgrade() -> None:
    op.add_column("decision", sa.Column("order_removed_on", sa.Date(), nullable=True))
    op.add_column("decision", sa.Column("passed_over", sa.Integer(), nullable=True))
    op.add_column("shift", sa.Column("shifts_before", sa.Integer(), nullable=True))
    op.add_column(
        "shift", sa.Column("stairwell", sa.String(length=20), nullable=False, server_default="")
    )
    _read_why()
    op.drop_column("shift", "reason")


def _read_why() -> None:
    shift = sa.table("shift", *map(sa.column, ("id", "reason", "shifts_before", "stairwell")))
    connection = op.get_bind()
    for id, reason in connection.execute(sa.select(shift.c.id, shift.c.reason)).all():
        why = WHY.fullmatch(reason)
        if why is not None:
            connection.execute(
                shift.update()
                .where(shift.c.id == id)
                .values(shifts_before=int(why["shifts"]), stairwell=(why["stairwell"] or "")[:20])
            )
