"""Answers given and taken back, clearances and overrides, marks, and the therapist's own hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model.intake import ClinicianClearance, Override
from planner.model.vocabulary import Answer, Change
from planner.visit.draft import blank, saying
from planner.visit.interview import interview
from planner.visit.said import edits, pain_sources, places
from planner.visit.said.answers import answered, cleared, restored, set_aside, uncleared
from planner.visit.stop import behind, stops
from tests.visit.test_draft import opened, said

ON = date(2026, 11, 23)
BACK = {"condition": "low-back-pain"}
LATER = {"visit": "follow-up", "pain": [BACK]}


def test_an_answer_taken_back_takes_the_degrees_asked_after_it_along():
    draft = said(answers={"p-stroke-old": "yes", "p-hypertension-controlled": "yes",
                          "p-hypertension-controlled:reading": "no"})  # fmt: skip
    after = answered(draft, {"p-hypertension-controlled": None}, load())
    assert after.answers == {"p-stroke-old": Answer.YES}


def test_a_degree_alone_can_be_taken_back():
    draft = said(answers={"p-hypertension-controlled": "yes",
                          "p-hypertension-controlled:reading": "yes"})  # fmt: skip
    after = answered(draft, {"p-hypertension-controlled:reading": None}, load())
    assert after.answers == {"p-hypertension-controlled": Answer.YES}


def opening(knowledge):
    """A question, and a sign that its yes opens."""
    return next((flag.after_yes[0], flag.id) for flag in knowledge.red_flags.values()
                if flag.after_yes)  # fmt: skip


@pytest.mark.parametrize(("visit", "kept"), [("first", True), ("follow-up", False)])
def test_at_a_later_visit_a_fresh_yes_takes_back_the_earlier_no_it_puts_in_doubt(visit, kept):
    row, opened_sign = opening(load())
    draft = said(visit=visit, pain=[BACK], answers={opened_sign: "no"})
    after = answered(draft, {row: Answer.YES}, load())
    assert (opened_sign in after.answers) is kept and after.answers[row] is Answer.YES


def test_a_yes_that_stood_before_takes_nothing_back():
    row, opened_sign = opening(load())
    draft = said(**LATER, answers={row: "yes", opened_sign: "no"})
    assert answered(draft, {row: Answer.UNSURE}, load()).answers[opened_sign] is Answer.NO


def test_a_second_clearance_takes_the_place_of_the_first():
    first, second = (
        ClinicianClearance(of="p-dvt-recent", by=who, on=ON) for who in ("Dr Lee", "Dr Ash")
    )
    draft = cleared(cleared(blank(ON), first), second)
    assert draft.clearances == (second,)
    assert uncleared(draft, "p-dvt-recent").clearances == ()
    assert uncleared(draft, "p-stroke-old").clearances == (second,)


def test_an_adjustment_set_aside_can_be_restored():
    draft = set_aside(blank(ON), Override(of="p-needle-phobia", reason="none planned"))
    assert [one.of for one in draft.overrides] == ["p-needle-phobia"]
    assert restored(draft, "p-needle-phobia").overrides == ()


def test_only_a_plain_adjustment_may_be_set_aside():
    """Never what waits for a clinician, cleared or not: the screening says it once."""
    yes = {"p-dvt-recent": "yes", "p-needle-phobia": "yes"}
    cleared_too = [{"for": "p-dvt-recent", "by": "Dr Lee", "on": "2026-11-20"}]
    for more in ({}, {"clearances": cleared_too}):
        found = interview(said(pain=[BACK], answers=yes, **more), load())
        assert found.screening.may_be_set_aside == {"p-needle-phobia"}


def test_a_hold_may_be_cleared_an_adjustment_and_an_emergency_may_not():
    yes = {"p-dvt-recent": "yes", "p-needle-phobia": "yes"}
    held = interview(said(pain=[BACK], answers=yes), load())
    assert held.screening.may_be_cleared == {"p-dvt-recent"}
    stopped = interview(said(pain=[BACK], answers={"rf-cauda-equina": "yes"}), load())
    assert stopped.screening.may_be_cleared == set()


def test_behind_a_stop_stand_the_answers_that_stop_it():
    found = interview(
        said(pain=[BACK], answers={"rf-cauda-equina": "yes", "p-needle-phobia": "yes"}), load()
    )
    assert stops(found)
    assert {(one.asked_after or one.id) for one in behind(found, load())} == {"rf-cauda-equina"}


def test_an_edit_takes_the_place_of_the_same_done_before():
    draft = edits.edited(blank(ON), "yoga", Change.ADD, " she asked ")
    assert draft.edits[0].words == "she asked"
    out = edits.edited(draft, "yoga", Change.REMOVE)
    assert [one.change for one in out.edits] == [Change.REMOVE]
    reworded = edits.edited(out, "yoga", Change.REWORD, "once a week")
    assert [one.change for one in reworded.edits] == [Change.REMOVE, Change.REWORD]
    assert edits.edited_lines(reworded) == ("yoga",)
    assert edits.undone(reworded, "yoga").edits == ()


def test_a_swap_takes_one_line_out_and_puts_the_other_in():
    draft = edits.replaced(blank(ON), "yoga", "pilates")
    assert [(one.line, one.change, one.other) for one in draft.edits] == [
        ("yoga", Change.REPLACE, "pilates")
    ]


def test_what_was_said_of_a_pain_source_stays_while_another_is_chosen():
    draft = said(pain=[{**BACK, "months": 18}], marks={"calf_left": 2})
    both = pain_sources.choosing(draft, ["low-back-pain", "sciatica"], load())
    assert [(one.condition, one.months) for one in both.pain] == [
        ("low-back-pain", 18),
        ("sciatica", None),
    ]
    assert pain_sources.choosing(both, ["sciatica"], load()).pain[0].condition == "sciatica"


regions = st.sampled_from(sorted(load().regions))
taps = st.lists(st.dictionaries(regions, st.integers(0, 3), max_size=4), max_size=6)


@given(taps, st.sets(st.sampled_from(["low-back-pain", "migraine", "sciatica"])))
def test_a_visit_holds_exactly_the_marks_that_were_tapped(changes, conditions):
    draft = pain_sources.choosing(blank(ON), sorted(conditions), load())
    kept = {}
    for levels in changes:
        draft = pain_sources.marked(opened(draft.as_text), levels, load())
        kept = {one: level for one, level in {**kept, **levels}.items() if level}
    assert pain_sources.marks_of(draft).together == kept


@pytest.mark.parametrize("place", sorted(places.ALL))
def test_what_is_unsaid_at_a_place_stays_unsaid(place):
    draft = saying(blank(ON), pain=())
    found = places.named(place, draft)
    assert found.put(draft, None) == draft


@pytest.mark.parametrize(
    ("place", "value", "kept"),
    [
        ("severity/average", 0, 0),
        ("preferences/days", ["mon", "thu"], ("mon", "thu")),
        ("preferences/way", "light", "light"),
        ("client/age", 52, 52),
        ("locale", "UK", "UK"),
        ("follow_up/sessions", {"done": 4}, None),
        ("pain/low-back-pain/months", 18, 18),
    ],
)
def test_a_value_said_at_a_place_is_found_there_again(place, value, kept):
    draft = said(pain=[BACK])
    found = places.named(place, draft)
    after = found.put(draft, value)
    assert found.get(after) == kept or kept is None
    assert opened(after.as_text) == after


def test_a_wrong_field_fails_where_its_place_is_made():
    for make in (lambda: places.of_source("low-back-pain", "month"),
                 lambda: places.within("severity", type(blank(ON).severity), "averge"),
                 lambda: places.of_follow_up("session")):  # fmt: skip
        with pytest.raises(LookupError):
            make()
