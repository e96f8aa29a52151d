"""Projects that tenants take part in: plan, sessions, proposals, promises, advice, consent,
inspections, residents' budgets, look back."""

from alembic import op
import sqlalchemy as sa

import desktop.store.base


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("added_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("small", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint("digest", name=op.f("uq_photo_digest")),
    )
    op.create_table(
        "project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "maintenance",
                "renovation",
                "new build",
                "neighbourhood management",
                "demolition",
                name="projectkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "idea",
                "preparing",
                "with tenants",
                "decision",
                "work",
                "aftercare",
                "closed",
                "halted",
                name="projectstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("leader", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=160), nullable=False),
        sa.Column(
            "participation",
            sa.Enum(
                "inform",
                "consult",
                "advise",
                "make together",
                "decide together",
                name="participation",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("may_decide", sa.Text(), nullable=False),
        sa.Column("may_not_decide", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("works_on_5_may", sa.Boolean(), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=False),
        sa.Column("budget_cents", sa.Integer(), nullable=False),
        sa.Column("halted_reason", sa.Text(), nullable=False),
        sa.Column("halted_until", sa.Date(), nullable=True),
        sa.Column(
            "state_before",
            sa.Enum(
                "idea",
                "preparing",
                "with tenants",
                "decision",
                "work",
                "aftercare",
                "closed",
                "halted",
                name="projectstate",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("no_presumption_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("code", name=op.f("uq_project_code")),
    )
    op.create_index("ix_project_state", "project", ["state"])

    op.create_table(
        "budget_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "collecting ideas",
                "tested",
                "voting",
                "result",
                name="budgetroundstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("vote_until", sa.Date(), nullable=True),
        sa.Column("result_on", sa.Date(), nullable=True),
        sa.Column("result", sa.JSON(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_budget_round_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_round")),
    )
    op.create_index("ix_budget_round_project_id", "budget_round", ["project_id"])

    op.create_table(
        "consent_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=120), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "running",
                "notices sent",
                "done",
                "replaced",
                name="consentstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("result_sent_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_consent_round_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_round")),
        sa.UniqueConstraint(
            "project_id", "number", name=op.f("uq_consent_round_project_id_number")
        ),
    )
    op.create_table(
        "project_advice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("asked_of", sa.String(length=120), nullable=False),
        sa.Column("subject", sa.String(length=160), nullable=False),
        sa.Column("topic", sa.String(length=10), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("consequences", sa.Text(), nullable=False),
        sa.Column("consent_required", sa.Boolean(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
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
            nullable=True,
        ),
        sa.Column("advice_received_on", sa.Date(), nullable=True),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("no_objection_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column(
            "decision",
            sa.Enum(
                "taken over", "partly", "not", name="advicedecision", native_enum=False, length=40
            ),
            nullable=True,
        ),
        sa.Column("decision_reasons", sa.Text(), nullable=False),
        sa.Column("reasons_sent_on", sa.Date(), nullable=True),
        sa.Column("reasons_received_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_advice_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_advice")),
    )
    op.create_index("ix_project_advice_project_id", "project_advice", ["project_id"])

    op.create_table(
        "project_baseline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kept_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_baseline_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_baseline")),
        sa.UniqueConstraint(
            "project_id", "number", name=op.f("uq_project_baseline_project_id_number")
        ),
    )
    op.create_table(
        "project_complex",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("complex_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complex_id"], ["complex.id"], name=op.f("fk_project_complex_complex_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_complex_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_complex")),
        sa.UniqueConstraint(
            "project_id", "complex_id", name=op.f("uq_project_complex_project_id_complex_id")
        ),
    )
    op.create_index("ix_project_complex_complex_id", "project_complex", ["complex_id"])

    op.create_table(
        "project_evaluation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("went_well", sa.Text(), nullable=False),
        sa.Column("lessons", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_evaluation_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_evaluation")),
        sa.UniqueConstraint("project_id", name=op.f("uq_project_evaluation_project_id")),
    )
    op.create_table(
        "project_map",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("width_m", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_project_map_photo_id")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_map_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_map")),
    )
    op.create_index("ix_project_map_project_id", "project_map", ["project_id"])

    op.create_table(
        "project_phase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_phase_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_phase")),
    )
    op.create_index("ix_project_phase_project_id", "project_phase", ["project_id"])

    op.create_table(
        "project_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "information",
                "consultation",
                "design",
                "vote",
                "other",
                name="sessionkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("ends", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=True),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("minutes_sent_on", sa.Date(), nullable=True),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_session_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_session")),
    )
    op.create_index("ix_project_session_held_on", "project_session", ["held_on"])
    op.create_index("ix_project_session_project_id", "project_session", ["project_id"])

    op.create_table(
        "project_sketch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("sketch_id", sa.Integer(), nullable=False),
        sa.Column("home", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_sketch_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_sketch")),
        sa.UniqueConstraint(
            "project_id", "sketch_id", name=op.f("uq_project_sketch_project_id_sketch_id")
        ),
    )
    op.create_table(
        "project_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "idea",
                "preparing",
                "with tenants",
                "decision",
                "work",
                "aftercare",
                "closed",
                "halted",
                name="projectstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_step_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_step")),
    )
    op.create_index("ix_project_step_project_id", "project_step", ["project_id"])

    op.create_table(
        "ballot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("household", sa.String(length=20), nullable=True),
        sa.Column("cast_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["budget_round.id"], name=op.f("fk_ballot_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
        sa.UniqueConstraint("round_id", "household", name=op.f("uq_ballot_round_id_household")),
    )
    op.create_table(
        "budget_idea",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("cost_cents", sa.Integer(), nullable=True),
        sa.Column("feasible", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["budget_round.id"], name=op.f("fk_budget_idea_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_idea")),
        sa.UniqueConstraint("round_id", "number", name=op.f("uq_budget_idea_round_id_number")),
    )
    op.create_table(
        "consent_tenancy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("dwelling_id", sa.Integer(), nullable=False),
        sa.Column("vacant", sa.Boolean(), nullable=False),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.Column(
            "answer",
            sa.Enum(
                "not spoken",
                "thinking",
                "yes",
                "no",
                name="consentanswer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column(
            "means",
            sa.Enum(
                "signature card",
                "phone",
                "letter",
                "visit",
                name="answermeans",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("notice_sent_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_consent_tenancy_dwelling_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["consent_round.id"], name=op.f("fk_consent_tenancy_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_tenancy")),
        sa.UniqueConstraint(
            "round_id", "dwelling_id", name=op.f("uq_consent_tenancy_round_id_dwelling_id")
        ),
    )
    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("map_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "neighbourhood walk",
                "handover",
                name="inspectionkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("route", sa.String(length=120), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("walkers", sa.Integer(), nullable=True),
        sa.Column("finished_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["map_id"], ["project_map.id"], name=op.f("fk_inspection_map_id")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_inspection_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    op.create_index("ix_inspection_held_on", "inspection", ["held_on"])
    op.create_index("ix_inspection_project_id", "inspection", ["project_id"])

    op.create_table(
        "project_advice_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum(
                "taken over", "partly", "not", name="advicedecision", native_enum=False, length=40
            ),
            nullable=True,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["project_advice.id"], name=op.f("fk_project_advice_point_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_advice_point")),
    )
    op.create_index("ix_project_advice_point_request_id", "project_advice_point", ["request_id"])

    op.create_table(
        "project_baseline_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("baseline_id", sa.Integer(), nullable=False),
        sa.Column("task_number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("finish", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["baseline_id"],
            ["project_baseline.id"],
            name=op.f("fk_project_baseline_task_baseline_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_baseline_task")),
        sa.UniqueConstraint(
            "baseline_id",
            "task_number",
            name=op.f("uq_project_baseline_task_baseline_id_task_number"),
        ),
    )
    op.create_table(
        "project_budget_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("planned_cents", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["phase_id"], ["project_phase.id"], name=op.f("fk_project_budget_line_phase_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_budget_line_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_budget_line")),
    )
    op.create_index("ix_project_budget_line_project_id", "project_budget_line", ["project_id"])

    op.create_table(
        "project_dwelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("dwelling_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_project_dwelling_dwelling_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_dwelling_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_dwelling")),
        sa.UniqueConstraint(
            "project_id", "dwelling_id", name=op.f("uq_project_dwelling_project_id_dwelling_id")
        ),
    )
    op.create_index("ix_project_dwelling_dwelling_id", "project_dwelling", ["dwelling_id"])

    op.create_table(
        "project_evaluation_score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evaluation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=160), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("mean", desktop.store.base.Exact(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["project_evaluation.id"],
            name=op.f("fk_project_evaluation_score_evaluation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_evaluation_score")),
    )
    op.create_index(
        "ix_project_evaluation_score_evaluation_id", "project_evaluation_score", ["evaluation_id"]
    )

    op.create_table(
        "project_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "letter",
                "mail",
                "meeting",
                "notice board",
                "survey",
                name="messagechannel",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("subject", sa.String(length=160), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["phase_id"], ["project_phase.id"], name=op.f("fk_project_message_phase_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_message_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_message")),
    )
    op.create_index("ix_project_message_project_id", "project_message", ["project_id"])

    op.create_table(
        "project_session_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("caption", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(
            ["photo_id"], ["photo.id"], name=op.f("fk_project_session_photo_photo_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["project_session.id"], name=op.f("fk_project_session_photo_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_session_photo")),
    )
    op.create_index("ix_project_session_photo_session_id", "project_session_photo", ["session_id"])

    op.create_table(
        "project_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("percent_done", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("decision", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["project_task.id"], name=op.f("fk_project_task_parent_id")
        ),
        sa.ForeignKeyConstraint(
            ["phase_id"], ["project_phase.id"], name=op.f("fk_project_task_phase_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_task_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_task")),
        sa.UniqueConstraint("project_id", "number", name=op.f("uq_project_task_project_id_number")),
    )
    op.create_index("ix_project_task_phase_id", "project_task", ["phase_id"])

    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("dwelling_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("to_whom", sa.String(length=120), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "kept",
                "changed",
                "broken",
                name="promisestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("agreed_with", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reaction", sa.Text(), nullable=False),
        sa.Column("handed_to", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_promise_dwelling_id")
        ),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_promise_project_id")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["project_session.id"], name=op.f("fk_promise_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index("ix_promise_due_on", "promise", ["due_on"])
    op.create_index("ix_promise_project_id", "promise", ["project_id"])

    op.create_table(
        "ballot_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ballot_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ballot_id"], ["ballot.id"], name=op.f("fk_ballot_choice_ballot_id")
        ),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["budget_idea.id"], name=op.f("fk_ballot_choice_idea_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_choice")),
        sa.UniqueConstraint(
            "ballot_id", "idea_id", name=op.f("uq_ballot_choice_ballot_id_idea_id")
        ),
    )
    op.create_table(
        "consent_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenancy_id", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "not spoken",
                "thinking",
                "yes",
                "no",
                name="consentanswer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column(
            "means",
            sa.Enum(
                "signature card",
                "phone",
                "letter",
                "visit",
                name="answermeans",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("noted_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_user.id"], name=op.f("fk_consent_note_staff_id")
        ),
        sa.ForeignKeyConstraint(
            ["tenancy_id"], ["consent_tenancy.id"], name=op.f("fk_consent_note_tenancy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_note")),
    )
    op.create_index("ix_consent_note_tenancy_id", "consent_note", ["tenancy_id"])

    op.create_table(
        "consent_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenancy_id", sa.Integer(), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("at_home", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenancy_id"], ["consent_tenancy.id"], name=op.f("fk_consent_visit_tenancy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_visit")),
    )
    op.create_index("ix_consent_visit_tenancy_id", "consent_visit", ["tenancy_id"])

    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "litter",
                "green",
                "lighting",
                "damage",
                "unsafe",
                "other",
                name="findingkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "severity",
            sa.Enum("low", "medium", "high", name="severity", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("x", sa.Integer(), nullable=True),
        sa.Column("y", sa.Integer(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "reported",
                "taken up",
                "solved",
                "checked",
                "referred",
                "not done",
                name="findingstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("found_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("solved_on", sa.Date(), nullable=True),
        sa.Column("referred_to", sa.String(length=120), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=True),
        sa.Column("their_answer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reporter", sa.String(length=120), nullable=False),
        sa.Column("reporter_told_on", sa.Date(), nullable=True),
        sa.Column("handed_to", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspection.id"], name=op.f("fk_finding_inspection_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint(
            "inspection_id", "number", name=op.f("uq_finding_inspection_id_number")
        ),
    )
    op.create_index("ix_finding_state", "finding", ["state"])

    op.create_table(
        "project_cost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("committed", "spent", name="costkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=160), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"], ["project_budget_line.id"], name=op.f("fk_project_cost_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_cost")),
    )
    op.create_index("ix_project_cost_line_id", "project_cost", ["line_id"])

    op.create_table(
        "project_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("theme", sa.String(length=80), nullable=False),
        sa.Column("support", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "raised",
                "discussed",
                "answered",
                "reported back",
                name="proposalstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "answer",
            sa.Enum("do", "otherwise", "not", name="proposalanswer", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.String(length=80), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_via", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_proposal_project_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["project_session.id"], name=op.f("fk_project_proposal_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["project_task.id"], name=op.f("fk_project_proposal_task_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_proposal")),
        sa.UniqueConstraint(
            "project_id", "number", name=op.f("uq_project_proposal_project_id_number")
        ),
    )
    op.create_index("ix_project_proposal_session_id", "project_proposal", ["session_id"])

    op.create_table(
        "project_task_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("before_id", sa.Integer(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("FS", "SS", "FF", "SF", name="linkkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("lag", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["after_id"], ["project_task.id"], name=op.f("fk_project_task_link_after_id")
        ),
        sa.ForeignKeyConstraint(
            ["before_id"], ["project_task.id"], name=op.f("fk_project_task_link_before_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_task_link")),
        sa.UniqueConstraint(
            "before_id",
            "after_id",
            "kind",
            name=op.f("uq_project_task_link_before_id_after_id_kind"),
        ),
    )
    op.create_index("ix_project_task_link_after_id", "project_task_link", ["after_id"])

    op.create_table(
        "finding_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column(
            "moment",
            sa.Enum("before", "after", name="photomoment", native_enum=False, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_finding_photo_finding_id")
        ),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_finding_photo_photo_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_photo")),
    )
    op.create_index("ix_finding_photo_finding_id", "finding_photo", ["finding_id"])

    op.create_table(
        "finding_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "reported",
                "taken up",
                "solved",
                "checked",
                "referred",
                "not done",
                name="findingstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_finding_step_finding_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_step")),
    )
    op.create_index("ix_finding_step_finding_id", "finding_step", ["finding_id"])
