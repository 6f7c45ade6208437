"""The peak memory of a process that reads a diary once: nothing else is loaded.

python -m bench.diary.peak ours|bare FILE
"""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path


def ours(path: Path) -> None:
    """Read, cleaned, analysed."""
    from planner.diary import read_diary, result

    result(read_diary(path.read_bytes(), "diary.csv", on=date(2026, 1, 1)), date(2020, 1, 1))


def bare(path: Path) -> None:
    """What pandas alone does."""
    import pandas as pd

    pd.read_csv(path)


WAYS: Mapping[str, Callable[[Path], None]] = {"ours": ours, "bare": bare}


def peak() -> float:
    """Of this process alone, in MB: what is told of a child may be its parent's."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    status = dict(line.split(":", 1) for line in lines)
    return int(status["VmHWM"].split()[0]) / 1024


if __name__ == "__main__":
    WAYS[sys.argv[1]](Path(sys.argv[2]))
    print(peak())
