"""Many calls, one after the other: how they ended, and every promise that was broken."""

import json
import random
import shutil
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.command.fuzz.calls import next_call
from tests.command.fuzz.parts import Call, Parts
from tests.command.fuzz.scratch import scratch_records
from tests.command.fuzz.shelf import Shelf
from tests.command.fuzz.watched import (
    BrokenPromise,
    Carry,
    Ended,
    in_this_process,
    require_promises,
)

REFUSED, BEYOND = 2, 3  # BEYOND: by the plan that was made, not by what checks the input
BEHIND = "handed out while"


class Fault(NamedTuple):
    """A promise that was broken: which, by which call, with its files kept in a folder."""

    what: str
    words: list[str]
    told: str


class Tally(NamedTuple):
    """How many calls of each name ended how, the faults by kind, and the slowest call."""

    endings: Counter[tuple[str, int]]
    faults: dict[str, Fault]
    times: Counter[str]
    refusals: Counter[str]
    slowest: tuple[float, str]


def many(
    number: int, seed: int, folder: Path, keep: Path | None = None, carry: Carry = in_this_process
) -> Tally:
    """Carry out so many calls; the files of each fault's first call are copied to `keep`."""
    tally = Tally(Counter(), {}, Counter(), Counter(), (0.0, ""))
    rng = random.Random(seed)
    files, shelf = folder / "files", Shelf(rng)
    files.mkdir()
    parts = Parts(rng, files, shelf, scratch_records(folder, rng))
    for _ in range(number):
        for old in files.iterdir():
            old.unlink()
        tally = _after(tally, next_call(parts), shelf, keep, carry)
    return tally


def _after(tally: Tally, call: Call, shelf: Shelf, keep: Path | None, carry: Carry) -> Tally:
    began = time.perf_counter()
    try:
        ended = carry(call.program, call.words)
        require_promises(call.program, ended, call.leaves)
    except Exception as error:  # whatever it is, it is a traceback to whoever called
        _note(tally, call, error, keep)
        return tally
    seconds = time.perf_counter() - began
    is_behind = bool(ended.err) and all(BEHIND in line for line in ended.err.splitlines())
    tally.endings[call.name, BEYOND if is_behind else ended.code] += 1
    if ended.code == 0 and call.answers:
        shelf.keep(*_kept(call, ended))
    for line in {one.rpartition(": ")[2][:60] for one in ended.err.splitlines()}:
        tally.refusals[f"{call.name}: {line}"] += 1
    slow = (seconds, " ".join(call.words))
    return tally._replace(slowest=max(tally.slowest, slow))


def _kept(call: Call, ended: Ended) -> tuple[str, dict[str, object]]:
    """The kind of an answer, and the answer; of a review the next plan."""
    found = json.loads(ended.out)
    return ("plan", found["next_plan"]) if call.answers == "review" else (call.answers, found)


def _note(tally: Tally, call: Call, error: Exception, keep: Path | None) -> None:
    where = "" if isinstance(error, BrokenPromise) else _place_of(error)
    what = f"{call.name.split()[0]}: {type(error).__name__} {where or str(error)[:60]}"
    tally.endings[call.name, 1] += 1
    tally.times[what] += 1
    if what in tally.faults:
        return
    told = "".join(traceback.format_exception(error))[-3000:]
    tally.faults[what] = Fault(what, call.words, told)
    if keep:
        kept = keep / f"fault-{len(tally.faults)}"
        kept.mkdir(parents=True, exist_ok=True)
        (kept / "call.txt").write_text("\n".join((*call.words, told)), errors="replace")
        for one in filter(Path.is_file, map(Path, call.words)):
            shutil.copy(one, kept)


def _place_of(error: Exception) -> str:
    """The last place of the program that a traceback names."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if not {"tests", "site-packages"} & {*Path(one.filename).parts}]
    last = (ours or frames)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def passed(tally: Tally) -> Iterator[tuple[str, int, int]]:
    """Of each name of a call how many came past what checks the input, of how many."""
    for name in sorted({one for one, _ in tally.endings}):
        times = {code: number for (one, code), number in tally.endings.items() if one == name}
        yield name, sum(times.values()) - times.get(REFUSED, 0), sum(times.values())
