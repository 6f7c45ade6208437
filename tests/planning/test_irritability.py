"""How easily the pain is stirred up: three answers, and the therapist's word before them."""

from itertools import combinations
from json import dumps

import pytest

from planner.model.assessment import Assessment, Irritability
from planner.planning.irritability import irritability_of

IRRITABLE = {"set_off_by": "little", "then_it_is": "bad", "settles_in": "hours"}
CALM = {"set_off_by": "much", "then_it_is": "mild", "settles_in": "minutes"}
ANSWERS = tuple(IRRITABLE)


def told(stirring: dict[str, str], word: str | None = None) -> Irritability | None:
    """What is made of these answers, and of the therapist's word where there is one."""
    given = {"stirring": stirring, "irritability": word}
    return irritability_of(Assessment.model_validate_json(dumps(given)))


def test_all_three_irritable_are_high_and_none_is_low():
    assert told(IRRITABLE) is Irritability.HIGH
    assert told(CALM) is Irritability.LOW


@pytest.mark.parametrize("number", [1, 2])
def test_one_or_two_irritable_of_three_are_moderate(number):
    for those in combinations(ANSWERS, number):
        mixed = {one: (IRRITABLE if one in those else CALM)[one] for one in ANSWERS}
        assert told(mixed) is Irritability.MODERATE


@pytest.mark.parametrize("open_answer", ANSWERS)
def test_two_alike_leave_it_unknown_until_the_third_is_answered(open_answer):
    for answers in (IRRITABLE, CALM):
        two = {one: answers[one] for one in ANSWERS if one != open_answer}
        assert told(two) is None


@pytest.mark.parametrize("open_answer", ANSWERS)
def test_two_that_differ_decide_whatever_the_third_is(open_answer):
    one, other = (name for name in ANSWERS if name != open_answer)
    assert told({one: IRRITABLE[one], other: CALM[other]}) is Irritability.MODERATE


def test_nothing_asked_is_unknown_and_not_low():
    assert told({}) is None
    assert told({"settles_in": "minutes"}) is None


def test_the_therapists_own_word_comes_before_the_answers():
    assert told(CALM, "high") is Irritability.HIGH
    assert told({}, "low") is Irritability.LOW
