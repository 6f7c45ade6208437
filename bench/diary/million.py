"""A million readings: this reader and its analysis against bare pandas.read_csv of the same file.

    python -m bench.diary.million

Each measurement runs in a fresh process: the best time of fifteen, the least processor time (which
other work on the machine does not change), the first time (cold), and the peak memory of the whole
process, imports included. Targets: 2.5 times the time, 3 times the memory.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench import ROOT

ROWS = 1_000_000
RUNS = 15
STARTED = date(2020, 1, 1)


def write(path: Path, stamps: bool) -> None:
    """A made-up diary: one reading a row over eleven years, dates alone or with the second."""
    import numpy as np

    random = np.random.default_rng(7)
    seconds = np.sort(random.integers(0, 4000 * 86_400, ROWS))
    moments = np.datetime64("2014-01-01") + seconds.astype("timedelta64[s]")
    texts = np.datetime_as_string(moments if stamps else moments.astype("datetime64[D]"))
    scores = random.integers(0, 11, ROWS)
    lines = (f"{text},{score}" for text, score in zip(texts.tolist(), scores.tolist(), strict=True))
    path.write_text("date,pain\n" + "\n".join(lines) + "\n", encoding="utf-8")


def measure(what: str, path: str) -> dict[str, float]:
    """Best times and peak memory (MiB) of one way of reading, in this process."""
    if what == "bare":
        import pandas as pd

        def work() -> int:
            return len(pd.read_csv(path))
    else:
        from planner.diary import read_diary, result

        def work() -> int:
            reading = read_diary(Path(path).read_bytes(), "diary.csv", on=date(2026, 1, 1))
            return result(reading, STARTED).used

    times, worked = [], []
    for _ in range(RUNS):
        begun, at_work = time.perf_counter(), time.process_time()
        if work() != ROWS:
            raise SystemExit("rows were lost")
        times.append(time.perf_counter() - begun)
        worked.append(time.process_time() - at_work)
    return {"seconds": min(times), "at work": min(worked), "first": times[0], "peak": peak()}


def peak() -> float:
    """Peak resident memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_fresh_process(what: str, path: Path) -> dict[str, float]:
    """The same measurement in a process of its own."""
    command = [sys.executable, "-m", "bench.diary.million", what, str(path)]
    found: dict[str, float] = json.loads(subprocess.check_output(command, cwd=ROOT))
    return found


def main() -> None:
    """Print both ways side by side with their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        for name, stamps in (("dates", False), ("time stamps", True)):
            path = Path(folder) / "diary.csv"
            write(path, stamps)
            bare, ours = (in_fresh_process(what, path) for what in ("bare", "ours"))
            print(f"{name}: {ROWS:,} rows, {path.stat().st_size / 2**20:.0f} MiB")
            for key in ("seconds", "at work", "first", "peak"):
                ratio = ours[key] / max(bare[key], 0.001)
                print(f"  {key:8} bare {bare[key]:9.3f}  diary {ours[key]:9.3f}  x {ratio:.2f}")


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(measure(sys.argv[1], sys.argv[2])))
    else:
        main()
