"""The shell's side of a call: its words become a choice, its answer is printed."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NoReturn, Protocol

from planner.command.files import UsageError
from planner.model.errors import Problem
from planner.model.phrase import template
from planner.model.record.calendar_days import FIRST_DAY, LAST_DAY
from planner.model.record.library_words import recognised
from planner.system.streams import complain
from planner.words import SOURCE, Language, in_language, joined, language, say

ARGPARSE = (
    template("the following arguments are required: {names}"),
    template("unrecognized arguments: {words}"),
    template("argument {name}: {fault}"),
    template("invalid choice: {given} (choose from {known})"),
    template("ambiguous option: {given} could match {known}"),
    template("expected one argument"),
    template("'{given}' is not a scale; write its two ends, as in 0,10"),
    template("'{given}' is not a date; write it as 2026-11-23"),
    template("{day} is not a day from 1900 to 2199"),
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


def day(text: str) -> date:
    """A day that a call names, far enough from both ends of the calendar."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is not a date; write it as 2026-11-23") from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise ArgumentTypeError(f"{found} is not a day from 1900 to 2199")
    return found


def require_text(chosen: Namespace) -> None:
    """Raise UsageError where a word of the call is no text; a path may be any bytes."""
    what = say("is no text in UTF-8")
    odd = [Problem(name, what) for name, word in _words_of(chosen) if not _is_text(word)]
    if odd:
        raise UsageError(odd)


def _words_of(chosen: Namespace) -> Iterator[tuple[str, str]]:
    for name, value in vars(chosen).items():
        every = value if isinstance(value, list | tuple) else [value]
        yield from ((name, one) for one in every if isinstance(one, str))


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def tell_problems(problems: Sequence[Problem], language: Language) -> None:
    """Every problem on a line of standard error, in a language."""
    complain(in_language(tuple(problems), language))
