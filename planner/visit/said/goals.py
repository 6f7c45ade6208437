"""The goals of a client, one by one: the words, the activity behind them, the first rating."""

from planner.model.errors import IntakeError, Problem
from planner.model.intake import Goal
from planner.model.visit import Draft
from planner.model.vocabulary import Activity
from planner.visit.draft import saying
from planner.words import say

MOST_GOALS = 10  # as many as a follow-up rates


def goals_of(draft: Draft) -> tuple[Goal, ...]:
    """The goals so far."""
    return draft.preferences.goals


def with_words(draft: Draft, place: int, words: str) -> Draft:
    """With a goal in these words; the place after the last adds one, no words take it out."""
    goals = list(goals_of(draft))
    if place == len(goals) and words.strip():
        return _added(draft, words)
    _is_there(draft, place)
    if not words.strip():
        return without(draft, place)
    goals[place] = goals[place].having(goal=words.strip())
    return _saying(draft, goals)


def _added(draft: Draft, words: str) -> Draft:
    goals = goals_of(draft)
    if len(goals) >= MOST_GOALS:
        what = say("holds {most} at most", most=MOST_GOALS)
        raise IntakeError([Problem("preferences.goals", what)])
    return _saying(draft, [*goals, Goal(goal=words.strip())])


def with_activity(draft: Draft, place: int, activity: Activity | None) -> Draft:
    """With what a goal trains for, as a tap confirmed it; None takes it back."""
    return _having(draft, place, activity=activity)


def with_first_rating(draft: Draft, place: int, rating: float | None) -> Draft:
    """With how far the client can do it now: 0 unable to 10 as before; None is unknown."""
    return _having(draft, place, rating=rating)


def without(draft: Draft, place: int) -> Draft:
    """Without a goal."""
    _is_there(draft, place)
    return _saying(draft, [one for at, one in enumerate(goals_of(draft)) if at != place])


def _having(draft: Draft, place: int, **said: object) -> Draft:
    _is_there(draft, place)
    goals = list(goals_of(draft))
    goals[place] = goals[place].having(**said)
    return _saying(draft, goals)


def _is_there(draft: Draft, place: int) -> None:
    if not 0 <= place < len(goals_of(draft)):
        raise IntakeError([Problem(f"preferences.goals[{place}]", say("is not there"))])


def _saying(draft: Draft, goals: list[Goal]) -> Draft:
    return saying(draft, preferences=draft.preferences.having(goals=tuple(goals) or None))
