"""Blocks that somebody keeps in a library of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_blocks",
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("owner_id", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("layers", sa.Integer(), nullable=False),
        sa.Column("graph", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.Float(precision=53), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_saved_blocks_owner_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_saved_blocks"),
    )
    op.create_index("ix_saved_blocks_owner_id", "saved_blocks", ["owner_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_saved_blocks_owner_id", table_name="saved_blocks")
    op.drop_table("saved_blocks")
