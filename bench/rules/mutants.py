"""Whether the tests see it when a rule is made wrong: mutants of safety, planning and review.

    python -m bench.rules.mutants [--number 150] [--seed 11] [--workers 2] [--only planner/safety]

Makes one place of one module wrong (a comparison turned, a condition negated, a number one more,
an element dropped ...) and runs tests against it until one fails: those that run the line, then
all of its room and of the rooms that lean on it. Prints a table.
Words, types and docstrings are left alone. A place that is in the sample stays in it, whatever
changes elsewhere.
Exits 1 when a mutant lives that is not among the allowed ones, each of which has its reason here.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import NamedTuple

from bench import ROOT
from bench.rules.mutant_attempt import attempt
from bench.rules.mutant_tests import Lines, tests_of, watch
from bench.rules.mutation import Mutant, mutants_of

# The quick tests first: most mutants die in them.
TESTS = {
    "safety": (
        "vignettes", "safety/test_questions.py", "planning", "visit", "safety", "review",
        "exports/notes/test_note.py", "exports/test_client_page.py",
    ),
    "planning": (
        "planning", "visit", "vignettes", "exports/test_client_page.py", "exports/test_table.py",
        "exports/calendars/test_calendar_file.py", "safety", "review",
    ),
    "review": (
        "review/test_facts.py", "review/test_moves.py", "review/test_next_plan.py",
        "review/test_decisions.py", "review", "exports/progress/test_progress_page.py",
        "exports/notes/test_visit_note.py",
    ),
}  # fmt: skip
# What every test loads; never the planner itself, which each mutant loads for itself.
PRELOADED = ("hypothesis", "pydantic", "numpy", "pandas", "scipy.stats", "altair", "pypdf", "typst")
FORK = get_context("fork")
PATIENCE = 300  # seconds: a mutant that takes longer runs in a circle, which somebody would see
ALLOWED_IN_ALL = 5
ALLOWED: dict[str, str] = {
    "planner/safety/limits/client.py ClientLimits._banning: (_banning_of(one) for one in self.held "
    "if one.caps.exercise_not) -> (_banning_of(one) for one in self.held)":
        "it spares time alone: a limit that forbids nothing keeps nothing away",
    "planner/planning/course/measures.py _in_short: day.again_on and day.again_visit -> "
    "day.again_on or day.again_visit":
        "the day and the visit stand together or neither does",
    "planner/planning/dosing/dose.py _what_falls_short: need.often > means.affordable + 1e-09 -> "
    "need.often >= means.affordable + 1e-09":
        "the billionth is there so that equals are never unequal: nothing lies just on it",
    "planner/planning/self_care/offers.py Offers.put_in: [known[LineId(one)] for one in known if "
    "one in self.case.added] -> [known[LineId(one)] for one in known]":
        "what was not put in is left out of what is offered, two lines below",
    "planner/planning/course/judging.py _moment: 0 -> 1":
        "nothing is judged in the first week, nor before the first visit",
}  # fmt: skip


class Seen(NamedTuple):
    """What became of a mutant: the test that saw it (empty: it lives), and the seconds."""

    mutant: Mutant
    by: str
    seconds: float

    @property
    def lives(self) -> bool:
        """Whether no test saw it."""
        return not self.by


class _Running(NamedTuple):
    process: ForkProcess
    told: Connection
    mutant: Mutant
    begun: float
    all_of_room: bool


def _begin(mutant: Mutant, tests: Sequence[str]) -> _Running:
    """Try it on the tests that run its line, or on all of its room where there are none."""
    ours, theirs = FORK.Pipe(duplex=False)
    chosen = [*tests] or all_of_room(mutant)
    process = FORK.Process(target=attempt, args=(ROOT, mutant, chosen, theirs))
    process.start()
    theirs.close()
    return _Running(process, ours, mutant, time.perf_counter(), not tests)


def all_of_room(mutant: Mutant) -> list[str]:
    """The tests of the mutant's room and of those that lean on it, quick ones first."""
    return there(TESTS[mutant.path.split("/")[1]])


def there(names: Sequence[str]) -> list[str]:
    """Those of the tests that there are."""
    return [f"tests/{one}" for one in names if (ROOT / "tests" / one).exists()]


def _ended(running: _Running) -> Seen | None:
    """What became of it; None while it runs and may go on."""
    seconds = time.perf_counter() - running.begun
    if running.told.poll():
        try:
            by = running.told.recv()
        except EOFError:
            raise SystemExit(f"not tried: {running.mutant.key}") from None
    elif seconds > PATIENCE:
        by = f"does not end in {PATIENCE} s"
    else:
        return None
    running.process.kill()
    running.process.join()
    return Seen(running.mutant, by, seconds)


def tried(mutants: Sequence[Mutant], lines: Lines, workers: int) -> Iterator[Seen]:
    """What became of each, in the order in which they end."""
    waiting = [(one, tests_of(lines, one.path, one.line, one.last)) for one in reversed(mutants)]
    running: list[_Running] = []
    while waiting or running:
        while waiting and len(running) < workers:
            running.append(_begin(*waiting.pop()))
        wait([one.told for one in running], timeout=1)
        for one in list(running):
            if (seen := _ended(one)) is None:
                continue
            running.remove(one)
            if seen.lives and not one.all_of_room:
                waiting.append((one.mutant, []))
            else:
                yield seen


def lines_of_tests() -> Lines:
    """Which tests run which line; all of them must pass while nothing is wrong."""
    ours, theirs = FORK.Pipe(duplex=False)
    tests = there([*dict.fromkeys(one for room in TESTS.values() for one in room)])
    folders = [f"planner/{room}" for room in TESTS]
    process = FORK.Process(target=watch, args=(ROOT, folders, tests, theirs))
    process.start()
    failed, lines = ours.recv()
    process.join()
    if failed:
        raise SystemExit(f"fail though nothing is wrong: {', '.join(failed)}")
    found: Lines = lines
    return found


def sample(number: int, seed: int, only: str) -> list[Mutant]:
    """So many of all mutants: a place is drawn by its own words, and stays drawn."""
    paths = sorted(path for room in TESTS for path in (ROOT / "planner" / room).rglob("*.py"))
    every = [
        one
        for path in paths
        if path.relative_to(ROOT).as_posix().startswith(only)
        for one in mutants_of(path, ROOT)
    ]
    print(f"{len(every)} places can be made wrong; {min(number, len(every))} are tried")
    return sorted(every, key=lambda one: sha256(f"{seed} {one.key}".encode()).digest())[:number]


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
    mutants, lines = sample(chosen.number, chosen.seed, chosen.only), lines_of_tests()
    print(f"the tests took {time.perf_counter() - begun:.0f} s with nothing wrong", flush=True)
    for seen in tried(mutants, lines, chosen.workers):
        every.append(seen)
        print(_line(len(every), seen), flush=True)
    print(f"\n{(time.perf_counter() - begun) / 60:.1f} minutes")
    return _told(every)


if __name__ == "__main__":
    sys.exit(main())
