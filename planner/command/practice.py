"""`practice`, and `--practice` of the others: what is set once, read with its logo beside it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from planner.command.files import read
from planner.command.shell import Commands, add_language
from planner.exports.letterhead.logo import cleaned, cleaned_again
from planner.knowledge import load
from planner.model.practice import NOT_SET, Practice, read_practice
from planner.system.reading import LOGO
from planner.words import language

INSIDE = "data:"  # how a logo begins that is held in the file itself


def add(commands: Commands) -> None:
    """Add the command."""
    shown = commands.add_parser("practice", help="a practice checked, its logo cleaned and inside")
    shown.add_argument("file", type=Path)
    add_language(shown)
    shown.set_defaults(carry_out=lambda chosen: practice_at(chosen.file))


def add_practice(parser: ArgumentParser) -> None:
    """The option that names the practice whose papers these are."""
    parser.add_argument("--practice", type=Path, metavar="F")


def practice_of(chosen: Namespace) -> Practice:
    """The practice that a call names, or one that was never set; raises PlannerError."""
    return practice_at(chosen.practice) if chosen.practice else NOT_SET


def practice_at(path: Path) -> Practice:
    """The practice in a file; its logo is inside, or in a file beside it."""
    found = read_practice(read(path), load().known_ids)
    language(found.language)
    if not found.logo:
        return found
    is_inside = found.logo.startswith(INSIDE)
    logo = cleaned_again(found.logo) if is_inside else cleaned(read(path.parent / found.logo, LOGO))
    return found.replaced(logo=logo)
