"""Any other table: the columns are found by their headings and by what is in them."""

import re
from dataclasses import replace
from typing import NamedTuple

from planner.diary.columns.described import MOSTLY, NAMED_SO, Column, described, first
from planner.diary.columns.headings import Role, is_pain, words_of
from planner.diary.columns.layout import Layout, named_rows
from planner.diary.columns.pain_columns import may_be_pain, pain_columns
from planner.diary.columns.persons import holds_names, is_body, person_column
from planner.diary.columns.places import chosen_among, of_places, rated_places
from planner.diary.columns.tables import Table
from planner.diary.columns.times import clock_column, date_columns, yearless_column
from planner.diary.values.cells import coded
from planner.diary.values.lexicon import BODY, FILLER, SAYS_NO, plain
from planner.model.diary import Choices, Follow, Question

MOST_NAMES = 200  # of things that a long table rates; a column with more holds notes


WITHOUT_ENDS = re.compile(r"\([^)]*\)|\d+")
HOW_BAD = frozenset(
    ("intensity", "severity", "intensitat", "starke", "intensite", "intensidad", "intensita")
)


def generic(table: Table, choices: Choices) -> Layout:
    """The layout of a table whose product is not known."""
    columns = described(table)
    date = date_columns(table, columns)
    yearless = None if date else yearless_column(columns)
    date = date or (() if yearless is None else (yearless,))
    clock = clock_column(columns, date)
    free = [column for column in columns if column.place not in (*date, clock)]
    measure = None if choices.pain == Follow.COUNT_DAYS else _measure_column(table, free)
    place = first(free, Role.SITE, lambda column: is_body(table, column))
    if measure is None:
        when = date if clock is None or clock in date else (*date, clock)
        places = rated_places(table, place, when)
        rated = _rated_in_columns(table, free, choices, _Places(place, places, bool(date)))
    else:
        rated = _rated_in_rows(table, free, measure, choices)
    others = [one for one in columns if one.place not in (measure, *rated.pain)]
    person = person_column(table, others, date)
    return replace(
        rated,
        date=date,
        has_no_year=yearless is not None,
        clock=clock,
        weekday=first(columns, Role.WEEKDAY),
        site=measure if place is None else place,
        is_pain=rated.had_pain is not None
        or measure is not None
        or _is_of_pain(free, rated.pain, table),
        person=person,
        person_is_named=person is not None and holds_names(table, person),
        session=first(free, Role.SESSION),
        sleep=first(free, Role.SLEEP),
        way=first(free, Role.WAY),
        note=first(free, Role.NOTE),
        medicine=first(free, Role.MEDICINE),
    )


class _Places(NamedTuple):
    """The column of places, those that are rated side by side, and whether the table has dates."""

    column: int | None
    rated: tuple[str, ...]
    dated: bool


def _rated_in_columns(
    table: Table, free: list[Column], choices: Choices, places: _Places
) -> Layout:
    """The pain of a wide table: its columns of scores, or days on which there was pain or none."""
    had_pain = next((c.place for c in free if c.says_yes_or_no and is_pain(c.heading)), None)
    if choices.pain == Follow.COUNT_DAYS:
        return Layout(counted=True, had_pain=had_pain)
    of_column = choices.model_copy(update={"pain": None})
    answered = chosen_among(places.rated, choices)
    pain, questions, several, is_unknown = pain_columns(
        table, free, of_column if answered else choices
    )
    questions = tuple(map(_or_counted, questions)) if is_unknown and places.dated else questions
    decides = had_pain is not None and _says_both(table, had_pain)
    if decides and not choices.pain and not may_be_pain(free):
        return Layout(counted=True, had_pain=had_pain)
    where = of_places(places.rated, places.column, choices) if len(pain) == 1 else Layout()
    return Layout(
        pain=pain,
        questions=(*questions, *where.questions),
        filters=where.filters,
        had_pain=had_pain if pain else None,
        together=several or where.together,
        worst=where.worst or (bool(several) and choices.pain == Follow.WORST_OF_DAY),
    )


def _says_both(table: Table, place: int) -> bool:
    """Whether a column of yes and no says no too: one of crosses alone tells of no other day."""
    return any(plain(text) in SAYS_NO for text in coded(table.column(place)).filled)


def _or_counted(asked: Question) -> Question:
    """The question of a table in which no column is the pain: its days can be counted."""
    return asked.model_copy(update={"choices": (*asked.choices, Follow.COUNT_DAYS.value)})


def _is_of_pain(columns: list[Column], pain: tuple[int, ...], table: Table) -> bool:
    """Whether a heading says pain, how bad, or a part of the body; without headings: taken so."""
    rated = [column for column in columns if column.place in pain]
    said = any(c.role is Role.PAIN or is_pain(c.heading) for c in rated)
    headings = [{*words_of(WITHOUT_ENDS.sub(" ", one.heading)).split()} for one in rated]
    return said or not table.headed or any(map(_says_how_bad, headings))


def _says_how_bad(words: set[str]) -> bool:
    """Whether the words of a heading are those of how bad, or of a part of the body and no more."""
    return bool(words & HOW_BAD) or bool(words & BODY and words <= BODY | FILLER)


def _measure_column(table: Table, columns: list[Column]) -> int | None:
    """In a long table, the column that names what each row rates; None in a wide table."""
    if any(c.role is Role.PAIN and c.scores >= MOSTLY for c in columns):
        return None
    if _value_column(columns) is None:
        return None
    named = (c.place for c in columns if _may_name(c) and _names_a_pain(table, c.place))
    return next(named, None)


def _may_name(column: Column) -> bool:
    """Whether a column may hold the names of what is rated."""
    said = column.role in (Role.MEASURE, None) or words_of(column.heading) == "name"
    return said and column.scores < MOSTLY and column.filled > 0


def _names_a_pain(table: Table, place: int) -> bool:
    """Whether a column holds a few names, a pain among them."""
    names = coded(table.column(place)).filled
    return len(names) < MOST_NAMES and any(map(is_pain, names))


def _value_column(columns: list[Column]) -> int | None:
    """The column of scores whose heading does not say of what."""
    return first(columns, Role.VALUE, lambda column: column.scores >= NAMED_SO)


def _rated_in_rows(table: Table, free: list[Column], measure: int, choices: Choices) -> Layout:
    """The pain of a long table: a column of scores, in the rows that are about pain."""
    about = named_rows(table, measure, choices)
    value = _value_column(free)
    return Layout(
        pain=() if value is None else (value,),
        filters=(about.keep,),
        questions=about.questions,
        together=about.together,
        worst=about.worst,
    )
