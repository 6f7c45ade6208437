"""Which column of a wide table is the pain: chosen, the only one there can be, or asked."""

import re
from typing import NamedTuple

from planner.diary.columns.described import MOSTLY, Column
from planner.diary.columns.headings import Role, qualifiers, words_of
from planner.diary.columns.layout import SEVERAL, ask_pain, ask_which, same
from planner.diary.columns.tables import Table
from planner.diary.values.ladders import FEWEST_WORDS, MOST_WORDS
from planner.diary.values.lexicon import BODY, DURATIONS, PARTS
from planner.model.diary import Choices, Follow, Question
from planner.model.phrase import Phrase
from planner.words import say

PLUS = " + "
BPI = re.compile(r"bpi ?[3-6]\b")
BPI_ITEMS = say(
    "In the Brief Pain Inventory item 3 is the worst pain, 4 the least, 5 the average and 6 the "
    "pain right now. One of them is followed: which?"
)
NOT_NAMED, NO_SCORES = say("No column is named as pain."), say("No column holds scores of pain.")
HOW_LONG = say("A length of time does not say how bad the pain was.")
NOT_HERE = say("The column chosen as pain is not in this file.")
OF_ONE_PAIN = frozenset(
    ("average", "mean", "usual", "worst", "least", "best", "now", "current", "max", "min")
)  # the same pain, asked about more than once


class Found(NamedTuple):
    """The columns of pain, or the question; `several` are the headings of different pains.

    `is_unknown`: nothing shows that any column is the pain.
    """

    pain: tuple[int, ...] = ()
    questions: tuple[Question, ...] = ()
    several: tuple[str, ...] = ()
    is_unknown: bool = False


def pain_columns(table: Table, columns: list[Column], choices: Choices) -> Found:
    """The pain column, chosen or the only one there can be; otherwise the question."""
    rated = [column for column in columns if _may_rate(column)]
    named = [column for column in rated if column.role is Role.PAIN]
    found = _of_named(named) if named else _of_unnamed(rated, table.headed)
    if choices.pain == Follow.WORST_OF_DAY and found.several:
        every = tuple(column.place for column in rated if column.heading in found.several)
        return Found(every, (), found.several)
    if choices.pain:
        return _chosen_pain(columns, choices.pain)._replace(several=found.several)
    return found


def _may_rate(column: Column) -> bool:
    """Whether a column holds scores, or is named as pain and holds nothing that is none."""
    may_be = not column.filled or column.scores > 0 or has_words_of_its_own(column)
    return column.scores >= MOSTLY or (column.role is Role.PAIN and may_be)


def may_be_pain(columns: list[Column]) -> bool:
    """Whether any column holds scores and may be the pain, or how bad it was."""
    return any(_may_rate(one) and one.role in (Role.PAIN, Role.VALUE, None) for one in columns)


def has_words_of_its_own(column: Column) -> bool:
    """Whether a column holds a few words whose order only the client knows."""
    few = FEWEST_WORDS <= column.filled <= MOST_WORDS
    return few and not column.scores and not column.says_yes_or_no and column.is_short


def _of_named(named: list[Column]) -> Found:
    """Of columns named as pain: the one that says no more than that, the only one, or several."""
    whole = [column for column in named if not qualifiers(column.heading)]
    for group in (whole, named):
        if len(group) == 1:
            return Found((group[0].place,))
    return _several(whole or named)


def _of_unnamed(rated: list[Column], headed: bool) -> Found:
    """Where no column is named as pain: places of the body, the only scores, or the question."""
    values = _of_role(rated, Role.VALUE)
    unnamed = _of_role(rated, None)
    places = [column for column in unnamed if set(words_of(column.heading).split()) <= BODY]
    if len(places) > 1 and not values:
        return _several(places)
    only = values if values or headed else unnamed
    only = [one for one in only if not tells_how_long(one.heading)]
    if len(only) == 1:
        return Found((only[0].place,))
    others = values or unnamed or [one for one in rated if one.role is not Role.PERSONAL]
    return Found((), (_which(others, NOT_NAMED if rated else NO_SCORES),), is_unknown=True)


def tells_how_long(heading: str) -> bool:
    """Whether a heading is that of a length of time, which is no intensity."""
    return bool(set(words_of(heading).split()) & DURATIONS)


def _which(columns: list[Column], why: Phrase) -> Question:
    """Ask which column is the pain; a length of time is none."""
    names = [one.heading for one in columns if not tells_how_long(one.heading)]
    return ask_pain(names, why)


def _of_role(columns: list[Column], role: Role | None) -> list[Column]:
    """The columns of a role, or those whose heading says none."""
    return [column for column in columns if column.role is role]


def _chosen_pain(columns: list[Column], chosen: str) -> Found:
    """The column or columns ("back + neck") that the client chose."""
    names = [chosen, *chosen.split(PLUS)]
    exact = [c.place for c in columns if same(c.heading, chosen)]
    found = exact[:1] or [c.place for c in columns if any(same(c.heading, n) for n in names)]
    lengths = any(tells_how_long(c.heading) for c in columns if c.place in found)
    if found and not lengths:
        return Found(tuple(found))
    rated = [c for c in columns if c.scores >= MOSTLY]
    return Found((), (_which(rated, HOW_LONG if lengths else NOT_HERE),), is_unknown=True)


def _several(columns: list[Column]) -> Found:
    """Several pain columns: parts of the day are entries of that day; others are asked about."""
    if all(qualifiers(c.heading) and qualifiers(c.heading) <= PARTS for c in columns):
        return Found(tuple(c.place for c in columns))
    names = tuple(c.heading for c in columns)
    if all(BPI.match(words_of(c.heading)) for c in columns):
        return Found((), (ask_pain(list(names), BPI_ITEMS),))
    if all(qualifiers(c.heading) & OF_ONE_PAIN for c in columns):
        return Found((), (ask_pain(list(names), SEVERAL),))
    return Found((), (ask_which(names),), names)
