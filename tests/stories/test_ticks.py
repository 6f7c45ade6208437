"""Each sign by itself is as urgent as it is due, and one more sign never makes it less urgent."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from planner.model.vocabulary import Clearance
from planner.safety.screening import screen
from tests.vignettes.people import KNOWN, intake_of

FILE = Path(__file__).parent / "data" / "ticks_due.toml"
DUE = tomllib.loads(FILE.read_text(encoding="utf-8"))
EACH = [(row, n) for row, one in DUE.items() for n in range(1, len(one["due"]) + 1)]
GOES_ON = (Clearance.PROCEED, Clearance.ADJUST)


def clearance(row, *numbers):
    """What the screening says of somebody with these signs of a question, no other sign."""
    given = {key: said for key, said in DUE[row].items() if key != "due"}
    yes = [*DUE[row].get("yes", []), row]
    said = intake_of({**given, "yes": yes, "ticked": {row: numbers}})
    return screen(said, KNOWN).clearance


@pytest.mark.parametrize(("row", "number"), EACH)
def test_a_sign_by_itself_is_as_urgent_as_it_is_due(row, number):
    due = Clearance(DUE[row]["due"][number - 1])
    assert clearance(row, number).rank <= due.rank


@pytest.mark.parametrize("row", DUE)
def test_another_sign_makes_nothing_less_urgent(row):
    alone = {n: clearance(row, n) for one, n in EACH if one == row}
    for first, second in combinations(alone, 2):
        worst = min(alone[first].rank, alone[second].rank)
        assert clearance(row, first, second).rank <= worst, (first, second)


@pytest.mark.parametrize("row", ["p-immunosuppressed", "p-lymphoedema-risk", "rf-axspa"])
def test_a_standing_fact_stops_nobody(row):
    assert {clearance(row, n) for one, n in EACH if one == row} <= set(GOES_ON)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
def test_one_thing_about_an_old_pain_is_no_sign_of_cancer(number):
    said = {"yes": ["rf-spinal-malignancy"], "ticked": {"rf-spinal-malignancy": [number]}}
    assert screen(intake_of(said), KNOWN).clearance in GOES_ON


def test_every_question_with_signs_is_looked_at():
    elsewhere = {"p-new-since-last-time", "p-skin-today", "rf-spinal-malignancy"}
    assert set(KNOWN.ticks) - elsewhere == set(DUE) - elsewhere
