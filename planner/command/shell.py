"""The shell's side of a call: its words become a choice, its answer is printed."""

import os
import sys
from argparse import ArgumentParser
from typing import NoReturn, Protocol

from planner.command.files import UsageError
from planner.model.errors import Problem


class Commands(Protocol):
    """Where a command adds itself."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:
        """The parser of one command; `help` is what `--help` says of it."""


class Parser(ArgumentParser):
    """Reads the words of a call; raises UsageError where argparse would leave the program."""

    def error(self, message: str) -> NoReturn:
        """Refuse a call, with how it is written."""
        usage = " ".join(self.format_usage().split())
        raise UsageError([Problem("command", f"{message}; {usage}")])


def print_answer(answer: str) -> None:
    """Print on standard output; a reader that has seen enough (`| head`) is no fault."""
    try:
        print(answer)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
