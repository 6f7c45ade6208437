"""Servers that start at once: forked from a process that has loaded the program already.

A server that is started from nothing takes seconds of a processor to load; a hundred of them would
take most of an hour. What is killed is the same: the process that answers and writes.
"""

import multiprocessing
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex

from bench import ROOT

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bench.crash.loaded"])


class Forked:
    """A server that runs; spoken to as a process of the standard library's is."""

    def __init__(self, command: list[str], folder: Path, environment: Mapping[str, str]) -> None:
        os.environ["PYTHONPATH"] = str(ROOT)  # where the process that forks finds the program
        self.process = _FORKS.Process(
            target=_serve, args=(command, folder, dict(environment)), daemon=True
        )
        self.process.start()

    def poll(self) -> int | None:
        """None while it runs."""
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        """As the operating system does it."""
        assert self.process.pid is not None
        os.kill(self.process.pid, number)

    def wait(self) -> None:
        """Until it has ended."""
        self.process.join()


def _serve(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    from streamlit.web.cli import main

    from ui.shell import under_way

    under_way.SERVER = token_hex(8)  # each run of a server has its own
    os.chdir(folder)
    os.environ.update(environment)
    sys.argv = command
    silent = os.open(os.devnull, os.O_WRONLY)
    for said in (1, 2):
        os.dup2(silent, said)
    main()
