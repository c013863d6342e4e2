"""Runs that pause, and runs that go on from another one's checkpoint."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BEFORE = "state IN ('queued', 'running', 'succeeded', 'failed', 'stopped')"
NOW = "state IN ('queued', 'running', 'paused', 'succeeded', 'failed', 'stopped')"


def upgrade() -> None:
    with op.batch_alter_table("runs") as runs:
        runs.add_column(sa.Column("pause_requested_at", sa.Float(precision=53), nullable=True))
        runs.add_column(sa.Column("parent", sa.JSON(none_as_null=True), nullable=True))
        runs.drop_constraint("ck_runs_state", type_="check")
        runs.create_check_constraint("ck_runs_state", NOW)


def downgrade() -> None:
    """A paused run has nowhere to go: it counts as stopped, its checkpoint stays."""
    op.execute("UPDATE runs SET state = 'stopped' WHERE state = 'paused'")
    with op.batch_alter_table("runs") as runs:
        runs.drop_constraint("ck_runs_state", type_="check")
        runs.create_check_constraint("ck_runs_state", BEFORE)
        runs.drop_column("parent")
        runs.drop_column("pause_requested_at")
