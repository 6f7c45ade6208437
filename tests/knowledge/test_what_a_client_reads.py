"""What a client reads of the base: signs begin with "If", and pain that is meant is not a stop."""

import re

import pytest

from planner.exports import calls
from planner.knowledge import load

KNOWN = load()
BARE = re.compile(r"^(You|Your) (are|cannot|can't|feel|get|have|lose|see|go)\b")
SIGNS = [
    *((f"home_rules.{key}", one.says) for key, one in KNOWN.home_rules.items() if one.of == "stop"),
    *((f"conditions.{key}", one.plain_stop) for key, one in KNOWN.conditions.items()),
    *((f"interactions.{key}", one.plain) for key, one in KNOWN.interactions.items()),
    *((f"region_rules.{key}", one.plain) for key, one in KNOWN.region_rules.items()),
    *(("calls", one) for one in (calls.STOP_AT_ONCE, calls.CHEST, calls.NOT_WELL, calls.LOW)),
]


@pytest.mark.parametrize(("place", "text"), SIGNS)
def test_no_sign_is_told_as_a_fact_about_the_reader(place, text):
    assert not BARE.match(text), place


STOPS = sorted(key for key, one in KNOWN.home_rules.items() if one.of == "stop")
TO_DO = re.compile(
    r"\b(stop|see a doctor|get help|sit down|rest it|take it off|leave this out|open your eyes)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("key", STOPS)
def test_a_sign_to_stop_at_is_a_true_one_and_says_what_to_do(key):
    """The pain that a task is for is no reason to stop: its pain rule is for that."""
    says = KNOWN.home_rules[key].says
    assert says.startswith("If ")
    assert TO_DO.search(says)
    assert not re.match(r"If (it|the \w+) hurts\b", says)


@pytest.mark.parametrize(
    "key", sorted(key for key, one in KNOWN.self_care.items() if KNOWN.kinds[one.kind].moves)
)
def test_exercise_says_how_much_pain_is_fine_with_a_number_and_a_next_morning(key):
    says = KNOWN.home_rules[KNOWN.self_care[key].pain].says
    assert re.search(r"\b[345] out of 10\b", says)
    assert "next morning" in says
