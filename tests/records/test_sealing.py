"""Sealed at rest: nothing is read without the key, and nothing is moved without being noticed."""

import secrets
from datetime import date
from itertools import count

import pytest
from sqlalchemy import text

from records import Records, RecordsError, Settings, Store
from records.errors import DamagedRows, SettingsError, Tampered, WrongKey
from records.safekeeping import rotation
from records.safekeeping.checking import check
from records.storage.text_codec import unpressed
from tests.records.conftest import KNOWLEDGE, NewPlace, Open, body, rows, summary, with_keys

OLD, NEW, OTHER = (secrets.token_bytes(32) for _ in range(3))
WORD = "Zwetschgenkuchen"


def begin(records: Records, said: str = WORD) -> str:
    at = records.begin(body(said=said), summary(said, review_on=date(2026, 12, 21)), KNOWLEDGE)
    records.keep_diary(at.client, f"{said}.csv", said.encode())
    return at.token


def stored(store: Store) -> list[bytes]:
    """Every sealed value as it lies in the database."""
    queries = (
        "SELECT body FROM revision",
        "SELECT label FROM client",
        "SELECT name, data FROM diary",
    )
    return [bytes(value) for query in queries for row in rows(store, query) for value in row]


def everything(records: Records) -> list[tuple[object, ...]]:
    lines = records.clients().lines
    return [
        (
            line.label,
            records.open(line.latest).newest,
            [(one.name, records.diary(one.id)) for one in records.diaries(line.id)],
        )
        for line in lines
    ]


def test_no_sealed_value_holds_what_was_said(place: Settings, opened: Open):
    store = opened(with_keys(place, NEW))
    begin(store.of("ann"))
    assert len(stored(store)) == 4
    assert all(WORD.encode() not in value for value in stored(store))
    with pytest.raises(ValueError, match="decompressing"):
        unpressed(stored(store)[0])
    assert rows(store, "SELECT folded FROM client") == [(None,)]


def test_a_sealed_file_holds_no_word_anywhere(file: Settings, opened: Open):
    begin(opened(with_keys(file, NEW)).of("ann"))
    assert file.path is not None
    for path in file.path.parent.iterdir():
        content = path.read_bytes()
        assert WORD.encode() not in content and WORD.lower().encode() not in content


def test_the_same_text_is_never_sealed_the_same_way_twice(place: Settings, opened: Open):
    store = opened(with_keys(place, NEW))
    begin(store.of("ann"))
    begin(store.of("ann"))
    values = stored(store)
    assert len(set(values)) == len(values)


def test_with_the_key_everything_is_read_and_found(place: Settings, opened: Open):
    token = begin(opened(with_keys(place, NEW)).of("ann"))
    ann = opened(with_keys(place, NEW)).of("ann")
    assert ann.open(token).newest.body == body(said=WORD)
    assert [line.label for line in ann.clients(WORD.upper()).lines] == [WORD]


@pytest.mark.parametrize("keys", [(), (OTHER,)], ids=["no key", "another key"])
def test_without_the_right_key_there_is_a_sentence_and_no_data(
    place: Settings, opened: Open, keys: tuple[bytes, ...]
):
    store = opened(with_keys(place, NEW))
    begin(store.of("ann"))
    before = stored(store)
    with pytest.raises(WrongKey, match="set PAIN_PLAN_KEY to the key it was sealed with"):
        opened(with_keys(place, *keys))
    assert stored(store) == before
    assert len(rows(store, "SELECT id FROM key")) == 1


def test_a_key_that_sealed_nothing_is_not_asked_for(place: Settings, opened: Open):
    begin(opened(place).of("ann"))
    opened(with_keys(place, NEW))
    assert opened(place).of("ann").clients().lines[0].label == WORD


def test_a_new_key_opens_what_is_plain_and_seals_what_is_new(place: Settings, opened: Open):
    begin(opened(place).of("ann"), "Plain")
    store = opened(with_keys(place, NEW))
    begin(store.of("ann"), "Sealed")
    assert [line.label for line in store.of("ann").clients().lines] == ["Sealed", "Plain"]
    assert [line.label for line in store.of("ann").clients("l").lines] == ["Sealed", "Plain"]


@pytest.mark.parametrize("before", [(), (OLD,)], ids=["plain", "sealed"])
def test_rotation_seals_every_row_with_the_first_key(
    place: Settings, opened: Open, before: tuple[bytes, ...]
):
    ann = opened(with_keys(place, *before)).of("ann")
    for said in ("One", "Two", "Three"):
        begin(ann, said)
    said_before = everything(ann)
    store = opened(with_keys(place, NEW, *before))
    assert store.rotate() == 9  # clients, revisions and diaries
    assert store.rotate() == 0
    assert everything(opened(with_keys(place, NEW)).of("ann")) == said_before
    if before:
        with pytest.raises(WrongKey):
            opened(with_keys(place, *before))
    assert all(b"One" not in value for value in stored(store))


def test_a_rotated_file_holds_nothing_plain_any_more(file: Settings, opened: Open):
    begin(opened(file).of("ann"))
    opened(with_keys(file, NEW)).rotate()
    assert file.path is not None
    for path in file.path.parent.iterdir():
        assert WORD.encode() not in path.read_bytes()
        assert WORD.lower().encode() not in path.read_bytes()


class Killed(Exception):
    pass


def test_a_rotation_broken_off_halfway_has_lost_nothing_and_is_finished_by_the_next(
    place: Settings, opened: Open, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rotation, "AT_ONCE", 1)
    ann = opened(with_keys(place, OLD)).of("ann")
    begin(ann, "One")
    begin(ann, "Two")
    said_before = everything(ann)
    store = opened(with_keys(place, NEW, OLD))
    sealings = count(1)
    seal = store.sealer.seal

    def until_killed(plain: bytes, *row: object) -> bytes:
        if next(sealings) > 4:  # both labels and both texts
            raise Killed
        return seal(plain, *row)

    monkeypatch.setattr(store.sealer, "seal", until_killed)
    with pytest.raises(Killed):
        store.rotate()
    half = opened(with_keys(place, NEW, OLD))
    assert everything(half.of("ann")) == said_before
    assert half.rotate() == 2  # the diaries
    assert everything(opened(with_keys(place, NEW)).of("ann")) == said_before


def test_a_diary_that_was_kept_under_another_key_is_known_again(place: Settings, opened: Open):
    ann = opened(with_keys(place, OLD)).of("ann")
    client = ann.begin(body(), summary(), KNOWLEDGE).client
    kept = ann.keep_diary(client, "diary.csv", b"1,2")
    again = opened(with_keys(place, NEW, OLD)).of("ann").keep_diary(client, "again.csv", b"1,2")
    assert again == kept


MOVES = {
    "a text to another visit": "UPDATE revision SET body = (SELECT body FROM revision r"
    " WHERE r.visit <> revision.visit)",
    "a label to another client": "UPDATE client SET label = (SELECT label FROM client c"
    " WHERE c.id <> client.id)",
    "a diary to another client": "UPDATE diary SET data = (SELECT data FROM diary d"
    " WHERE d.id <> diary.id)",
    "a name where a text belongs": "UPDATE revision SET body = (SELECT label FROM client LIMIT 1)",
    "a text cut short": "UPDATE revision SET body = substr(body, 1, 20)",
    "nothing in its place": "UPDATE diary SET name = substr(name, 1, 0)",
}


@pytest.mark.parametrize("move", MOVES)
def test_a_sealed_value_that_was_moved_or_changed_is_noticed(
    place: Settings, opened: Open, move: str
):
    store = opened(with_keys(place, NEW))
    begin(store.of("ann"), "One")
    begin(store.of("ann"), "Two")
    assert check(store.database, store.sealer)["revision"] == 2
    with store.database.writing() as connection:
        connection.execute(text(MOVES[move]))
    with pytest.raises(Tampered, match="changed by something other than this program"):
        everything(store.of("ann"))
    with pytest.raises(DamagedRows, match="changed by something other than this program"):
        check(store.database, store.sealer)


def test_without_a_key_there_is_nothing_to_seal_with(store: Store):
    with pytest.raises(SettingsError, match="PAIN_PLAN_KEY: is not set"):
        store.rotate()


def test_a_sealed_backup_asks_for_the_key_too(new_place: NewPlace, opened: Open):
    sealed = opened(with_keys(new_place("sqlite"), NEW))
    begin(sealed.of("ann"))
    content = sealed.backup()
    assert WORD.encode() not in content
    there = opened(with_keys(new_place("sqlite"), OTHER))
    with pytest.raises(RecordsError, match="sealed with a key that was not given"):
        there.restore(content)
    assert there.of("ann").clients().lines == ()
