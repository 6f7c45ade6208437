"""The time of the visits as the hand says it: of all, of one, taken back, and again."""

from datetime import date, time

from planner.knowledge import load
from planner.model.visit import read_draft
from planner.visit.interview import interview
from planner.visit.said import edits
from planner.visit.said.edits import timed
from tests.conftest import sample_text

KNOWN = load()
TEN, HALF = time(10), time(11, 30)


def begun():
    return read_draft(sample_text("low-back-nothing-flagged"), KNOWN.known_ids)


def visits(draft):
    found = interview(draft, KNOWN)
    return found.plan.visits


def test_a_time_is_that_of_every_visit_but_those_with_their_own():
    draft = timed(begun(), TEN)
    assert {one.at for one in visits(draft)} == {TEN}
    second = visits(draft)[1].on
    at = {one.on: one.at for one in visits(timed(draft, HALF, second))}
    assert at.pop(second) == HALF and set(at.values()) == {TEN}


def test_the_usual_time_is_no_time_of_its_own():
    draft = timed(begun(), TEN)
    day = visits(draft)[0].on
    own = timed(draft, HALF, day)
    assert timed(own, TEN, day).preferences.times == {}
    assert timed(own, None, day).preferences.times == {}


def test_each_time_is_one_step_back_and_again():
    first = timed(begun(), TEN)
    both = timed(first, HALF, date(2026, 11, 30))
    back = edits.undone_last(both)
    assert back.preferences == first.preferences
    assert edits.undone_last(back).preferences.time is None
    assert edits.redone(back).preferences == both.preferences


def test_a_step_of_another_kind_keeps_the_times():
    draft = timed(begun(), TEN)
    line = interview(draft, KNOWN).plan.self_care[0].id
    changed = edits.edited(draft, line, edits.Change.REMOVE)
    assert changed.preferences.time == TEN
    assert edits.undone_last(changed).preferences.time == TEN


def test_the_same_time_again_is_no_step_and_a_visit_file_keeps_it():
    draft = timed(begun(), HALF)
    assert timed(draft, HALF) is draft
    assert read_draft(draft.as_text, KNOWN.known_ids) == draft


def test_without_a_word_nobody_agreed_on_a_time():
    assert {one.at for one in visits(begun())} == {None}
    assert "time" not in begun().as_text
