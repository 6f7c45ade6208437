"""The ends of every label, so that a search among many clients finds a few without reading all."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

AT_ONCE = 500  # clients


def upgrade() -> None:
    """Make the table, and fill it from the labels that can be searched."""
    # "C" is the order of the bytes, which SQLite has anyway; what begins alike then lies together.
    text = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    parts = op.create_table(
        "label_part",
        sa.Column("owner", sa.String, primary_key=True),
        sa.Column("part", text, primary_key=True),
        sa.Column("client", sa.String, sa.ForeignKey("client.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("label_part_of_client", "label_part", ["client"])
    client = sa.table("client", sa.column("id"), sa.column("owner"), sa.column("folded"))
    query = sa.select(client.c.id, client.c.owner, client.c.folded).where(client.c.folded != "")
    for some in op.get_bind().execute(query).partitions(AT_ONCE):
        ends = [(one.owner, one.id, end) for one in some for end in _ends(one.folded)]
        op.bulk_insert(parts, [{"owner": o, "client": c, "part": p} for o, c, p in ends])


def _ends(folded: str) -> list[str]:
    return [folded[place:] for place in range(len(folded))]
