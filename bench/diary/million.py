"""A million readings: this reader and its analysis beside bare pandas.read_csv of the same file."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
import pandas as pd

from bench import ROOT
from bench.table.measured import Found, Measured, in_turn, of_pairs
from planner.diary import read_diary, result

ROWS = 1_000_000
STARTED = date(2020, 1, 1)
PEAKS = 3
BEGAN, SECONDS = np.datetime64("2014-01-01"), 4000 * 86_400


def measured(turns: int) -> Mapping[str, Found]:
    """Time in this process, the two in turn; peak memory in processes of their own."""
    with TemporaryDirectory() as folder:
        dates, stamps = Path(folder) / "dates.csv", Path(folder) / "stamps.csv"
        write(dates, stamps=False)
        write(stamps, stamps=True)
        return {
            "million-dates": _times(dates, turns),
            "million-stamps": _times(stamps, turns),
            "million-memory": _peaks(stamps, min(turns, PEAKS)),
        }


def write(path: Path, *, stamps: bool) -> None:
    """A made-up diary: one reading a row over eleven years, dates alone or with the second."""
    random = np.random.default_rng(7)
    moments = BEGAN + np.sort(random.integers(0, SECONDS, ROWS)).astype("timedelta64[s]")
    texts = np.datetime_as_string(moments if stamps else moments.astype("datetime64[D]"))
    scores = random.integers(0, 11, ROWS)
    lines = (f"{text},{score}" for text, score in zip(texts.tolist(), scores.tolist(), strict=True))
    path.write_text("date,pain\n" + "\n".join(lines) + "\n", encoding="utf-8")


def bare(path: Path) -> None:
    """What pandas alone does."""
    _all_of(len(pd.read_csv(path)))


def _times(path: Path, turns: int) -> Measured:
    return in_turn(partial(ours, path), partial(bare, path), turns, perf_counter)


def ours(path: Path) -> None:
    """Read, cleaned, analysed."""
    reading = read_diary(path.read_bytes(), "diary.csv", on=date(2026, 1, 1))
    _all_of(result(reading, STARTED).used)


def _all_of(rows: int) -> None:
    if rows != ROWS:
        raise SystemExit("rows were lost")


def _peaks(path: Path, turns: int) -> Measured:
    return of_pairs([(_peak("ours", path), _peak("bare", path)) for _ in range(turns)])


def _peak(what: str, path: Path) -> float:
    """Of a whole process, imports included, in MB."""
    command = [sys.executable, "-m", "bench.diary.peak", what, str(path)]
    return float(subprocess.check_output(command, cwd=ROOT))
