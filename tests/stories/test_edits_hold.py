"""Whatever is done by hand, no limit breaks, the parts make the whole, and steps go back and forth.

Random edits on random people; what binds is worked out beside the program (tests/stories/oracle).
"""

import json
from collections import Counter
from random import Random

import pytest

from planner.model.edits import MASSAGE, OwnTask, is_own
from planner.model.errors import IntakeError
from planner.model.intake import read_intake
from planner.model.visit import Visit
from planner.model.vocabulary import Change, Intensity, Level, Pressure, Technique
from planner.visit.by_hand.swapping import lines_in
from planner.visit.draft import changed
from planner.visit.main_line import first_visit
from planner.visit.said import edits
from tests.stories.oracle import faults
from tests.stories.somebody import somebody
from tests.vignettes.people import KNOWN

FEW, MANY = (*range(12), 718), range(12, 480)  # 718: an operation that an answer places
MOST_ACTS = 8
TECHNIQUES = [one.value for one in Technique]
THERAPIES, TASKS, REGIONS = sorted(KNOWN.therapies), sorted(KNOWN.self_care), sorted(KNOWN.regions)
PARTS = (TECHNIQUES, THERAPIES, TASKS)


def of_the_massage(chance):
    values = {
        "minutes": chance.choice([10, 30, 45, 90, 180]),
        "sessions_per_week": chance.choice([0.25, 0.5, 1, 1.5, 2, 3, 7]),
        "weeks": chance.choice([1, 4, 6, 12, 40]),
    }
    return {name: values[name] for name in chance.sample(sorted(values), chance.randint(1, 3))}


def of_a_technique(chance):
    places = tuple(chance.sample(REGIONS, chance.randint(1, 6)))
    values = {"pressure": chance.choice([*Pressure]), "regions": places}
    return {name: values[name] for name in chance.sample(sorted(values), chance.randint(1, 2))}


def of_a_task(chance):
    values = {
        "minutes": chance.choice([1, 5, 20, 60, 180]),
        "days_per_week": chance.randint(1, 7),
        "reps": chance.choice([1, 12, 50]),
        "sets": chance.randint(1, 6),
        "level": chance.choice([*Level]),
    }
    return {name: values[name] for name in chance.sample(sorted(values), chance.randint(1, 3))}


def set_something(draft, chance, there):
    kind = chance.choice(["massage", "technique", "task", "therapy"])
    if kind == "massage":
        return edits.set_values(draft, MASSAGE, **of_the_massage(chance))
    if kind == "technique":
        return edits.set_values(draft, chance.choice(TECHNIQUES), **of_a_technique(chance))
    if kind == "therapy":
        line = chance.choice(THERAPIES)
        return edits.set_values(draft, line, minutes=chance.choice([15, 60, 240]))
    tasks = [one for one in there if one in KNOWN.self_care] or TASKS
    return edits.set_values(draft, chance.choice(tasks), **of_a_task(chance))


def an_own_task(draft, chance):
    own = OwnTask(name="Shake out the hands", minutes=chance.randint(1, 30), days_per_week=5)
    return edits.with_own(draft, own)


def one_act(draft, chance, there):
    """Something that a hand may do to a plan, sensible or not."""
    line = chance.choice(there or TASKS)
    part = next((one for one in PARTS if line in one), TASKS)
    kind = chance.randrange(9)
    if kind < 4:
        return set_something(draft, chance, there)
    if kind == 4:
        return edits.edited(draft, chance.choice(chance.choice(PARTS)), Change.ADD)
    if kind == 5:
        return edits.edited(draft, line, Change.REMOVE)
    if kind == 6:
        return edits.replaced(draft, line, chance.choice([one for one in part if one != line]))
    if kind == 7:
        return edits.moved(draft, line, chance.choice([None, *(there or [None])]))
    return chance.choice(
        [an_own_task(draft, chance), edits.with_way(draft, chance.choice([*Intensity]))]
    )


def walked(seed):
    """A visit of somebody, and the same after each act of a hand."""
    chance = Random(seed)
    draft = Visit(**dict(somebody(seed)))
    steps = [draft]
    for _ in range(chance.randint(1, MOST_ACTS)):
        there = sorted(lines_in(first_visit(draft, KNOWN)))
        draft = one_act(draft, chance, there)
        steps.append(draft)
    return steps


def sums_are_those_of_their_parts(plan):
    given = [one for one in plan.visits if one.kind == "massage"]
    assert plan.load.visits == len(given)
    assert len(plan.visits) == len({one.on for one in plan.visits})
    if plan.massage:
        assert sum(one.visits for one in plan.massage.phases) == len(given)
    if plan.load.price is not None:
        assert plan.load.total_cost == round(len(given) * plan.load.price, 2)
    placed = Counter(item for day in plan.week for item in day.items)
    assert all(placed[one.id] == one.days_per_week for one in plan.self_care)
    beside = sum(one.minutes_per_week for one in plan.complementary)
    home = sum(one.minutes * one.days_per_week for one in plan.self_care)
    assert plan.load.minutes_per_week >= beside + home


def what_was_declined_stays_out(plan, intake):
    wishes = intake.preferences
    declined = {*wishes.techniques_declined, *wishes.therapies_declined}
    assert lines_in(plan).isdisjoint(map(str, declined))


def what_was_set_came_or_is_said(plan, draft):
    """A value that the plan does not have stands beside it in words."""
    for one in (*(plan.massage.techniques if plan.massage else ()), *plan.self_care):
        said = [e.values for e in draft.edits if e.line == str(one.id) and e.values]
        for values in said[-1:]:
            for name in {"minutes", "days_per_week", "pressure"}.intersection(values.said):
                assert getattr(one, name, None) == getattr(values, name) or one.by_hand, one


def holds(seed):
    steps = walked(seed)
    for draft in steps[1:]:
        intake = read_intake(as_intake(draft), KNOWN.known_ids)
        plan = first_visit(intake, KNOWN)
        assert not faults(of_the_library(plan), intake)
        sums_are_those_of_their_parts(plan)
        what_was_declined_stays_out(plan, intake)
        what_was_set_came_or_is_said(plan, draft)
    back = steps[-1]
    kept = [edits.decided(one) for one in steps]
    while edits.can_undo(back) and edits.decided(back) != kept[0]:
        back = edits.undone_last(back)
    assert edits.decided(back) == kept[0]
    while edits.can_redo(back):
        back = edits.redone(back)
    assert first_visit(back, KNOWN) == first_visit(steps[-1], KNOWN)


def of_the_library(plan):
    """Without the tasks of the therapist's own, which no table knows."""
    return plan.replaced(self_care=tuple(one for one in plan.self_care if not is_own(one.id)))


def as_intake(draft):
    said = json.loads(draft.as_text)
    for beside in ("past", "undone", "by_hand_then"):
        said.pop(beside, None)
    return json.dumps(said)


@pytest.mark.parametrize("seed", FEW)
def test_for_a_few_people(seed):
    holds(seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_for_many_more_people(seed):
    holds(seed)


def test_what_a_model_refuses_changes_nothing():
    draft = Visit(**dict(somebody(0)))
    with pytest.raises(IntakeError):
        changed(draft, edits.set_values, MASSAGE, minutes=10_000)
