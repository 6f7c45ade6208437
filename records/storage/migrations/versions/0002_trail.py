"""The trail, and the triggers that refuse to change it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

REFUSAL = "the trail is only ever added to"


def upgrade() -> None:
    """Make the trail."""
    op.create_table(
        "trail",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("verb", sa.String, nullable=False),
        sa.Column("client", sa.String, nullable=False),
        sa.Column("part", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("trail_of_client", "trail", ["client"])
    op.create_index("trail_by", "trail", ["who"])
    if op.get_bind().dialect.name == "sqlite":
        _refuse_in_sqlite()
    else:
        _refuse_in_postgresql()


def _refuse_in_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER trail_refuses_{change.lower()} BEFORE {change} ON trail"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _refuse_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION trail_refuses() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER trail_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON trail"
        " FOR EACH STATEMENT EXECUTE FUNCTION trail_refuses()"
    )
