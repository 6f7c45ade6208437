"""What a client reads of the base: signs begin with "If", and pain that is meant is not a stop."""

import re

import pytest

from planner.exports.paper import calls
from planner.knowledge import load

KNOWN = load()
BARE = re.compile(r"^(You|Your) (are|cannot|can't|feel|get|have|lose|see|go)\b")
SIGNS = [
    *((f"self_care.{key}", one.stop_if) for key, one in KNOWN.self_care.items()),
    *((f"conditions.{key}", one.plain_call) for key, one in KNOWN.conditions.items()),
    *((f"conditions.{key}", one.plain_stop) for key, one in KNOWN.conditions.items()),
    *((f"interactions.{key}", one.plain) for key, one in KNOWN.interactions.items()),
    *((f"region_rules.{key}", one.plain) for key, one in KNOWN.region_rules.items()),
    *(("calls", one) for one in (calls.STOP_AT_ONCE, calls.CHEST, calls.NOT_WELL, calls.LOW)),
]


@pytest.mark.parametrize(("place", "text"), SIGNS)
def test_no_sign_is_told_as_a_fact_about_the_reader(place, text):
    assert not BARE.match(text), place


@pytest.mark.parametrize("key", sorted(KNOWN.self_care))
def test_the_pain_that_a_task_is_for_is_no_reason_to_stop_at_once(key):
    stop = KNOWN.self_care[key].stop_if
    assert stop not in ("It hurts.", "Pain in the hip.", "Pain in the jaw.", "Back pain.")
    assert "Stop at once" not in stop
