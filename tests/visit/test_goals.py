"""Goals, one by one: the client's words, what they train for, and the first rating."""

import json

import pytest

from planner.model.errors import IntakeError
from planner.model.vocabulary import Activity
from planner.visit.said import goals
from tests.visit.drafts import draft_with

BLANK = draft_with("low-back-pain")


def with_goals(*words):
    draft = BLANK
    for at, one in enumerate(words):
        draft = goals.with_words(draft, at, one)
    return draft


def test_a_goal_is_kept_in_the_clients_words_and_nothing_more():
    draft = with_goals("lift my grandson", "walk to the shops")
    kept = json.loads(draft.as_text)["preferences"]["goals"]
    assert kept == ["lift my grandson", "walk to the shops"]


def test_an_activity_and_a_rating_are_said_of_one_goal_and_taken_back():
    draft = goals.with_activity(with_goals("lift my grandson"), 0, Activity.LIFTING)
    draft = goals.with_first_rating(draft, 0, 0)
    (goal,) = goals.goals_of(draft)
    assert (goal.activity, goal.rating) == (Activity.LIFTING, 0)
    back = goals.with_first_rating(goals.with_activity(draft, 0, None), 0, None)
    assert back == with_goals("lift my grandson")


def test_other_words_keep_what_was_said_of_the_goal_and_no_words_take_it_out():
    draft = goals.with_first_rating(with_goals("sit", "walk"), 1, 4)
    assert goals.goals_of(goals.with_words(draft, 1, "walk far"))[1].rating == 4
    assert [one.goal for one in goals.goals_of(goals.with_words(draft, 0, " "))] == ["walk"]
    assert [one.goal for one in goals.goals_of(goals.without(draft, 0))] == ["walk"]


def test_there_are_ten_goals_at_most():
    draft = with_goals(*map(str, range(10)))
    with pytest.raises(IntakeError, match="10 at most"):
        goals.with_words(draft, 10, "one more")


def test_a_goal_that_is_not_there_is_refused():
    with pytest.raises(IntakeError, match="is not there"):
        goals.with_first_rating(BLANK, 0, 3)
