"""A visit is revisions that are only added to, and two who work on it lose nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, timedelta
from itertools import groupby
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records import Conflict, Records, Saved, Store, new_id
from records.errors import NotFound
from tests.records.conftest import KNOWLEDGE, ON, body, rows, summary

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=200)


def save(records: Records, at: Saved, text: str, label: str = "A.B.") -> Saved:
    return records.save(at.token, at.revision, text, summary(label), KNOWLEDGE)


def texts(records: Records, token: str) -> list[str]:
    """Every revision's text, oldest first."""
    return [
        records.revision(token, line.number).body for line in reversed(records.revisions(token))
    ]


def test_every_answer_is_a_revision_and_the_last_one_is_opened(ann: Records):
    at = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    at = save(ann, at, body(pain=2))
    at = save(ann, at, body(pain=3))
    assert texts(ann, at.token) == [body(pain=1), body(pain=2), body(pain=3)]
    opened = ann.open(at.token)
    assert (opened.newest.number, opened.newest.body) == (3, body(pain=3))
    assert (opened.label, opened.on, opened.client) == ("A.B.", ON, at.client)
    assert opened.newest.saved_at == at.saved_at and at.saved_at.tzinfo is UTC


def test_the_same_answer_again_writes_nothing(ann: Records, store: Store):
    at = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    before = rows(store, "SELECT count(*) FROM revision"), rows(store, "SELECT count(*) FROM trail")
    again = save(ann, at, body(pain=1))
    assert (again.revision, again.saved_at) == (1, at.saved_at)
    assert before == (
        rows(store, "SELECT count(*) FROM revision"),
        rows(store, "SELECT count(*) FROM trail"),
    )


def test_the_same_answer_from_an_old_page_is_no_conflict(ann: Records):
    first = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    save(ann, first, body(pain=2))
    assert save(ann, first, body(pain=2)).revision == 2


def test_a_save_over_a_newer_revision_is_refused_with_both_versions(ann: Records):
    first = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    save(ann, first, body(pain=2))
    with pytest.raises(Conflict) as refused:
        save(ann, first, body(pain=9))
    assert (refused.value.stored.body, refused.value.stored.number) == (body(pain=2), 2)
    assert (refused.value.refused, refused.value.seen) == (body(pain=9), 1)
    assert "pain" not in str(refused.value)
    assert texts(ann, first.token) == [body(pain=1), body(pain=2)]


def test_of_many_who_save_at_once_one_is_kept_and_the_others_are_told(ann: Records):
    at = ann.begin(body(pain=0), summary(), KNOWLEDGE)
    together = Barrier(4)

    def one(score: int) -> int | Conflict:
        together.wait()
        try:
            return save(ann, at, body(pain=score)).revision
        except Conflict as conflict:
            return conflict

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(one, range(1, 5)))
    kept = texts(ann, at.token)
    assert [one for one in found if not isinstance(one, Conflict)] == [2]
    assert {one.stored.body for one in found if isinstance(one, Conflict)} == {kept[1]}
    assert len(kept) == 2


def test_an_undo_adds_the_earlier_text_and_removes_nothing(ann: Records):
    at = ann.begin(body(pain=1), summary("Old label"), KNOWLEDGE)
    at = save(ann, at, body(pain=2), "New label")
    back = ann.restore(at.token, 1, at.revision, summary("Old label"), KNOWLEDGE)
    assert back.revision == 3
    assert texts(ann, at.token) == [body(pain=1), body(pain=2), body(pain=1)]
    assert ann.client(at.client).label == "Old label"


def test_an_undo_from_an_old_page_is_refused_too(ann: Records):
    first = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    second = save(ann, first, body(pain=2))
    save(ann, second, body(pain=3))
    with pytest.raises(Conflict):
        ann.restore(first.token, 1, second.revision, summary(), KNOWLEDGE)


@pytest.mark.parametrize("number", [0, -1, 2, 2**70])
def test_a_revision_that_is_not_there_is_not_found(ann: Records, number: int):
    at = ann.begin(body(), summary(), KNOWLEDGE)
    with pytest.raises(NotFound):
        ann.revision(at.token, number)


@pytest.mark.parametrize("token", ["", "nothing", "x" * 5000, "a\x00b", "\ud800", "%", "é"])
def test_an_address_that_names_no_visit_is_not_found(ann: Records, token: str):
    with pytest.raises(NotFound, match="not among your records"):
        ann.open(token)


def test_visits_stand_in_the_order_of_their_days(ann: Records):
    first = ann.begin(body(visit=1), summary(on=ON), KNOWLEDGE)
    later, earlier = ON + timedelta(28), ON - timedelta(7)
    ann.new_visit(first.client, body(visit=3), summary(on=later, review_on=later), KNOWLEDGE)
    ann.new_visit(first.client, body(visit=2), summary("Other", on=earlier), KNOWLEDGE)
    assert [one.on for one in ann.timeline(first.client)] == [later, ON, earlier]
    line = ann.client(first.client)
    assert (line.last_visit, line.review_on, line.label) == (later, later, "A.B.")


def test_a_token_says_nothing_and_does_not_come_twice(ann: Records):
    made = [ann.begin(body(), summary("Same"), KNOWLEDGE) for _ in range(20)]
    assert len({one.token for one in made} | {one.client for one in made}) == 40
    assert all(len(one.token) == len(one.client) == 32 for one in made)  # 24 and 16 bytes


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(ANY_TEXT, min_size=1, max_size=6), label=ANY_TEXT)
def test_whatever_is_said_comes_back_letter_by_letter(ann: Records, said: list[str], label: str):
    at = ann.begin(said[0], summary(label), KNOWLEDGE)
    for text in said[1:]:
        at = save(ann, at, text, label)
    assert texts(ann, at.token) == [text for text, _ in groupby(said)]
    assert ann.open(at.token).label == label


def test_a_client_has_the_id_that_the_visit_names_where_it_is_free(ann: Records):
    wanted = new_id()
    assert ann.begin(body(pain=1), summary(), KNOWLEDGE, wanted).client == wanted
    other = ann.begin(body(pain=2), summary(), KNOWLEDGE, wanted).client
    assert other not in (wanted, "")
    assert {one.id for one in ann.clients().lines} == {wanted, other}
