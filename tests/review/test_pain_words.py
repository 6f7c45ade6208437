"""The sentence of a review about the diary: each shape of an interval has its words."""

import pytest

from planner.model.phrase import message_of
from planner.model.review import Pain
from planner.review.rules.wording import pain


def told(before: float, now: float, low: float, high: float):
    found = Pain(before=before, now=now, low=low, high=high, days_before=28, days_since=28)
    return pain(found)


OPEN, FELL, ROSE, SAME = (
    message_of(told(*ends))
    for ends in ((6, 5, -2, 0.5), (6, 4, -3, -1), (4, 6, 1, 3), (6, 6, 0, 0))
)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((6, 4, -4.5, 0.5), OPEN),
        ((5, 5.04, -0.03, 0.11), OPEN),
        ((5, 5.04, 0.02, 0.06), SAME),
        ((5, 5.01, -0.02, 0.04), SAME),
        ((6, 4, -2.01, -1.99), FELL),
        ((4, 6, 1.99, 2.01), ROSE),
    ],
)
def test_each_shape_of_an_interval_has_its_words(numbers, said):
    phrase = told(*numbers)
    assert message_of(phrase) == said
    assert "0.0" not in phrase or said is OPEN
    assert "2.0 to 2.0" not in phrase


def test_both_ends_of_a_clear_change_are_told_where_they_differ():
    assert "1.0 to 3.0" in told(6, 4, -3, -1)
    assert "by 2.0." in told(6, 4, -2.01, -1.99)
