"""Many command lines by value: exit 0 or 2, never a traceback, nothing half written.

    python -m bench.command.fuzz [CALLS] [--seed N] [--keep FOLDER] [--apart]

Prints how the calls ended by command; exits 1 where a promise was broken, its files in FOLDER.
"""

import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from tests.command.fuzz.run import Tally, many, passed
from tests.command.fuzz.watched import in_a_process, in_this_process


def main() -> int:
    """Run and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("calls", type=int, nargs="?", default=30_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--apart", action="store_true", help="each call in a process of its own")
    chosen = parser.parse_args()
    carry = in_a_process if chosen.apart else in_this_process
    with tempfile.TemporaryDirectory() as folder:
        tally = many(chosen.calls, chosen.seed, Path(folder), chosen.keep, carry)
    _print(tally)
    return 1 if tally.faults else 0


def _print(tally: Tally) -> None:
    past, every = 0, 0
    for name, good, number in passed(tally):
        print(f"{name:18} {number:6} calls, {good / number:6.1%} past the checks")
        past, every = past + good, every + number
    print(f"{'in all':18} {every:6} calls, {past / every:6.1%} past the checks")
    for what, times in tally.refusals.most_common(15):
        print(f"{times:6} refused: {what}")
    for what, fault in tally.faults.items():
        print(f"\n{tally.times[what]} times {what}\n{' '.join(fault.words)}\n{fault.told}")
    print(f"slowest {tally.slowest[0]:.1f} s: {tally.slowest[1]}")
    print(f"broken promises: {sum(tally.times.values())} of {len(tally.faults)} kinds")


if __name__ == "__main__":
    sys.exit(main())
