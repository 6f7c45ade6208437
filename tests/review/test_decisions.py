"""The table of cases: diary x adherence x goals x flags, each with the decision it must give."""

import tomllib
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from planner.model.review import Review
from planner.model.vocabulary import Decision
from planner.review.rules import RULES
from tests.review.conftest import KNOWN, all_no, asked, diary_of, reviewed, wave
from tests.review.plans import BACK, plan_named

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text())
FACTS = {
    "had": lambda given: {"sessions": counted(given)},
    "home": lambda given: {"self_care": {"done": given}},
    "overall": lambda given: {"overall": {"label": given}},
    "flares": lambda given: {"long_flares": given},
    "reach": lambda given: {"reach": given},
    "goals": lambda given: {"goals": [rated(*pair) for pair in given]},
}


def counted(given: int | list[int]) -> dict:
    """Sessions had, or had and planned."""
    return (
        {"done": given}
        if isinstance(given, int)
        else dict(zip(("done", "planned"), given, strict=True))
    )


def rated(before: float, now: float) -> dict:
    """A goal; below zero means that it was not rated before."""
    return {"goal": "walk", "now": now} | ({} if before < 0 else {"before": before})


def days_of(case: dict) -> tuple[list, list]:
    """The days before and since, with their gaps."""
    numbers = dict(zip(("before", "after"), case.get("days", (28, 28)), strict=True))
    before, after = (
        case[when] if isinstance(case[when], list) else wave(case[when], number)
        for when, number in numbers.items()
    )
    kept = cycle(case.get("every", [1]))
    return before, [pain if next(kept) else None for pain in after]


@cache
def review_of(name: str) -> Review:
    case = CASES[name]
    plan = plan_named(case.get("plan", BACK))
    facts = {}
    for fact, said in FACTS.items():
        facts |= said(case[fact]) if fact in case else {}
    if "rating" in case:
        facts["severity"] = {"average": plan.measures.baseline.average + case["rating"]}
    screened = all_no(plan, asked(**facts), **case.get("answers", {}))
    return reviewed(plan, diary_of(*days_of(case), began=plan.began), screened)


@pytest.mark.parametrize("name", CASES)
def test_a_case_gets_its_decision_by_its_rule(name):
    case = CASES[name]
    found = review_of(name)
    assert (found.decision, found.rule) == (case["decision"], case["rule"])


def test_the_table_is_wide_enough():
    assert len(CASES) >= 40
    assert {case["decision"] for case in CASES.values()} == set(Decision)


def test_every_rule_of_the_review_decides_some_case():
    decided = {case["rule"] for case in CASES.values()} | {"open-questions"}
    deciding = {key for key, rule in KNOWN.review_rules.items() if rule.decision}
    assert decided == deciding


def test_rules_are_asked_in_the_order_they_are_written_down():
    written = [key for key in KNOWN.review_rules if key in RULES]
    assert written == list(RULES)
    assert written[0] == "flag"
    assert written[-1] == "on-course"


def test_every_rule_is_registered_under_a_name_that_decides_and_no_other():
    deciding = {key for key, rule in KNOWN.review_rules.items() if rule.decision}
    assert set(RULES) == deciding - {"rating-worse", "client-says-worse"}


@pytest.mark.parametrize("name", CASES)
def test_every_reason_names_its_source_or_is_called_convention(name):
    for one in review_of(name).reasons:
        known = KNOWN.review_rules[one.rule]
        assert set(known.sources) <= set(one.sources)
        assert one.sources or one.certainty == "convention"
