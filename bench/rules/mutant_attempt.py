"""One mutant, loaded in a process of its own in place of the module on disk, and the tests run."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from bench.rules.mutant_tests import OPTIONS, quiet
from bench.rules.mutation import Mutant


class _Changed(SourceFileLoader):
    """Loads a module as the mutant has it."""

    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """The mutant's code; nothing is written to disk."""
        return compile(self.mutant.tree, self.path, "exec")


class _Finder(MetaPathFinder):
    """Finds one module changed, and leaves the others alone."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module with the mutant's code, when it is the one."""
        spec = PathFinder.find_spec(fullname, path) if fullname == self.name else None
        if spec and spec.origin:
            spec.loader = _Changed(fullname, spec.origin, self.mutant)
        return spec


class _FirstFailure:
    """A pytest plugin that keeps the name of the first test, or file, that failed."""

    name = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that failed, or could not begin."""
        if report.failed and not self.name:
            self.name = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that could not be loaded."""
        if report.failed and not self.name:
            self.name = f"{report.nodeid} (does not load)"


def attempt(root: Path, mutant: Mutant, tests: Sequence[str], told: Connection) -> None:
    """Run the tests in this process, which is the mutant's own; tell what failed first."""
    quiet(root)
    sys.meta_path.insert(0, _Finder(mutant))
    first = _FirstFailure()
    code = pytest.main(["-x", *OPTIONS, *tests], plugins=[first])
    if code == pytest.ExitCode.INTERNAL_ERROR:
        raise SystemExit("pytest itself failed")
    told.send(first.name or ("" if code == 0 else "the tests cannot begin"))
