"""A home programme for this place and this person: what is in it, and what never is."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.knowledge.entries.interventions import EVERYWHERE, Part
from planner.knowledge.named import NOTHING_BY_PLAN
from planner.model.vocabulary import Activity
from planner.safety.allow import allowance
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.stories.oracle import faults
from tests.stories.somebody import somebody

KNOWN = load()
PAINS = sorted(KNOWN.conditions)
NO_STRENGTH = "me-cfs-long-covid"  # NICE NG206: no programme that adds effort by steps
CORE = {Part.STRENGTH, Part.MOVE}


def plan(condition, minutes=15, goal=None, **told):
    wishes = {"self_care_minutes_per_day": minutes}
    if goal:
        wishes["goals"] = [{"goal": "lift my grandson", "activity": goal}]
    return first_visit(client_with(condition, preferences=wishes, **told), KNOWN)


def home(condition, *args, **told):
    return tuple(one.id for one in plan(condition, *args, **told).self_care)


def part(task):
    return KNOWN.kinds[KNOWN.self_care[task].kind].part


def parts(tasks):
    return {part(one) for one in tasks}


@cache
def at_15(condition):
    """The home programme of fifteen minutes, made once."""
    return home(condition)


# What every pain source gets


def test_home_programmes_of_fifteen_minutes_differ_from_pain_to_pain():
    programmes = [at_15(one) for one in PAINS]
    assert len({frozenset(one) for one in programmes}) >= 25
    most = Counter(task for found in programmes for task in found).most_common(1)[0][1]
    assert most < len(PAINS) / 2, "no task goes home with nearly everybody"


@pytest.mark.parametrize("condition", PAINS)
def test_every_pain_gets_a_move_and_strength_for_its_own_place(condition):
    found = at_15(condition)
    assert (parts(found) >= CORE) == (condition != NO_STRENGTH)
    zones = {KNOWN.regions[one].zone for one in KNOWN.usual_regions(condition)}
    for one in found:
        task = KNOWN.self_care[one]
        at_the_place = zones & {*task.zones} or EVERYWHERE in task.zones
        assert at_the_place or condition in task.ranks, one


@pytest.mark.parametrize("condition", PAINS)
def test_an_ordinary_plan_has_the_stretch_the_exercise_and_the_calm_of_the_article(condition):
    found = parts(home(condition, 30))
    assert Part.CALM in found or len(home(condition, 30)) >= 4
    assert found & {Part.STAMINA, Part.STRENGTH, Part.MOVE}


@pytest.mark.parametrize("condition", PAINS)
def test_usual_practice_is_said_of_what_no_test_was_read_of_and_of_nothing_else(condition):
    for one in plan(condition, 30).self_care:
        told = any("usual practice; no test of it was read" in why.says for why in one.why)
        assert told is KNOWN.self_care[one.id].is_usual_practice, one.id


@pytest.mark.parametrize("condition", ["neck-pain", "tension-type-headache", "carpal-tunnel"])
def test_with_an_hour_there_is_stamina_too_where_it_is_not_the_first_choice(condition):
    assert parts(home(condition, 60)) >= {Part.CALM, Part.STAMINA}


def test_where_a_pain_may_be_anywhere_the_marked_place_decides():
    knee = home("musculoskeletal-pain", 15, pain=[sore("musculoskeletal-pain", "knee_front_left")])
    hand = home("musculoskeletal-pain", 15, pain=[sore("musculoskeletal-pain", "hand_back_left")])
    assert any("knees" in KNOWN.self_care[one].zones for one in knee)
    assert any("hands" in KNOWN.self_care[one].zones for one in hand)


def sore(condition, *regions):
    return {"condition": condition, "regions": regions, "months": 18, "assessed": True}


def test_each_of_several_pains_gets_something_of_its_own():
    pains = [sore(one) for one in ("low-back-pain", "neck-pain", "plantar-heel-pain")]
    found = home("low-back-pain", 40, pain=pains)
    for one in ("low-back-pain", "neck-pain", "plantar-heel-pain"):
        assert any(one in KNOWN.self_care[task].ranks for task in found)


@pytest.mark.parametrize(
    ("condition", "minutes", "told"),
    [
        ("plantar-heel-pain", 15, "Then stop. Stretching carries on."),
        ("plantar-heel-pain", 0, "Then stop."),
        ("neuropathic-pain", 15, "Then stop. Home care carries on."),
        ("neuropathic-pain", 0, "Then stop."),
        ("rheumatoid-arthritis", 15, "Then stop."),  # self-massage would, and there is none
    ],
)
def test_only_what_is_done_at_home_is_said_to_carry_on_after_the_massage(condition, minutes, told):
    assert plan(condition, minutes).massage.after == told


# What the client asks for


def test_a_goal_of_the_client_is_named_where_a_task_trains_for_it():
    found = plan("low-back-pain", 15, "lifting").self_care
    serving = [one for one in found if Activity.LIFTING in KNOWN.self_care[one.id].goals]
    assert serving
    assert all(one.serves == ("lift my grandson",) for one in serving)
    assert all("lift my grandson" in one.why[-1].says for one in serving)
    assert not any(one.serves for one in found if one not in serving)


@pytest.mark.parametrize(
    ("condition", "activity"),
    [("low-back-pain", "sitting"), ("knee-osteoarthritis", "reaching-overhead")],
)
def test_what_trains_for_a_goal_is_one_task_more_and_takes_none_away(condition, activity):
    ordinary, asked = {*home(condition, 60)}, {*home(condition, 60, activity)}
    assert ordinary < asked
    (more,) = asked - ordinary
    assert activity in KNOWN.self_care[more].goals


@pytest.mark.slow
@pytest.mark.parametrize("activity", [*Activity])
def test_the_activity_of_a_goal_changes_the_programme_of_three_pains_at_least(activity):
    other = [one for one in PAINS if {*home(one, 15, activity)} != {*at_15(one)}]
    assert len(other) >= 3


@pytest.mark.parametrize(
    ("condition", "activity", "habit"),
    [
        ("low-back-pain", "sitting", "posture-breaks"),
        ("neck-pain", "desk-work", "posture-breaks"),
        ("endometriosis", "sitting", "posture-breaks"),
        ("low-back-pain", "lifting", "habit:lower-back:lift-close"),
        ("achilles-calf-pain", "sport-running", "habit:legs:load-count"),
        ("temporomandibular-disorder", "eating-talking", "habit:jaw:soft-chew"),
        ("lateral-elbow-pain", "gripping", "habit:arms:palm-up-lift"),
    ],
)
def test_what_provokes_the_pain_brings_the_habit_to_change(condition, activity, habit):
    assert habit in home(condition, 20, assessment={"provokes": [activity]})


def test_nobody_with_a_sore_knee_is_told_how_to_chew():
    told = home("knee-osteoarthritis", 20, assessment={"provokes": ["eating-talking"]})
    assert "habit:jaw:soft-chew" not in told


# How gently it begins


@pytest.mark.parametrize("condition", ["low-back-pain", "shoulder-pain", "hip-osteoarthritis"])
def test_what_is_easily_stirred_up_begins_with_half_and_a_lower_pain_rule(condition):
    calm, stirred = (
        {one.id: one for one in plan(condition, 30, assessment={"irritability": word}).self_care}
        for word in ("low", "high")
    )
    moved = [one for one in stirred if KNOWN.kinds[KNOWN.self_care[one].kind].moves and one in calm]
    assert moved
    for one in moved:
        counts = [(now.reps or now.minutes) for now in (calm[one], stirred[one])]
        assert counts[1] == -(-counts[0] // 2)
        assert "Keep pain to 3 out of 10" in stirred[one].pain_rule
        assert stirred[one].minutes <= calm[one].minutes


def test_a_moderate_word_lowers_the_pain_rule_alone():
    first = plan("low-back-pain", 30, assessment={"irritability": "low"}).self_care[0]
    second = plan("low-back-pain", 30, assessment={"irritability": "moderate"}).self_care[0]
    assert second.reps == first.reps
    assert "Keep pain to 3 out of 10" in second.pain_rule
    assert "Keep pain to 3 out of 10" not in first.pain_rule


@pytest.mark.parametrize("row", ["p-frailty", "p-falls-risk"])
@pytest.mark.parametrize("condition", ["low-back-pain", "neck-pain", "knee-osteoarthritis"])
def test_who_is_frail_or_falls_begins_seated_or_lying(condition, row):
    found = home(condition, 20, answers={row: "yes"})
    assert parts(found) >= CORE
    assert not [one for one in found if KNOWN.self_care[one].is_on_the_feet]


@pytest.mark.parametrize("row", ["p-frailty", "p-osteoporosis"])
def test_a_light_load_stays_for_the_frail_and_for_thin_bones_and_a_heavy_one_does_not(row):
    intake = client_with("neck-pain", answers={row: "yes"})
    allow = allowance(intake, screen(intake, KNOWN), ("neck_back_left",), KNOWN)
    for task in KNOWN.self_care.values():
        if "heavy-load" in task.tags and not task.is_light:
            assert allow.task(task).refusal, task.id
    seated = KNOWN.self_care["strengthening:neck:band-raise-seated"]
    assert allow.task(seated).refusal is None


@pytest.mark.parametrize("condition", ["low-back-pain", "neck-pain", "knee-osteoarthritis"])
def test_from_sixty_five_on_balance_is_trained_too_and_one_year_earlier_it_is_not_asked(condition):
    older, younger = (
        parts(home(condition, 20, client={"label": "T.T.", "age": age})) for age in (65, 64)
    )
    assert Part.BALANCE in older
    assert Part.BALANCE not in younger
    assert older >= CORE


# Minutes


@pytest.mark.slow
@pytest.mark.parametrize("condition", PAINS)
def test_more_minutes_never_take_strength_or_a_move_away(condition):
    served = [parts(home(condition, minutes)) & CORE for minutes in range(61)]
    assert all(fewer <= more for fewer, more in pairwise(served))
    assert served[-1] == (CORE if condition != NO_STRENGTH else {Part.MOVE})


@given(st.integers(0, 479), st.integers(0, 40), st.integers(1, 20))
def test_more_minutes_never_take_strength_or_a_move_away_from_anybody(seed, few, more):
    intake = somebody(seed)

    def served(minutes):
        wishes = intake.preferences.replaced(self_care_minutes_per_day=minutes)
        found = first_visit(intake.replaced(preferences=wishes), KNOWN).self_care
        return parts(one.id for one in found) & CORE

    assert served(few) <= served(few + more)


# What is never in a plan


@given(st.integers(0, 479))
def test_no_plan_has_a_task_that_its_own_row_forbids(seed):
    """Of its tags the oracle of the stories says which are forbidden where."""
    intake = somebody(seed)
    found = first_visit(intake, KNOWN)
    assert not [*faults(found, intake)]
    said = {row for row, answer in intake.answers.items() if answer != "no"}
    pains = {one.condition for one in intake.pain}
    for one in (*found.self_care, *found.reserve.exercises):
        task = KNOWN.self_care[one.id]
        assert said.isdisjoint(task.not_with), one.id
        assert pains.isdisjoint(task.conditions_not), one.id
    families = [KNOWN.self_care[one.id].family for one in found.self_care]
    assert len(families) == len(set(families)) <= 5


@given(st.integers(0, 479))
def test_a_plan_stays_within_the_minutes_of_the_week(seed):
    intake = somebody(seed)
    found = first_visit(intake, KNOWN).self_care
    able = intake.preferences.self_care_minutes_per_day * 7
    assert sum(one.minutes * one.days_per_week for one in found) <= able


# A line of the plan


@pytest.mark.parametrize("condition", PAINS)
def test_a_line_says_how_it_is_done_how_much_and_when_to_stop(condition):
    for one in plan(condition, 30).self_care:
        assert one.steps
        assert one.pain_rule
        assert one.easier and one.picture and one.start_position
        assert one.harder or one.progress_rule == KNOWN.home_rules[NOTHING_BY_PLAN].says
        assert not re.search(r"\d", str(one.dose)) or one.minutes or one.reps


def test_the_therapists_own_words_take_the_place_of_the_count():
    words = "As often as the kettle boils"
    edits = [{"line": "mobility:lower-back:knee-rolls", "change": "reword", "words": words}]
    (one,) = [
        one
        for one in plan("low-back-pain", 15, edits=edits).self_care
        if one.id == "mobility:lower-back:knee-rolls"
    ]
    assert one.dose == words
    assert one.steps.endswith("As often as the kettle boils.")
    assert "10 times" not in one.steps
    assert (one.reps, one.sets) == (None, None)
