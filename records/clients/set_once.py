"""What an owner, or the whole practice, set once: named texts, one of each."""

from sqlalchemy import insert, select, update

from records.clients.scope import Found, OwnerScope
from records.errors import Conflict
from records.rows import Revision, Setting
from records.storage import tables as t
from records.storage.audit import Verb
from records.storage.row_sums import add_sum
from records.storage.text_codec import pressed, unpressed

EVERYBODY = ""  # the owner of what the whole practice shares


def setting(scope: OwnerScope, name: str, *, shared: bool) -> Setting:
    """What was set under a name; revision 0 and no text where nothing was."""
    row = _row(scope, name, _whose(scope, shared))
    return Setting(0, "") if row is None else Setting(row.revision, _body(scope, row))


def names(scope: OwnerScope, *, shared: bool) -> tuple[str, ...]:
    """The names of what was set, in their order."""
    row = t.Setting
    query = select(row.name).where(row.owner == _whose(scope, shared)).order_by(row.name)
    return tuple(scope.connection.execute(query).scalars())


def put(
    scope: OwnerScope, name: str, seen: int, body: str, *, shared: bool, noted: bool
) -> Setting:
    """Set it; raises Conflict when it was set anew since `seen`."""
    owner = _whose(scope, shared)
    row = _row(scope, name, owner, held=True)
    last = row.revision if row is not None else 0
    if row is not None and last != seen:
        there = Revision(last, row.saved_at, "", _body(scope, row))
        raise Conflict(there, body, seen)
    sealed = scope.sealer.seal(pressed(body), "setting", owner, name, "body")
    values = {"revision": last + 1, "saved_at": scope.now, "body": sealed}
    values["key_id"] = scope.sealer.current
    here = (t.Setting.owner == owner, t.Setting.name == name)
    if row is None:
        scope.connection.execute(insert(t.Setting).values(owner=owner, name=name, **values))
    else:
        scope.connection.execute(update(t.Setting).where(*here).values(**values))
    add_sum(scope.connection, t.table(t.Setting), owner, name)
    if noted:
        scope.note(Verb.SET, part=name)
    return Setting(last + 1, body)


def _whose(scope: OwnerScope, shared: bool) -> str:
    return EVERYBODY if shared else scope.owner


def _row(scope: OwnerScope, name: str, owner: str, *, held: bool = False) -> Found | None:
    """The row; `held` until the end of the transaction where it is about to be written."""
    row = t.Setting
    found_by = select(row).where(row.owner == owner, row.name == name)
    query = found_by.with_for_update() if held else found_by
    found: Found | None = scope.connection.execute(query).first()
    return None if found is None else found


def _body(scope: OwnerScope, row: Found) -> str:
    bound = ("setting", row.owner, row.name, "body")
    return unpressed(scope.sealer.open(row.body, row.key_id, *bound))
