"""Whose plan it is, which of theirs, and at what time its visits are."""

from datetime import time, timedelta

import pytest

from planner.knowledge import load
from planner.model.intake import Preferences
from planner.model.plan.visits import WithdrawnEntry
from planner.planning.course.succession import following, handed_again
from planner.visit.main_line import first_visit
from tests.conftest import sample


def plan_of(name="three-sources", **changes):
    return first_visit(intake_of(name, **changes), load())


def intake_of(name="three-sources", **changes):
    return sample(name).having(**changes)


def at(name="three-sources", **wishes):
    return plan_of(name, preferences=sample(name).preferences.having(**wishes))


def test_a_first_plan_is_version_0_of_the_client_that_the_intake_names():
    said = intake_of()
    plan = plan_of(client=said.client.having(id="a-client-of-records"))
    assert (plan.client_id, plan.version) == ("a-client-of-records", 0)


def test_without_an_id_the_same_intake_has_the_same_and_another_answer_another():
    assert plan_of().client_id == plan_of().client_id != ""
    said = intake_of()
    others = (
        plan_of(severity=said.severity.having(average=said.severity.average - 1)),
        plan_of(preferences=said.preferences.having(self_care_minutes_per_day=11)),
        plan_of(client=said.client.having(age=31)),
    )
    ids = [plan_of().client_id, *(one.client_id for one in others)]
    assert len(set(ids)) == len(ids)
    assert all(said.client.label not in one for one in ids)


def test_a_plan_that_follows_is_of_the_same_client_one_version_on():
    first, other = plan_of(), plan_of(client=intake_of().client.having(age=31))
    second = following(other, first)
    third = following(plan_of("neck-small-budget"), second)
    assert {one.client_id for one in (first, second, third)} == {first.client_id}
    assert [one.version for one in (first, second, third)] == [0, 1, 2]


def test_a_plan_handed_out_again_unchanged_is_still_that_one():
    first = plan_of()
    assert handed_again(plan_of(), first) == first
    changed = handed_again(at(session_minutes=30), first)
    assert changed.version == first.version + 1
    assert handed_again(at(session_minutes=30), changed) == changed


def test_every_visit_is_at_the_usual_time():
    plan = at(time=time(16, 30))
    assert {one.at for one in plan.visits} == {time(16, 30)}
    assert {one.at for one in plan_of().visits} == {None}


def test_a_time_named_for_a_date_comes_before_the_usual_one():
    second = plan_of().visits[1].on
    plan = at(time=time(16, 30), times={second: time(9)})
    assert [one.on for one in plan.visits if one.at == time(9)] == [second]
    alone = at(times={second: time(9)})
    assert [one.on for one in alone.visits if one.at] == [second]


def test_a_time_for_a_day_without_a_visit_is_told_and_refuses_nothing():
    off = plan_of().visits[1].on + timedelta(days=1)
    plan = at(times={off: time(9)})
    (told,) = [one for one in plan.load.beyond if one not in plan_of().load.beyond]
    assert str(off.day) in told
    assert [one.on for one in plan.visits] == [one.on for one in plan_of().visits]
    over = at(times={plan.on - timedelta(days=7): time(9)})
    assert over.load.beyond == plan_of().load.beyond


@pytest.mark.parametrize("told", ["16:30:20", "16:30+02:00"])
def test_a_time_is_local_and_to_the_minute(told):
    with pytest.raises(ValueError, match="16:30"):
        Preferences.model_validate_json(f'{{"time": "{told}"}}')


def test_what_was_taken_back_is_named_again_until_its_day_is_over():
    first = plan_of("neck-small-budget")
    highest = first.calendar.highest
    gone = tuple(
        WithdrawnEntry(number=highest + ahead + 2, kind="visit", on=first.on + timedelta(ahead))
        for ahead in (-1, 0, 1)
    )
    taken_back = first.replaced(
        calendar=first.calendar.replaced(withdrawn=gone, highest=highest + 3)
    )
    second = following(plan_of("neck-small-budget"), taken_back)
    assert [one.on for one in second.calendar.withdrawn] == [one.on for one in gone[1:]]
