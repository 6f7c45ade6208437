"""The default run measures which branches it takes, and fails below the floor of a package.

A run of some tests only (a path, -k, -m, --lf) is not measured: it is quicker, and proves nothing
about the rest. `--no-cov` leaves it out of the default run too.
"""

from io import StringIO

import pytest
from coverage import Coverage

FLOORS = {"planner": 97.0, "records": 95.0, "ui": 90.0}  # per cent of lines and branches
ONLY_SOME = ("keyword", "lf", "collectonly", "no_cov")
OF_THE_DEFAULT_RUN = "not slow"  # the -m of `addopts`
FOUND = pytest.StashKey[dict[str, float]]()


def pytest_configure(config: pytest.Config) -> None:
    """Leave the measuring that `addopts` asks for to the default run and its workers."""
    measuring = config.pluginmanager.getplugin("_cov")
    if measuring is None or _is_default(config) or _is_of_a_measured_run(config):
        return
    if measuring.cov_controller:
        measuring.cov_controller.pause()
    config.pluginmanager.unregister(measuring)


def _is_default(config: pytest.Config) -> bool:
    """Whether every test is run that is not slow, as by the README's command."""
    some = any(config.getoption(one, default=False) for one in ONLY_SOME)
    some = some or config.getoption("markexpr") != OF_THE_DEFAULT_RUN
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not some


def _is_of_a_measured_run(config: pytest.Config) -> bool:
    """Whether this is a worker whose run is measured."""
    return "cov_master_host" in getattr(config, "workerinput", {})


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Compare with the floors, once every worker has handed in what it measured."""
    config = session.config
    if hasattr(config, "workerinput") or not _is_default(config):
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
