"""Alembic's entry: runs the steps on the connection that storage.opening hands over."""

from alembic import context

from records.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
