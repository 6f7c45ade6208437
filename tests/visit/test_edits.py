"""The therapist's own hand: kept, marked, and never above safety."""

import pytest

from planner.knowledge import load
from planner.model.edits import Edit
from planner.model.visit import Visit
from planner.model.vocabulary import Change, Intensity
from planner.visit.intensity import at_each_intensity
from planner.visit.interview import interview, may_be_put_in
from planner.visit.main_line import first_visit
from tests.conftest import SAMPLE_NAMES, client_with, sample


def edited(*edits, **changes):
    changes.setdefault("preferences", {"self_care_minutes_per_day": 20})
    return first_visit(client_with("low-back-pain", edits=list(edits), **changes), load())


def remove(line, words=""):
    return {"line": line, "change": "remove", "words": words}


def add(line, words=""):
    return {"line": line, "change": "add", "words": words}


def ids(lines):
    return [one.id for one in lines]


def line_of(plan, key):
    lines = (*plan.massage.techniques, *plan.complementary, *plan.self_care)
    return next(one for one in lines if one.id == key)


def why_not(plan, key):
    return next(one.why for one in plan.not_chosen if one.id == key)


@pytest.mark.parametrize("line", ["swedish", "physical-therapy", "aerobic:any:walking"])
def test_what_the_therapist_takes_out_stays_out_and_says_so(line):
    plan = edited(remove(line, "tried it last year"))
    lines = (*plan.massage.techniques, *plan.complementary, *plan.self_care)
    assert line not in ids(lines)
    assert why_not(plan, line) == "The therapist took it out: tried it last year"


@pytest.mark.parametrize("line", ["deep-tissue", "cbt", "strengthening:knees:sit-to-stand"])
def test_what_the_therapist_puts_in_is_in_and_marked(line):
    plan = edited(add(line, "she asked for it"))
    assert line_of(plan, line).own == "The therapist's own choice: she asked for it"
    assert line_of(plan, line).why


def test_a_technique_nothing_is_known_of_here_says_that_nothing_is_known():
    plan = first_visit(
        client_with("knee-osteoarthritis", "knee_front_left", edits=[add("neuromuscular")]), load()
    )
    own = line_of(plan, "neuromuscular")
    assert "Nothing was found" in own.why[0].says
    assert own.why[0].certainty == "not-graded"


@pytest.mark.parametrize(
    "line", ["deep-tissue", "trigger-point", "dry-needling", "spinal-manipulation"]
)
def test_what_safety_avoids_cannot_be_put_in(line):
    plan = edited(add(line), answers={"p-anticoagulant": "yes"})
    lines = (*plan.massage.techniques, *plan.complementary, *plan.self_care)
    assert line not in ids(lines)
    assert why_not(plan, line)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_what_is_not_offered_comes_into_no_plan(name):
    visit = Visit(**dict(sample(name)))
    offered = may_be_put_in(interview(visit, load()), load())
    every = {*load().techniques, *load().therapies, *load().self_care}
    for line in sorted(every - offered):
        plan = first_visit(visit.replaced(edits=(Edit(line=line, change=Change.ADD),)), load())
        techniques = plan.massage.techniques if plan.massage else ()
        assert line not in ids((*techniques, *plan.complementary, *plan.self_care))


def test_what_was_taken_out_is_offered_again_and_what_was_declined_is_not():
    wishes = {"techniques_declined": ["deep-tissue"]}
    intake = client_with("low-back-pain", edits=[remove("swedish")], preferences=wishes)
    offered = may_be_put_in(interview(Visit(**dict(intake)), load()), load())
    assert "swedish" in offered
    assert "deep-tissue" not in offered


def test_a_dose_in_the_therapists_words_is_printed_as_theirs():
    words = "5 minutes round the block, every morning"
    plan = edited({"line": "aerobic:any:walking", "change": "reword", "words": words})
    walking = line_of(plan, "aerobic:any:walking")
    assert walking.dose == words
    assert walking.own == "The therapist's own choice"


def test_an_edit_survives_later_answers():
    plan = edited(remove("relaxation"), severity={"average": 8, "stress": 9, "sleep": 8})
    assert "relaxation" not in ids(plan.self_care)


def test_the_last_edit_of_a_line_counts():
    plan = edited(remove("physical-therapy"), add("physical-therapy"))
    assert "physical-therapy" in ids(plan.complementary)


def test_three_ways_go_from_less_to_more_inside_the_limits():
    limits = {"session_price": 80, "monthly_budget": 400, "self_care_minutes_per_day": 20}
    found = at_each_intensity(client_with("low-back-pain", preferences=limits), load())
    assert [one.way for one in found] == [Intensity.LIGHT, Intensity.BALANCED, Intensity.FULL]
    minutes = [one.plan.load.minutes_per_week for one in found]
    assert minutes == sorted(minutes)
    assert [one.sessions for one in found] == sorted(one.sessions for one in found)
    assert all(one.plan.load.cost_per_month <= 400 for one in found)
    for one in found:
        assert sum(task.minutes * task.days_per_week for task in one.plan.self_care) <= 20 * 7


def test_a_lesser_way_names_what_it_gives_up():
    light, _, full = at_each_intensity(client_with("low-back-pain"), load())
    assert full.gives_up == ()
    assert set(light.gives_up).isdisjoint(ids(light.plan.complementary))
    assert set(light.gives_up) & set(ids(full.plan.complementary))
