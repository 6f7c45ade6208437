"""Each family of rows in a process of its own, ended when its time is over."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import ROOT
from bench.table.measured import Found, Missing, from_data
from bench.table.rows import Family

ENDS_WITHIN = 10  # seconds, once it was asked to


def found(family: Family, turns: int, bound: float) -> dict[str, Found]:
    """What is found for each row; where there is nothing, each row says why."""
    command = [sys.executable, "-m", "bench.table.alone", family.name, str(turns)]
    with TemporaryDirectory(prefix="bench", ignore_cleanup_errors=True) as folder:
        try:
            return from_data(json.loads(_said(command, bound, Path(folder))))
        except subprocess.TimeoutExpired:
            return _none(family, f"it was not done within {bound:.0f} seconds")
        except subprocess.CalledProcessError as error:
            return _none(family, f"it ended with: {_last_line(error.stderr)}")


def _none(family: Family, why: str) -> dict[str, Found]:
    return {row.name: Missing(why) for row in family.rows}


def _last_line(text: str) -> str:
    return ([line for line in text.splitlines() if line.strip()] or ["nothing"])[-1]


def _said(command: Sequence[str], bound: float, folder: Path) -> str:
    """The last line that a process prints; it and all it began end with its time."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said, complained = process.communicate(timeout=bound)
    except subprocess.TimeoutExpired:
        _end(process)
        raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said, complained)
    return said.strip().splitlines()[-1]


def _end(process: subprocess.Popen[str]) -> None:
    """Servers and browsers are asked first: a browser that is killed leaves its windows behind."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.communicate(timeout=ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
