"""Servers that start at once: forked from a process that has loaded the program already.

A server that is started from nothing takes seconds of a processor to load; the tests start dozens,
the kills of `bench/crash` hundreds. What runs is the same: one process that answers and writes. Its
key to the door is that of the process it was forked from: what is about keys starts from nothing.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from types import ModuleType
from unittest.mock import patch

ROOT = Path(__file__).parents[2]
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.browser.loaded"])


class Forked:
    """A server that runs; spoken to as a process of the standard library's is."""

    def __init__(self, command: list[str], folder: Path, environment: Mapping[str, str]) -> None:
        self.process = _FORKS.Process(
            target=_serve, args=(command, folder, dict(environment)), daemon=True
        )
        with _said_to_the_fork():
            self.process.start()

    @property
    def pid(self) -> int:
        """Its number with the operating system."""
        assert self.process.pid is not None
        return self.process.pid

    def poll(self) -> int | None:
        """None while it runs."""
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        """As the operating system does it."""
        if self.poll() is None:  # the number of one that has ended may be another's by now
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it with no word to it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def wait(self, timeout: float | None = None) -> None:
        """Until it has ended, or so many seconds have passed."""
        self.process.join(timeout)


@contextmanager
def _said_to_the_fork() -> Iterator[None]:
    """Where it finds the program, and no page that a test has run: it would run that anew."""
    ran = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        with patch.dict(os.environ, PYTHONPATH=str(ROOT)):
            yield
    finally:
        sys.modules["__main__"] = ran


def _serve(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    from streamlit.web.cli import main

    from ui.shell import under_way

    under_way.SERVER = token_hex(8)  # each run of a server has its own
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = command
    silent = os.open(os.devnull, os.O_WRONLY)
    for said in (1, 2):
        os.dup2(silent, said)
    main()
