"""The trail: who did what and when, never changed, never a word of what a client said."""

import traceback

import pytest
from sqlalchemy import text

from records import Conflict, Records, RecordsError, Settings, Store
from tests.records.conftest import KNOWLEDGE, Open, body, rows, summary, with_keys

WORD = "Zwetschgenkuchen"
KEY = bytes(range(32))


def do_everything(store: Store) -> None:
    """One of everything that leaves a line in the trail, with the word wherever it can be."""
    ann, ben = store.of("ann"), store.of("ben")
    at = ann.begin(body(said=WORD), summary(WORD), KNOWLEDGE)
    ann.share(at.client, "ben")
    at = ben.save(at.token, 1, body(said=f"{WORD} again"), summary(WORD), KNOWLEDGE)
    ann.restore(at.token, 1, 2, summary(WORD), KNOWLEDGE)
    ann.open(at.token)
    diary = ann.keep_diary(at.client, f"{WORD}.csv", WORD.encode())
    ann.diary(diary.id)
    packed = ann.export(at.client, {f"{WORD}.pdf": WORD.encode()})
    ann.unshare(at.client, "ben")
    ann.take_in(packed)
    store.restore(store.backup())
    store.rotate()
    ann.delete_client(at.client)


def test_everything_is_in_the_trail_and_nothing_that_was_said(
    place: Settings, opened: Open, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("DEBUG")
    store = opened(with_keys(place, KEY))
    do_everything(store)
    lines = rows(store, "SELECT who, verb, client, part, at FROM trail ORDER BY id")
    assert [(who, verb) for who, verb, *_ in lines] == [
        ("ann", "began"),
        ("ann", "shared"),
        ("ben", "changed"),
        ("ann", "restored"),
        ("ann", "opened"),
        ("ann", "kept-diary"),
        ("ann", "opened-diary"),
        ("ann", "exported"),
        ("ann", "opened-diary"),  # its file, read as it goes into the export
        ("ann", "unshared"),
        ("ann", "took-in"),
        ("local", "backed-up"),
        ("local", "backed-up"),
        ("local", "brought-back"),
        ("local", "resealed"),
        ("ann", "deleted"),
    ]
    assert WORD not in str(lines)
    assert WORD not in caplog.text


def test_a_client_s_trail_is_newest_first_and_everybody_s(ann: Records, ben: Records):
    at = ann.begin(body(), summary(), KNOWLEDGE)
    ann.share(at.client, "ben")
    ben.open(at.token)
    lines = ann.trail(at.client)
    assert [(one.who, one.verb) for one in lines] == [
        ("ben", "opened"),
        ("ann", "shared"),
        ("ann", "began"),
    ]
    assert lines[0].at > lines[1].at > lines[2].at
    assert [one.verb for one in ben.trail()] == ["opened"]
    assert [one.verb for one in ann.trail(most=1)] == ["shared"]


@pytest.mark.parametrize(
    "change",
    ["UPDATE trail SET who = 'nobody'", "DELETE FROM trail", "DELETE FROM trail WHERE id = 1"],
)
def test_the_database_itself_refuses_to_change_the_trail(store: Store, change: str):
    store.of("ann").begin(body(), summary(), KNOWLEDGE)
    before = rows(store, "SELECT * FROM trail")
    with pytest.raises(RecordsError), store.database.writing() as connection:
        connection.execute(text(change))
    assert rows(store, "SELECT * FROM trail") == before


def test_a_conflict_carries_nothing_that_was_said_into_a_log(ann: Records):
    at = ann.begin(body(said=WORD), summary(WORD), KNOWLEDGE)
    ann.save(at.token, 1, body(said=WORD, more=1), summary(WORD), KNOWLEDGE)
    with pytest.raises(Conflict) as conflict:
        ann.save(at.token, 1, body(said=WORD, more=2), summary(WORD), KNOWLEDGE)
    assert WORD not in "".join(traceback.format_exception(conflict.value))


def test_a_failed_statement_does_not_tell_its_values(store: Store):
    query = text("INSERT INTO nothing (id) VALUES (:said)")
    with pytest.raises(RecordsError) as refused, store.database.writing() as connection:
        connection.execute(query, {"said": WORD})
    assert WORD not in "".join(traceback.format_exception(refused.value))
