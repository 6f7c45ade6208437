"""What is printed is true of the person it is printed for."""

import re

import pytest

from planner.visit.main_line import first_visit
from tests.stories.expected import everything_said, note_of, on_the_page
from tests.stories.somebody import somebody
from tests.vignettes.people import KNOWN, Met

UNSURE_OF = {
    "p-anticoagulant": "You take a blood thinner",
    "p-osteoporosis": "Your bones need care",
    "p-diabetes": "You have diabetes",
}
HOW_WE_MASSAGE = re.compile(
    r"we keep the (pressure|work|massage|touch)|we (use|work|press|massage) |"
    r"light touch(?! hurts)|strokes",
    re.I,
)


def met(**said):
    return Met({"age": 60, **said})


@pytest.mark.parametrize("row", UNSURE_OF)
def test_not_sure_is_never_printed_as_a_fact(row):
    page = on_the_page(met(unsure=[row]).plan)
    assert UNSURE_OF[row] not in page
    assert re.search(r"not sure|may (take|have|be)|find out", page)


def test_not_sure_stays_not_sure_in_the_reason():
    assert met(unsure=["p-anticoagulant"]).reasons["p-anticoagulant"].unsure
    assert not met(yes=["p-anticoagulant"]).reasons["p-anticoagulant"].unsure


def test_nothing_tells_a_client_what_they_feel():
    signs = [one for of in KNOWN.stop_signs.values() for one in (*of.now, *of.today, *of.soon)]
    assert signs
    assert [one for one in signs if one[:1].isupper() or one.endswith(".")] == []


def test_a_wish_for_firm_hands_that_is_refused_is_answered():
    wish = {"pressure": "firm", "techniques_liked": ["deep-tissue"]}
    page = on_the_page(met(yes=["p-anticoagulant"], preferences=wish).plan)
    assert re.search(r"firm|deep", page)


@pytest.mark.parametrize(
    "row",
    ["p-dvt-recent", "p-heart-failure-stable", "p-mi-cardiac-surgery-recent", "p-surgery-recent"],
)
def test_once_it_is_cleared_nobody_waits_for_a_clearance(row):
    cleared = [{"for": row, "by": "Dr Lee", "on": "2026-11-20", "limits": "light"}]
    plan = met(yes=[row], clearances=cleared, where={row: ["calf_left"]}).plan
    assert plan.clearance == "adjust"
    said = everything_said(plan)
    assert not re.search(
        r"[Ww]ait for (written )?clearance|until .{0,30}clear(s|ed|ance)|we wait", said
    )


@pytest.mark.parametrize("seed", range(60))
def test_a_plan_without_massage_says_why_and_not_how_we_massage(seed):
    plan = first_visit(somebody(seed), KNOWN)
    if plan.massage is None and plan.clearance.may_be_handed_out:
        page = on_the_page(plan)
        assert "Ask us why" not in page
        assert not HOW_WE_MASSAGE.search(page), HOW_WE_MASSAGE.search(page)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
def test_a_note_names_the_sign_that_was_ticked_and_no_other(number):
    row = "rf-cauda-equina"
    note = note_of(met(yes=[row], ticked={row: [number]}))
    signs = [one.reported for one in KNOWN.ticks[row].values()]
    assert [one for one in signs if one.casefold() in note.casefold()] == [signs[number - 1]]
    assert "one or more" not in note


@pytest.mark.parametrize("row", sorted(KNOWN.red_flags))
def test_every_stop_says_when_to_call_the_emergency_service(row):
    """With every degree of it still open, and so the most urgent."""
    said = met(yes=[row], unanswered=[one.id for one in KNOWN.follow_ups_of.get(row, ())])
    if said.plan.clearance.rank > 1:
        return
    asked = [one.plain for one in said.plan.reasons if one.clearance is said.plan.clearance]
    assert all(re.search(r"emergency|911|crisis|right (away|now)|\bnow\b", one) for one in asked)
