"""Deletion that is real: no row, and no byte in the file, is left."""

from pathlib import Path

import pytest

from records import Records, Settings, Store
from records.errors import NotFound
from records.storage.text_codec import pressed
from tests.records.conftest import KNOWLEDGE, Open, body, rows, summary

WORD = "Zwetschgenkuchen"
SAID = body(said=f"{WORD} and more of the same, so that it is long enough to be told apart")
TABLES = ("client", "visit", "revision", "diary", "share")


def begin(records: Records) -> str:
    """A client with the word in the label, in two texts and in a diary."""
    at = records.begin(body(said=1), summary(WORD), KNOWLEDGE)
    records.save(at.token, 1, SAID, summary(WORD), KNOWLEDGE)
    records.new_visit(at.client, SAID, summary(WORD), KNOWLEDGE)
    records.keep_diary(at.client, f"{WORD}.csv", WORD.encode() * 2000)
    records.share(at.client, "ben")
    return at.client


def raw(settings: Settings) -> bytes:
    """Every byte of the file and of what lies beside it."""
    assert settings.path is not None
    return b"".join(path.read_bytes() for path in sorted(settings.path.parent.iterdir()))


def test_every_row_goes_and_the_receipt_counts_them(store: Store, ann: Records):
    other = begin(ann)
    client = begin(ann)
    receipt = ann.delete_client(client)
    assert receipt.rows == {
        "revision": 3,
        "visit": 2,
        "diary": 1,
        "label_part": len(WORD),
        "share": 1,
        "client": 1,
    }
    assert receipt.cleaned and (receipt.client, receipt.by) == (client, "ann")
    for table in TABLES:
        (count,) = rows(store, f"SELECT count(*) FROM {table}")[0]
        assert count == {"revision": 3, "visit": 2}.get(table, 1), table
    assert [line.id for line in ann.clients().lines] == [other]
    with pytest.raises(NotFound):
        ann.client(client)


def test_the_receipt_says_what_remains_and_nothing_of_the_client(ann: Records):
    receipt = str(ann.delete_client(begin(ann)))
    assert WORD not in receipt
    assert "Backups and exports made before still hold these records." in receipt


def test_no_byte_of_what_was_said_stays_in_the_file_or_beside_it(file: Settings, opened: Open):
    store = opened(file)
    ann = store.of("ann")
    ann.begin(body(said="another"), summary("Another"), KNOWLEDGE)
    client = begin(ann)
    text = pressed(SAID)
    before = raw(file)
    assert WORD.encode() in before and text in before
    assert ann.delete_client(client).cleaned
    after = raw(file)
    assert WORD.encode() not in after and WORD.lower().encode() not in after
    assert text not in after and text[20:60] not in after
    assert ann.clients().lines[0].label == "Another"


def test_a_file_in_use_is_cleaned_later_and_the_receipt_says_so(file: Settings, opened: Open):
    store = opened(file)
    ann = store.of("ann")
    client = begin(ann)
    with store.database.reading() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM client").fetchone()
        receipt = ann.delete_client(client)
    assert not receipt.cleaned
    assert "still to be overwritten" in str(receipt)
    assert rows(store, "SELECT count(*) FROM client") == [(0,)]
    assert store.clean()
    assert WORD.encode() not in raw(file)


def test_the_folder_of_the_records_holds_nothing_else(file: Settings, opened: Open):
    begin(opened(file).of("ann"))
    assert file.path is not None
    names = {path.name for path in Path(file.path.parent).iterdir()}
    assert names == {"records.db", "records.db-wal", "records.db-shm"}
