"""The order table of a decision can go; what residents nominate; why a host was chosen, as values.

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
    op.create_table(
        "nomination",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("host_ids", sa.JSON(), nullable=False),
        sa.Column("nominated_on", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("tested_by_id", sa.Integer(), nullable=True),
        sa.Column("tested_on", sa.Date(), nullable=True),
        sa.Column("stands", sa.Boolean(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_nomination_candidate_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_user.id"], name=op.f("fk_nomination_staff_id")
        ),
        sa.ForeignKeyConstraint(
            ["tested_by_id"], ["staff_user.id"], name=op.f("fk_nomination_tested_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancy.id"], name=op.f("fk_nomination_vacancy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination")),
        sa.UniqueConstraint(
            "vacancy_id", "candidate_id", name=op.f("uq_nomination_vacancy_id_candidate_id")
        ),
    )
    op.create_index(op.f("ix_nomination_candidate_id"), "nomination", ["candidate_id"])
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
