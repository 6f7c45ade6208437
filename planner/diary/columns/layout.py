"""Which columns of a table hold what: the outcome of recognising a file."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.diary.columns.headings import is_pain, words_of
from planner.diary.columns.tables import Table
from planner.model.diary import Ask, Choices, Direction, Question, Scale

MOST_CHOICES = 30


@dataclass(frozen=True)
class Filter:
    """Rows are kept when the text of a column passes the test; others are skipped for `why`."""

    column: int
    keeps: Callable[[str], bool]
    why: str


@dataclass(frozen=True)
class Layout:
    """The columns of a diary by what they hold; `date` is one column, or year, month and day."""

    format: str = "generic"
    date: tuple[int, ...] = ()
    clock: int | None = None
    weekday: int | None = None
    pain: tuple[int, ...] = ()
    filters: tuple[Filter, ...] = ()
    site: int | None = None
    session: int | None = None
    sleep: int | None = None
    way: int | None = None
    note: int | None = None
    person: int | None = None
    person_is_named: bool = False
    activities: tuple[int, ...] = ()
    scale: Scale | None = None
    scale_choices: tuple[Scale, ...] = ()
    direction: Direction | None = None
    inside: str | None = None
    questions: tuple[Question, ...] = ()
    together: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def ask_pain(choices: list[str], why: str) -> Question:
    """Ask which column, or which of the things rated, is the pain."""
    return Question(ask=Ask.PAIN_COLUMN, why=why, choices=tuple(choices[:MOST_CHOICES]))


def same(one: str, other: str) -> bool:
    """Whether two headings are the same words."""
    return words_of(one) == words_of(other) and bool(words_of(one))


@dataclass(frozen=True)
class NamedRows:
    """The rows of a long table that are about pain; `together` names its pains when several."""

    keep: Filter
    together: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


def named_rows(
    table: Table, place: int, choices: Choices, about: Callable[[str], str] = str
) -> NamedRows:
    """Find the rows of a long table that are about pain, as chosen or as their names say."""
    names = {about(" ".join(str(name).split())) for name in table.column(place).unique()} - {""}
    chosen = [name for name in names if choices.pain and same(name, choices.pain)]
    pains = chosen or [name for name in names if not choices.pain and is_pain(name)]
    kept = frozenset(pains)
    questions: tuple[Question, ...] = ()
    if names and not pains:
        questions = (ask_pain(sorted(names), "No row of this file is named as a pain."),)
    once = {words_of(name): name for name in sorted(pains)}
    why = "this row is about something other than pain"
    return NamedRows(
        Filter(place, lambda name: about(name) in kept, why),
        tuple(once.values()) if len(once) > 1 else (),
        questions,
    )
