"""`diary`: a file read and compared; its options, which `review` shares."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from planner.command.files import read
from planner.command.shell import Commands, add_language
from planner.model.diary import Choices, DateOrder, DiaryResult, Direction

if TYPE_CHECKING:
    from planner.diary import DiaryReading

# The reader is imported when asked for: pandas and scipy take longer to load than a plan to make.
DATE_ORDERS = ("dmy", "mdy", "ymd")
DIRECTIONS = ("higher-is-worse", "higher-is-better")


def add(commands: Commands) -> None:
    """Add the command."""
    diary = commands.add_parser("diary", help="a diary file, read and analysed")
    diary.add_argument("file", type=Path)
    add_options(diary)
    diary.set_defaults(carry_out=_carry_out)


def add_options(parser: ArgumentParser) -> None:
    """The answers to what a diary may leave open, and the day the plan started."""
    parser.add_argument("--date-order", choices=DATE_ORDERS)
    parser.add_argument("--pain", metavar="COLUMN")
    parser.add_argument("--scale", type=_scale, metavar="LOW,HIGH")
    parser.add_argument("--direction", choices=DIRECTIONS)
    parser.add_argument("--person", metavar="ID")
    parser.add_argument("--started", type=_day, metavar="DATE")
    add_language(parser)


def _scale(text: str) -> tuple[float, float]:
    """`0,10` as a pair; refused unless the first is below the second."""
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        low, high = 0.0, 0.0
    if not (low < high and isfinite(low) and isfinite(high)):
        raise ArgumentTypeError(f"'{text}' is not a scale; write its two ends, as in 0,10")
    return low, high


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is not a date; write it as 2026-11-23") from None


def _carry_out(chosen: Namespace) -> DiaryResult:
    from planner.diary import result

    return result(reading(chosen, chosen.file), chosen.started)


def reading(chosen: Namespace, file: Path) -> "DiaryReading":
    """The diary in a file, read with the answers that were given; raises DiaryError."""
    from planner.diary import read_diary

    choices = Choices(
        date_order=DateOrder(chosen.date_order) if chosen.date_order else None,
        pain=chosen.pain,
        scale=chosen.scale,
        direction=Direction(chosen.direction) if chosen.direction else None,
        person=chosen.person,
    )
    return read_diary(read(file), file.name, choices, on=date.today())
