"""What the hand does to the plan is kept: values joined field by field, each act one step."""

import json
from datetime import date

import pytest

from planner.knowledge import load
from planner.model.edits import Edit, OwnTask, Values
from planner.model.errors import IntakeError
from planner.model.intake import read_intake
from planner.model.visit import read_draft
from planner.model.vocabulary import Change, Intensity, Level, Pressure
from planner.visit.draft import blank, changed
from planner.visit.handing_out import handed_out
from planner.visit.interview import interview
from planner.visit.said import edits
from tests.conftest import client_with

WALKING, KNEE_ROLLS = "aerobic:any:walking", "mobility:lower-back:knee-rolls"
BLANK = blank(date(2026, 11, 23))


def with_edits(*said):
    raw = {"format": 1, "on": "2026-11-23", "client": {"label": "J.S."},
           "pain": [{"condition": "low-back-pain"}], "severity": {"average": 6},
           "edits": list(said)}  # fmt: skip
    return read_intake(json.dumps(raw), load().known_ids)


def kept(draft):
    """The visit closed and opened again."""
    return read_draft(draft.as_text, load().known_ids)


def test_a_later_value_joins_the_earlier_ones_and_none_takes_one_back():
    draft = edits.set_values(BLANK, WALKING, minutes=15)
    draft = edits.set_values(draft, WALKING, days_per_week=3)
    draft = edits.set_values(draft, WALKING, minutes=20)
    assert [one.values for one in draft.edits] == [Values(minutes=20, days_per_week=3)]
    draft = edits.set_values(draft, WALKING, days_per_week=None)
    assert [one.values for one in draft.edits] == [Values(minutes=20)]
    assert edits.set_values(draft, WALKING, minutes=None).edits == ()
    assert edits.set_values(draft, WALKING, minutes=20) == draft


def test_every_kind_of_edit_is_written_and_read_as_it_was():
    draft = edits.set_values(BLANK, "massage", minutes=45, sessions_per_week=0.5, weeks=6)
    draft = edits.set_values(draft, "swedish", pressure=Pressure.LIGHT, regions=("neck_back_left",))
    draft = edits.set_values(draft, WALKING, level=Level.HARDER)
    draft = edits.replaced(draft, "acupuncture", "yoga")
    draft = edits.moved(draft, KNEE_ROLLS, WALKING)
    draft = edits.moved(draft, KNEE_ROLLS)
    own = OwnTask(name="Chin tucks at red lights", words="5 each time", minutes=2, picture="f1")
    draft = edits.with_own(draft, own)
    draft = edits.set_values(draft, "own:1", days_per_week=5)
    assert kept(draft) == draft
    assert edits.edited_lines(draft) == (
        "massage", "swedish", WALKING, "acupuncture", "yoga", KNEE_ROLLS, "own:1"
    )  # fmt: skip
    assert edits.next_own(draft) == "own:2"


def test_the_edits_of_an_intake_are_read_as_the_interface_says():
    read = with_edits(
        {"line": "massage", "change": "set",
         "values": {"minutes": 45, "sessions_per_week": 1, "weeks": 6}},
        {"line": "swedish", "change": "set",
         "values": {"pressure": "light", "regions": ["neck_back_left"]}},
        {"line": WALKING, "change": "set", "values": {"minutes": 15, "days_per_week": 3}},
        {"line": "yoga", "change": "set", "values": {"minutes": 45, "weeks": 8}},
        {"line": "acupuncture", "change": "remove", "words": "no needles"},
    ).edits  # fmt: skip
    assert read[0].values == Values(minutes=45, sessions_per_week=1, weeks=6)
    assert read[1].values == Values(pressure=Pressure.LIGHT, regions=("neck_back_left",))


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ({"line": "massage", "change": "remove"}, "can only be set"),
        ({"line": "massage", "change": "set"}, "no value is given"),
        ({"line": "massage", "change": "set", "values": {"minutes": 5}}, "at least 10 minutes"),
        ({"line": "massage", "change": "set", "values": {"minutes": 200}}, "180"),
        ({"line": WALKING, "change": "set", "values": {"days_per_week": 0}}, "greater than"),
        ({"line": "massage", "change": "set", "values": {"pressure": "light"}}, "no pressure"),
        ({"line": "swedish", "change": "set", "values": {"minutes": 30}}, "no minutes"),
        ({"line": "yoga", "change": "set", "values": {"reps": 3}}, "no reps"),
        ({"line": WALKING, "change": "set", "values": {"regions": ["neck_back_left"]}},
         "no regions"),
        ({"line": "swedish", "change": "set", "values": {"regions": ["nowhere"]}}, "nowhere"),
        ({"line": WALKING, "change": "add", "values": {"minutes": 5}}, "is not set"),
        ({"line": WALKING, "change": "replace"}, "no other line"),
        ({"line": WALKING, "change": "remove", "other": "yoga"}, "neither replaced nor moved"),
        ({"line": "own:1", "change": "add"}, "nothing says what it is"),
        ({"line": "own:x", "change": "remove"}, "own:x"),
        ({"line": "yoga", "change": "add", "own": {"name": "Mine", "minutes": 5}}, "own:1"),
        ({"line": WALKING, "change": "reword"}, "in other words"),
    ],
)  # fmt: skip
def test_an_edit_that_makes_no_sense_is_refused_in_words(edit, told):
    with pytest.raises(IntakeError, match=told) as refused:
        with_edits(edit)
    assert all(one.place.startswith("edits") for one in refused.value.problems)


def test_a_value_that_is_out_of_range_is_refused_and_changes_nothing():
    with pytest.raises(IntakeError):
        changed(BLANK, edits.set_values, "massage", minutes=999)


def walked_through(draft):
    """The same visit after each act, with the steps that led there."""
    acts = (
        lambda one: edits.set_values(one, WALKING, minutes=15),
        lambda one: edits.set_values(one, WALKING, minutes=20),
        lambda one: edits.edited(one, "yoga", Change.REMOVE),
        lambda one: edits.with_way(one, Intensity.LIGHT),
        lambda one: edits.undone(one, WALKING),
    )
    for act in acts:
        draft = act(draft)
        yield draft


def test_every_step_is_taken_back_and_done_again_also_after_the_visit_was_closed():
    steps = [*walked_through(BLANK)]
    draft = steps[-1]
    for before in reversed([BLANK, *steps[:-1]]):
        draft = kept(edits.undone_last(draft))
        assert edits.decided(draft) == edits.decided(before)
    assert not edits.can_undo(draft)
    assert edits.undone_last(draft) == draft
    for after in steps:
        draft = kept(edits.redone(draft))
        assert edits.decided(draft) == edits.decided(after)
    assert not edits.can_redo(draft)
    assert edits.redone(draft) == draft


def test_a_new_act_ends_what_could_be_done_again():
    draft = edits.undone_last([*walked_through(BLANK)][-1])
    assert edits.can_redo(draft)
    assert not edits.can_redo(edits.set_values(draft, WALKING, minutes=25))


def test_a_visit_that_kept_no_steps_is_taken_back_edit_by_edit():
    old = read_draft(
        json.dumps({"format": 1, "on": "2026-11-23", "edits": [
            {"line": "yoga", "change": "remove"}, {"line": "cbt", "change": "add"}]})
    )  # fmt: skip
    assert [one.line for one in edits.undone_last(old).edits] == ["yoga"]
    assert edits.undone_last(edits.undone_last(old)).edits == ()


def test_what_replaced_a_line_goes_with_it_where_either_is_taken_back():
    draft = edits.replaced(BLANK, "acupuncture", "yoga")
    assert [one.change for one in draft.edits] == [Change.REPLACE]
    assert edits.is_edited(draft, "yoga")
    assert edits.undone(draft, "yoga").edits == edits.undone(draft, "acupuncture").edits == ()


def test_lines_are_changed_until_the_plan_is_handed_out():
    client = client_with("low-back-pain", answers={})
    draft = read_draft(client.model_dump_json(exclude_unset=True))
    draft = draft.having(others="no")
    draft = edits.set_values(draft, WALKING, minutes=15)
    assert edits.changed_lines(draft) == (WALKING,)
    given = kept(handed_out(draft, interview(draft, load()).plan))
    assert edits.changed_lines(given) == ()
    assert edits.changed_lines(edits.set_values(given, WALKING, minutes=20)) == (WALKING,)
    assert edits.changed_lines(edits.undone_last(given)) == (WALKING,)


def test_an_edit_of_the_first_edition_says_no_more_than_before():
    assert Edit(line="yoga", change=Change.ADD).model_dump(exclude_unset=True) == {
        "line": "yoga", "change": Change.ADD
    }  # fmt: skip
