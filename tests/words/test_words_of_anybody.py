"""Over many people: no word of hands without hands, no doubt as a fact, no wish unanswered."""

import random
import re

import pytest

from planner.exports.paper.client_page import client_page
from planner.knowledge import load
from planner.visit.main_line import first_visit
from tests.conftest import answered_no, client_with

KNOWN = load()
NOT_SURE = re.compile("You were not sure about this|: please find out")
CONDITIONS = sorted(KNOWN.conditions)
ROWS = sorted(one for one, row in KNOWN.precautions.items() if row.clearance == "adjust")
SURE = re.compile(r"\b(You (take|have|had|bleed)|Your (tablets|bones|legs|skin|joints move)) ")
HANDS = re.compile(
    r"\b([Ww]e (press|use|work|massage)|the (massage|pressure)|strokes|light touch)\b"
)


def anybody(seed):
    """A pain, some rows the client is not sure of, and now and then no technique left."""
    draw = random.Random(seed)
    doubts = draw.sample(ROWS, draw.randint(1, 4))
    wishes = {"techniques_declined": sorted(KNOWN.techniques)} if seed % 3 == 0 else {}
    pain = CONDITIONS[seed % len(CONDITIONS)]
    given = dict.fromkeys(doubts, "unsure")
    return answered_no(client_with(pain, answers=given, preferences=wishes))


@pytest.mark.parametrize("seed", range(66))
def test_the_page_is_true_of_the_person(seed):
    plan = first_visit(anybody(seed), KNOWN)
    if not plan.clearance.may_be_handed_out:
        return
    page = client_page(plan, KNOWN)
    doubted = [one for one in plan.reasons if one.unsure]
    assert doubted
    for one in doubted:
        assert any(NOT_SURE.search(line) for line in page.care)
        assert not SURE.search(one.plain), one.plain
    if plan.massage is None:
        told = (*page.care, *page.massage, *page.change, *page.more_change)
        assert [line for line in told if HANDS.search(line)] == []
        assert "Ask us why" not in page.massage[0]
