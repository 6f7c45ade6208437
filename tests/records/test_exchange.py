"""One client out and in again, whole; and no file, however made, that adds what it should not."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from planner.model.record.calendar_days import FIRST_DAY, LAST_DAY
from planner.visit.kept.kept_text import read_kept
from records import Entry, File, Records, Settings, Store, Taken
from records.errors import ArchiveError, CannotSave
from records.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    MOST_FILE,
    MOST_MANIFEST,
    MOST_PARTS,
    MOST_TEXT,
    MOST_UNPACKED,
)
from records.storage.text_codec import unpressed
from tests.conftest import examples
from tests.records.conftest import KNOWLEDGE, ON, NewPlace, Open, body, rows, summary

LATER = ON + timedelta(28)
LAST_MOMENT = "9999-12-31T23:59:59-12:00"


def begin(ann: Records) -> str:
    """A client with two visits, a session, seven revisions, two diaries and a paper."""
    at = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    for pain in (2, 3):
        at = ann.save(at.token, at.revision, body(pain=pain), summary(), KNOWLEDGE)
    later = ann.new_visit(at.client, body(pain=4), summary("Ä.B.", LATER, LATER), KNOWLEDGE)
    ann.save(later.token, 1, body(pain=5), summary("Ä.B.", LATER, LATER), KNOWLEDGE)
    ann.keep_diary(at.client, "März.csv", b"date,pain\n2026-11-23,4\n")
    ann.keep_diary(at.client, "April.xlsx", bytes(range(256)))
    session = ann.enter(at.client, Entry("session", LATER, body(done=1)), KNOWLEDGE)
    ann.change(session.token, 1, body(done=2), LATER, KNOWLEDGE)
    ann.keep_file(at.client, File("plan.pdf", b"%PDF", "handed-out"))
    return at.client


@pytest.fixture
def client(ann: Records) -> str:
    return begin(ann)


@pytest.fixture
def packed(ann: Records, client: str) -> bytes:
    return ann.export(client, {"../plan.pdf": b"%PDF"})


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A client's zip from another machine."""
    with closing(Store(Settings.at(tmp_path_factory.mktemp("there") / "records.db"))) as store:
        ann = store.of("ann")
        return ann.export(begin(ann))


def everything(records: Records, client: str) -> Any:
    """All that is kept of a client, but for what is another's by nature: owner, ids of diaries."""
    visits = records.timeline(client)
    line = records.client(client)
    return {
        "line": (line.label, line.last_visit, line.review_on, line.latest),
        "visits": visits,
        "revisions": [
            records.revision(visit.token, one.number)
            for visit in visits
            for one in records.revisions(visit.token)
        ],
        "diaries": [
            (one.name, one.kept_at, one.kind, records.diary(one.id))
            for one in records.files(client)
        ],
        "between": records.entries(client),
    }


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_client_arrives_whole_on_another_machine(
    ann: Records, client: str, packed: bytes, kind: str, new_place: NewPlace, opened: Open
):
    there = opened(new_place(kind)).of("somebody else")
    assert there.take_in(packed) == Taken(client, visits=3, revisions=7, diaries=3)
    assert everything(there, client) == everything(ann, client)


def test_a_reader_finds_texts_and_papers_in_the_zip(packed: bytes):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert json.loads(archive.read("visits/02/0002.json")) == {"pain": 5}
        assert archive.read("extra/plan.pdf") == b"%PDF"
        assert json.loads(archive.read("manifest.json"))["client"]["label"] == "Ä.B."


def test_taking_in_what_is_there_already_adds_nothing(ann: Records, client: str, packed: bytes):
    before = everything(ann, client)
    assert ann.take_in(packed) == Taken(client, visits=0, revisions=0, diaries=0)
    assert everything(ann, client) == before


def test_what_was_added_since_stays_and_what_is_missing_comes(
    ann: Records, client: str, packed: bytes
):
    newest = ann.client(client).latest
    ann.save(newest, 2, body(pain=6), summary("Ä.B.", LATER), KNOWLEDGE)
    more = ann.export(client)
    ann.delete_client(client)
    assert ann.take_in(packed).revisions == 7
    assert ann.take_in(more) == Taken(client, visits=0, revisions=1, diaries=0)
    assert ann.take_in(packed).revisions == 0
    assert ann.open(newest).newest.body == body(pain=6)


def test_a_visit_that_went_on_in_two_places_is_refused(ann: Records, client: str, packed: bytes):
    newest = ann.client(client).latest
    more = ann.save(newest, 2, body(pain=6), summary("Ä.B.", LATER), KNOWLEDGE)
    there = ann.export(client)
    ann.delete_client(client)
    ann.take_in(packed)
    ann.save(newest, 2, body(pain=7), summary("Ä.B.", LATER), KNOWLEDGE)
    before = everything(ann, client)
    with pytest.raises(ArchiveError, match="changed both there and here"):
        ann.take_in(there)
    assert everything(ann, client) == before and more.revision == 3


def test_somebody_else_s_client_comes_in_as_another_one_and_once(
    ann: Records, ben: Records, client: str, packed: bytes
):
    before = everything(ann, client)
    first, second = ben.take_in(packed), ben.take_in(packed)
    assert (first.visits, first.revisions, first.diaries) == (3, 7, 3)
    assert second == Taken(first.client, visits=0, revisions=0, diaries=0)
    assert first.client != client
    theirs = everything(ben, first.client)["revisions"]
    assert theirs == everything(ann, client)["revisions"]
    assert not {one.token for one in ben.timeline(first.client)} & {
        one.token for one in ann.timeline(client)
    }
    assert everything(ann, client) == before


Change = Callable[[dict[str, Any]], object]


def changed(packed: bytes, change: Change, **files: bytes | None) -> bytes:
    """The zip with another manifest and other files."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        content: dict[str, bytes | None] = {one: archive.read(one) for one in archive.namelist()}
    manifest = json.loads(content["manifest.json"] or b"")
    change(manifest)
    content |= {"manifest.json": json.dumps(manifest).encode(), **files}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            if data is not None:
                archive.writestr(name, data)
    return written.getvalue()


def nothing(manifest: dict[str, Any]) -> None:
    pass


def first_visit(manifest: dict[str, Any]) -> dict[str, Any]:
    visit: dict[str, Any] = manifest["visits"][0]
    return visit


def twice(manifest: dict[str, Any]) -> None:
    manifest["visits"].append(manifest["visits"][0])


def saying_size(name: str, size: int) -> Callable[[bytes], bytes]:
    """The list of what is in the zip says that a file of it is so large."""

    def made(packed: bytes) -> bytes:
        head, mark, tail = packed.rpartition(name.encode())
        entry = bytearray(head[-46:])
        entry[24:28] = size.to_bytes(4, "little")
        return head[:-46] + bytes(entry) + mark + tail

    return made


def crowd(packed: bytes) -> bytes:
    """A good zip that also holds many thousand files."""
    written = io.BytesIO(packed)
    with zipfile.ZipFile(written, "a") as archive:
        for number in range(MOST_PARTS):
            archive.writestr(zipfile.ZipInfo(str(number)), b"")
    return written.getvalue()


def lying(packed: bytes) -> bytes:
    """A file of the zip holds more than the list of its contents says."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        size = archive.getinfo("visits/01/0001.json").file_size
    return saying_size("visits/01/0001.json", size - 2)(packed)


def _with_a_long_list(packed: bytes) -> bytes:
    end = bytearray(packed[-22:])
    end[12:16] = (MOST_PARTS * 1000).to_bytes(4, "little")
    return packed[:-22] + bytes(end)


def odd_text(text: bytes) -> Callable[[bytes], bytes]:
    return lambda packed: changed(packed, nothing, **{"visits/01/0003.json": text})


ODD_TEXTS = (b"[]", b"5", b'"x"', b"null", b"true", b"1e400", b"[[[]]]", b"", b"{} {}")
HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "nothing at all": lambda packed: b"",
    "not a zip": lambda packed: b"name,pain\nA.B.,4\n",
    "a bomb": saying_size("visits/01/0001.json", MOST_UNPACKED + 1),
    "a text that is too long": saying_size("visits/01/0001.json", MOST_TEXT + 1),
    "a file that is too large": saying_size("diaries/01", MOST_FILE + 1),
    "a list that is too long": saying_size("manifest.json", MOST_MANIFEST + 1),
    "a list of contents that is too long": _with_a_long_list,
    "a crowd": crowd,
    "cut short": lambda packed: packed[: len(packed) // 2],
    "a bit changed": lambda packed: packed.replace(b"PK\x03\x04", b"PK\x03\x05", 1),
    "a lying size": lying,
    "another format": lambda packed: changed(packed, lambda m: m.update(format=2)),
    "another program": lambda packed: changed(packed, lambda m: m.update(program="other")),
    "one word too many": lambda packed: changed(packed, lambda m: m.update(surprise=1)),
    "no visits": lambda packed: changed(packed, lambda m: m.update(visits=[])),
    "no client": lambda packed: changed(packed, lambda m: m.pop("client")),
    "an id like a path": lambda packed: changed(
        packed, lambda m: m["client"].update(id="../../../../etc/passwd")
    ),
    "an id that is short": lambda packed: changed(
        packed, lambda m: first_visit(m).update(token="x")
    ),
    "a day that is none": lambda packed: changed(
        packed, lambda m: first_visit(m).update(on="2026-02-30")
    ),
    "a time without a zone": lambda packed: changed(
        packed, lambda m: first_visit(m).update(begun_at="2026-11-23T09:00:00")
    ),
    "a gap in the revisions": lambda packed: changed(
        packed, lambda m: first_visit(m)["revisions"].pop(1)
    ),
    "a visit twice": lambda packed: changed(packed, twice),
    "a file outside": lambda packed: changed(packed, nothing, **{"../../outside": b"x"}),
    "a file at the root": lambda packed: changed(packed, nothing, **{"/etc/outside": b"x"}),
    "a file as Windows names it": lambda packed: changed(packed, nothing, **{"..\\outside": b"x"}),
    "a listed file that is not there": lambda packed: changed(
        packed, nothing, **{"visits/01/0002.json": None}
    ),
    "a text that is not text": lambda packed: changed(
        packed, nothing, **{"visits/01/0001.json": b"\xff\xfe\x00"}
    ),
    "a text that is not JSON": lambda packed: changed(
        packed, nothing, **{"visits/01/0001.json": b"pain: 4"}
    ),
    **{f"a text that says {text.decode() or 'nothing'}": odd_text(text) for text in ODD_TEXTS},
    "a moment of the year 1": lambda packed: changed(
        packed, lambda m: first_visit(m).update(begun_at="0001-01-01T00:00:00+14:00")
    ),
    "a moment of the year 9999": lambda packed: changed(
        packed, lambda m: first_visit(m)["revisions"][0].update(saved_at=LAST_MOMENT)
    ),
    "a diary kept in the year 9999": lambda packed: changed(
        packed, lambda m: m["diaries"][0].update(kept_at=LAST_MOMENT)
    ),
    "a day of the year 9999": lambda packed: changed(
        packed, lambda m: first_visit(m).update(on="9999-12-31")
    ),
    "the last moment that is taken, which is another year elsewhere": lambda packed: changed(
        packed, lambda m: first_visit(m).update(begun_at="2199-12-31T23:59:59-10:00")
    ),
    "more versions than are ever kept": lambda packed: changed(
        packed, lambda m: first_visit(m).update(revisions=[{}] * (MOST_PARTS + 1))
    ),
    "a text nested without end": lambda packed: changed(
        packed, nothing, **{"visits/01/0001.json": b"[" * 200_000}
    ),
    "a manifest nested without end": lambda packed: changed(
        packed, nothing, **{"manifest.json": b"[" * 200_000}
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_no_client_is_a_sentence_and_adds_nothing(
    file: Settings, opened: Open, good: bytes, kind: str
):
    store = opened(file)
    before = {path.name for path in Path(file.path or "").parent.iterdir()}
    with pytest.raises(ArchiveError, match=r"^file: .*(Nothing|nothing) was taken in\.$"):
        store.of("ben").take_in(HOSTILE[kind](good))
    assert rows(store, "SELECT count(*) FROM client") == [(0,)]
    assert rows(store, "SELECT count(*) FROM trail") == [(0,)]
    assert {path.name for path in Path(file.path or "").parent.iterdir()} == before


@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bits=st.integers(1, 255))
def test_a_zip_with_any_byte_changed_is_whole_or_refused(
    file: Settings, opened: Open, good: bytes, place: float, bits: int
):
    broken = bytearray(good)
    broken[int(place * len(good))] ^= bits
    store = opened(file)
    try:
        taken = store.of("ben").take_in(bytes(broken))
    except ArchiveError:
        assert rows(store, "SELECT count(*) FROM client") == [(0,)]
    else:
        assert (taken.visits, taken.revisions) == (3, 7)
        store.of("ben").delete_client(taken.client)


def draft(**said: object) -> str:
    return json.dumps({"format": 1, "on": "2026-11-23", **said})


NOT_TO_BE_OPENED = {
    "visit": ({}, {"on": "2026-11-23"}, {"format": 1, "on": "2026-02-30"}, draft(pain=5)),
    "session": ({}, draft(pain=5)),
    "consent": ({"on": 5}, draft(pain=5)),
    "note": ({"text": []}, draft(pain=5)),
    "a-kind-of-next-year": (draft(),),
}


@pytest.mark.parametrize("kind", NOT_TO_BE_OPENED)
def test_a_text_that_could_not_be_opened_is_not_taken_in_and_nothing_of_the_rest(
    file: Settings, opened: Open, good: bytes, kind: str
):
    store = Store(file, reads=read_kept)
    for said in NOT_TO_BE_OPENED[kind]:
        text = said if isinstance(said, str) else json.dumps(said)
        named = {"visits/02/0001.json": text.encode()}
        packed = changed(good, lambda m: m["visits"][1].update(kind=kind), **named)
        for other in ("visits/01/0001.json", "visits/01/0002.json", "visits/01/0003.json"):
            packed = changed(packed, nothing, **{other: draft().encode()})
        with pytest.raises(ArchiveError, match=r"cannot be opened \(visits/02/0001.json: "):
            store.of("ben").take_in(packed)
        assert rows(store, "SELECT count(*) FROM client") == [(0,)]
    store.close()


def test_a_text_is_kept_up_to_its_most_and_read_up_to_its_most(ann: Records, client: str):
    newest = ann.client(client).latest
    long = json.dumps({"said": "x" * (MOST_TEXT - 20)})
    assert ann.save(newest, 2, long, summary("Ä.B.", LATER), KNOWLEDGE).revision == 3
    with pytest.raises(CannotSave, match="is longer than 2 MB"):
        ann.save(newest, 3, long + " " * 30, summary("Ä.B.", LATER), KNOWLEDGE)
    assert ann.open(newest).newest.body == long
    with pytest.raises(ValueError, match="not a whole text"):
        unpressed(zlib.compress(b" " * (MOST_TEXT + 1)))


def test_a_file_is_kept_up_to_its_most(ann: Records, client: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("records.clients.diaries.MOST_FILE", 100)
    ann.keep_diary(client, "May.csv", b"x" * 100)
    with pytest.raises(CannotSave, match=r"May\.csv: is larger than"):
        ann.keep_diary(client, "May.csv", b"x" * 101)


def test_the_records_and_the_model_mean_the_same_days():
    assert (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)) == (FIRST_DAY, LAST_DAY)
