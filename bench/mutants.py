"""Whether the tests see it when a rule is made wrong: mutants of safety, planning and review.

    python bench/mutants.py [--number 150] [--seed 11] [--workers 2] [--only planner/safety]

Makes one place of one module wrong (a comparison turned, a condition negated, a number one more,
an element dropped ...), runs the tests of its room against it until one fails, and prints a table.
Words, types and docstrings are left alone. The sample is always the same for the same code.
Exits 1 when a mutant lives that is not among the allowed ones, each of which has its reason here.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.mutation import Mutant, mutants_of  # noqa: E402

# The quick tests first: most mutants die in them.
TESTS = {
    "safety": (
        "vignettes", "safety/test_questions.py", "planning", "visit", "safety", "review",
        "exports/test_note.py", "exports/test_client_page.py",
    ),
    "planning": (
        "planning", "visit", "vignettes", "exports/test_client_page.py", "exports/test_table.py",
        "exports/test_calendar_file.py", "safety", "review",
    ),
    "review": (
        "review/test_facts.py", "review/test_moves.py", "review/test_next_plan.py",
        "review/test_decisions.py", "review", "exports/test_progress_page.py",
        "exports/test_visit_note.py",
    ),
}  # fmt: skip
# What every test loads; never the planner itself, which each mutant loads for itself.
PRELOADED = ("hypothesis", "pydantic", "numpy", "pandas", "scipy.stats", "altair", "pypdf", "typst")
PATIENCE = 300  # seconds: a mutant that takes longer runs in a circle, which somebody would see
ALLOWED_IN_ALL = 5
ALLOWED: dict[str, str] = {}


class Seen(NamedTuple):
    """What became of a mutant: the test that saw it (empty: it lives), and the seconds."""

    mutant: Mutant
    by: str
    seconds: float

    @property
    def lives(self) -> bool:
        """Whether no test saw it."""
        return not self.by


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


def _try(mutant: Mutant | None, tests: list[str], told: Connection) -> None:
    """Run the tests in this process, which is the mutant's own; tell what failed first."""
    os.chdir(ROOT)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.environ["HYPOTHESIS_PROFILE"] = "unshrunk"
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))
    first = _FirstFailure()
    options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--no-cov"]
    code = pytest.main([*options, *tests], plugins=[first])
    told.send(first.name or ("" if code == 0 else f"pytest ends with {int(code)}"))


class _Running(NamedTuple):
    process: ForkProcess
    told: Connection
    mutant: Mutant
    begun: float


def _begin(mutant: Mutant) -> _Running:
    ours, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_try, args=(mutant, tests_of(mutant), theirs))
    process.start()
    theirs.close()
    return _Running(process, ours, mutant, time.perf_counter())


FORK = get_context("fork")


def tests_of(mutant: Mutant) -> list[str]:
    """The tests of the mutant's room and of those that lean on it, quick ones first."""
    room = mutant.path.split("/")[1]
    return [f"tests/{one}" for one in TESTS[room] if (ROOT / "tests" / one).exists()]


def _ended(running: _Running) -> Seen | None:
    """What became of it; None while it runs and may go on."""
    seconds = time.perf_counter() - running.begun
    if running.told.poll():
        try:
            by = running.told.recv()
        except EOFError:
            by = "the process ends"
    elif seconds > PATIENCE:
        by = f"does not end in {PATIENCE} s"
    else:
        return None
    running.process.kill()
    running.process.join()
    return Seen(running.mutant, by, seconds)


def tried(mutants: Sequence[Mutant], workers: int) -> Iterator[Seen]:
    """What became of each, in the order in which they end."""
    waiting, running = list(reversed(mutants)), list[_Running]()
    while waiting or running:
        while waiting and len(running) < workers:
            running.append(_begin(waiting.pop()))
        wait([one.told for one in running], timeout=1)
        for one in list(running):
            if seen := _ended(one):
                running.remove(one)
                yield seen


def sample(number: int, seed: int, only: str) -> list[Mutant]:
    """So many of all mutants, the same for the same code and seed."""
    paths = sorted(path for room in TESTS for path in (ROOT / "planner" / room).glob("*.py"))
    every = [
        one
        for path in paths
        if path.relative_to(ROOT).as_posix().startswith(only)
        for one in mutants_of(path, ROOT)
    ]
    print(f"{len(every)} places can be made wrong; {min(number, len(every))} are tried")
    return random.Random(seed).sample(every, min(number, len(every)))


def _line(number: int, seen: Seen) -> str:
    place = f"{seen.mutant.path}:{seen.mutant.line}"
    by = seen.by or f"LIVES   {ALLOWED.get(seen.mutant.key, 'no reason is given')}"
    return f"{number:4} {seen.seconds:5.0f} s  {place:38} {seen.mutant.what}\n{'':14}{by}"


def _told(every: list[Seen]) -> int:
    """The sums; 1 when a mutant lives that may not."""
    rooms = Counter((one.mutant.path.split("/")[1], one.lives) for one in every)
    print(f"\n{'room':10} {'killed':>7} {'alive':>6}")
    for room in TESTS:
        print(f"{room:10} {rooms[room, False]:7} {rooms[room, True]:6}")
    alive = [one for one in every if one.lives]
    unknown = [one for one in alive if one.mutant.key not in ALLOWED]
    print(f"\n{len(alive)} of {len(every)} live, {len(unknown)} of them without a reason:")
    for one in unknown:
        print(f"  {one.mutant.path}:{one.mutant.line} {one.mutant.what}")
    return int(bool(unknown) or len(alive) > ALLOWED_IN_ALL)


def main() -> int:
    """Try the sample and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--number", type=int, default=150)
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--only", default="planner/")
    chosen = asked.parse_args()
    for name in PRELOADED:
        __import__(name)
    begun, every = time.perf_counter(), list[Seen]()
    for seen in tried(sample(chosen.number, chosen.seed, chosen.only), chosen.workers):
        every.append(seen)
        print(_line(len(every), seen), flush=True)
    print(f"\n{(time.perf_counter() - begun) / 60:.1f} minutes")
    return _told(every)


if __name__ == "__main__":
    sys.exit(main())
