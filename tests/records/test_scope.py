"""Nobody reaches what is not theirs, whatever id they know; a share opens what it should."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from records import Entry, File, Records, Store
from records.errors import NotAllowed, NotFound, SettingsError
from tests.records.conftest import KNOWLEDGE, ON, body, summary


class Known(NamedTuple):
    """Every id of another owner's client."""

    client: str
    token: str
    diary: str
    session: str


# Every public method that is told an id, called with the ids of somebody else.
CALLS: dict[str, Callable[[Records, Known], object]] = {
    "new_visit": lambda me, of: me.new_visit(of.client, body(pain=9), summary(), KNOWLEDGE),
    "open": lambda me, of: me.open(of.token),
    "save": lambda me, of: me.save(of.token, 2, body(pain=9), summary(), KNOWLEDGE),
    "restore": lambda me, of: me.restore(of.token, 1, 2, summary(), KNOWLEDGE),
    "revisions": lambda me, of: me.revisions(of.token),
    "revision": lambda me, of: me.revision(of.token, 1),
    "enter": lambda me, of: me.enter(of.client, Entry("session", ON, body(pain=9)), KNOWLEDGE),
    "change": lambda me, of: me.change(of.session, 1, body(pain=9), ON, KNOWLEDGE),
    "entries": lambda me, of: me.entries(of.client),
    "client": lambda me, of: me.client(of.client),
    "timeline": lambda me, of: me.timeline(of.client),
    "keep_diary": lambda me, of: me.keep_diary(of.client, "theirs.csv", b"2"),
    "keep_file": lambda me, of: me.keep_file(of.client, File("a.pdf", b"3", "handed-out")),
    "files": lambda me, of: me.files(of.client),
    "diaries": lambda me, of: me.diaries(of.client),
    "diary": lambda me, of: me.diary(of.diary),
    "export": lambda me, of: me.export(of.client),
    "delete_client": lambda me, of: me.delete_client(of.client),
    "share": lambda me, of: me.share(of.client, me.owner),
    "unshare": lambda me, of: me.unshare(of.client, "somebody"),
    "shared_with": lambda me, of: me.shared_with(of.client),
    "trail": lambda me, of: me.trail(of.client),
    "tell_beside": lambda me, of: me.tell_beside(of.client, summary("Mine")),
}
TOLD_NO_ID = {"begin", "clients", "every_client", "take_in", "setting", "settings", "put_setting"}
OWNERS_ONLY = {"delete_client", "share", "unshare"}


@pytest.fixture
def of_ann(ann: Records) -> Known:
    at = ann.begin(body(pain=1), summary("Ann's"), KNOWLEDGE)
    ann.save(at.token, 1, body(pain=2), summary("Ann's"), KNOWLEDGE)
    diary = ann.keep_diary(at.client, "diary.csv", b"1")
    session = ann.enter(at.client, Entry("session", ON, body(done=1)), KNOWLEDGE)
    return Known(at.client, at.token, diary.id, session.token)


def everything(records: Records, of: Known) -> object:
    """What a client's records say, but for the trail, which tells who looked."""
    bodies = [records.revision(of.token, one.number) for one in records.revisions(of.token)]
    lines = records.client(of.client), records.timeline(of.client), records.files(of.client)
    lines += (records.entries(of.client),)
    return bodies, lines, records.shared_with(of.client), records.diary(of.diary)


def test_no_method_is_forgotten_here():
    public = {name for name in vars(Records) if not name.startswith("_")}
    assert public == set(CALLS) | TOLD_NO_ID


def let_through(owner: Records, other: Records, of: Known) -> list[str]:
    """The calls that are not refused as another's, or that change what the owner has."""
    before = everything(owner, of)
    found = []
    for name, call in CALLS.items():
        try:
            call(other, of)
        except NotFound as refused:
            if "not among your records" in str(refused) and everything(owner, of) == before:
                continue
        found.append(name)
    return found


def test_a_stranger_finds_nothing_and_changes_nothing(ann: Records, ben: Records, of_ann: Known):
    assert let_through(ann, ben, of_ann) == []
    assert ben.clients().lines == () and ben.trail() == ()


@pytest.mark.parametrize("name", sorted(set(CALLS) - OWNERS_ONLY))
def test_with_a_share_the_other_therapist_reads_and_writes(
    ann: Records, ben: Records, of_ann: Known, name: str
):
    ann.share(of_ann.client, "ben")
    CALLS[name](ben, of_ann)


@pytest.mark.parametrize("name", sorted(OWNERS_ONLY))
def test_a_share_neither_deletes_nor_shares_further(
    ann: Records, ben: Records, of_ann: Known, name: str
):
    ann.share(of_ann.client, "ben")
    before = everything(ann, of_ann)
    with pytest.raises(NotAllowed, match="only its owner"):
        CALLS[name](ben, of_ann)
    assert everything(ann, of_ann) == before


def test_once_the_share_has_ended_the_next_read_and_the_next_write_are_refused(
    ann: Records, ben: Records, of_ann: Known
):
    ann.share(of_ann.client, "ben")
    assert everything(ben, of_ann)
    ann.unshare(of_ann.client, "ben")
    assert let_through(ann, ben, of_ann) == []
    assert ben.clients().lines == ()


def test_a_visit_added_with_a_share_is_the_owners(ann: Records, ben: Records, of_ann: Known):
    ann.share(of_ann.client, "ben")
    added = ben.new_visit(of_ann.client, body(pain=3), summary(), KNOWLEDGE)
    ann.unshare(of_ann.client, "ben")
    assert ann.open(added.token).newest.body == body(pain=3)
    with pytest.raises(NotFound):
        ben.open(added.token)


@pytest.mark.parametrize("owner", ["", "  ", "a\x00b", "x" * 201, "two\nlines"])
def test_a_name_that_records_cannot_belong_to_is_refused(
    store: Store, ann: Records, of_ann: Known, owner: str
):
    with pytest.raises(SettingsError, match="owner"):
        store.of(owner)
    with pytest.raises(SettingsError, match="owner"):
        ann.share(of_ann.client, owner)
