"""The list of hazards is true: the rules, vignettes and tests it names exist."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.knowledge import load

KNOWN = load()
ROOT = Path(__file__).parents[2]
ENGINE_RULES = {
    *("e-order", "e-worst-wins", "e-no-plan-on-stop", "e-hold", "e-unanswered", "e-every-visit"),
    *("e-weak-flags", "e-audit", "e-clearance-emergency"),
}
RULES = {*KNOWN.questions, *KNOWN.region_rules, *KNOWN.interactions, *ENGINE_RULES}
TABLE = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8")
PREGNANCY = "`p-pregnancy-t1` `p-pregnancy-t2` `p-pregnancy-t3` `p-pregnancy-high-risk`"
HAZARD = re.compile(
    r"^\*\*(.+)\*\*\n\n- Cause: (.+)\n- Severity and likelihood: (.+), (.+)\n- Rule: (.+)\n"
    r"- Guarded by: (.+)\n- Remains: (.+)$",
    re.MULTILINE,
)
SEVERITY = {"death", "lasting", "passing", "indirect"}
LIKELIHOOD = {"rare", "uncommon", "common"}


class Hazard(NamedTuple):
    """One hazard of the list."""

    title: str
    cause: str
    severity: str
    likelihood: str
    rule: str
    guard: str
    remains: str


ROWS = [Hazard(*found) for found in HAZARD.findall(TABLE)]


@cache
def vignettes():
    tests = ROOT / "tests"
    files = [*(tests / "vignettes").glob("*.toml"), tests / "review" / "cases.toml"]
    return {name for file in files for name in tomllib.loads(file.read_text(encoding="utf-8"))}


@cache
def named_tests():
    files = (ROOT / "tests").rglob("test_*.py")
    return {
        name
        for file in files
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }


def test_no_question_and_no_place_is_left_out():
    written = re.sub(r"`(p-pregnancy)-t1` to `-t3`, `-high-risk`", PREGNANCY, TABLE)
    named = {one.partition(":")[0] for one in re.findall(r"`((?:rf|p|r)-[\w:-]+)`", written)}
    assert {*KNOWN.rows, *KNOWN.region_rules} - named == set()


def test_every_hazard_has_a_cause_a_rule_and_a_guard():
    assert len(ROWS) > 40
    assert len(ROWS) == len(re.findall(r"^\*\*.+\*\*$", TABLE, re.MULTILINE))


def test_every_hazard_says_how_bad_how_often_and_what_remains():
    assert {one.severity for one in ROWS} == SEVERITY
    assert {one.likelihood for one in ROWS} == LIKELIHOOD
    assert [one.title for one in ROWS if not one.remains.endswith(".")] == []


def test_every_sign_and_degree_that_is_an_emergency_stands_under_a_hazard_that_can_kill_or_maim():
    """Of the questions of this edition; the row of each is named by a hazard of that severity."""
    grave = " ".join(one.rule for one in ROWS if one.severity in ("death", "lasting"))
    for question, outcomes in KNOWN.tick_outcomes.items():
        if any(one.clearance.rank == 0 for one in outcomes.values()):
            assert f"`{question.partition(':')[0]}" in grave, question


def test_every_hazard_stands_under_the_heading_of_its_system():
    before, *systems = re.split(r"^## .+$", TABLE, flags=re.MULTILINE)
    assert not HAZARD.search(before)
    assert all(HAZARD.search(system) for system in systems)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.title[:40])
def test_what_a_hazard_names_exists(row):
    rules = set(re.findall(r"`((?:rf|p|r|x|e)-[\w:-]+)`", row.rule))
    assert rules <= RULES
    assert set(re.findall(r"`(test_\w+)`", row.guard)) <= named_tests()
    named = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.sub(r"`[^`]*`", "", row.guard))
    assert set(named) <= vignettes()
