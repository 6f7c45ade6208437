"""Clients, visits with their revisions, diaries, shares, and the ids of keys."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TIME = sa.DateTime(timezone=True)
OURS = 0x5061506C  # "PaPl", so that a file can be told from another program's


def upgrade() -> None:
    """Make the tables."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {OURS}")
    _clients()
    _visits()
    _diaries()
    op.create_table(
        "key",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("since", TIME, nullable=False),
    )


def _clients() -> None:
    op.create_table(
        "client",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("label", sa.LargeBinary, nullable=False),
        sa.Column("folded", sa.String),
        sa.Column("key_id", sa.String),
        sa.Column("latest", sa.String, nullable=False),
        sa.Column("last_on", sa.Date, nullable=False),
        sa.Column("review_on", sa.Date),
        sa.Column("touched_at", TIME, nullable=False),
    )
    op.create_index("client_newest", "client", ["owner", "touched_at", "id", "folded"])
    op.create_table(
        "share",
        sa.Column("client", sa.String, sa.ForeignKey("client.id"), primary_key=True),
        sa.Column("with_owner", sa.String, primary_key=True),
    )
    op.create_index("share_with", "share", ["with_owner"])


def _visits() -> None:
    op.create_table(
        "visit",
        sa.Column("token", sa.String, primary_key=True),
        sa.Column("client", sa.String, sa.ForeignKey("client.id"), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.Column("review_on", sa.Date),
        sa.Column("begun_at", TIME, nullable=False),
        sa.Column("saved_at", TIME, nullable=False),
    )
    op.create_index("visit_of_client", "visit", ["client", "on_day", "begun_at"])
    op.create_table(
        "revision",
        sa.Column("visit", sa.String, sa.ForeignKey("visit.token"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("saved_at", TIME, nullable=False),
        sa.Column("knowledge", sa.String, nullable=False),
        sa.Column("key_id", sa.String),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def _diaries() -> None:
    op.create_table(
        "diary",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("client", sa.String, sa.ForeignKey("client.id"), nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("kept_at", TIME, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("key_id", sa.String),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("client", "digest", name="diary_once"),
    )
