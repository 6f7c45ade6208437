"""What binds a plan is said in words: every word of the lists has them."""

from planner.model.plan import Limits
from planner.model.vocabulary import ExerciseBan, ExerciseTag, Position, PressureLimit
from planner.words import in_language, language
from planner.words.limits import NOT_AT_HOME, POSITION, PRESSURE_LEFT, limits_in_words


def said(limits: Limits) -> list[str]:
    return [in_language(one, language("en")) for one in limits_in_words(limits)]


def test_every_word_of_the_lists_can_be_said():
    assert set(POSITION) == set(Position)
    assert set(NOT_AT_HOME) == {*ExerciseTag, *ExerciseBan}
    assert set(PRESSURE_LEFT) == set(PressureLimit)


def test_nothing_that_binds_is_nothing_said():
    assert said(Limits()) == []


def test_a_shorter_first_session_is_said_only_where_it_is_shorter():
    assert len(said(Limits(minutes=30, first_session_minutes=30))) == 1
    both = said(Limits(minutes=60, first_session_minutes=30))
    assert "60" in both[0] and "30" in both[1]


def test_a_frequency_is_said_as_everywhere():
    assert "every 2 weeks" in said(Limits(sessions_per_week=0.5))[0]
