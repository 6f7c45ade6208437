"""The registers, made anew from what they are made of.

python -m registers                writes all of them; the lock is installed in .ci/locked
python -m registers hazards       writes this one
python -m registers --check        exit 1 where one is not as it would be made
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from importlib.metadata import Distribution
from pathlib import Path
from typing import NamedTuple

from packaging.utils import NormalizedName

from registers import asvs, hazards
from registers.bill import BILL, bill
from registers.licences import installed
from registers.locked import ROOT
from registers.notice import NOTICE, notice

LOCKED = ROOT / ".ci" / "locked"
MISSING = "{folder} holds no locked set: CONTRIBUTING.md, under “What is installed”, says how."


class Register(NamedTuple):
    """A file and what makes it."""

    file: Path
    made: Callable[[], str]


def registers() -> dict[str, Register]:
    """Every register by its name."""
    return {
        "notice": Register(NOTICE, lambda: notice(_packages(), NOTICE.read_text(encoding="utf-8"))),
        "bill": Register(BILL, lambda: bill(LOCKED, _packages())),
        "hazards": Register(hazards.PAGE, hazards.page),
        "asvs": Register(asvs.PAGE, asvs.page),
    }


def _packages() -> Mapping[NormalizedName, Distribution]:
    folders = [str(one) for one in LOCKED.glob("lib/python3.*/site-packages")]
    if not folders:
        raise SystemExit(MISSING.format(folder=LOCKED))
    return installed(folders)


def _differs(register: Register) -> bool:
    return register.made() != register.file.read_text(encoding="utf-8")


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m registers", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(registers()))
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(registers()):
        parser.error(f"no register is named {', '.join(sorted(unknown))}")
    return asked


def main() -> int:
    """Write or compare what was asked for."""
    asked = _asked()
    chosen = [registers()[name] for name in asked.names or registers()]
    if asked.check:
        stale = [str(one.file.relative_to(ROOT)) for one in chosen if _differs(one)]
        print(*(f"{name} is not as it would be made" for name in stale), sep="\n")
        return int(bool(stale))
    for one in chosen:
        one.file.write_text(one.made(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
