"""A ban that holds where it is marked leaves a therapy elsewhere, with a caution."""

import pytest

from planner.knowledge import load
from planner.model.vocabulary import Use
from planner.safety.questions import questions
from planner.safety.restrictions import Restrictions
from planner.safety.screening import row_to_mark, screen
from tests.conftest import client_with

KNOWN = load()
BACK = ("lower_back_left", "lower_back_right")


@pytest.mark.parametrize(
    ("marked", "use"),
    [
        (["foot_top_right"], Use.ADJUST),
        (["lower_back_left"], Use.AVOID),
        (["foot_top_right", "lower_back_left"], Use.AVOID),
        ([], Use.AVOID),  # not marked: it holds everywhere
    ],
)
def test_cold_with_narrow_arteries_is_kept_from_the_marked_place(marked, use):
    where = {"p-pad": marked} if marked else {}
    intake = client_with("low-back-pain", *BACK, answers={"p-pad": "yes"}, where=where)
    found = Restrictions(intake, screen(intake, KNOWN), KNOWN).of_therapy("cold", BACK)
    assert {one.id: one.use for one in found.limits} == {"p-pad": use, "x-cold-raynaud": use}


@pytest.mark.parametrize(("numb", "asked"), [("yes", True), ("unsure", True), ("no", False)])
def test_a_place_is_asked_for_only_where_the_degree_holds_at_one(numb, asked):
    said = {"p-stroke-old": "yes", "p-stroke-old:numb": numb}
    intake = client_with("low-back-pain", answers=said)
    degrees = [one for one in questions(intake, KNOWN) if one.asked_after == "p-stroke-old"]
    found = row_to_mark("p-stroke-old", degrees, KNOWN)
    assert (found is not None) is asked
