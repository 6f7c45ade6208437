"""The questions that this change brought or put otherwise: short enough to be asked aloud."""

from pathlib import Path

import pytest

from tests.reading_grade import reading_grade
from tests.vignettes.people import KNOWN

ANEW = (Path(__file__).parent / "data" / "asked_anew.txt").read_text(encoding="utf-8").split()
MOST_WORDS, HARDEST, MOST_SIGNS = 35, 8, 6


@pytest.mark.parametrize("row", ANEW)
def test_it_can_be_asked_aloud(row):
    stem = KNOWN.questions[row].question
    assert len(stem.split()) <= MOST_WORDS
    assert reading_grade(stem) <= HARDEST


def test_no_question_has_more_signs_than_a_hand_can_hold():
    assert {row: len(signs) for row, signs in KNOWN.ticks.items() if len(signs) > MOST_SIGNS} == {}


def test_a_sign_is_said_in_a_few_words():
    labels = [one.label for signs in KNOWN.ticks.values() for one in signs.values()]
    assert [label for label in labels if len(label.split()) > 16] == []
    assert [label for label in labels if label.casefold().startswith("you are")] == []


@pytest.mark.parametrize("row", ANEW)
def test_what_it_tells_the_client_is_read_with_ease(row):
    outcomes = [one.plain for one in KNOWN.tick_outcomes.get(row, {}).values() if one.plain]
    whole = getattr(KNOWN.questions[row], "plain", "")
    told = [text for text in (*outcomes, whole) if text]
    assert [text for text in told if reading_grade(text) > 6] == []
