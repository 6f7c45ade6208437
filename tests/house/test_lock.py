"""The lock is true: it holds what is asked for, each with its hashes, and it runs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from registers.locked import ROOT, locked

LOCK_COMMAND = (
    "uv pip compile requirements.txt requirements-server.txt --universal --python-version 3.11"
    " --generate-hashes --output-file requirements.lock"
)
ASKED_IN = ("requirements.txt", "requirements-server.txt")
TEXT = (ROOT / "requirements.lock").read_text()
LOCKED = locked(TEXT)
VENV = os.environ.get("PAIN_PLAN_LOCKED", "")  # a virtual environment of the lock; CI makes one


def _asked(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text().splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


ASKED = [(name, one) for name in ASKED_IN for one in _asked(name)]


@pytest.mark.parametrize(("where", "asked"), ASKED, ids=lambda one: str(one)[:24])
def test_what_is_asked_for_is_locked_within_its_range(where: str, asked: Requirement):
    found = [one for one in LOCKED if one.name == canonicalize_name(asked.name)]
    assert found, "not in the lock: make it again"
    assert all(asked.specifier.contains(one.version) for one in found)
    assert all(f"-r {where}" in one.wanted_by for one in found)


def test_nothing_is_locked_that_nobody_asks_for_any_more():
    asked = {(f"-r {where}", canonicalize_name(one.name)) for where, one in ASKED}
    assert {
        (by, one.name) for one in LOCKED for by in one.wanted_by if by.startswith("-r ")
    } == asked
    names = {one.name for one in LOCKED}
    for one in LOCKED:
        by = {re.sub(r"\[.*\]", "", who) for who in one.wanted_by if not who.startswith("-r ")}
        assert one.wanted_by and by <= names, one.name


def test_every_line_of_the_lock_is_a_package_with_hashes():
    assert len(LOCKED) == len(re.findall(r"^[a-z0-9]", TEXT, re.MULTILINE)) > 60
    assert all(one.hashes for one in LOCKED)
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", sum_) for one in LOCKED for sum_ in one.hashes)
    assert sum(len(one.hashes) for one in LOCKED) == TEXT.count("--hash=")


def test_what_is_built_for_one_system_has_hashes_for_the_others_too():
    """One wheel for this machine would be a lock that installs nowhere else."""
    by_name = {one.name: one for one in LOCKED}
    for name in ("numpy", "pyarrow", "typst", "pydantic-core", "cryptography"):
        assert len(by_name[canonicalize_name(name)].hashes) > 8, name


def test_the_lock_names_no_machine():
    assert not re.findall(r"https?:|file:|@ |(?<=\s)/\S+|index", TEXT)


def test_the_lock_says_how_it_is_made_as_contributing_does():
    assert LOCK_COMMAND in TEXT
    assert LOCK_COMMAND in (ROOT / "CONTRIBUTING.md").read_text()


def test_the_image_and_ci_install_the_lock_by_its_hashes():
    assert "pip install --require-hashes -r requirements.lock" in (
        (ROOT / "deploy/Dockerfile").read_text()
    )
    ran = (ROOT / ".ci/run").read_text()
    assert "--require-hashes -r requirements.lock" in ran
    assert "PAIN_PLAN_LOCKED=.ci/locked" in ran


in_the_locked_set = pytest.mark.skipif(
    not VENV, reason="PAIN_PLAN_LOCKED names no environment of the lock; CI makes one"
)


def _run(*code: str) -> str:
    run = [str(Path(VENV).absolute() / "bin" / "python"), *code]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
@in_the_locked_set
def test_the_locked_set_is_what_the_lock_says_and_nothing_else():
    code = "from importlib.metadata import *; print(*(d.name for d in distributions()))"
    there = {canonicalize_name(name) for name in _run("-c", code).split()}
    assert there <= {one.name for one in LOCKED}
    assert len(there) > 60


@pytest.mark.slow
@in_the_locked_set
def test_the_locked_set_makes_a_plan_with_every_file(tmp_path: Path):
    sample = "planner/visit/samples/knee-anticoagulant.json"
    files = {f"--{kind}": str(tmp_path / kind) for kind in ("pdf", "csv", "xlsx", "ics", "fhir")}
    _run("-m", "planner", "plan", sample, *(word for pair in files.items() for word in pair))
    assert all(Path(file).stat().st_size > 200 for file in files.values())


@pytest.mark.slow
@in_the_locked_set
def test_the_locked_set_draws_the_first_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PAIN_PLAN_DATABASE", f"sqlite:///{tmp_path}/records.db")
    _run(
        "-c",
        "import app; from streamlit.testing.v1 import AppTest;"
        "page = AppTest.from_file('ui/screen.py', default_timeout=60).run();"
        "assert not page.exception, page.exception",
    )


@pytest.mark.slow
@in_the_locked_set
@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="made with the Python of the image")
def test_notice_and_bill_are_what_the_locked_set_gives():
    run = ["-m", "registers", "--check", "notice", "bill"]
    done = subprocess.run(
        [sys.executable, *run], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
