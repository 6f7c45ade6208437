"""No line goes beyond what binds: at the first visit, after the therapist's edits, at the review.

The expectation is worked out beside the program, from the table of limits.
"""

from datetime import timedelta

import pytest

from planner.model.edits import Edit
from planner.model.follow_up import FollowUp
from planner.model.vocabulary import Answer, Change
from planner.visit.main_line import first_visit, follow_up
from tests.review.conftest import diary_of, wave
from tests.stories.oracle import faults
from tests.stories.somebody import somebody
from tests.vignettes.people import KNOWN

FEW = (*range(40), 485)  # 485: a loose neck marked on one side
MANY = range(40, 480)
EVERY_LINE = [*KNOWN.techniques, *KNOWN.self_care]

few = pytest.mark.parametrize("seed", FEW)


def with_everything_put_in(intake):
    """The therapist tries to put in every technique and every home task."""
    edits = tuple(Edit(line=line, change=Change.ADD) for line in EVERY_LINE)
    return intake.replaced(edits=edits)


def reviewed(plan, intake, improved):
    """The next plan after four weeks of better or unchanged days."""
    days = diary_of(wave(6.0, 28), wave(3.0 if improved else 6.0, 28), began=plan.on)
    on = plan.on + timedelta(days=28)
    facts = FollowUp(on=on, sessions={"done": 4}, answers=no_to_the_rest(intake))
    return follow_up(plan, days, facts, KNOWN, intake=intake).next_plan


def no_to_the_rest(intake):
    """What is asked at a review, answered as it was, else no."""
    return {
        row: intake.answers.get(row, Answer.NO)
        for row, asked in KNOWN.rows.items()
        if asked.every_visit or asked.at_review
    }


@few
def test_at_the_first_visit(seed):
    intake = somebody(seed)
    assert not faults(first_visit(intake, KNOWN), intake)


@few
def test_whatever_the_therapist_puts_in(seed):
    intake = somebody(seed)
    assert not faults(first_visit(with_everything_put_in(intake), KNOWN), intake)


@few
@pytest.mark.parametrize("improved", [True, False])
def test_at_the_review(seed, improved):
    intake = somebody(seed)
    plan = reviewed(first_visit(intake, KNOWN), intake, improved)
    assert not faults(plan, intake, first=False)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_for_many_more_people(seed):
    intake = somebody(seed)
    plan = first_visit(intake, KNOWN)
    assert not faults(plan, intake)
    assert not faults(first_visit(with_everything_put_in(intake), KNOWN), intake)
    assert not faults(reviewed(plan, intake, improved=True), intake, first=False)
