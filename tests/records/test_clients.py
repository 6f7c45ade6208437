"""The list of clients: newest first, found by any part of a label, with the days that matter."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from records import Page, Records, Settings, VisitSummary
from records.clients import listing
from tests.records.conftest import KNOWLEDGE, ON, Open, body, summary, with_keys

KEY = bytes(range(32))


def begin(records: Records, *labels: str) -> list[str]:
    """A client for each label; their ids."""
    return [records.begin(body(), summary(label), KNOWLEDGE).client for label in labels]


def labels(page: Page) -> list[str]:
    return [line.label for line in page.lines]


def test_the_client_touched_last_stands_first(ann: Records):
    begin(ann, "A", "B", "C")
    assert labels(ann.clients()) == ["C", "B", "A"]
    line = ann.clients().lines[-1]
    at = ann.open(line.latest)
    ann.save(at.token, 1, body(pain=2), summary("A", review_on=ON + timedelta(28)), KNOWLEDGE)
    assert labels(ann.clients()) == ["A", "C", "B"]
    assert ann.clients().lines[0].review_on == ON + timedelta(28)


def test_a_list_is_turned_page_by_page(ann: Records):
    begin(ann, *"ABCDE")
    assert (labels(ann.clients(size=2)), ann.clients(size=2).more) == (["E", "D"], True)
    assert (labels(ann.clients(page=3, size=2)), ann.clients(page=3, size=2).more) == (["A"], False)
    assert labels(ann.clients(page=4, size=2)) == []
    assert labels(ann.clients(page=-1, size=2)) == ["E", "D"]


@pytest.fixture(params=["looked up", "walked", "sealed"])
def many(
    request: pytest.FixtureRequest, place: Settings, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> Records:
    """Labels that are easy to get wrong, searched in each of the ways there are."""
    if request.param == "walked":
        monkeypatch.setattr(listing, "FEW", 0)
    records = opened(with_keys(place, KEY) if request.param == "sealed" else place).of("ann")
    begin(
        records, "José M.", "Straße 7", "100% B", "a_b", "ab", "ÅSE", "o'Neil", "back\\slash", "x"
    )
    return records


SEARCHES = {
    "jose": ["José M."],
    "JOSÉ": ["José M."],
    "jose\u0301 m": ["José M."],  # the accent as a sign of its own
    "STRASSE": ["Straße 7"],
    "ase": ["ÅSE"],
    "%": ["100% B"],
    "_": ["a_b"],
    "a_b": ["a_b"],
    "\\": ["back\\slash"],
    "'": ["o'Neil"],
    "  x  ": ["x"],
    "nobody": [],
    "": ["x", "back\\slash", "o'Neil", "ÅSE", "ab", "a_b", "100% B", "Straße 7", "José M."],
}


def test_a_search_finds_any_part_in_any_case_with_or_without_accents(many: Records):
    assert {said: labels(many.clients(said)) for said in SEARCHES} == SEARCHES


def test_a_search_turns_pages_too(many: Records):
    assert labels(many.clients("a", page=2, size=2)) == ["ab", "a_b"]


def test_each_word_of_a_search_is_looked_up_and_no_list_is_walked(file: Settings, opened: Open):
    store, asked = opened(file), []
    begin(store.of("ann"), "A.K. 1", "B.L. 2")
    event.listen(
        store.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2:4])
    )
    assert labels(store.of("ann").clients("a.k. 1")) == ["A.K. 1"]
    with closing(sqlite3.connect(file.path)) as beside:
        steps = [
            step
            for query, values in asked
            for *_, step in beside.execute(f"explain query plan {query}", values)
            if "label_part USING PRIMARY KEY" in step
        ]
    assert steps
    assert all("part>" in step for step in steps)


def test_a_new_label_is_found_and_the_old_one_is_not(ann: Records):
    at = ann.begin(body(), summary("Before"), KNOWLEDGE)
    ann.save(at.token, 1, body(pain=1), summary("After"), KNOWLEDGE)
    assert labels(ann.clients("after")) == ["After"]
    assert labels(ann.clients("before")) == []


TOLD = VisitSummary("Q7", ON, about='{"age": 52}', words="Low back pain\nSchultern, beide; Ñandú")
BESIDE = ("low", "back pa", "LOW BACK PAIN", "schult", "nandu", "beide", "q7")
NOT_BESIDE = ("ack", "age", "pain low", "{", "52")


@pytest.mark.parametrize("way", ["looked up", "walked", "sealed"])
def test_a_search_finds_what_is_told_beside_the_label_by_the_beginning_of_its_words(
    place: Settings, opened: Open, monkeypatch: pytest.MonkeyPatch, way: str
):
    monkeypatch.setattr(listing, "FEW", 0 if way == "walked" else listing.FEW)
    store = opened(with_keys(place, KEY) if way == "sealed" else place)
    ann, ben = store.of("ann"), store.of("ben")
    client = ann.begin(body(), TOLD, KNOWLEDGE).client
    begin(ann, "other")
    ann.share(client, "ben")
    assert all(labels(one.clients(word)) == ["Q7"] for word in BESIDE for one in (ann, ben))
    assert not any(ann.clients(word).lines for word in NOT_BESIDE)
    assert ann.client(client).about == '{"age": 52}'


def test_what_is_told_without_a_visit_is_listed_and_found_from_then_on(ann: Records):
    at = ann.begin(body(), TOLD, KNOWLEDGE)
    begin(ann, "other")
    later = replace(TOLD, next_on=ON + timedelta(7), about="{}", words="slept badly")
    ann.tell_beside(at.client, later)
    assert labels(ann.clients()) == ["Q7", "other"]
    assert labels(ann.clients("slept")) == ["Q7"] and labels(ann.clients("schult")) == []
    line = ann.client(at.client)
    assert (line.next_on, line.about, line.latest) == (ON + timedelta(7), "{}", at.token)
    assert len(ann.revisions(at.token)) == 1


def test_every_client_comes_at_once_where_all_are_counted(ann: Records):
    begin(ann, *"ABC")
    assert [one.label for one in ann.every_client()] == ["C", "B", "A"]
    assert [one.label for one in ann.every_client("b")] == ["B"]
    assert ann.every_client()[0].begun_at == ann.timeline(ann.every_client()[0].id)[0].begun_at


def test_a_shared_client_is_on_both_lists_until_the_share_ends(ann: Records, ben: Records):
    (client,) = begin(ann, "Shared")
    begin(ben, "Ben's own")
    ann.share(client, "ben")
    ann.share(client, "ben")
    assert ann.shared_with(client) == ("ben",)
    assert labels(ben.clients()) == ["Ben's own", "Shared"]
    assert labels(ben.clients("share")) == ["Shared"]
    ann.unshare(client, "ben")
    assert labels(ben.clients()) == ["Ben's own"]
    assert [one.verb for one in ann.trail(client)] == ["unshared", "shared", "began"]


def test_diaries_are_kept_as_they_were_handed_in_and_once(ann: Records):
    (client,) = begin(ann, "A")
    first = ann.keep_diary(client, "März.csv", b"date,pain\n2026-11-23,4\n")
    again = ann.keep_diary(client, "the same.csv", b"date,pain\n2026-11-23,4\n")
    second = ann.keep_diary(client, "April.csv", b"\x00\xff")
    assert again == first
    assert ann.diaries(client) == (second, first)
    assert ann.diary(first.id) == b"date,pain\n2026-11-23,4\n"
    assert (first.name, first.size, second.size) == ("März.csv", 23, 2)
