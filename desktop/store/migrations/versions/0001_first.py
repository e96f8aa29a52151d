"""The first tables: estate, viewings, audit trail, search index."""

from alembic import op
import sqlalchemy as sa

import desktop.store.base
from desktop.store import audit, search


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(length=120), nullable=False),
        sa.Column("action", sa.String(length=80), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_action"), ["action"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "complex",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("addresses", sa.String(length=200), nullable=False),
        sa.Column("dwelling_count", sa.Integer(), nullable=False),
        sa.Column(
            "building",
            sa.Enum(
                "gallery flat",
                "stairwell flat",
                "ground-level houses",
                "tower",
                name="buildingkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("living_form", sa.String(length=10), nullable=False),
        sa.Column("target_group", sa.String(length=10), nullable=False),
        sa.Column("shared_rooms", sa.String(length=200), nullable=False),
        sa.Column("meeting_point", sa.String(length=200), nullable=False),
        sa.Column("vera_cluster", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complex")),
        sa.UniqueConstraint("code", name=op.f("uq_complex_code")),
    )
    op.create_table(
        "import_mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("headings", sa.String(length=64), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
        sa.UniqueConstraint("headings", name=op.f("uq_import_mapping_headings")),
    )
    op.create_table(
        "letter_text_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_text_change")),
        sa.UniqueConstraint("key", "language", name=op.f("uq_letter_text_change_key_language")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "corporation",
                "municipality",
                "tenants' organisation",
                "other",
                name="organisationkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("street", sa.String(length=120), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("website", sa.String(length=120), nullable=False),
        sa.Column("signature", sa.String(length=120), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "priority_consequence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=80), nullable=False),
        sa.Column("text_nl", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("refusals_allowed", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_priority_consequence")),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
    )
    op.create_table(
        "staff_user",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "letting consultant",
                "manager",
                "auditor",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("pin_hash", sa.String(length=200), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_user")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_user_login")),
    )
    op.create_table(
        "audit_subject",
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit_entry.seq"], name=op.f("fk_audit_subject_seq")),
        sa.PrimaryKeyConstraint("table_name", "row_id", "seq", name=op.f("pk_audit_subject")),
    )
    op.create_table(
        "candidate_survey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complex_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=True),
        sa.Column("welcome", sa.Integer(), nullable=True),
        sa.Column("judged", sa.Integer(), nullable=True),
        sa.Column("understands", sa.Integer(), nullable=True),
        sa.Column("names_known", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complex_id"], ["complex.id"], name=op.f("fk_candidate_survey_complex_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_survey")),
    )
    with op.batch_alter_table("candidate_survey", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_candidate_survey_complex_id"), ["complex_id"], unique=False
        )

    op.create_table(
        "cohesion_survey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complex_id", sa.Integer(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("is_host", sa.Boolean(), nullable=False),
        sa.Column("age_band", sa.String(length=10), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("understands", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complex_id"], ["complex.id"], name=op.f("fk_cohesion_survey_complex_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohesion_survey")),
    )
    with op.batch_alter_table("cohesion_survey", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_cohesion_survey_complex_id"), ["complex_id"], unique=False
        )

    op.create_table(
        "dwelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complex_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("street", sa.String(length=120), nullable=False),
        sa.Column("house_number", sa.String(length=20), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("rooms", sa.Integer(), nullable=True),
        sa.Column("area_m2", sa.Numeric(precision=7, scale=2), nullable=True),
        sa.Column("rent_cents", sa.Integer(), nullable=True),
        sa.Column("energy_label", sa.String(length=10), nullable=False),
        sa.Column("stairwell", sa.String(length=20), nullable=False),
        sa.Column("step_free", sa.Boolean(), nullable=False),
        sa.Column("reserved_for_priority", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complex_id"], ["complex.id"], name=op.f("fk_dwelling_complex_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dwelling")),
        sa.UniqueConstraint("code", name=op.f("uq_dwelling_code")),
    )
    with op.batch_alter_table("dwelling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dwelling_complex_id"), ["complex_id"], unique=False)

    op.create_table(
        "erasable_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit_entry.seq"], name=op.f("fk_erasable_value_seq")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasable_value")),
    )
    with op.batch_alter_table("erasable_value", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasable_value_row_id"), ["row_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_erasable_value_seq"), ["seq"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_erasable_value_table_name"), ["table_name"], unique=False
        )

    op.create_table(
        "pilot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complex_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("pilot", "comparison", name="pilotrole", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("turnover_percent", sa.Double(), nullable=False),
        sa.Column("thresholds", sa.JSON(), nullable=False),
        sa.Column("fixed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["complex_id"], ["complex.id"], name=op.f("fk_pilot_complex_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot")),
        sa.UniqueConstraint("complex_id", name=op.f("uq_pilot_complex_id")),
    )
    op.create_table(
        "policy_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complex_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "level",
            sa.Enum("A", "B", "C", name="level", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "urgency",
            sa.Enum("U1", "U2", "U3", "U4", name="urgencypolicy", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("buddy", sa.Boolean(), nullable=False),
        sa.Column("share_percent", sa.Integer(), nullable=False),
        sa.Column("share_window", sa.Integer(), nullable=False),
        sa.Column("municipality_agreed_on", sa.Date(), nullable=True),
        sa.Column("consequence_id", sa.Integer(), nullable=True),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("advert_nl", sa.Text(), nullable=False),
        sa.Column("advert_en", sa.Text(), nullable=False),
        sa.Column("participation_required", sa.Boolean(), nullable=False),
        sa.Column("alternatives", sa.JSON(), nullable=False),
        sa.Column("permit_needed", sa.Boolean(), nullable=False),
        sa.Column("min_hosts", sa.Integer(), nullable=False),
        sa.Column("group_max", sa.Integer(), nullable=False),
        sa.Column("slot_minutes", sa.Integer(), nullable=False),
        sa.Column("day_budget", sa.Integer(), nullable=False),
        sa.Column("answer_hours", sa.Integer(), nullable=False),
        sa.Column("letters_working_days", sa.Integer(), nullable=False),
        sa.Column("complaint_weeks", sa.Integer(), nullable=False),
        sa.Column("retention_weeks", sa.Integer(), nullable=False),
        sa.Column("top_n", sa.Integer(), nullable=True),
        sa.Column("sharing_ground", sa.String(length=200), nullable=False),
        sa.Column("hosts_trained_on", sa.Date(), nullable=True),
        sa.Column("corporation_agreed_on", sa.Date(), nullable=True),
        sa.Column("tenants_agreed_on", sa.Date(), nullable=True),
        sa.Column("jurist_name", sa.String(length=120), nullable=False),
        sa.Column("jurist_on", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("fixed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complex_id"], ["complex.id"], name=op.f("fk_policy_version_complex_id")
        ),
        sa.ForeignKeyConstraint(
            ["consequence_id"],
            ["priority_consequence.id"],
            name=op.f("fk_policy_version_consequence_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_version")),
        sa.UniqueConstraint(
            "complex_id", "number", name=op.f("uq_policy_version_complex_id_number")
        ),
    )
    with op.batch_alter_table("policy_version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_policy_version_complex_id"), ["complex_id"], unique=False
        )

    op.create_table(
        "word_override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("reader_id", sa.Integer(), nullable=False),
        sa.Column("at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["staff_user.id"], name=op.f("fk_word_override_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"], ["staff_user.id"], name=op.f("fk_word_override_reader_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_override")),
    )
    op.create_table(
        "household",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dwelling_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_household_dwelling_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    with op.batch_alter_table("household", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_household_dwelling_id"), ["dwelling_id"], unique=False)

    op.create_table(
        "host",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complex_id", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=True),
        sa.Column("first_name", sa.String(length=60), nullable=False),
        sa.Column("last_name", sa.String(length=80), nullable=False),
        sa.Column("address", sa.String(length=120), nullable=False),
        sa.Column("stairwell", sa.String(length=20), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("age_band", sa.String(length=10), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "applied",
                "instructed",
                "active",
                "paused",
                "stopped",
                name="hoststate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column("instructed_on", sa.Date(), nullable=True),
        sa.Column("secrecy_on", sa.Date(), nullable=True),
        sa.Column("active_from", sa.Date(), nullable=True),
        sa.Column("active_to", sa.Date(), nullable=True),
        sa.Column("max_per_month", sa.Integer(), nullable=False),
        sa.Column("availability", sa.JSON(), nullable=False),
        sa.Column("away", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["complex_id"], ["complex.id"], name=op.f("fk_host_complex_id")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_host_household_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host")),
    )
    with op.batch_alter_table("host", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_host_complex_id"), ["complex_id"], unique=False)

    op.create_table(
        "vacancy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("dwelling_id", sa.Integer(), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "announced",
                "prepared",
                "published",
                "closed",
                "viewing",
                "offering",
                "decided",
                "contract",
                "completed",
                "withdrawn",
                name="vacancystate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "route",
            sa.Enum(
                "tenant-led",
                "staff-only",
                "direct mediation",
                name="route",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("route_reason", sa.String(length=200), nullable=False),
        sa.Column("model", sa.String(length=5), nullable=False),
        sa.Column("for_priority", sa.Boolean(), nullable=False),
        sa.Column("notice_on", sa.Date(), nullable=True),
        sa.Column("old_lease_ends_on", sa.Date(), nullable=True),
        sa.Column("pre_inspection_on", sa.Date(), nullable=True),
        sa.Column("final_inspection_on", sa.Date(), nullable=True),
        sa.Column("available_on", sa.Date(), nullable=True),
        sa.Column("advert_from", sa.Date(), nullable=True),
        sa.Column("advert_until", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("baseline_viewing_on", sa.Date(), nullable=True),
        sa.Column("contract_on", sa.Date(), nullable=True),
        sa.Column("keys_on", sa.Date(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("followed_up_on", sa.Date(), nullable=True),
        sa.Column("lease_ended_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_code", sa.String(length=5), nullable=False),
        sa.Column("reactions", sa.Integer(), nullable=True),
        sa.Column("list_digest", sa.String(length=64), nullable=False),
        sa.Column("departing_household_id", sa.Integer(), nullable=True),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["departing_household_id"],
            ["household.id"],
            name=op.f("fk_vacancy_departing_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_vacancy_dwelling_id")
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policy_version.id"], name=op.f("fk_vacancy_policy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy")),
        sa.UniqueConstraint("code", name=op.f("uq_vacancy_code")),
    )
    with op.batch_alter_table("vacancy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vacancy_dwelling_id"), ["dwelling_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_vacancy_policy_id"), ["policy_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_vacancy_state"), ["state"], unique=False)

    op.create_table(
        "candidate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("external_ref", sa.String(length=60), nullable=False),
        sa.Column("initials", sa.String(length=20), nullable=False),
        sa.Column("first_name", sa.String(length=60), nullable=False),
        sa.Column("prefix", sa.String(length=20), nullable=False),
        sa.Column("last_name", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("street", sa.String(length=120), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("visit_need", sa.String(length=200), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "selected",
                "invited",
                "confirmed",
                "cancelled",
                "no response",
                "present",
                "no-show",
                "wants",
                "wants not",
                "considering",
                "offered",
                "refused",
                "documents",
                "allocated",
                "withdrawn",
                "not reached",
                name="candidatestate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "want",
            sa.Enum("yes", "no", "thinks", name="want", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("want_reason", sa.String(length=5), nullable=False),
        sa.Column("want_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("money_asked", sa.Boolean(), nullable=True),
        sa.Column("money_handled_on", sa.Date(), nullable=True),
        sa.Column("wiped_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancy.id"], name=op.f("fk_candidate_vacancy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
        sa.UniqueConstraint("vacancy_id", "rank", name=op.f("uq_candidate_vacancy_id_rank")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.create_index("ix_candidate_vacancy_state", ["vacancy_id", "state"], unique=False)

    op.create_table(
        "host_relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "household",
                "family",
                "friend",
                "creditor",
                "work",
                name="relationkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("person", sa.String(length=120), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["host_id"], ["host.id"], name=op.f("fk_host_relation_host_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host_relation")),
    )
    with op.batch_alter_table("host_relation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_host_relation_host_id"), ["host_id"], unique=False)

    op.create_table(
        "staff_time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("usual_minutes", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancy.id"], name=op.f("fk_staff_time_vacancy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_time")),
    )
    with op.batch_alter_table("staff_time", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_time_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "viewing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "group",
                "individual",
                "adapted",
                "staff",
                name="viewingkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "staffed",
                "invited",
                "held",
                "closed",
                "cancelled",
                name="viewingstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("starts_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("ends_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("slot_minutes", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("companions", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("staff_on_call_id", sa.Integer(), nullable=True),
        sa.Column("staff_hosts", sa.Boolean(), nullable=False),
        sa.Column("cancel_reason", sa.String(length=200), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_on_call_id"], ["staff_user.id"], name=op.f("fk_viewing_staff_on_call_id")
        ),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=op.f("fk_viewing_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_viewing")),
    )
    with op.batch_alter_table("viewing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_viewing_starts_at"), ["starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_viewing_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_viewing_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=5), nullable=False),
        sa.Column(
            "about",
            sa.Enum(
                "order",
                "viewing",
                "treatment",
                "money",
                "data",
                name="complaintabout",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("summary", sa.String(length=300), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "closed", name="complaintstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_complaint_candidate_id")
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancy.id"], name=op.f("fk_complaint_vacancy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
    )
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_complaint_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chosen_id", sa.Integer(), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "submitted",
                "returned",
                "settled",
                "letters sent",
                "closed",
                "wiped",
                "lapsed",
                name="decisionstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("motivation", sa.Text(), nullable=False),
        sa.Column("permit_checked", sa.Boolean(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("reader_id", sa.Integer(), nullable=True),
        sa.Column("reader_question", sa.Text(), nullable=False),
        sa.Column("drafted_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("submitted_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("read_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("order_table", sa.JSON(), nullable=False),
        sa.Column("deviations", sa.JSON(), nullable=False),
        sa.Column("letters_on", sa.Date(), nullable=True),
        sa.Column("complaint_until", sa.Date(), nullable=True),
        sa.Column("wipe_on", sa.Date(), nullable=True),
        sa.Column("wiped_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["staff_user.id"], name=op.f("fk_decision_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["chosen_id"], ["candidate.id"], name=op.f("fk_decision_chosen_id")
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policy_version.id"], name=op.f("fk_decision_policy_id")
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"], ["staff_user.id"], name=op.f("fk_decision_reader_id")
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancy.id"], name=op.f("fk_decision_vacancy_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("vacancy_id", "number", name=op.f("uq_decision_vacancy_id_number")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "withdrawal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column(
            "by",
            sa.Enum(
                "open",
                "accepted",
                "refused",
                "withdrawn",
                "expired",
                name="offeranswer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=5), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_withdrawal_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_user.id"], name=op.f("fk_withdrawal_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withdrawal")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_withdrawal_decision_id")),
    )

    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("viewing_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("slot_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "none",
                "coming",
                "not coming",
                "wants another appointment",
                name="answer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer_until", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("ics_uid", sa.String(length=80), nullable=False),
        sa.Column("ics_sequence", sa.Integer(), nullable=False),
        sa.Column("reminders", sa.JSON(), nullable=False),
        sa.Column(
            "presence",
            sa.Enum(
                "unknown",
                "present",
                "late",
                "cancelled",
                "no-show",
                name="presence",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("received_by_id", sa.Integer(), nullable=True),
        sa.Column("switched", sa.Boolean(), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_invitation_candidate_id")
        ),
        sa.ForeignKeyConstraint(
            ["received_by_id"], ["host.id"], name=op.f("fk_invitation_received_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["viewing_id"], ["viewing.id"], name=op.f("fk_invitation_viewing_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint(
            "viewing_id", "candidate_id", name=op.f("uq_invitation_viewing_id_candidate_id")
        ),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invitation_candidate_id"), ["candidate_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_invitation_viewing_id"), ["viewing_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("text_digest", sa.String(length=64), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_letter_candidate_id")
        ),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=op.f("fk_letter_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("deadline_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "open",
                "accepted",
                "refused",
                "withdrawn",
                "expired",
                name="offeranswer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answered_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=5), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("reader_id", sa.Integer(), nullable=True),
        sa.Column("deviations", sa.JSON(), nullable=False),
        sa.Column("letter_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_offer_candidate_id")
        ),
        sa.ForeignKeyConstraint(["reader_id"], ["staff_user.id"], name=op.f("fk_offer_reader_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=op.f("fk_offer_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
        sa.UniqueConstraint("vacancy_id", "number", name=op.f("uq_offer_vacancy_id_number")),
    )
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offer_answer"), ["answer"], unique=False)
        batch_op.create_index(batch_op.f("ix_offer_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_offer_deadline_at"), ["deadline_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_offer_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("viewing_id", sa.Integer(), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("lead", "second", name="shiftrole", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "asked",
                "confirmed",
                "declined",
                "replaced",
                "held",
                "absent",
                name="shiftstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("list_back_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["host_id"], ["host.id"], name=op.f("fk_shift_host_id")),
        sa.ForeignKeyConstraint(["viewing_id"], ["viewing.id"], name=op.f("fk_shift_viewing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_shift_viewing_id"), ["viewing_id"], unique=False)

    op.create_table(
        "skip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column(
            "code",
            sa.Enum(
                "protected",
                "urgency policy",
                "assistance",
                "own request",
                "housed",
                "unreachable",
                name="skipcode",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_skip_candidate_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff_user.id"], name=op.f("fk_skip_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skip")),
    )
    with op.batch_alter_table("skip", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_skip_candidate_id"), ["candidate_id"], unique=False)

    op.create_table(
        "tour_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("viewing_id", sa.Integer(), nullable=False),
        sa.Column("entered_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("locked_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("incident_number", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["viewing_id"], ["viewing.id"], name=op.f("fk_tour_report_viewing_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tour_report")),
        sa.UniqueConstraint("viewing_id", name=op.f("uq_tour_report_viewing_id")),
    )
    op.create_table(
        "consequence_guard",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=True),
        sa.Column("invitation_id", sa.Integer(), nullable=True),
        sa.Column(
            "event",
            sa.Enum("refusal", "no-show", name="guardevent", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=5), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("caused_by_tour", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("reader_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "agreed", "returned", name="guardstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("opened_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("read_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["staff_user.id"], name=op.f("fk_consequence_guard_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_consequence_guard_candidate_id")
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitation.id"], name=op.f("fk_consequence_guard_invitation_id")
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["offer.id"], name=op.f("fk_consequence_guard_offer_id")
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"], ["staff_user.id"], name=op.f("fk_consequence_guard_reader_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consequence_guard")),
    )
    with op.batch_alter_table("consequence_guard", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_consequence_guard_candidate_id"), ["candidate_id"], unique=False
        )

    op.create_table(
        "defect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column(
            "place",
            sa.Enum(
                "kitchen",
                "bathroom",
                "toilet",
                "living room",
                "bedroom",
                "balcony",
                "storage",
                "entrance",
                name="defectplace",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["tour_report.id"], name=op.f("fk_defect_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect")),
    )
    with op.batch_alter_table("defect", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_defect_report_id"), ["report_id"], unique=False)

    op.create_table(
        "host_criterion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(length=40), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "yes", "no", "not discussed", name="criterionanswer", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["host_id"], ["host.id"], name=op.f("fk_host_criterion_host_id")),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitation.id"], name=op.f("fk_host_criterion_invitation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host_criterion")),
        sa.UniqueConstraint(
            "invitation_id",
            "host_id",
            "criterion",
            name=op.f("uq_host_criterion_invitation_id_host_id_criterion"),
        ),
    )
    with op.batch_alter_table("host_criterion", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_host_criterion_invitation_id"), ["invitation_id"], unique=False
        )

    op.create_table(
        "tour_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.String(length=600), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_tour_question_candidate_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["tour_report.id"], name=op.f("fk_tour_question_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tour_question")),
    )
    with op.batch_alter_table("tour_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tour_question_report_id"), ["report_id"], unique=False)

    op.create_table(
        "tour_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitation.id"], name=op.f("fk_tour_visit_invitation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tour_visit")),
        sa.UniqueConstraint("invitation_id", name=op.f("uq_tour_visit_invitation_id")),
    )
    search.create(op.get_bind())
    # The end of a chain without entries. It stands here, so that two desks that write the first
    # entry at once wait for each other.
    op.execute(f"INSERT INTO audit_head (id, seq, digest) VALUES (1, 0, '{audit.GENESIS}')")
