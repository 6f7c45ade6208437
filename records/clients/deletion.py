"""Deletion that is real: the rows, the free space they leave, and the write-ahead log."""

from sqlalchemy import Connection, Delete, delete, select

from records.clients.scope import OwnerScope
from records.errors import RecordsError
from records.storage import tables as t
from records.storage.audit import Verb
from records.storage.database import Database


def delete_client(scope: OwnerScope, client: str) -> dict[str, int]:
    """Delete every row of a client but the trail's ids; how many went, by table."""
    scope.own_client(client)
    scope.hold(client)
    gone = {name: scope.connection.execute(one).rowcount for name, one in _rows_of(client).items()}
    scope.note(Verb.DELETED, client)
    return gone


def _rows_of(client: str) -> dict[str, Delete]:
    """What hangs on a client, the hanging first."""
    visits = select(t.Visit.token).where(t.Visit.client == client)
    return {
        "revision": delete(t.Revision).where(t.Revision.visit.in_(visits)),
        "visit": delete(t.Visit).where(t.Visit.client == client),
        "diary": delete(t.Diary).where(t.Diary.client == client),
        "label_part": delete(t.LabelPart).where(t.LabelPart.client == client),
        "share": delete(t.Share).where(t.Share.client == client),
        "client": delete(t.Client).where(t.Client.id == client),
    }


def clean(database: Database) -> bool:
    """Overwrite what deleted rows left behind; False when another program is in the way."""
    try:
        return _clean_file(database) if database.settings.path else _clean_server(database)
    except RecordsError:
        return False  # the rows are gone; only their old bytes wait for a quieter moment


def _clean_file(database: Database) -> bool:
    """Free pages are zeroed by secure_delete; this rewrites the file and empties its log."""
    with database.outside() as cursor:
        cursor.execute("VACUUM")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def _clean_server(database: Database) -> bool:
    """Rewrite the tables; the server's own log and backups are the administrator's."""
    at_once = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    with at_once.connect() as connection:
        for table in ("client", "label_part", "visit", "revision", "diary", "setting"):
            _rewrite(connection, table)
    return True


def _rewrite(connection: Connection, table: str) -> None:
    connection.exec_driver_sql(f"VACUUM FULL {table}")
