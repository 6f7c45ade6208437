"""What was done before goes on, whoever put it there; and nobody is told to do more and less."""

import pytest

from planner.exports.paper.client_page import client_page
from planner.model.edits import Edit, Values
from planner.model.plan import read_plan
from planner.model.vocabulary import Change
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.review.conftest import KNOWN, all_no, asked, plan_of, reviewed, shaped

WALKING = "aerobic:any:walking"
MORE_EACH_WEEK = "Add a few minutes each week"
NO_MORE = "and no more than that for now"
GENTLY = "Go gently: do half as much of this one at first."


def put_in(line):
    return Edit(line=line, change=Change.ADD)


def put_at(line, **values):
    return Edit(line=line, change=Change.SET, values=Values(**values))


def in_own_words(line, words):
    return Edit(line=line, change=Change.REWORD, words=words)


def first_plan(*edits, condition="low-back-pain"):
    """The plan of a first visit with these edits, as a file gives it back."""
    intake = client_with(condition).replaced(edits=edits)
    return read_plan(first_visit(intake, KNOWN).model_dump_json(), KNOWN.known_ids)


def next_of(last, facts=None, shape="fell a little"):
    """The plan after a follow-up, as a file gives it back."""
    found = reviewed(last, shaped(shape, last), all_no(last, facts)).next_plan
    return read_plan(found.model_dump_json(), KNOWN.known_ids)


def of(plan, line):
    return next(one for one in (*plan.self_care, *plan.complementary) if one.id == line)


def on_paper(plan, line):
    """Everything that the client reads of a home task."""
    read = next(one for one in client_page(plan, KNOWN).home if one.id == line)
    return " ".join((read.steps, read.dose, read.care, read.harder, read.progress))


# What the hand put in goes on


@pytest.mark.parametrize("edit", [put_in(WALKING), put_at(WALKING, minutes=12)])
def test_a_home_task_of_the_therapists_hand_goes_on_and_does_not_begin_anew(edit):
    last = first_plan(edit)
    assert "to start" in on_paper(last, WALKING)
    for plan in (second := next_of(last), next_of(second)):
        assert of(plan, WALKING).dose.startswith("Go on as you do now.")
        assert "up to 30 minutes" in of(plan, WALKING).dose
        assert "to start" not in on_paper(plan, WALKING)


def test_a_task_that_began_with_half_tells_its_old_beginning_nowhere_once_it_goes_on():
    last = first_plan(condition="fibromyalgia")
    assert "5 minutes to start" in of(last, WALKING).steps
    assert "to start" not in on_paper(next_of(last), WALKING)


@pytest.mark.parametrize(
    ("edit", "often"),
    [
        (put_in("yoga"), "1 class of 60 to 75 minutes a week for 12 weeks"),
        (put_at("yoga", weeks=10), "75 minutes a week, for 10 weeks"),
    ],
)
def test_a_therapy_of_the_therapists_hand_counts_from_when_it_began(edit, often):
    last = first_plan(put_in("yoga"), edit)
    assert of(last, "yoga").how_often.startswith(often)
    for plan in (second := next_of(last), next_of(second)):
        told = of(plan, "yoga").how_often
        assert told.startswith(often)
        assert told.count(", from when it began") == 1
        read = next(one for one in client_page(plan, KNOWN).beside if one.name == "Yoga")
        assert "from when it began" not in read.often
        assert read.often.endswith("Count from when you began.")


def test_what_the_therapist_worded_stays_as_it_was_worded():
    words = {WALKING: "Walk to the bakery and back", "yoga": "Tuesdays at the club"}
    last = first_plan(put_in("yoga"), *(in_own_words(*one) for one in words.items()))
    plan = next_of(last)
    assert of(plan, WALKING).dose == words[WALKING]
    assert of(plan, "yoga").how_often == words["yoga"]


def test_that_weeks_are_counted_on_is_said_once_however_many_reviews_there_are():
    plan = plan_of("neck-pain")
    for _ in range(3):
        plan = next_of(plan)
    counted = [one.dose for one in plan.self_care if "counted from" in one.dose]
    assert counted
    assert {one.count("counted from when you began") for one in counted} == {1}


# More and less are not asked for together


def test_whoever_is_newly_told_to_go_gently_with_a_task_is_not_told_to_add_to_it():
    last = plan_of("low-back-pain")
    plan = next_of(last, asked(answers={"p-osteoporosis": "yes"}))
    read = on_paper(plan, WALKING)
    assert GENTLY in read
    assert f"10 minutes, {NO_MORE}" in read
    assert MORE_EACH_WEEK not in read
    assert "add 2 minutes a day" not in read
    assert "Walk faster" not in read
    assert of(plan, WALKING).grows_to == 10
    assert MORE_EACH_WEEK not in on_paper(next_of(plan), WALKING)


def test_a_task_that_the_therapist_set_gives_way_to_going_gently_too():
    last = first_plan(put_at(WALKING, minutes=12))
    read = on_paper(next_of(last, asked(answers={"p-osteoporosis": "yes"})), WALKING)
    assert GENTLY in read
    assert f"12 minutes, {NO_MORE}" in read
    assert "each week" not in read


def test_no_harder_form_is_told_beside_going_gently_however_well_it_went():
    last = plan_of("low-back-pain")
    said = {"answers": {"p-osteoporosis": "yes"}, "overall": {"label": "much improved"}}
    plan = next_of(last, asked(**said))
    minded = [one for one in plan.self_care if one.cautions]
    assert minded
    assert not [one.id for one in minded if "go on to more" in one.step]
    well = next_of(last, asked(overall={"label": "much improved"}))
    assert [one.id for one in well.self_care if "go on to more" in one.step]


def test_what_was_minded_from_the_first_visit_on_may_still_grow():
    intake = client_with("low-back-pain", answers={"p-osteoporosis": "yes"})
    last = first_visit(intake, KNOWN)
    assert MORE_EACH_WEEK in of(next_of(last), WALKING).dose


def test_what_was_minded_before_goes_on_to_more_once_it_went_well_beside_what_never_was():
    last = first_visit(client_with("hip-osteoarthritis", answers={"p-ra-stable": "yes"}), KNOWN)
    assert not last.self_care[0].cautions
    swing = of(last, "stretching:hips:leg-swing")
    assert swing.cautions
    well = next_of(last, asked(overall={"label": "much improved"}))
    assert "go on to more" in of(well, swing.id).step


def test_after_a_flare_a_task_is_eased_and_not_added_to_until_it_went_well():
    last = plan_of("low-back-pain")
    eased = next_of(last, asked(long_flares=1))
    later = next_of(eased)
    for plan in (eased, later):
        assert of(plan, WALKING).step.startswith("You had a flare.")
        assert of(plan, WALKING).dose == f"10 minutes, {NO_MORE}"
    well = next_of(later, asked(overall={"label": "much improved"}))
    assert "flare" not in of(well, WALKING).step
    assert MORE_EACH_WEEK in of(well, WALKING).dose


def test_a_task_that_nothing_may_be_added_to_has_no_rule_for_more():
    last = plan_of("low-back-pain")
    told = asked(answers={"p-post-exertional-malaise": "yes"})
    plan = next_of(last, told)
    moves = [one for one in plan.self_care if one.id.startswith("mobility")]
    assert moves
    for one in moves:
        assert one.progress_rule.startswith("Do not add more by plan.")
        assert one.harder == ""
