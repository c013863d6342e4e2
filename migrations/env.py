"""Runs the revisions on the connection that `layerloom.db.migrate` opened; the transaction is the caller's."""

from alembic import context

from layerloom.db.tables import Table

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
