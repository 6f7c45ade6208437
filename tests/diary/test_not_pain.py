"""What the sentences call the scores follows the column that was taken."""

from datetime import date, timedelta

import pytest
import samples

from planner.diary import headline, read_diary, result, summary_of
from planner.diary.analysis.naming import not_pain
from planner.model.diary import Choices, Direction

FIRST = date(2026, 3, 2)
STARTED = FIRST + timedelta(40)
GOOD = {"direction": Direction.BETTER}


def table(heading: str) -> bytes:
    """Forty days about 4, then forty about 7."""
    scores = [(4 if n < 40 else 7) + (0, 1, -1, 0)[n % 4] for n in range(80)]
    rows = [f"{FIRST + timedelta(n)},{score}" for n, score in enumerate(scores)]
    return "\n".join([f"Date,{heading}", *rows]).encode()


def read(heading: str, **choices):
    return read_diary(table(heading), "d.csv", Choices(scale=(0, 10), pain=heading, **choices))


@pytest.mark.parametrize(
    ("heading", "choices", "called"),
    [
        ("Pain (0-10)", {}, ""),
        ("How bad is your pain?", {}, ""),
        ("Schmerz", {}, ""),
        ("Knee", {"direction": Direction.WORSE}, ""),
        ("Severity", {}, ""),
        ("Score", {"direction": Direction.WORSE}, ""),
        ("Score", GOOD, "Score"),
        ("Mood", GOOD, "Mood"),
        ("Pain relief", GOOD, "Pain relief"),
        ("Stress", {"direction": Direction.WORSE}, "Stress"),
        ("Pain (10 = none)", GOOD, "Pain (10 = none)"),
    ],
)
def test_pain_is_what_the_heading_calls_so_with_its_high_end_bad(heading, choices, called):
    assert not_pain(read(heading, **choices)) == called


@pytest.mark.parametrize("name", ["bearable", "migraine-buddy", "visible", "redcap"])
def test_the_scores_of_a_product_are_pain_whatever_its_heading(name):
    reading = read_diary(samples.PRODUCTS[name].encode(), "d.csv", Choices(scale=(0, 10)))
    assert reading.columns.pain
    assert not_pain(reading) == ""


def test_the_mood_of_a_product_is_mood():
    reading = read_diary(samples.PRODUCTS["daylio, old"].encode(), "d.csv", Choices(pain="mood"))
    assert not_pain(reading) == "mood"


def test_a_mood_that_rises_is_better_and_is_counted_from_its_good_end():
    reading = read("Mood", **GOOD)
    found = result(reading, STARTED).analysis
    assert found.of == "Mood"
    assert (found.before.mean, found.after.mean) == pytest.approx((6, 3))
    assert headline(found) == "“Mood” is 3.0 points better"
    assert "counted from 0 (best) to 10 (worst)" in found.says[0]
    assert "better" in summary_of(reading, STARTED).clear
    assert "of" not in found.model_dump()
