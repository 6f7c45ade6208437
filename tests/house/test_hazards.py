"""The list of hazards is true: the rules, vignettes and tests it names exist."""

import re
import tomllib
from functools import cache
from pathlib import Path

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
    r"^\*\*(.+)\*\*\n\n- Cause: (.+)\n- Rule: (.+)\n- Guarded by: (.+)$", re.MULTILINE
)
ROWS = HAZARD.findall(TABLE)


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


def test_every_hazard_stands_under_the_heading_of_its_system():
    before, *systems = re.split(r"^## .+$", TABLE, flags=re.MULTILINE)
    assert not HAZARD.search(before)
    assert all(HAZARD.search(system) for system in systems)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_what_a_hazard_names_exists(row):
    rules = set(re.findall(r"`((?:rf|p|r|x|e)-[\w:-]+)`", row[2]))
    assert rules <= RULES
    assert set(re.findall(r"`(test_\w+)`", row[3])) <= named_tests()
    named = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.sub(r"`[^`]*`", "", row[3]))
    assert set(named) <= vignettes()
