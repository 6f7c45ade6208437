"""The house keeps its own rules: imports flow one way, the tools find nothing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEST_COMMAND = (
    "python3 -m venv .venv && .venv/bin/pip install -q -r requirements.txt"
    " -r requirements-dev.txt && .venv/bin/python -m pytest"
)
APP_COMMAND = (
    "python3 -m venv .venv && .venv/bin/pip install -q -r requirements.txt"
    " && .venv/bin/streamlit run app.py"
)


@pytest.mark.parametrize(
    "tool",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["importlinter.cli"],
    ],
    ids=["ruff", "format", "types", "contracts"],
)
def test_the_tools_find_nothing(tool):
    module, *arguments = tool
    run = [sys.executable, "-m", module, *arguments]
    if module == "importlinter.cli":
        run = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    found = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_readme_and_ci_give_the_same_test_command():
    assert TEST_COMMAND in (ROOT / "README.md").read_text()
    assert TEST_COMMAND in (ROOT / ".ci/run").read_text()


def test_the_readme_gives_the_command_that_runs_the_app():
    assert APP_COMMAND in (ROOT / "README.md").read_text()


FORBIDDEN = re.compile(
    r"\b(safe|cures?|toxins?|detox|biweekly|bi-weekly|guaranteed?|miracle)\b", re.IGNORECASE
)
# Files that quote what others said, to dispute it.
QUOTING = {"claims.toml", "sources.toml", "findings.toml", "scope.toml"}


# Told of a check that was made or not; and a number is never called significant.
UNTOLD = re.compile(r"\b(recalled|from memory|memory only|significan\w*)\b", re.IGNORECASE)


def _texts():
    for pattern in ("planner/**/*.toml", "planner/**/*.typ", "ui/**/*.py", "app.py"):
        yield from (path for path in ROOT.glob(pattern) if path.name not in QUOTING)


def test_no_word_promises_what_nobody_can_promise():
    found = [
        f"{path.name}:{number}: {line.strip()[:90]}"
        for path in _texts()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if FORBIDDEN.search(line) and "trigger =" not in line
    ]
    assert not found, "\n".join(found)


def test_no_fact_tells_how_it_was_gathered_or_calls_a_number_significant():
    found = [
        f"{path.name}:{number}: {line.strip()[:90]}"
        for path in ROOT.glob("planner/**/*.toml")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if UNTOLD.search(line) and not line.startswith(("trigger =", "citation ="))
    ]
    assert not found, "\n".join(found)
