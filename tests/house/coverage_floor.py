"""A measured default run (`--cov`, as `.ci/run` asks for) fails below the floor of a package.

Measuring takes as long again as the tests, so that nobody waits for it by default. A run of some
tests only (a path, -k, -m, --lf) is measured when asked, and held to no floor.
"""

from io import StringIO

import pytest
from coverage import Coverage

FLOORS = {"planner": 97.0, "records": 95.0, "ui": 90.0}  # per cent of lines and branches
ONLY_SOME = ("keyword", "lf", "collectonly", "no_cov")
OF_THE_DEFAULT_RUN = "not slow"  # the -m of `addopts`
FOUND = pytest.StashKey[dict[str, float]]()


def _is_held_to_the_floors(config: pytest.Config) -> bool:
    """Whether every test that is not slow was run and measured."""
    some = any(config.getoption(one, default=False) for one in ONLY_SOME)
    some = some or config.getoption("markexpr") != OF_THE_DEFAULT_RUN
    measured = bool(config.getoption("cov_source", default=None))
    return measured and not some and config.args_source is pytest.Config.ArgsSource.TESTPATHS


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Compare with the floors, once every worker has handed in what it measured."""
    config = session.config
    if hasattr(config, "workerinput") or not _is_held_to_the_floors(config):
        return
    measured = Coverage()
    measured.load()
    config.stash[FOUND] = {
        package: measured.report(include=[f"{package}/*"], file=StringIO()) for package in FLOORS
    }
    if any(found < FLOORS[package] for package, found in config.stash[FOUND].items()):
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what was found."""
    for package, found in config.stash.get(FOUND, {}).items():
        below = found < FLOORS[package]
        told = f"branch coverage of {package}: {found:.1f} %, floor {FLOORS[package]:g} %"
        terminalreporter.write_line(told, red=below, bold=below)
