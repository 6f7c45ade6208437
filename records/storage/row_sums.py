"""What notices that a day, a name or a label is no longer as it was written."""

import zlib
from datetime import UTC, date, datetime

from sqlalchemy import Connection, RowMapping, Table, select, update

from records.storage import tables as t

SUMMED: dict[Table, tuple[str, ...]] = {
    t.table(t.Client): (
        "id", "owner", "label", "about", "key_id", "latest", "last_on", "review_on", "next_on",
    ),
    t.table(t.Visit): ("token", "client", "revision", "on_day", "review_on", "begun_at", "kind"),
    t.table(t.Diary): ("id", "client", "digest", "kept_at", "size", "key_id", "name", "kind"),
    t.table(t.Revision): ("visit", "number", "saved_at", "knowledge", "key_id"),
    t.table(t.Setting): ("owner", "name", "revision", "saved_at", "key_id"),
    t.table(t.Share): ("client", "with_owner"),
}  # fmt: skip


def add_sum(connection: Connection, table: Table, *identity: object) -> None:
    """Write the sum of a row, once it says what it is to say."""
    here = [column == value for column, value in zip(table.primary_key, identity, strict=True)]
    said = select(*(table.c[name] for name in SUMMED[table])).where(*here)
    row = connection.execute(said).mappings().one()
    connection.execute(update(table).where(*here).values(sum=sum_of(table, row)))


def is_as_written(table: Table, row: RowMapping) -> bool:
    """Whether a row says what it was written to say; a row of before the sums is believed."""
    return row["sum"] is None or row["sum"] == sum_of(table, row)


def sum_of(table: Table, row: RowMapping) -> str:
    """The sum over what a row says, the same in every database."""
    said = "\n".join(_written(row[name]) for name in SUMMED[table])
    return f"{zlib.crc32(said.encode('utf-8', 'surrogatepass')):08x}"


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else repr(value)
