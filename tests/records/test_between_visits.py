"""What happens between visits, files handed out, and what is set once: kept like visits are."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from records import Conflict, Entry, File, Records, Revision, Settings, VisitSummary
from records.errors import NotFound
from tests.records.conftest import KNOWLEDGE, ON, Open, body, summary, with_keys

NEXT = ON + timedelta(14)


@pytest.fixture
def client(ann: Records) -> str:
    said = VisitSummary("A.B.", ON, None, NEXT, '{"pain": ["neck-pain"]}')
    return ann.begin(body(pain=5), said, KNOWLEDGE).client


def session(on=NEXT, **said: object) -> Entry:
    return Entry("session", on, body(**said))


def test_a_session_is_kept_on_its_day_and_is_no_visit(ann: Records, client: str):
    ann.enter(client, session(done="neck"), KNOWLEDGE)
    (kept,) = ann.entries(client)
    assert (kept.kind, kept.on, kept.newest.body) == ("session", NEXT, body(done="neck"))
    assert len(ann.timeline(client)) == 1
    assert ann.client(client).last_visit == ON


def test_entries_come_latest_day_first_and_by_kind(ann: Records, client: str):
    for days in (7, 21, 14):
        ann.enter(client, session(ON + timedelta(days)), KNOWLEDGE)
    ann.enter(client, Entry("note", ON + timedelta(14), body(s="")), KNOWLEDGE)
    assert [one.on for one in ann.entries(client, "session")] == [
        ON + timedelta(days) for days in (21, 14, 7)
    ]
    assert len(ann.entries(client)) == 4


def test_an_entry_has_revisions_and_is_never_written_over_a_newer_one(ann: Records, client: str):
    token = ann.enter(client, session(pain=4), KNOWLEDGE).token
    ann.change(token, 1, body(pain=3), NEXT, KNOWLEDGE)
    with pytest.raises(Conflict) as refused:
        ann.change(token, 1, body(pain=9), NEXT, KNOWLEDGE)
    assert refused.value.stored.body == body(pain=3)
    assert ann.revision(token, 1).body == body(pain=4)
    assert ann.change(token, 2, body(pain=3), NEXT, KNOWLEDGE).revision == 2


def test_what_is_once_a_day_is_entered_by_one_of_those_who_begin_it_together(
    ann: Records, client: str
):
    def enter(place: int) -> str | Revision:
        try:
            return ann.enter(client, session(by=place), KNOWLEDGE, once_a_day=True).token
        except Conflict as refused:
            return refused.stored

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(enter, range(4)))
    (kept,) = ann.entries(client)
    assert [one for one in answers if isinstance(one, str)] == [kept.token]
    assert {one.body for one in answers if isinstance(one, Revision)} == {kept.newest.body}
    ann.enter(client, session(NEXT + timedelta(1)), KNOWLEDGE, once_a_day=True)
    assert len(ann.entries(client)) == 2


def test_a_visit_is_not_changed_as_an_entry(ann: Records, client: str):
    (visit,) = ann.timeline(client)
    with pytest.raises(NotFound, match="is a visit"):
        ann.change(visit.token, 1, body(pain=0), ON, KNOWLEDGE)


def test_a_list_says_when_the_client_is_expected_and_what_the_caller_told(
    ann: Records, client: str
):
    (line,) = ann.clients().lines
    assert (line.next_on, line.about) == (NEXT, '{"pain": ["neck-pain"]}')
    (visit,) = ann.timeline(client)
    ann.save(visit.token, 1, body(pain=4), summary("A.B."), KNOWLEDGE)
    assert (ann.client(client).next_on, ann.client(client).about) == (None, "")


def test_files_of_a_kind_are_listed_apart_and_read_as_they_were(ann: Records, client: str):
    ann.keep_diary(client, "diary.csv", b"date,pain")
    handed = ann.keep_file(client, File("plan.pdf", b"%PDF-1.7", "handed-out"))
    assert [one.name for one in ann.diaries(client)] == ["diary.csv"]
    assert [one.name for one in ann.files(client, "handed-out")] == ["plan.pdf"]
    assert {one.kind for one in ann.files(client)} == {"diary", "handed-out"}
    assert ann.diary(handed.id) == b"%PDF-1.7"


def test_what_is_deleted_with_a_client_are_its_entries_and_files_too(ann: Records, client: str):
    ann.enter(client, session(), KNOWLEDGE)
    ann.keep_file(client, File("plan.pdf", b"%PDF-1.7", "handed-out"))
    gone = ann.delete_client(client).rows
    assert (gone["visit"], gone["diary"]) == (2, 1)


def test_what_is_set_once_is_each_owners_own_or_everybodys(ann: Records, ben: Records):
    assert ann.setting("practice").revision == 0
    ann.put_setting("therapist", 0, body(name="Ann"))
    ann.put_setting("practice", 0, body(name="Harbour Massage"), shared=True)
    assert ben.setting("therapist").body == ""
    assert ben.setting("practice", shared=True).body == body(name="Harbour Massage")
    assert ann.settings() == ("therapist",) and ben.settings(shared=True) == ("practice",)


def test_what_was_set_anew_by_somebody_else_is_not_written_over(ann: Records, ben: Records):
    ann.put_setting("practice", 0, body(price=80), shared=True)
    ben.put_setting("practice", 1, body(price=90), shared=True)
    with pytest.raises(Conflict) as refused:
        ann.put_setting("practice", 1, body(price=85), shared=True)
    assert refused.value.stored.body == body(price=90)


def test_every_thing_of_it_is_sealed_where_there_is_a_key(place: Settings, opened: Open):
    sealed = opened(with_keys(place, bytes(range(32))))
    ann = sealed.of("ann")
    said = VisitSummary("A.B.", ON, None, NEXT, "neck-pain-in-the-list")
    client = ann.begin(body(pain=5), said, KNOWLEDGE).client
    ann.enter(client, session(done="neck-in-a-session"), KNOWLEDGE)
    ann.put_setting("practice", 0, body(name="Harbour-in-a-setting"), shared=True)
    with sealed.database.reading() as connection:
        stored = b"".join(
            bytes(value)
            for name in ("client", "revision", "setting")
            for row in connection.exec_driver_sql(f"SELECT * FROM {name}")
            for value in row
            if isinstance(value, bytes | memoryview)
        )
    for word in (b"neck", b"Harbour"):
        assert word not in stored
    assert ann.client(client).about == "neck-pain-in-the-list"
    assert isinstance(ann.entries(client)[0].newest, Revision)
