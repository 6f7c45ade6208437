"""A call carried out, and whether it held what every call promises."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from planner.command import run as run_planner
from records.command import run as run_records

PROGRAMS: dict[str, Callable[[Sequence[str]], int]] = {
    "planner": run_planner,
    "records": run_records,
}


class Ended(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


Carry = Callable[[str, Sequence[str]], Ended]


class BrokenPromise(AssertionError):
    """What no call may do."""


def in_this_process(program: str, words: Sequence[str]) -> Ended:
    """A call in this process; a traceback is raised as it is."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = PROGRAMS[program](words)
    return Ended(code, out.getvalue(), err.getvalue())


def in_a_process(program: str, words: Sequence[str]) -> Ended:
    """A call as a shell makes it."""
    done = subprocess.run(
        [sys.executable, "-m", program, *words], capture_output=True, text=True, check=False
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def require_promises(program: str, ended: Ended, leaves: Sequence[Path]) -> None:
    """Raise BrokenPromise where a call did not hold what it says."""
    if ended.code not in (0, 2):
        raise BrokenPromise(f"exit {ended.code}")
    folders = {one.parent for one in leaves}
    if left := [one.name for folder in folders for one in folder.glob(".being-written*")]:
        raise BrokenPromise(f"half written: {left}")
    if ended.code == 2:
        _require_sentences(ended, leaves)
        return
    if ended.err:
        raise BrokenPromise(f"a complaint beside an answer: {ended.err[:200]}")
    if program == "planner":
        json.loads(ended.out)
    for one in leaves:
        _require_whole(one)


def _require_sentences(ended: Ended, leaves: Sequence[Path]) -> None:
    """Every line says where it is, and nothing was left."""
    lines = ended.err.strip()
    if not lines or ": " not in lines or lines.startswith(": ") or "Traceback" in lines:
        raise BrokenPromise(f"no sentence that says where: {ended.err[:200]!r}")
    if ended.out:
        raise BrokenPromise("an answer beside a refusal")
    if there := [one.name for one in leaves if one.exists()]:
        raise BrokenPromise(f"written though refused: {there}")


def _require_whole(path: Path) -> None:
    """A file that was promised is there, is this user's, and is what its name says."""
    if not path.exists():
        raise BrokenPromise(f"{path.name} was promised and is not there")
    if path.stat().st_mode & 0o077:
        raise BrokenPromise(f"{path.name} can be read by others")
    data = path.read_bytes()
    if not WHOLE[path.suffix](data):
        raise BrokenPromise(f"{path.name} is not whole")


def _is_archive(data: bytes) -> bool:
    return zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def _is_json(data: bytes) -> bool:
    return bool(json.loads(data))


def _is_text(data: bytes) -> bool:
    return bool(data.decode())


WHOLE: dict[str, Callable[[bytes], bool]] = {
    ".pdf": lambda data: data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF"),
    ".ics": lambda data: data.strip().endswith(b"END:VCALENDAR"),
    ".json": _is_json,
    ".csv": _is_text,
    ".txt": _is_text,
    ".xlsx": _is_archive,
    ".zip": _is_archive,
    ".db": lambda data: data.startswith(b"SQLite format 3"),
}
