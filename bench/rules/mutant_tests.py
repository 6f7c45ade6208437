"""Which tests run which line: what `mutants.py` tries first."""

import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from coverage import Coverage

OPTIONS = ("-q", "-n", "0", "-p", "no:cacheprovider")
MANY = 40  # tests of one line that are tried before all of its room are

Lines = dict[str, dict[int, list[str]]]  # of each file, the tests that run a line, quickest first


class _Watch:
    """A pytest plugin that names each test to coverage, and keeps how long it took."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> object:
        """What runs from here on is run by this test."""
        self.coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Its time, with what was made ready for it; and whether it fails with nothing wrong."""
        if report.failed:
            self.failed.append(report.nodeid)
        before = self.seconds.get(report.nodeid, 0.0)
        self.seconds[report.nodeid] = before + report.duration


def watch(root: Path, folders: Sequence[str], tests: Sequence[str], told: Connection) -> None:
    """Run the tests in this process and tell which of them run which line of the folders."""
    quiet(root)
    coverage = Coverage(data_file=None, include=[f"{root}/{one}/*" for one in folders])
    coverage.start()
    seen = _Watch(coverage)
    code = pytest.main([*OPTIONS, *tests], plugins=[seen])
    coverage.stop()
    if code > pytest.ExitCode.TESTS_FAILED:
        raise SystemExit("the tests cannot begin, though nothing is wrong")
    told.send((seen.failed, _lines(coverage, seen.seconds, root)))


def _lines(coverage: Coverage, seconds: dict[str, float], root: Path) -> Lines:
    data, found = coverage.get_data(), defaultdict[str, dict[int, list[str]]](dict)
    for file in data.measured_files():
        name = Path(file).relative_to(root).as_posix()
        for line, tests in data.contexts_by_lineno(file).items():
            known = [test for test in tests if test in seconds]
            found[name][line] = sorted(known, key=seconds.__getitem__)
    return dict(found)


def quiet(root: Path) -> None:
    """Nothing printed, everything found from the project's folder, failures not made smaller."""
    os.chdir(root)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stdout.fileno())
    os.dup2(silence, sys.stderr.fileno())
    os.environ["HYPOTHESIS_PROFILE"] = "unshrunk"


def tests_of(lines: Lines, path: str, first: int, last: int) -> list[str]:
    """The quickest tests that run any of these lines; outside functions, none is known."""
    known = lines.get(path, {})
    found = dict.fromkeys(test for at in range(first, last + 1) for test in known.get(at, ()))
    return [*found][:MANY]
