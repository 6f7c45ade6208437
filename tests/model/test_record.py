"""A record with fields otherwise is checked like a new one."""

import pytest
from pydantic import ValidationError

from planner.knowledge import load
from planner.model.phrase import phrases_in
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.review.conftest import plan_of


def test_a_plan_never_holds_a_sixth_task_or_a_fourth_therapy():
    plan = plan_of("low-back-nothing-flagged")
    task, therapy = plan.self_care[0], plan.complementary[0]
    with pytest.raises(ValidationError, match="at most 5"):
        plan.replaced(self_care=(task,) * 6)
    with pytest.raises(ValidationError, match="at most 3"):
        plan.replaced(complementary=(therapy,) * 4)
    assert plan.replaced(self_care=(task,) * 5).self_care == (task,) * 5


def test_a_record_otherwise_keeps_the_rest_and_refuses_what_it_has_not():
    plan = plan_of("low-back-nothing-flagged")
    assert plan.replaced(draft=True) == plan.model_copy(update={"draft": True})
    with pytest.raises(ValidationError, match="Extra"):
        plan.replaced(tasks=())


def test_a_record_otherwise_keeps_phrases_whole():
    plan = first_visit(client_with("low-back-pain"), load())
    before = [place for place, _ in phrases_in(plan)]
    assert before
    assert [place for place, _ in phrases_in(plan.replaced(draft=True))] == before
