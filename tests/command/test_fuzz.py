"""Many command lines by value: exit 0 or 2, never a traceback, nothing half written."""

import pytest

from tests.command.fuzz.run import many, passed
from tests.command.fuzz.watched import in_a_process


def require_nothing_broken(tally):
    assert not {what: one.told for what, one in tally.faults.items()}
    past, every = (
        sum(numbers) for numbers in zip(*(row[1:] for row in passed(tally)), strict=True)
    )
    assert past / every > 0.6  # the planner behind the checks is what is driven


@pytest.mark.parametrize("seed", [1])
def test_a_hundred_command_lines_keep_what_every_call_promises(seed, tmp_path, monkeypatch):
    monkeypatch.setenv("PAIN_PLAN_DATABASE", "")  # set anew, and put back afterwards
    require_nothing_broken(many(100, seed, tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11])
def test_a_thousand_command_lines_keep_what_every_call_promises(seed, tmp_path, monkeypatch):
    monkeypatch.setenv("PAIN_PLAN_DATABASE", "")
    require_nothing_broken(many(1000, seed, tmp_path))


@pytest.mark.slow
def test_so_do_they_in_processes_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setenv("PAIN_PLAN_DATABASE", "")
    assert not many(40, 5, tmp_path, carry=in_a_process).faults
