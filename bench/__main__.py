"""The table of `docs/performance.md`: each row a ratio against what one would pick instead.

    python -m bench [--rows NAME ...] [--quick] [--times 3] [--write]

Each family of rows is measured in a process of its own, ours and theirs in turn, and ended when its
time is over. A miss is named with its cause and is no failure. --patience 3 gives each three times
as long, on a machine that other work keeps busy.
"""

import argparse
import sys
from time import monotonic

from bench import ROOT
from bench.table.families import FAMILIES
from bench.table.judged import judged
from bench.table.measured import Found
from bench.table.rows import Family, chosen, names_of
from bench.table.running import found
from bench.table.told import table, write

PAGE = ROOT / "docs" / "performance.md"


def main() -> None:
    """Measure and print."""
    said = _asked()
    families = chosen(FAMILIES, set(said.rows))
    runs = [_run(families, said.quick, said.patience) for _ in range(said.times)]
    text = table(judged([row for family in families for row in family.rows], runs))
    print(text, end="")
    if said.write:
        write(PAGE, text)


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    names = [name for family in FAMILIES for name in names_of(family)]
    which = asked.add_mutually_exclusive_group()  # the page has the whole table or none
    which.add_argument("--rows", nargs="+", default=[], metavar="NAME", choices=names)
    asked.add_argument("--quick", action="store_true", help="few turns: whether it runs at all")
    asked.add_argument("--times", type=int, default=1, help="runs of the whole table")
    asked.add_argument("--patience", type=float, default=1, help="times the seconds each may take")
    which.add_argument("--write", action="store_true", help=f"into docs/{PAGE.name}")
    return asked.parse_args()


def _run(families: tuple[Family, ...], quick: bool, patience: float) -> dict[str, Found]:
    """Every row once; how far it is, and how long it took, is said beside it."""
    begun, every = monotonic(), dict[str, Found]()
    for family in families:
        since = monotonic()
        every |= found(family, family.quick if quick else family.turns, family.bound * patience)
        print(f"{family.name}: {monotonic() - since:.0f} s", file=sys.stderr)
    print(f"all: {monotonic() - begun:.0f} s", file=sys.stderr)
    return every


if __name__ == "__main__":
    main()
