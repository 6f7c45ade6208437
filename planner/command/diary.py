"""`diary`: a file read and compared; its options, which `review` shares."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from planner.command.files import read, write
from planner.command.practice import add_practice, practice_of
from planner.command.shell import Commands, add_language, day
from planner.knowledge import load
from planner.model.diary import Blank, Choices, DateOrder, DiaryResult, Direction, Part
from planner.model.diary.summary import DiarySummary
from planner.model.vocabulary import Locale
from planner.system.reading import DIARY

if TYPE_CHECKING:
    from planner.diary import DiaryReading

# The reader is imported when asked for: pandas and scipy take longer to load than a plan to make.
FEWEST_WORDS = 2
LEAST, MOST = 7, 3650  # days of each side that may be compared
TEN = 10.0
DATE_ORDERS = ("dmy", "mdy", "ymd")
DIRECTIONS = ("higher-is-worse", "higher-is-better")


def add(commands: Commands) -> None:
    """Add the command."""
    diary = commands.add_parser("diary", help="a diary file, read and analysed")
    diary.add_argument("file", type=Path)
    diary.add_argument("--summary", action="store_true")
    add_options(diary)
    _add_page(diary)
    diary.set_defaults(carry_out=_carry_out)


def add_options(parser: ArgumentParser) -> None:
    """The answers to what a diary may leave open, and the day the plan started."""
    parser.add_argument("--date-order", choices=DATE_ORDERS)
    parser.add_argument("--pain", metavar="COLUMN")
    parser.add_argument("--scale", type=_scale, metavar="LOW,HIGH")
    parser.add_argument("--direction", choices=DIRECTIONS)
    parser.add_argument("--person", metavar="ID")
    parser.add_argument("--year", type=int, choices=range(1990, 2101), metavar="YYYY")
    parser.add_argument("--word-order", type=_words, metavar="LEAST,…,WORST")
    parser.add_argument("--blank", choices=tuple(one.value for one in Blank))
    parser.add_argument("--column", action="append", type=_column, default=[],
                        metavar="PART=HEADING")  # fmt: skip
    parser.add_argument("--heading-row", type=int, choices=range(1, 201), metavar="N")
    parser.add_argument("--started", type=day, metavar="DATE")
    parser.add_argument("--baseline", type=int, choices=range(LEAST, MOST + 1), metavar="DAYS")
    parser.add_argument("--bad-from", type=_score, metavar="SCORE")
    add_language(parser)


def _add_page(parser: ArgumentParser) -> None:
    """The diary on one page for a doctor: of which days, what to ask, from whom."""
    parser.add_argument("--doctor-pdf", type=Path, metavar="F.pdf")
    parser.add_argument("--from", type=day, dest="first", metavar="DATE")
    parser.add_argument("--to", type=day, dest="last", metavar="DATE")
    parser.add_argument("--question", default="", metavar="TEXT")
    parser.add_argument("--label", default="", metavar="LABEL")
    parser.add_argument("--locale", choices=tuple(one.value for one in Locale))
    add_practice(parser)


def _scale(text: str) -> tuple[float, float]:
    """`0,10` as a pair; refused unless the first is below the second."""
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        low, high = 0.0, 0.0
    if not (low < high and isfinite(low) and isfinite(high)):
        raise ArgumentTypeError(f"'{text}' is not a scale; write its two ends, as in 0,10")
    return low, high


def _score(text: str) -> float:
    """A score from 0 to 10."""
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= TEN:
        raise ArgumentTypeError(f"'{text}' is not a score from 0 to 10")
    return score


def _words(text: str) -> tuple[str, ...]:
    """Words of pain in their order, the least pain first."""
    words = tuple(word for part in text.split(",") if (word := part.strip()))
    if len(words) < FEWEST_WORDS:
        raise ArgumentTypeError(f"'{text}' is no order of words; write them as in ok,bad,awful")
    return words


def _column(text: str) -> tuple[Part, str]:
    """`sleep=Schlaf` as a part and the heading of its column; `sleep=` takes the column away."""
    part, given, heading = text.partition("=")
    if not given or part not in tuple(Part):
        parts = ", ".join(Part)
        raise ArgumentTypeError(f"'{text}' names no column; write PART=HEADING, PART being {parts}")
    return Part(part), heading.strip()


def _carry_out(chosen: Namespace) -> DiaryResult | DiarySummary | None:
    """The diary, or with `--summary` what it says at a glance; that is none where no day scores."""
    from planner.diary import result, summary_of

    found, how = reading(chosen, chosen.file), {"bad_from": chosen.bad_from}
    if chosen.doctor_pdf:
        _write_page(found, chosen)
    if chosen.summary:
        return summary_of(found, chosen.started, window=chosen.baseline, **how)
    return result(found, chosen.started, chosen.baseline, **how)


def _write_page(found: "DiaryReading", chosen: Namespace) -> None:
    """The page for a doctor as a file; raises NotForHandout where there is none of this diary."""
    from planner.exports.paper.diary_summary import Asked
    from planner.exports.paper.diary_summary.made import diary_summary_pdf

    practice = practice_of(chosen)
    how = {"window": chosen.baseline, "bad_from": chosen.bad_from}
    asked = Asked(
        found,
        date.today(),
        chosen.locale or practice.locale,
        chosen.started,
        chosen.first,
        chosen.last,
        question=chosen.question,
        label=chosen.label,
        **{name: given for name, given in how.items() if given is not None},
    )
    write(chosen.doctor_pdf, diary_summary_pdf(asked, load(), chosen.language, practice))


def reading(chosen: Namespace, file: Path) -> "DiaryReading":
    """The diary in a file, read with the answers that were given; raises DiaryError."""
    from planner.diary import read_diary

    choices = Choices(
        date_order=DateOrder(chosen.date_order) if chosen.date_order else None,
        pain=chosen.pain,
        scale=chosen.scale,
        direction=Direction(chosen.direction) if chosen.direction else None,
        person=chosen.person,
        year=chosen.year,
        words=chosen.word_order,
        blank=Blank(chosen.blank) if chosen.blank else None,
        columns=dict(chosen.column),
        heading_row=chosen.heading_row,
    )
    return read_diary(read(file, DIARY), file.name, choices, on=date.today())
