"""Ten thousand broken diary files: no traceback, no hang, every row accounted for.

    python -m bench.diary.fuzz [FILES] [SEED]

Prints how the files ended and the slowest; exits 1 at the first broken promise.
"""

import random
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from planner.diary import read_diary, result
from planner.model.errors import DiaryError
from tests.diary.diary_writer import DATE_FORMS, LAYOUTS, Form, workbook, written
from tests.diary.mutations import mutated
from tests.diary.samples import PRODUCTS

TODAY = date(2026, 11, 23)
DIARY = {date(2024, 2, day): [float(day % 11), 2.5] for day in range(1, 29)}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
SECONDS_PER_MIB = 2.0
KINDS = {"product": 25, "workbook": 10, "text": 65}  # of a hundred files


def sample(rng: random.Random) -> bytes:
    """A whole diary in some form, or a product's export, or a workbook."""
    (kind,) = rng.choices([*KINDS], [*KINDS.values()])
    if kind == "product":
        return rng.choice(list(PRODUCTS.values())).encode()
    if kind == "workbook":
        return workbook(DIARY, Form(dates="dmy"), real_dates=rng.choice((True, False)))
    form = Form(
        layout=rng.choice(LAYOUTS),
        dates=rng.choice(list(DATE_FORMS)),
        encoding=rng.choice(ENCODINGS),
        delimiter=rng.choice(",;\t|"),
        decimal_comma=rng.choice((True, False, False)),
        line_end=rng.choice(("\n", "\r\n")),
        seed=rng.randrange(7),
    )
    return written(DIARY, form)


def ending(data: bytes) -> str:
    """How reading ends: used, asked, nothing used, or refused; a broken promise is raised."""
    try:
        reading = read_diary(data, "diary", on=TODAY)
    except DiaryError:
        return "refused with a sentence"
    if reading.readings != reading.used + len(reading.skipped):
        raise AssertionError("rows are not accounted for")
    result(reading, date(2024, 2, 14)).model_dump_json()
    if reading.used:
        return "read"
    return "asked" if reading.questions else "no row could be used"


def main() -> int:
    """Run and print."""
    files, seed = int([*sys.argv[1:2], "10000"][0]), int([*sys.argv[2:3], "2026"][0])
    rng = random.Random(seed)
    endings: Counter[str] = Counter()
    slowest, slow_files = 0.0, 0
    for number in range(files):
        data = mutated(sample(rng), rng)
        begun = time.perf_counter()
        try:
            endings[ending(data)] += 1
        except Exception as error:
            Path("fuzz_failure.bin").write_bytes(data)
            print(f"file {number}: {type(error).__name__}: {error}; kept in fuzz_failure.bin")
            return 1
        seconds = time.perf_counter() - begun
        slowest = max(slowest, seconds)
        slow_files += seconds > SECONDS_PER_MIB * max(1.0, len(data) / 2**20)
    for name, times in endings.most_common():
        print(f"{times:6} {name}")
    print(f"slowest {slowest * 1000:.0f} ms; over {SECONDS_PER_MIB:g} s per MiB: {slow_files}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
