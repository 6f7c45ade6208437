"""Where a small effort brings a crash, no paper tells anybody to go back up or to add more."""

import re
from dataclasses import fields, is_dataclass

import pytest

from planner.exports.paper.handout import handout
from planner.exports.paper.handout.making import Said
from planner.knowledge import load
from planner.model.vocabulary import Activity, Answer
from planner.visit.main_line import first_visit
from tests.conftest import client_with, sample
from tests.exports.conftest import HANDED_OUT, therapists_papers
from tests.review.conftest import asked, plan_of, reviewed, shaped

KNOWN = load()
CRASH = "p-post-exertional-malaise"
FORBIDDEN = re.compile(
    r"back up|\badd (a|\d)|(more|longer|further|higher|head|them) each week"
    r"|longer spells|step by step",
    re.IGNORECASE,
)
BIDS_NOT_TO = re.compile(r"\b(no|not|never|nothing)\b", re.IGNORECASE)
WALKING_HURTS = {"provokes": ["walking"]}
OF_MASSAGE = "build up step by step"  # how firm, after a look at how the session before was borne


def crashing(intake):
    """The same client, who crashes after a small effort, and whom everything hurts to do."""
    answers = {**intake.answers, CRASH: Answer.YES}
    found = intake.assessment.replaced(provokes=tuple(Activity))
    return intake.replaced(answers=answers, assessment=found)


def texts(value):
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from (one for each in fields(value) for one in texts(getattr(value, each.name)))
    elif isinstance(value, tuple | list):
        yield from (one for each in value for one in texts(each))


def told_to_do_more(*papers):
    """The sentences of some papers that tell somebody to."""
    every = {one for text in texts(papers) for one in re.split(r"(?<=[.;:])\s+", text)}
    found = {one for one in every if FORBIDDEN.search(one) and not BIDS_NOT_TO.search(one)}
    return {one for one in found if OF_MASSAGE not in one}


def papers(intake):
    plan = first_visit(intake, KNOWN)
    said = Said(plan, intake, KNOWN)
    parts = [part for large in (False, True) for part in _parts(handout(said, large=large))]
    return (*parts, therapists_papers(plan, intake))


def _parts(whole):
    return whole.page, whole.after, whole.month


@pytest.mark.parametrize("name", HANDED_OUT)
def test_no_sample_is_told_to_do_more_where_a_small_effort_brings_a_crash(name):
    assert told_to_do_more(papers(crashing(sample(name)))) == set()


@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
def test_no_pain_source_is_told_to_do_more_where_a_small_effort_brings_a_crash(condition):
    intake = crashing(client_with(condition))
    assert told_to_do_more(papers(intake)) == set()


def bad_days(name, *, crashes):
    intake = sample(name)
    plan = first_visit(crashing(intake) if crashes else intake, KNOWN)
    return handout(Said(plan, intake, KNOWN)).page.bad_day


def test_others_go_back_up_after_a_bad_day_and_are_told_how_a_load_is_built_up():
    assert told_to_do_more(bad_days("low-back-nothing-flagged", crashes=False))
    intake = client_with("knee-osteoarthritis", assessment=WALKING_HURTS)
    assert told_to_do_more(papers(intake))


def test_a_crash_that_is_told_at_a_review_changes_the_bad_day_of_the_next_plan():
    last = plan_of("low-back-pain")
    told = asked(answers={CRASH: "yes"})
    plan = reviewed(last, shaped("fell a little", last), told).next_plan
    assert plan.self_care
    said = handout(Said(plan, client_with("low-back-pain"), KNOWN)).page.bad_day
    assert told_to_do_more(said) == set()
    assert said == bad_days("three-sources", crashes=True)


def test_a_crash_that_is_told_at_a_review_ends_what_was_said_of_building_a_load_up():
    last = first_visit(client_with("knee-osteoarthritis", assessment=WALKING_HURTS), KNOWN)
    assert told_to_do_more(last.talk)
    told = asked(answers={CRASH: "yes"})
    plan = reviewed(last, shaped("fell a little", last), told).next_plan
    assert len(plan.talk) == len(last.talk)
    assert told_to_do_more(plan.talk) == set()
