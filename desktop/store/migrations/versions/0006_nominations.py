"""What residents nominate has a record; ages for whom a complex is meant; why staff receive, and
why a viewing of a dwelling that is not let was called off, as codes; no-shows can be taken back.

Both reasons stood in the language of who was at work. The words that the program wrote then are
read back; what a member of staff wrote stays as it is.
"""

from alembic import op
import sqlalchemy as sa

import desktop.store.base


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ROUTE_WORDS = {
    "direct mediation": ("direct mediation", "directe bemiddeling"),
    "labelled for priority": (
        "labelled beforehand for candidates with priority",
        "vooraf gelabeld voor kandidaten met voorrang",
    ),
    "day budget": (
        "the viewing would cost more extra days than agreed",
        "de kennismaking kost meer extra dagen dan afgesproken",
    ),
    "complex to compare with": ("complex om mee te vergelijken",),
}
WITHDRAWN_WORDS = {
    "BES": ("The dwelling gets another use", "De woning krijgt een ander gebruik"),
    "HAN": ("The dwelling goes by direct mediation", "De woning gaat via directe bemiddeling"),
    "ING": ("The tenant took the notice back", "De huurder trok de opzegging in"),
    "ONJ": ("The advert was not right", "De advertentie klopte niet"),
    "REN": ("The dwelling is renovated", "De woning wordt gerenoveerd"),
    "UIT": ("The dwelling is no longer let", "De woning wordt niet meer verhuurd"),
}


def upgrade() -> None:
    op.add_column("complex", sa.Column("age_from", sa.Integer(), nullable=True))
    op.add_column("complex", sa.Column("age_to", sa.Integer(), nullable=True))
    op.add_column("vacancy", sa.Column("route_code", sa.String(length=40), nullable=True))
    op.add_column(
        "viewing",
        sa.Column("tablet_used", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("vacancy", sa.Column("welcomed_on", sa.Date(), nullable=True))
    op.add_column("invitation", sa.Column("excuse", sa.String(length=40), nullable=True))
    op.add_column(
        "invitation",
        sa.Column("excused_at", desktop.store.base.Moment(timezone=True), nullable=True),
    )
    _read_routes()
    _read_calling_off()
    op.create_table(
        "nomination",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("motivation", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("reader_id", sa.Integer(), nullable=True),
        sa.Column("reader_question", sa.Text(), nullable=False),
        sa.Column("entered_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("tested_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("read_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancy.id"], name=op.f("fk_nomination_vacancy_id")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["staff_user.id"], name=op.f("fk_nomination_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"], ["staff_user.id"], name=op.f("fk_nomination_reader_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination")),
        sa.UniqueConstraint("vacancy_id", "number", name=op.f("uq_nomination_vacancy_id_number")),
    )
    op.create_table(
        "nomination_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nomination.id"], name=op.f("fk_nomination_member_nomination_id")
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_nomination_member_host_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination_member")),
        sa.UniqueConstraint(
            "nomination_id", "host_id", name=op.f("uq_nomination_member_nomination_id_host_id")
        ),
    )
    op.create_table(
        "nominee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nomination.id"], name=op.f("fk_nominee_nomination_id")
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_nominee_candidate_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nominee")),
        sa.UniqueConstraint(
            "nomination_id", "candidate_id", name=op.f("uq_nominee_nomination_id_candidate_id")
        ),
    )
    for table, column in (
        ("nomination", "vacancy_id"),
        ("nomination_member", "nomination_id"),
        ("nominee", "nomination_id"),
        ("nominee", "candidate_id"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _read_routes() -> None:
    vacancy = sa.table("vacancy", *map(sa.column, ("route_reason", "route_code")))
    for code, words in ROUTE_WORDS.items():
        op.get_bind().execute(
            vacancy.update()
            .where(vacancy.c.route_reason.in_(words))
            .values(route_reason="", route_code=code)
        )


def _read_calling_off() -> None:
    vacancy = sa.table("vacancy", *map(sa.column, ("id", "state", "withdrawn_code")))
    viewing = sa.table("viewing", *map(sa.column, ("vacancy_id", "cancel_reason")))
    for code, words in WITHDRAWN_WORDS.items():
        withdrawn = sa.select(vacancy.c.id).where(
            vacancy.c.state == "withdrawn", vacancy.c.withdrawn_code == code
        )
        op.get_bind().execute(
            viewing.update()
            .where(viewing.c.vacancy_id.in_(withdrawn), viewing.c.cancel_reason.in_(words))
            .values(cancel_reason="")
        )
