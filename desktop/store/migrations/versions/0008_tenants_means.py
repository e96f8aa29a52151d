"""What tenants have to do their task with; complexes of residents' committees; how the minister
decides a dispute and judges the bid; about which agreement advice is asked.

Nothing is filled in for what was there already: only people know it.
"""

from alembic import op
import sqlalchemy as sa


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

EXPENSE = sa.Enum("experts", "training", "other", name="expense", native_enum=False, length=40)


def upgrade() -> None:
    _agreements_and_disputes()
    _means()


def _agreements_and_disputes() -> None:
    with op.batch_alter_table("party") as party:
        party.add_column(sa.Column("complex_id", sa.Integer(), nullable=True))
        party.create_foreign_key(op.f("fk_party_complex_id"), "complex", ["complex_id"], ["id"])
    with op.batch_alter_table("formal_advice") as advice:
        advice.add_column(sa.Column("agreement_id", sa.Integer(), nullable=True))
        advice.create_foreign_key(
            op.f("fk_formal_advice_agreement_id"), "agreement", ["agreement_id"], ["id"]
        )
    op.create_index(
        op.f("ix_formal_advice_agreement_id"), "formal_advice", ["agreement_id"], unique=False
    )
    op.add_column(
        "agreement", sa.Column("without_advice", sa.Text(), nullable=False, server_default="")
    )
    op.add_column("bid", sa.Column("judged_on", sa.Date(), nullable=True))
    op.add_column("bid", sa.Column("judgement", sa.Text(), nullable=False, server_default=""))
    op.add_column("dispute", sa.Column("decide_by", sa.Date(), nullable=True))
    op.add_column("dispute", sa.Column("decided_on", sa.Date(), nullable=True))
    op.create_table(
        "dispute_extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_extension_dispute_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_extension")),
    )
    op.create_index(
        op.f("ix_dispute_extension_dispute_id"), "dispute_extension", ["dispute_id"], unique=False
    )


def _means() -> None:
    op.create_table(
        "training_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("half_days", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["party_contact.id"], name=op.f("fk_training_day_contact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_day")),
    )
    op.create_index(
        op.f("ix_training_day_contact_id"), "training_day", ["contact_id"], unique=False
    )
    op.create_table(
        "extra_power",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("document_name", sa.String(length=200), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_extra_power_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extra_power")),
    )
    op.create_index(op.f("ix_extra_power_party_id"), "extra_power", ["party_id"], unique=False)
    op.create_table(
        "tenants_budget",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("consented_cents", sa.Integer(), nullable=False),
        sa.Column("accounted_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_tenants_budget_party_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenants_budget")),
        sa.UniqueConstraint("party_id", "year", name=op.f("uq_tenants_budget_party_id_year")),
    )
    op.create_table(
        "tenants_expense",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("budget_id", sa.Integer(), nullable=False),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("kind", EXPENSE, nullable=False),
        sa.Column("what", sa.String(length=160), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["tenants_budget.id"], name=op.f("fk_tenants_expense_budget_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenants_expense")),
    )
    op.create_index(
        op.f("ix_tenants_expense_budget_id"), "tenants_expense", ["budget_id"], unique=False
    )
