"""The library of home tasks: as large as it was signed off, and its words say its numbers."""

import re

import pytest

from planner.knowledge import load
from planner.knowledge.entries.interventions import Part
from planner.model.exercise import DoseFrom, FinerTag, MoveRead, Side
from planner.model.vocabulary import Activity
from tests.reading_grade import reading_grade

KNOWN = load()
TASKS = KNOWN.self_care.values()
every_task = pytest.mark.parametrize("key", sorted(KNOWN.self_care))
# "10 minutes for each foot", "15 minutes", a round of half a minute: counted in their own way.
IN_ITS_OWN_WAY = {"stretching:jaw:part-open", "cold:head:quiet-room"}


def part(task):
    return KNOWN.kinds[task.kind].part


def test_the_library_is_as_large_as_the_signed_off_list():
    assert len(TASKS) == 133
    assert len({one.family for one in TASKS}) == 106
    assert sum(one.dose_from is DoseFrom.TRIAL for one in TASKS) == 8
    assert sum(one.verification is MoveRead.READ for one in TASKS) == 34


@every_task
def test_the_words_of_a_task_say_its_numbers(key):
    task = KNOWN.self_care[key]
    said = f"{task.steps} {task.count}"
    if task.reps and task.reps > 1:
        assert re.search(rf"\b{task.reps}\b", said)
    if task.hold_seconds and task.hold_seconds > 3:
        assert re.search(rf"\b{task.hold_seconds} seconds\b", said)
    if task.reps and task.sets and task.sets > 1:
        assert re.search(r"more|again|rounds", task.count)
    if task.each_side is Side.YES:
        assert re.search(r"each|other|both|swap", said)
    if task.reps is None and task.sets == 1 and key not in IN_ITS_OWN_WAY:
        assert re.search(r"\d+ minutes|minute", task.count)


@every_task
def test_a_tired_person_can_read_how_it_is_done(key):
    task = KNOWN.self_care[key]
    rules = (KNOWN.home_rules[one].says for one in (task.pain, task.progress, task.stop))
    forms = [one for one in (task.easier_says, task.harder_says) if one]
    assert reading_grade(f"{task.steps} {task.count}") <= 6
    assert all(reading_grade(one) <= 6 for one in rules)
    assert all(reading_grade(one) <= 8 for one in forms)


@pytest.mark.parametrize("activity", [*Activity])
def test_every_activity_has_tasks_that_train_for_it(activity):
    assert sum(activity in one.goals for one in TASKS) >= 5


def test_nothing_strains_and_nothing_is_done_face_down():
    assert not [one.id for one in TASKS if {"breath-hold", "prone"} & {*one.tags}]


def test_a_light_load_is_seated_or_lying_or_the_weight_of_the_body():
    for one in TASKS:
        if one.is_light and "heavy-load" in one.tags:
            assert not one.is_on_the_feet, one.id


def test_finer_tags_keep_away_what_their_words_are_of():
    rows = {
        FinerTag.NECK_END_RANGE: {"p-cervical-instability", "p-carotid-disease"},
        FinerTag.NECK_TURN: {"p-cervical-instability", "p-carotid-disease"},
        FinerTag.NECK_LOAD: {"p-cervical-instability"},
        FinerTag.HIP_PAST_90: {"p-joint-replacement"},
        FinerTag.HEAD_DOWN: {"p-glaucoma-eye"},
        FinerTag.FLOOR: {"p-frailty"},
        FinerTag.IMPACT: {"p-osteoporosis", "p-fracture-recent"},
        FinerTag.BODY_FOCUS: {"p-ptsd-trauma"},
        FinerTag.WATER: {"p-open-wound-burn", "p-epilepsy"},
    }
    for one in TASKS:
        for tag in {*one.finer} & rows.keys():
            assert rows[tag] <= {*one.not_with}, (one.id, tag)
    assert all(known <= {*KNOWN.finer_tags[tag].not_with} for tag, known in rows.items())


@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
def test_every_pain_source_has_two_moves_and_two_of_strength(condition):
    found = [part(one) for one in KNOWN.tasks_for[condition]]
    assert found.count(Part.MOVE) >= 2
    assert found.count(Part.STRENGTH) >= 2 or condition == "me-cfs-long-covid"


def test_a_ladder_comes_to_an_end_both_ways():
    for one in TASKS:
        for step in ("easier", "harder"):
            seen, now = [], one
            while now and now.id not in seen:
                seen.append(now.id)
                other = getattr(now, step)
                now = KNOWN.self_care[other] if other else None
            assert now is None, (one.id, step, seen)
