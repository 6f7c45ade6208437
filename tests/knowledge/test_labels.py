"""A label is what a therapist says aloud and takes in at a glance: plain adult words, two lines."""

import re

import pytest

from planner.knowledge import load

TWO_LINES = 56  # characters in a column of 270 pixels
CHILDISH = re.compile(
    r"\b(pee|peeing|poo|crotch|tummy|bad|drunk|high or|bendy|plus|unchecked)\b", re.IGNORECASE
)
LABELS = {one.id: one.label for one in load().questions.values()}


@pytest.mark.parametrize("question", sorted(LABELS))
def test_a_label_can_be_said_aloud_by_a_professional_and_fits_two_lines(question: str):
    label = LABELS[question]
    assert not CHILDISH.search(label), label
    assert len(label) <= TWO_LINES, label
