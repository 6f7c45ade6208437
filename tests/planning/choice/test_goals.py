"""An activity is suggested from the words of a goal."""

import pytest

from planner.knowledge import load
from planner.model.vocabulary import Activity
from planner.planning.goals import suggested_activity
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
GOALS = {
    "walk to the shops": "walking",
    "lift my grandson": "lifting",
    "carry my shopping": "lifting",
    "fasten my bra": "reaching-behind",
    "play tennis again": "sport-throwing",
    "Run 5 km": "sport-running",
    "deadlift": "lifting",
    "sprint": "sport-running",
    "open jars": "gripping",
    "sit through a film": "sitting",
    "sit at my desk for an hour": "desk-work",
    "drive to my sister": "sitting",
    "go up the stairs": "stairs",
    "walk up the stairs": "stairs",
    "stand to cook dinner": "standing",
    "put on my socks": "bending",
    "kneel in church": "kneeling",
    "get up from the floor": "floor",
    "play with my kids": "caring-for-child",
    "hold my baby": "caring-for-child",
    "wash my hair": "reaching-overhead",
    "look over my shoulder when I drive": "turning-head",
    "chew a steak": "eating-talking",
    "sleep through the night": "sleeping",
    "turn over in bed": "sleeping",
    "have sex without pain": "intimacy",
    "enjoy my garden": "mood",
}


@pytest.mark.parametrize(("words", "activity"), GOALS.items())
def test_a_goal_points_to_its_activity(words, activity):
    assert suggested_activity(words, KNOWN) == activity


@pytest.mark.parametrize("words", ["", "be 40 again", "seven", "prune", "sitcom"])
def test_words_that_point_nowhere_suggest_nothing(words):
    assert suggested_activity(words, KNOWN) is None


def test_every_activity_can_be_suggested():
    pointing = (entry.words[0].replace("*", "") for entry in KNOWN.activities.values())
    assert {suggested_activity(one, KNOWN) for one in pointing} == set(Activity)


def test_letter_case_and_spaces_do_not_matter():
    assert suggested_activity("  SIT   at my  Desk ", KNOWN) is Activity.DESK_WORK


# Goals are what a plan is judged by


def test_a_rated_goal_aims_three_points_higher_and_never_over_ten():
    goals = [{"goal": "walk", "activity": "walking", "rating": 4}, {"goal": "swim", "rating": 8}]
    rated = measured(goals).rated
    assert [(one.goal, one.rating, one.target) for one in rated] == [
        ("walk", 4, 7),
        ("swim", 8, 10),
    ]
    assert rated[0].activity is Activity.WALKING


def test_words_alone_are_a_goal_without_a_rating_and_no_rating_is_made_up():
    found = measured(["walk", {"goal": "swim", "activity": "walking"}])
    assert found.goals == ("walk", "swim")
    assert [(one.goal, one.rating, one.target) for one in found.rated] == [("swim", None, None)]


def measured(goals):
    intake = client_with("low-back-pain", preferences={"goals": goals})
    return first_visit(intake, KNOWN).measures
