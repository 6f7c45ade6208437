"""A checksum of what a row says beside its sealed or pressed text."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; a row of before has one from when it is next written."""
    for table in ("client", "visit", "revision", "diary", "setting", "share"):
        op.add_column(table, sa.Column("sum", sa.String))
