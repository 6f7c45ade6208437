"""What happens between visits, what a list says of a client, and what an owner set once."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add a kind to visits and files, the facts of a list to clients, and the table of settings."""
    op.add_column("visit", sa.Column("kind", sa.String, nullable=False, server_default="visit"))
    op.add_column("diary", sa.Column("kind", sa.String, nullable=False, server_default="diary"))
    op.add_column("client", sa.Column("next_on", sa.Date))
    op.add_column("client", sa.Column("about", sa.LargeBinary))
    op.create_index("client_next", "client", ["owner", "next_on"])
    op.create_table(
        "setting",
        sa.Column("owner", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.String),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
