"""The list of hazards is true: the rules, vignettes and tests it names exist."""

import re
import tomllib
from functools import cache

import pytest

from planner.knowledge import load
from registers import hazards
from registers.locked import ROOT

KNOWN = load()
ENGINE_RULES = {
    *("e-order", "e-worst-wins", "e-no-plan-on-stop", "e-hold", "e-unanswered", "e-every-visit"),
    *("e-weak-flags", "e-audit", "e-clearance-emergency"),
}
RULES = {*KNOWN.questions, *KNOWN.region_rules, *KNOWN.interactions, *ENGINE_RULES}
TABLE = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8")
PREGNANCY = "`p-pregnancy-t1` `p-pregnancy-t2` `p-pregnancy-t3` `p-pregnancy-high-risk`"
KEPT = hazards.read()
ROWS = KEPT.hazard
STEPS = ("remote", "rare", "uncommon", "common")


@cache
def vignettes():
    tests = ROOT / "tests"
    files = [*(tests / "vignettes").glob("*.toml"), tests / "review" / "cases.toml"]
    return {name for file in files for name in tomllib.loads(file.read_text(encoding="utf-8"))}


@cache
def named_tests(path):
    """The tests in a file, and the vignettes where it is one of those."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return frozenset(re.findall(r"^(?:async )?def (test_\w+)", text, re.MULTILINE))


def test_no_question_and_no_place_is_left_out():
    written = re.sub(r"`(p-pregnancy)-t1` to `-t3`, `-high-risk`", PREGNANCY, TABLE)
    named = {one.partition(":")[0] for one in re.findall(r"`((?:rf|p|r)-[\w:-]+)`", written)}
    assert {*KNOWN.rows, *KNOWN.region_rules} - named == set()


def test_the_page_says_what_the_data_says():
    assert hazards.page() == TABLE
    assert len({one.title for one in ROWS}) == len(ROWS) > 100


def test_every_hazard_says_how_bad_how_often_and_what_remains():
    assert {one.severity for one in ROWS} == set(KEPT.severity)
    assert {one.likelihood for one in ROWS} | {"remote"} == set(KEPT.likelihood) == set(STEPS)
    assert [one.title for one in ROWS if not one.remains.endswith(".")] == []
    assert all(one.cause and one.rule and one.guarded_by and one.tests for one in ROWS)


def test_no_rule_makes_a_hazard_likelier_nor_better_than_its_two_steps():
    for one in ROWS:
        lower = STEPS.index(one.likelihood) - STEPS.index(one.likelihood_after)
        nothing = one.remains.startswith(("None known", "Nothing known"))
        assert 0 <= lower <= 1 + nothing, one.title


def test_every_hazard_has_an_owner_by_role_and_a_day():
    assert {one.owner for one in ROWS} == set(KEPT.owner)
    assert all(one.role for one in KEPT.owner.values())
    assert all(one.judged_on.year >= 2026 for one in ROWS)


def test_every_sign_and_degree_that_is_an_emergency_stands_under_a_hazard_that_can_kill_or_maim():
    """Of the questions of this edition; the row of each is named by a hazard of that severity."""
    grave = " ".join(one.rule for one in ROWS if one.severity in ("death", "lasting"))
    for question, outcomes in KNOWN.tick_outcomes.items():
        if any(one.clearance.rank == 0 for one in outcomes.values()):
            assert f"`{question.partition(':')[0]}" in grave, question


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.title[:40])
def test_what_a_hazard_names_exists(row):
    rules = set(re.findall(r"`((?:rf|p|r|x|e)-[\w:-]+)`", row.rule))
    assert rules <= RULES
    assert all((ROOT / path).is_file() for path in row.tests)
    where = {name: path for path in row.tests for name in named_tests(path)}
    assert set(re.findall(r"`(test_\w+)`", row.guarded_by)) <= set(where)
    named = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.sub(r"`[^`]*`", "", row.guarded_by))
    assert set(named) <= vignettes()
    for path in re.findall(r"`((?:planner|records|ui)/[\w/.]+)`", row.rule):
        assert (ROOT / path).exists(), path
