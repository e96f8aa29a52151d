"""Floor plans: evenings, sketches with their journal and versions, background pictures."""

from alembic import op
import sqlalchemy as sa

import desktop.store.base


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "background_picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_background_picture")),
        sa.UniqueConstraint("digest", name=op.f("uq_background_picture_digest")),
    )
    op.create_table(
        "design_evening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project", sa.String(length=120), nullable=False),
        sa.Column("home_type", sa.String(length=120), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_design_evening")),
    )
    op.create_table(
        "sketch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("shell", "example", "sketch", name="sketchrole", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("evening_id", sa.Integer(), nullable=True),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.Column("variant", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("begun_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.Column("done_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("removed_at", desktop.store.base.Moment(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evening_id"], ["design_evening.id"], name=op.f("fk_sketch_evening_id")
        ),
        sa.ForeignKeyConstraint(["origin_id"], ["sketch.id"], name=op.f("fk_sketch_origin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sketch")),
    )
    with op.batch_alter_table("sketch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sketch_evening_id"), ["evening_id"], unique=False)

    op.create_table(
        "sketch_drawing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("at_step", sa.Integer(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["sketch.id"], name=op.f("fk_sketch_drawing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sketch_drawing")),
    )
    op.create_table(
        "sketch_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sketch_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("forward", sa.JSON(), nullable=False),
        sa.Column("back", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sketch_id"], ["sketch.id"], name=op.f("fk_sketch_step_sketch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sketch_step")),
        sa.UniqueConstraint("sketch_id", "number", name=op.f("uq_sketch_step_sketch_id_number")),
    )
    op.create_table(
        "sketch_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sketch_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("kept_at", desktop.store.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["sketch_id"], ["sketch.id"], name=op.f("fk_sketch_version_sketch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sketch_version")),
        sa.UniqueConstraint("sketch_id", "number", name=op.f("uq_sketch_version_sketch_id_number")),
    )
