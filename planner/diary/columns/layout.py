"""Which columns of a table hold what: the outcome of recognising a file."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.diary.columns.headings import is_pain, words_of
from planner.diary.columns.tables import Table
from planner.model.diary import Ask, Choices, Direction, Follow, Question, Scale
from planner.model.phrase import Phrase, Texts
from planner.words import say

MOST_CHOICES = 30  # in a question; more cannot be looked through
OTHER_THAN_PAIN = say("this row is about something other than pain")
SEVERAL = say("Several pains are written down here. One of them is followed: which?")
NO_ROW_OF_PAIN = say("No row of this file is named as a pain.")


@dataclass(frozen=True)
class Filter:
    """Rows are kept when the text of a column passes the test; others are skipped for `why`."""

    column: int
    keeps: Callable[[str], bool]
    why: Phrase


@dataclass(frozen=True)
class Unscored:
    """The rows that say that there was pain and not how bad: the text of a column passes a test."""

    column: int
    says: Callable[[str], bool]


@dataclass(frozen=True)
class Layout:
    """The columns of a diary by what they hold; `date` is one column, or year, month and day.

    `is_pain`: whether anything says that the scores are of pain, so that the high end is the bad.
    `together` names the pains of a file that rates several: one is followed, or the `worst` of
    each day. `counted`: the rows say on which days there was pain, and not how bad it was.
    `attacks`: the product keeps a row for each attack and none for other days.
    """

    format: str = "generic"
    date: tuple[int, ...] = ()
    has_no_year: bool = False
    clock: int | None = None
    weekday: int | None = None
    pain: tuple[int, ...] = ()
    had_pain: int | None = None
    counted: bool = False
    attacks: bool = False
    unscored: Unscored | None = None
    is_pain: bool = True
    filters: tuple[Filter, ...] = ()
    site: int | None = None
    session: int | None = None
    sleep: int | None = None
    way: int | None = None
    note: int | None = None
    medicine: int | None = None
    person: int | None = None
    person_is_named: bool = False
    activities: tuple[int, ...] = ()
    scale: Scale | None = None
    scale_choices: tuple[Scale, ...] = ()
    direction: Direction | None = None
    inside: str | None = None
    questions: tuple[Question, ...] = ()
    together: tuple[str, ...] = ()
    worst: bool = False
    notes: Texts = ()


def ask_pain(choices: list[str], why: Phrase) -> Question:
    """Ask which column, or which of the things rated, is the pain."""
    return Question(ask=Ask.PAIN_COLUMN, why=why, choices=tuple(choices[:MOST_CHOICES]))


def same(one: str, other: str) -> bool:
    """Whether two headings are the same words."""
    return words_of(one) == words_of(other) and bool(words_of(one))


@dataclass(frozen=True)
class NamedRows:
    """The rows of a long table that are about pain; `together` names its pains when several.

    Of several one is followed, or the worst of each day.
    """

    keep: Filter
    together: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    worst: bool = False


def pains_among(names: list[str], chosen: str | None) -> list[str]:
    """Of names of things rated: the one that was chosen, or all that are about pain."""
    if chosen:
        return [name for name in names if same(name, chosen)]
    return [name for name in names if is_pain(name)]


def named_rows(
    table: Table, place: int, choices: Choices, about: Callable[[str], str] = str
) -> NamedRows:
    """Find the rows of a long table that are about pain, as chosen or as their names say."""
    cells = (about(" ".join(str(name).split())) for name in table.column(place).unique())
    names = sorted({*cells} - {""})
    worst = choices.pain == Follow.WORST_OF_DAY
    pains = pains_among(names, None if worst else choices.pain)
    several = tuple({words_of(name): name for name in pains_among(names, None)}.values())
    kept = frozenset(pains)
    return NamedRows(
        Filter(place, lambda name: about(name) in kept, OTHER_THAN_PAIN),
        several if len(several) > 1 else (),
        _which_row(names, pains, several if choices.pain is None else ()),
        worst,
    )


def _which_row(
    names: list[str], pains: list[str], several: tuple[str, ...]
) -> tuple[Question, ...]:
    """Ask which of the things rated is followed, where none is a pain or several are."""
    if names and not pains:
        return (ask_pain(names, NO_ROW_OF_PAIN),)
    return (ask_which(several),) if len(several) > 1 else ()


def ask_which(pains: tuple[str, ...]) -> Question:
    """Ask which of several pains is followed; the worst of each day is one answer."""
    return ask_pain([*pains[: MOST_CHOICES - 1], Follow.WORST_OF_DAY.value], SEVERAL)
