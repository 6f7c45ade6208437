"""A note: filled in, changed by hand, and closed for good once it is signed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.between.note import About, AddedAs, Part, read_note
from planner.model.errors import EntryError
from planner.visit.between import noting
from planner.visit.between.noting import Writer

ON = date(2026, 12, 3)
AT = datetime(2026, 12, 3, 11, 2, tzinfo=UTC)
FILLED = {one: f"what was entered under {one.value}" for one in Part}
ORTIZ = Writer("L. Ortiz", "LMT 12345")
OPEN = noting.begun(About.SESSION, "token", ON)
SIGNED = noting.signed(OPEN, FILLED, ("M.K.",), ORTIZ, AT)


def test_a_part_changed_by_hand_stays_and_the_others_follow_what_was_entered():
    note = noting.by_hand(OPEN, Part.OBJECTIVE, "Turn left to 50 degrees.")
    text = noting.text_of(note, FILLED)
    assert text[Part.OBJECTIVE] == "Turn left to 50 degrees."
    assert text[Part.PLAN] == FILLED[Part.PLAN]
    again = noting.by_hand(note, Part.OBJECTIVE, None)
    assert noting.text_of(again, FILLED) == FILLED


def test_a_part_emptied_by_hand_is_empty():
    note = noting.by_hand(OPEN, Part.ASSESSMENT, "")
    assert noting.text_of(note, FILLED)[Part.ASSESSMENT] == ""


def test_a_signed_note_says_who_when_and_with_which_licence_and_reads_back():
    assert (SIGNED.signature.by, SIGNED.signature.licence) == ORTIZ
    assert SIGNED.signature.at == AT
    assert read_note(SIGNED.as_text) == SIGNED


def test_nobody_signs_without_a_name():
    with pytest.raises(EntryError, match="names nobody"):
        noting.signed(OPEN, FILLED, (), Writer(" "), AT)


def test_an_open_note_takes_no_addendum():
    with pytest.raises(EntryError, match="is open"):
        noting.added(OPEN, AddedAs.ADDENDUM, "more", ORTIZ, AT)


def test_nothing_is_added_from_before_the_signature():
    with pytest.raises(EntryError, match="from before"):
        noting.added(SIGNED, AddedAs.LATE_ENTRY, "x", ORTIZ, AT - timedelta(minutes=1))


ACTS = st.one_of(
    st.tuples(st.just("hand"), st.sampled_from(Part), st.none() | st.text(max_size=20)),
    st.tuples(st.just("sign"), st.text(max_size=8)),
    st.tuples(st.just("add"), st.sampled_from(AddedAs), st.text(max_size=20)),
)


def _done(note, act, at):
    kind, *said = act
    if kind == "hand":
        return noting.by_hand(note, *said)
    if kind == "sign":
        return noting.signed(note, {}, (), Writer(*said), at)
    return noting.added(note, *said, ORTIZ, at)


@given(st.lists(st.tuples(ACTS, st.integers(-60, 60)), max_size=12))
def test_a_signed_note_never_changes_whatever_is_called(acts):
    note = SIGNED
    for act, minutes in acts:
        before = note
        try:
            note = _done(note, act, AT + timedelta(minutes=minutes))
        except EntryError:
            assert note == before
        assert note.replaced(addenda=()) == SIGNED
        assert note.addenda[: len(before.addenda)] == before.addenda
        noting.refuse_to_change(before, note)


@given(st.sampled_from(Part), st.text(min_size=1, max_size=20), st.booleans(), st.booleans())
def test_no_text_takes_the_place_of_a_signed_one_but_itself_with_more_below(
    part, words, unsigned, fewer
):
    more = noting.added(SIGNED, AddedAs.CORRECTION, "left, not right", ORTIZ, AT)
    noting.refuse_to_change(SIGNED, more)
    changed = more.replaced(parts={**more.parts, part: words.strip() + "changed"})
    others = [changed, OPEN] if unsigned else [changed]
    others = [*others, SIGNED] if fewer else others
    for other in others:
        with pytest.raises(EntryError, match="is signed"):
            noting.refuse_to_change(more, other)
