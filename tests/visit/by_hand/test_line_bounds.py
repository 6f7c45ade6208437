"""What may be set of a line: what is told to be allowed comes, what is not gives its reason."""

import pytest

from planner.knowledge import load
from planner.model.edits import MASSAGE
from planner.model.ids import LineId
from planner.model.visit import Visit
from planner.model.vocabulary import Change, Level, Pressure
from planner.visit.by_hand.swapping import lines_in
from planner.visit.interview import interview
from planner.visit.line_bounds import allowed, may_come, may_replace, no_room
from planner.visit.said import edits
from tests.conftest import SAMPLE_NAMES, client_with, sample

KNOWN = load()
WALKING = LineId("aerobic:any:walking")
FRAIL = {"p-frailty": "yes", "p-anticoagulant": "yes"}


def visit_of(condition="low-back-pain", **said):
    return Visit(**dict(client_with(condition, **said)))


def found(visit):
    return interview(visit, KNOWN)


def after(visit, make, *said, **values):
    return found(make(visit, *said, **values))


def test_a_limit_ends_the_minutes_and_says_which():
    bounds = allowed(found(visit_of(answers=FRAIL)), MASSAGE, KNOWN)
    minutes = bounds.numbers["minutes"]
    assert (minutes.now, minutes.highest) == (30, 30)
    assert "Frail" in minutes.why_no_more
    assert "tested dose" in minutes.note(30)
    assert bounds.numbers["sessions_per_week"].highest == 2
    free = allowed(found(visit_of()), MASSAGE, KNOWN).numbers["minutes"]
    assert (free.highest, free.why_no_more, free.note(free.now)) == (180, None, None)


def test_money_ends_how_often_and_is_named():
    wishes = {"session_price": 100, "monthly_budget": 200}
    often = allowed(found(visit_of(preferences=wishes)), MASSAGE, KNOWN).numbers
    assert often["sessions_per_week"].options == (0.25, 0.5)
    assert "money" in often["sessions_per_week"].why_no_more


@pytest.mark.parametrize("answers", [{}, FRAIL])
def test_a_pressure_that_is_offered_comes_and_another_does_not(answers):
    visit = visit_of(answers=answers)
    for option in allowed(found(visit), LineId("swedish"), KNOWN).words["pressure"]:
        plan = after(visit, edits.set_values, "swedish", pressure=option.value).plan
        got = next(one for one in plan.massage.techniques if one.id == "swedish")
        assert (got.pressure is option.value) is (option.why_not is None)
        assert bool(got.by_hand) is (option.why_not is not None)


def test_a_place_that_is_offered_comes_and_a_closed_one_says_why():
    visit = visit_of(answers=FRAIL)
    places = allowed(found(visit), LineId("swedish"), KNOWN).words["regions"]
    closed = [one for one in places if one.why_not]
    assert closed and all(one.why_not for one in closed)
    able = tuple(one.value for one in places if not one.why_not)
    plan = after(visit, edits.set_values, "swedish", regions=able).plan
    assert set(plan.massage.techniques[0].regions) == set(able)


def test_a_home_task_has_its_counts_and_its_levels():
    tasks = found(visit_of())
    bounds = allowed(tasks, WALKING, KNOWN)
    assert bounds.numbers["minutes"].now == 10
    assert {one.value for one in bounds.words["level"]} == set(Level)
    assert bounds.numbers["minutes"].note(5) and not bounds.numbers["minutes"].note(20)
    rolls = allowed(tasks, LineId("mobility:lower-back:knee-rolls"), KNOWN)
    assert rolls.numbers["reps"].now == 10


def test_nothing_may_be_added_where_the_answers_say_so():
    tired = visit_of("me-cfs-long-covid")
    for task in found(tired).plan.self_care:
        minutes = allowed(found(tired), LineId(task.id), KNOWN).numbers["minutes"]
        if minutes.why_no_more:
            more = min(180, task.minutes + 20)
            plan = after(tired, edits.set_values, task.id, minutes=more).plan
            got = next(one for one in plan.self_care if one.id == task.id)
            assert got.minutes == task.minutes
            assert got.by_hand
            return
    pytest.fail("no task of this client is held where it is")


def comes_and_nothing_goes(every):
    visit = visit_of()
    before = lines_in(found(visit).plan)
    able = [one for one in may_come(found(visit), KNOWN) if one.part != "massage"]
    for one in [one for one in able if not one.why_not][::every]:
        now = lines_in(after(visit, edits.edited, one.id, Change.ADD).plan)
        family = KNOWN.self_care[one.id].family if one.part == "self_care" else None
        gone = {x for x in before - now if KNOWN.self_care[x].family != family}
        assert one.id in now and not gone, one


def test_a_line_that_may_come_comes_and_nothing_goes_for_it():
    comes_and_nothing_goes(every=12)


@pytest.mark.slow
def test_every_line_that_may_come_comes_and_nothing_goes_for_it():
    comes_and_nothing_goes(every=1)


def replaces_and_no_other_goes(visit, most):
    now = found(visit)
    for line in sorted(lines_in(now.plan)):
        able = [one for one in may_replace(now, line, KNOWN) if not one.why_not]
        for one in able[:most]:
            plan = after(visit, edits.replaced, line, one.id).plan
            assert one.id in lines_in(plan), (line, one)
            assert lines_in(now.plan) - lines_in(plan) <= {line}


def test_what_may_replace_a_line_takes_its_place_and_no_other_goes():
    replaces_and_no_other_goes(visit_of(), most=1)


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_whatever_may_replace_a_line_of_a_sample_takes_its_place(name):
    replaces_and_no_other_goes(Visit(**dict(sample(name))), most=3)


def test_a_full_part_says_that_it_is_full():
    wanted = {"therapies_interested": ["yoga", "tai-chi", "pilates"]}
    full = found(visit_of(preferences=wanted))
    assert no_room(full.plan, "complementary")
    assert all(one.why_not for one in may_come(full, KNOWN) if one.part == "complementary")
    assert any(not one.why_not for one in may_replace(full, LineId("yoga"), KNOWN))


def test_without_a_plan_nothing_may_be_set():
    stopped = visit_of(answers={"rf-cauda-equina": "yes"})
    assert allowed(found(stopped), MASSAGE, KNOWN).numbers == {}
    assert may_come(found(stopped), KNOWN) == ()


def test_a_pressure_beyond_the_clients_own_wish_is_not_offered():
    visit = visit_of(preferences={"pressure": "light"})
    options = allowed(found(visit), LineId("swedish"), KNOWN).words["pressure"]
    assert {one.value for one in options if not one.why_not} == {Pressure.LIGHT}
