"""Left stays left and right stays right, from the body chart to the paper, in all 77 regions."""

import re

import pytest

from planner.figures.body_chart.shapes import shapes
from planner.knowledge import load
from planner.visit.main_line import first_visit
from planner.words.plan import places
from tests.conftest import client_with
from tests.exports.conftest import flat, pages, therapists_papers
from ui.parts.wording import places as places_on_screen

KNOWLEDGE = load()
DRAWN = {shape.id: shape for shape in shapes()}
OTHER = {"left": "right", "right": "left"}
NEVER_WORKED = {"neck_front_left", "neck_front_right"}  # the carotid: a rule of place for all
ANYWHERE = "musculoskeletal-pain"


def sides_named(words: str) -> set[str]:
    return set(re.findall(r"\b(?:left|right)\b", words))


def plan_at(*regions: str):
    consent = [
        {"for": place, "by": "Written consent", "on": "2026-11-23"}
        for place in ("r-abdomen", "r-femoral-inguinal", "r-sensitive")
    ]
    return first_visit(client_with(ANYWHERE, *regions, clearances=consent), KNOWLEDGE)


@pytest.mark.parametrize("region", KNOWLEDGE.regions)
def test_a_region_keeps_its_side_from_chart_to_plan_to_paper(region: str):
    side = KNOWLEDGE.regions[region].side
    plan = plan_at(region)
    assert DRAWN[region].side == side
    assert (plan.massage is None) == (region in NEVER_WORKED)
    techniques = plan.massage.techniques if plan.massage else ()
    assert {one for choice in techniques for one in choice.regions} <= {region}
    sheet = therapists_papers(plan)["sheet"]
    said = [
        "; ".join(places([KNOWLEDGE.regions[region]])),
        places_on_screen([region], KNOWLEDGE),
        *(one.where for one in sheet.places),
    ]
    for words in said:
        assert sides_named(words) == ({side} if side in OTHER else set())


@pytest.mark.parametrize("side", OTHER)
def test_the_paper_of_one_side_never_names_the_other(side: str):
    from planner.exports.paper.pdf import plan_pdf

    regions = [one.id for one in KNOWLEDGE.regions.values() if one.side == side]
    plan = plan_at(*regions)
    told = flat(" ".join(pages(plan_pdf(plan, KNOWLEDGE))[1:]))
    worked = told.partition("What, where, how firm")[2].partition("Body chart")[0]
    assert sides_named(worked) == {side}
