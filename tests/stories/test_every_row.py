"""Each lasting row by itself: whatever its words promise is a number, and no plan goes beyond it.

Over every pain source, with the place marked at the pain, marked elsewhere and not marked.
"""

import json
import re

import pytest

from planner.model.intake import read_intake
from planner.visit.main_line import first_visit
from tests.stories.expected import MOVES
from tests.stories.oracle import ROWS, faults
from tests.stories.somebody import LASTING, stops
from tests.vignettes.people import KNOWN, answered

CONDITIONS = sorted(KNOWN.conditions)
MARKS = ("at the pain", "elsewhere", "nowhere")
ELSEWHERE = ["upper_arm_back_right"]


def met(row, condition, marks, degrees, cleared):
    """Somebody with one pain source and one row in force."""
    hurts = list(KNOWN.regions_of(KNOWN.conditions[condition].hurts_at))
    marked = {"at the pain": hurts, "elsewhere": ELSEWHERE, "nowhere": []}[marks]
    given = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T.", "age": 60},
        "pain": [{"condition": condition, "regions": hurts, "months": 30, "assessed": True}],
        "severity": {"average": 7},
        "answers": {row: "yes", **dict.fromkeys(degrees, "yes")},
        "where": {row: marked} if marked else {},
        "clearances": [{"for": row, "by": "Dr Lee", "on": "2026-11-20"}] if cleared else [],
        "preferences": {"pressure": "firm", "session_minutes": 90, "self_care_minutes_per_day": 60},
    }
    return answered(read_intake(json.dumps(given), KNOWN.known_ids), set())


def test_every_kind_of_task_that_moves_the_body_is_read_a_second_time():
    assert {key for key, one in KNOWN.kinds.items() if one.moves} == MOVES


def degrees_of(row):
    """No follow-up answered yes; each of those that stops nothing, by itself."""
    asked = KNOWN.follow_ups_of.get(row, ())
    return [(), *((one.id,) for one in asked if not stops(one.id))]


def beyond(row, conditions, cleared):
    """Every fault of every plan for a row, with the person it was made for."""
    return [
        (condition, marks, degrees, fault)
        for condition in conditions
        for marks in MARKS
        for degrees in degrees_of(row)
        for intake in [met(row, condition, marks, degrees, cleared)]
        for fault in faults(first_visit(intake, KNOWN), intake)
    ]


def two_of(row):
    """Two pain sources for a row, others for the next one."""
    start = 2 * LASTING.index(row)
    return [CONDITIONS[(start + step) % len(CONDITIONS)] for step in (0, 1)]


@pytest.mark.parametrize("row", LASTING)
def test_no_plan_goes_beyond_a_row(row):
    assert not beyond(row, two_of(row)[:1], cleared=True)


@pytest.mark.slow
@pytest.mark.parametrize("row", LASTING)
def test_no_plan_goes_beyond_a_row_over_every_pain_source(row):
    assert not beyond(row, CONDITIONS, cleared=True)


@pytest.mark.slow
@pytest.mark.parametrize("row", LASTING)
def test_no_plan_goes_beyond_a_row_that_nobody_cleared(row):
    assert not beyond(row, two_of(row), cleared=False)


def test_every_row_stands_in_the_table():
    assert {one["id"] for one in ROWS} >= {*KNOWN.precautions} - NEWER


NEWER = {
    "p-post-exertional-malaise", "p-eating-disorder", "p-new-since-last-time", "p-skin-today",
}  # fmt: skip
NOT_OF_THE_SESSION = {
    "p-cancer-remission",  # where the treatment was, which rows of their own cap
    "p-anxiety-panic",  # short calming exercises, not a short session
}
PROMISED = {
    "pressure_max": r"\b(light|lighter|lightly|gentle|gently)\b",
    "minutes_max": r"\bshort(er)?\b",
    "position": r"\b(side-lying|on your side|seated|half-sitting|half sitting|face down)\b",
}


@pytest.mark.parametrize("number", PROMISED)
def test_what_the_words_of_a_row_promise_is_a_number(number):
    kept = {one["id"].partition(":")[0] for one in ROWS if one[number]}
    said = {
        row.id
        for row in KNOWN.precautions.values()
        if re.search(PROMISED[number], f"{row.says} {row.plain}")
    }
    assert sorted(said - kept - NEWER - NOT_OF_THE_SESSION) == []
