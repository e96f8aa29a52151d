"""Performance agreements: cycles, clauses, indicators and measurements, tenants' questions,
meetings."""

from alembic import op
import sqlalchemy as sa

import desktop.store.base


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "national_priority",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_national_priority")),
        sa.UniqueConstraint("code", name=op.f("uq_national_priority_code")),
    )
    op.create_table(
        "party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("short_name", sa.String(length=40), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "municipality",
                "corporation",
                "tenants' organisation",
                "residents' committee",
                "care provider",
                "other",
                name="partykind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "role",
            sa.Enum("member", "adviser", name="partyrole", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("is_umbrella", sa.Boolean(), nullable=False),
        sa.Column("board_of_tenants", sa.Boolean(), nullable=False),
        sa.Column("informs_tenants", sa.Boolean(), nullable=False),
        sa.Column("meets_yearly", sa.Boolean(), nullable=False),
        sa.Column("open_to_all", sa.Boolean(), nullable=False),
        sa.Column("last_annual_meeting_on", sa.Date(), nullable=True),
        sa.Column("training_days", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("visited_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        sa.UniqueConstraint("name", name=op.f("uq_party_name")),
    )
    op.create_table(
        "party_contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("function", sa.String(length=80), nullable=False),
        sa.Column("display_name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_contact_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_contact")),
    )
    op.create_index(op.f("ix_party_contact_party_id"), "party_contact", ["party_id"], unique=False)
    op.create_table(
        "policy_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "housing vision",
                "housing programme",
                "other",
                name="policykind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_policy_document_party_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_document")),
    )
    op.create_index(
        op.f("ix_policy_document_party_id"), "policy_document", ["party_id"], unique=False
    )
    op.create_table(
        "theme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("plain_name", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("colour", sa.String(length=10), nullable=False),
        sa.Column("consultation_topic", sa.String(length=10), nullable=False),
        sa.Column("bid_letters", sa.String(length=6), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["priority_id"], ["national_priority.id"], name=op.f("fk_theme_priority_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("code", name=op.f("uq_theme_code")),
    )
    op.create_table(
        "cycle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=True),
        sa.Column("applies_from", sa.Date(), nullable=False),
        sa.Column("applies_to", sa.Date(), nullable=False),
        sa.Column("policy_received_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "preparing",
                "bid sent",
                "talks",
                "draft",
                "deciding",
                "signed",
                "running",
                "evaluated",
                "closed",
                "no policy",
                "no agreement",
                name="cyclestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("signed_without_replies", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["party.id"], name=op.f("fk_cycle_municipality_id")
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policy_document.id"], name=op.f("fk_cycle_policy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle")),
    )
    op.create_index(op.f("ix_cycle_state"), "cycle", ["state"], unique=False)
    op.create_index(op.f("ix_cycle_year"), "cycle", ["year"], unique=False)
    op.create_table(
        "policy_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["policy_document.id"], name=op.f("fk_policy_goal_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_goal")),
    )
    op.create_index(
        op.f("ix_policy_goal_document_id"), "policy_goal", ["document_id"], unique=False
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("lineage", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("short_title", sa.String(length=80), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "idea",
                "draft",
                "talks",
                "agreed",
                "adopted",
                "running",
                "achieved",
                "missed",
                "lapsed",
                "carried over",
                name="agreementstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("applies_from", sa.Date(), nullable=True),
        sa.Column("applies_to", sa.Date(), nullable=True),
        sa.Column("district", sa.String(length=80), nullable=False),
        sa.Column("postcode", sa.String(length=4), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column("priority_id", sa.Integer(), nullable=True),
        sa.Column("postponed_from_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_agreement_cycle_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["policy_goal.id"], name=op.f("fk_agreement_goal_id")),
        sa.ForeignKeyConstraint(
            ["postponed_from_id"], ["agreement.id"], name=op.f("fk_agreement_postponed_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"], ["national_priority.id"], name=op.f("fk_agreement_priority_id")
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_agreement_theme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("cycle_id", "code", name=op.f("uq_agreement_cycle_id_code")),
    )
    op.create_index(op.f("ix_agreement_cycle_id"), "agreement", ["cycle_id"], unique=False)
    op.create_index(op.f("ix_agreement_lineage"), "agreement", ["lineage"], unique=False)
    op.create_index(op.f("ix_agreement_theme_id"), "agreement", ["theme_id"], unique=False)
    op.create_table(
        "agreement_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "idea",
                "draft",
                "talks",
                "agreed",
                "adopted",
                "running",
                "achieved",
                "missed",
                "lapsed",
                "carried over",
                name="agreementstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_step_agreement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_step")),
    )
    op.create_index(
        op.f("ix_agreement_step_agreement_id"), "agreement_step", ["agreement_id"], unique=False
    )
    op.create_table(
        "bid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("supervisors_approved_on", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("not_foreseen", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_bid_cycle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bid")),
        sa.UniqueConstraint("cycle_id", name=op.f("uq_bid_cycle_id")),
    )
    op.create_table(
        "cycle_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "preparing",
                "bid sent",
                "talks",
                "draft",
                "deciding",
                "signed",
                "running",
                "evaluated",
                "closed",
                "no policy",
                "no agreement",
                name="cyclestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_cycle_step_cycle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle_step")),
    )
    op.create_index(op.f("ix_cycle_step_cycle_id"), "cycle_step", ["cycle_id"], unique=False)
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column(
            "document",
            sa.Enum(
                "bid",
                "invitation",
                "bid with the agreements",
                "agreements",
                "board statement",
                name="deliverydocument",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("proof", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_delivery_cycle_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_delivery_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
    )
    op.create_index(op.f("ix_delivery_cycle_id"), "delivery", ["cycle_id"], unique=False)
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("ww44", "wohv", name="disputekind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("arisen_on", sa.Date(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("mediation", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_dispute_cycle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
    )
    op.create_index(op.f("ix_dispute_cycle_id"), "dispute", ["cycle_id"], unique=False)
    op.create_table(
        "formal_advice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=160), nullable=False),
        sa.Column("topic", sa.String(length=10), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("consequences", sa.Text(), nullable=False),
        sa.Column("consent_required", sa.Boolean(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "advice received",
                "no objection",
                "term passed",
                "decided",
                "reasons sent",
                "executable",
                name="advicestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("advice_received_on", sa.Date(), nullable=True),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("no_objection_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column(
            "decision",
            sa.Enum(
                "taken over",
                "partly",
                "not",
                "already arranged",
                "other party",
                name="replydecision",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("decision_reasons", sa.Text(), nullable=False),
        sa.Column("reasons_received_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_formal_advice_cycle_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_formal_advice_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formal_advice")),
    )
    op.create_index(op.f("ix_formal_advice_cycle_id"), "formal_advice", ["cycle_id"], unique=False)
    op.create_table(
        "information_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("given", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_information_request_cycle_id")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_information_request_party_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_information_request")),
    )
    op.create_index(
        op.f("ix_information_request_cycle_id"), "information_request", ["cycle_id"], unique=False
    )
    op.create_table(
        "report_snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "monitor",
                "agreements",
                "summary",
                "tenant input",
                name="snapshotkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("made_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("lights", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_report_snapshot_cycle_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_user.id"], name=op.f("fk_report_snapshot_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_snapshot")),
    )
    op.create_index(
        op.f("ix_report_snapshot_cycle_id"), "report_snapshot", ["cycle_id"], unique=False
    )
    op.create_table(
        "seal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sealed_on", sa.Date(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_seal_cycle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal")),
        sa.UniqueConstraint("cycle_id", "number", name=op.f("uq_seal_cycle_id_number")),
    )
    op.create_index(op.f("ix_seal_cycle_id"), "seal", ["cycle_id"], unique=False)
    op.create_table(
        "seat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_seat_cycle_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_seat_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        sa.UniqueConstraint("cycle_id", "party_id", name=op.f("uq_seat_cycle_id_party_id")),
    )
    op.create_table(
        "bid_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bid_id", sa.Integer(), nullable=False),
        sa.Column(
            "letter",
            sa.Enum("a", "b", "c", "d", "e", "f", name="bidletter", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("postcode", sa.String(length=4), nullable=False),
        sa.Column("years", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["bid_id"], ["bid.id"], name=op.f("fk_bid_item_bid_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bid_item")),
    )
    op.create_index(op.f("ix_bid_item_bid_id"), "bid_item", ["bid_id"], unique=False)
    op.create_table(
        "clause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("plain_text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("made_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("shared_on", sa.Date(), nullable=True),
        sa.Column("in_force_on", sa.Date(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_clause_agreement_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["party.id"], name=op.f("fk_clause_author_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff_user.id"], name=op.f("fk_clause_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clause")),
        sa.UniqueConstraint("agreement_id", "number", name=op.f("uq_clause_agreement_id_number")),
    )
    op.create_index(op.f("ix_clause_agreement_id"), "clause", ["agreement_id"], unique=False)
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("result", "effort", name="commitmentkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_commitment_agreement_id")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_commitment_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    op.create_index(
        op.f("ix_commitment_agreement_id"), "commitment", ["agreement_id"], unique=False
    )
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum(
                "up", "down", "between", "yes/no", name="direction", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("cumulative", sa.Boolean(), nullable=False),
        sa.Column("baseline", desktop.store.base.Exact(length=40), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("goal", desktop.store.base.Exact(length=40), nullable=True),
        sa.Column("goal_on", sa.Date(), nullable=False),
        sa.Column("low", desktop.store.base.Exact(length=40), nullable=True),
        sa.Column("high", desktop.store.base.Exact(length=40), nullable=True),
        sa.Column(
            "path",
            sa.Enum("linear", "step", "schedule", name="pathshape", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("margin_percent", desktop.store.base.Exact(length=40), nullable=False),
        sa.Column("margin_absolute", desktop.store.base.Exact(length=40), nullable=True),
        sa.Column(
            "frequency",
            sa.Enum(
                "month",
                "quarter",
                "half-year",
                "year",
                name="frequency",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("max_age_days", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("norm", sa.String(length=120), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_indicator_agreement_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["party.id"], name=op.f("fk_indicator_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("agreement_id", "code", name=op.f("uq_indicator_agreement_id_code")),
    )
    op.create_index(op.f("ix_indicator_agreement_id"), "indicator", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_indicator_code"), "indicator", ["code"], unique=False)
    op.create_table(
        "light_explanation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=120), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_light_explanation_agreement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_light_explanation")),
    )
    op.create_index(
        op.f("ix_light_explanation_agreement_id"),
        "light_explanation",
        ["agreement_id"],
        unique=False,
    )
    op.create_table(
        "look_back",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("goes_on", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_look_back_agreement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_back")),
        sa.UniqueConstraint("agreement_id", name=op.f("uq_look_back_agreement_id")),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "tripartite",
                "yearly talk with tenants",
                "residents' evening",
                "evaluation",
                name="meetingkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("papers_sent_on", sa.Date(), nullable=True),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=True),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_meeting_cycle_id")),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["report_snapshot.id"], name=op.f("fk_meeting_snapshot_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    op.create_index(op.f("ix_meeting_cycle_id"), "meeting", ["cycle_id"], unique=False)
    op.create_index(op.f("ix_meeting_held_on"), "meeting", ["held_on"], unique=False)
    op.create_table(
        "signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("function", sa.String(length=80), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("scan_name", sa.String(length=200), nullable=False),
        sa.Column("scan", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_signature_party_id")),
        sa.ForeignKeyConstraint(["seal_id"], ["seal.id"], name=op.f("fk_signature_seal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
        sa.UniqueConstraint("seal_id", "party_id", name=op.f("uq_signature_seal_id_party_id")),
    )
    op.create_index(op.f("ix_signature_seal_id"), "signature", ["seal_id"], unique=False)
    op.create_table(
        "action_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_action_point_agreement_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_action_point_meeting_id")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_action_point_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_point")),
    )
    op.create_index(
        op.f("ix_action_point_meeting_id"), "action_point", ["meeting_id"], unique=False
    )
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("refusal_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["party.id"], name=op.f("fk_agenda_item_proposed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_meeting_id"), "agenda_item", ["meeting_id"], unique=False)
    op.create_table(
        "amendment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("old_id", sa.Integer(), nullable=False),
        sa.Column("new_id", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_amendment_agreement_id")
        ),
        sa.ForeignKeyConstraint(["new_id"], ["clause.id"], name=op.f("fk_amendment_new_id")),
        sa.ForeignKeyConstraint(["old_id"], ["clause.id"], name=op.f("fk_amendment_old_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
        sa.UniqueConstraint(
            "agreement_id", "number", name=op.f("uq_amendment_agreement_id_number")
        ),
    )
    op.create_index(op.f("ix_amendment_agreement_id"), "amendment", ["agreement_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("function", sa.String(length=80), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("expert", sa.Boolean(), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_attendance_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_table(
        "indicator_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("value", desktop.store.base.Exact(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_indicator_step_indicator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_step")),
        sa.UniqueConstraint(
            "indicator_id", "due_on", name=op.f("uq_indicator_step_indicator_id_due_on")
        ),
    )
    op.create_index(
        op.f("ix_indicator_step_indicator_id"), "indicator_step", ["indicator_id"], unique=False
    )
    op.create_table(
        "light_override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column(
            "light",
            sa.Enum("ON", "RISK", "OFF", "NM", "DONE", name="light", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_light_override_agreement_id")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_light_override_indicator_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_light_override_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_light_override_party_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_light_override")),
    )
    op.create_index(
        op.f("ix_light_override_agreement_id"), "light_override", ["agreement_id"], unique=False
    )
    op.create_index(
        op.f("ix_light_override_indicator_id"), "light_override", ["indicator_id"], unique=False
    )
    op.create_table(
        "measurement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("value", desktop.store.base.Exact(length=40), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("source_date", sa.Date(), nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("entered_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_measurement_indicator_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_measurement_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_user.id"], name=op.f("fk_measurement_staff_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["measurement.id"], name=op.f("fk_measurement_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_measurement_supersedes_id")),
    )
    op.create_index(
        "ix_measurement_of_day",
        "measurement",
        ["indicator_id", "measured_on", "provisional"],
        unique=False,
    )
    op.create_table(
        "meeting_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_meeting_decision_agreement_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_decision_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_decision")),
    )
    op.create_index(
        op.f("ix_meeting_decision_meeting_id"), "meeting_decision", ["meeting_id"], unique=False
    )
    op.create_table(
        "position",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clause_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column(
            "value",
            sa.Enum(
                "agrees",
                "agrees if",
                "disagrees",
                "no opinion",
                name="positionvalue",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["clause_id"], ["clause.id"], name=op.f("fk_position_clause_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_position_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        sa.UniqueConstraint("clause_id", "party_id", name=op.f("uq_position_clause_id_party_id")),
    )
    op.create_index(op.f("ix_position_clause_id"), "position", ["clause_id"], unique=False)
    op.create_table(
        "tenant_input",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "meeting",
                "survey",
                "neighbourhood walk",
                "letter",
                "phone",
                "desk",
                name="inputchannel",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("group_size", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("may_quote", sa.Boolean(), nullable=False),
        sa.Column("is_written_advice", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "received",
                "discussed",
                "answered",
                "reported back",
                name="inputstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_tenant_input_cycle_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_tenant_input_meeting_id")
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_tenant_input_theme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant_input")),
        sa.UniqueConstraint("code", name=op.f("uq_tenant_input_code")),
    )
    op.create_index(op.f("ix_tenant_input_cycle_id"), "tenant_input", ["cycle_id"], unique=False)
    op.create_index(
        op.f("ix_tenant_input_received_on"), "tenant_input", ["received_on"], unique=False
    )
    op.create_table(
        "input_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("input_id", sa.Integer(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum(
                "taken over",
                "partly",
                "not",
                "already arranged",
                "other party",
                name="replydecision",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_via", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["input_id"], ["tenant_input.id"], name=op.f("fk_input_reply_input_id")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_input_reply_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_input_reply")),
        sa.UniqueConstraint("input_id", name=op.f("uq_input_reply_input_id")),
    )
    op.create_table(
        "light_objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("override_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["override_id"], ["light_override.id"], name=op.f("fk_light_objection_override_id")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_light_objection_party_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_light_objection")),
        sa.UniqueConstraint(
            "override_id", "party_id", name=op.f("uq_light_objection_override_id_party_id")
        ),
    )
    op.create_index(
        op.f("ix_light_objection_override_id"), "light_objection", ["override_id"], unique=False
    )
    op.create_table(
        "tenant_input_agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("input_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_tenant_input_agreement_agreement_id")
        ),
        sa.ForeignKeyConstraint(
            ["input_id"], ["tenant_input.id"], name=op.f("fk_tenant_input_agreement_input_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant_input_agreement")),
        sa.UniqueConstraint(
            "input_id", "agreement_id", name=op.f("uq_tenant_input_agreement_input_id_agreement_id")
        ),
    )
    op.create_index(
        op.f("ix_tenant_input_agreement_agreement_id"),
        "tenant_input_agreement",
        ["agreement_id"],
        unique=False,
    )
