"""The shell's side of a call: its words become a choice, its answer is printed."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from typing import NoReturn, Protocol

from planner.command.files import UsageError
from planner.model.errors import Problem
from planner.model.library_words import recognised
from planner.model.phrase import template
from planner.words import SOURCE, Language, in_language, joined, language

ARGPARSE = (
    template("the following arguments are required: {names}"),
    template("unrecognized arguments: {words}"),
    template("argument {name}: {fault}"),
    template("invalid choice: {given} (choose from {known})"),
    template("ambiguous option: {given} could match {known}"),
    template("expected one argument"),
    template("'{given}' is not a scale; write its two ends, as in 0,10"),
    template("'{given}' is not a date; write it as 2026-11-23"),
    template("'{given}' is not a number of minutes from 1 to {most}"),
)


class Commands(Protocol):
    """Where a command adds itself."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:
        """The parser of one command; `help` is what `--help` says of it."""


class Parser(ArgumentParser):
    """Reads the words of a call; raises UsageError where argparse would leave the program."""

    def error(self, message: str) -> NoReturn:
        """Refuse a call, with how it is written."""
        usage = " ".join(self.format_usage().split())
        what = joined(recognised(message, ARGPARSE), usage, by="; ")
        raise UsageError([Problem("command", what)])


def language_of(words: Sequence[str]) -> Language:
    """The language a call asks for, found before the call is read: a fault is told in it too."""
    asked = Parser(add_help=False)
    add_language(asked)
    chosen, _ = asked.parse_known_args(words)
    found: Language = chosen.language
    return found


def add_language(parser: ArgumentParser) -> None:
    """The option that says in which language a command answers."""
    parser.add_argument("--language", type=language, default=SOURCE, metavar="L")


def tell_problems(problems: Iterable[Problem], language: Language) -> None:
    """Every problem on a line of standard error, in a language."""
    for problem in in_language(tuple(problems), language):
        print(problem, file=sys.stderr)


def print_answer(answer: str) -> None:
    """Print on standard output; a reader that has seen enough (`| head`) is no fault."""
    try:
        print(answer)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
