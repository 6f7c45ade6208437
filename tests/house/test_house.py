"""The house keeps its own rules: imports flow one way, the tools find nothing."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import planner

ROOT = Path(__file__).parents[2]
NAMING = (
    *("README.md", "CONTRIBUTING.md", "SECURITY.md"),
    *("docs/decisions.md", "docs/intended-purpose.md"),
)
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
        pytest.param(["mypy"], marks=pytest.mark.slow),  # half a minute of the default run
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
    assert TEST_COMMAND.replace(".venv", ".ci/venv") in (ROOT / ".ci/run").read_text()


def test_ci_deletes_nothing_but_what_it_made():
    assert re.findall(r"\brm .*", (ROOT / ".ci/run").read_text()) == ["rm -rf .ci/venv .ci/locked"]


def test_the_readme_gives_the_command_that_runs_the_app():
    assert APP_COMMAND in (ROOT / "README.md").read_text()


def test_the_readme_and_the_planner_draw_the_same_rooms_and_all_of_them():
    _, _, *drawn = planner.__doc__.splitlines()
    readme = (ROOT / "README.md").read_text()
    assert "```\n" + "\n".join(drawn) + "\n```" in readme
    rooms = {path.parent.name for path in ROOT.glob("planner/*/__init__.py")}
    assert set(re.findall(r"[a-z]+", " ".join(drawn))) == rooms
    assert not [room for room in rooms if f"`planner/{room}/" not in readme]


def test_what_the_documents_name_is_there():
    for name in NAMING:
        paths = re.findall(
            r"`((?:planner|records|ui|tests|bench|docs|deploy|registers)/[\w./*-]+)`",
            (ROOT / name).read_text(),
        )
        assert not [path for path in paths if not list(ROOT.glob(path))], name


def test_the_project_has_a_name_a_version_and_a_python_that_the_readme_gives_too():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["name"] == "pain-plan-builder"
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text()
    floor = project["requires-python"].removeprefix(">=")
    assert f"Python {floor} or later" in (ROOT / "README.md").read_text()


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
