"""The diary: any file a client brings, read honestly.

bytes ── file ──> grids ── columns ──> Layout ── days ──> DiaryReading ── analysis ──> Analysis
(all of them read one cell at a time with values)

    reading = joined(read_diary(data, name, choices, on), entries, on)
    result(reading, started)

Row numbers are records of the file: the first record is 1, headings and blank lines included.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from planner.diary.analysis.by_days.counted import Written, days_compared
from planner.diary.analysis.by_days.of_a_reading import How, days_of
from planner.diary.analysis.by_days.words import (
    headline,
    in_sentences,
    not_averaged,
    to_keep_in_mind,
)
from planner.diary.analysis.comparison import WINDOW, analyse, obstacles
from planner.diary.analysis.counting import BAD_FROM, counts_of
from planner.diary.analysis.naming import not_pain
from planner.diary.analysis.summary import Change, Told, summary_of, told
from planner.diary.columns.by_hand import corrected
from planner.diary.columns.formats import TITLES, recognised
from planner.diary.columns.generic import generic
from planner.diary.columns.layout import Layout
from planner.diary.columns.sheets import together, with_notes
from planner.diary.columns.tables import Table, generic_table, table_at
from planner.diary.columns.weeks import one_row_a_day, weeks_in
from planner.diary.days.cleaning import clean
from planner.diary.days.entries import Diary, DiaryReading
from planner.diary.days.unused import why_nothing
from planner.diary.file.kept import kept_file
from planner.diary.file.read import grids
from planner.diary.forms import csv_template, understood, xlsx_template
from planner.model.diary import Analysis, Choices, DayWritten, DiaryFacts, DiaryResult
from planner.model.diary.pain_days import DayDifference
from planner.model.phrase import Texts
from planner.words import say

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "BAD_FROM",
    "TITLES",
    "Change",
    "Diary",
    "DiaryReading",
    "Told",
    "Written",
    "analyse",
    "csv_template",
    "days_compared",
    "headline",
    "in_sentences",
    "joined",
    "kept_file",
    "read_diary",
    "read_entries",
    "result",
    "summary_of",
    "to_keep_in_mind",
    "told",
    "why_nothing",
    "xlsx_template",
]
WEEKS = "weeks"  # the format of a table with a row for each week
WRITTEN_HERE = "diary.csv"


def read_diary(
    data: bytes, name: str, choices: Choices | None = None, on: date | None = None
) -> DiaryReading:
    """Read a diary file; `on` is today, for the last year allowed. Raises DiaryError."""
    answers = choices or Choices()
    tables = tuple(map(understood, grids(data, name)))
    found = [_laid_out(grid, notes, answers) for grid, notes in together(tables)]
    table, layout = max(found, key=_promise)
    return clean(table, layout, answers, on)


def _laid_out(grid: "pd.DataFrame", notes: Texts, choices: Choices) -> tuple[Table, Layout]:
    """The table in a grid and what its columns hold: a known product, or any table."""
    if choices.heading_row is not None and choices.heading_row <= len(grid):
        table = table_at(grid, choices.heading_row - 1)
        return table, with_notes(corrected(table, generic(table, choices), choices), notes)
    known = recognised(grid)
    if known:
        product, table = known
        layout = replace(product.build(table, choices), format=product.name)
        return table, with_notes(corrected(table, layout, choices), notes)
    weeks = weeks_in(grid)
    if weeks:
        grid, said = one_row_a_day(weeks, choices)
        table = table_at(grid, 0)
        layout = replace(generic(table, choices), format=WEEKS)
        return table, with_notes(layout, (*notes, *said))
    table = generic_table(grid)
    return table, with_notes(corrected(table, generic(table, choices), choices), notes)


def _promise(found: tuple[Table, Layout]) -> tuple[bool, bool, bool, int]:
    """How much a sheet looks like the diary: it has dates, pain, no open question, many rows."""
    table, layout = found
    return bool(layout.date), bool(layout.pain), not layout.questions, len(table.rows)


def read_entries(entries: Iterable[DayWritten], on: date | None = None) -> DiaryReading:
    """The diary of days that were written down in this program."""
    return read_diary(csv_template(entries), WRITTEN_HERE, on=on)


def joined(
    reading: DiaryReading, entries: Iterable[DayWritten], on: date | None = None
) -> DiaryReading:
    """A file with the days written down here; for a day that is in both, what was written counts.

    `on` is today, for the last year allowed.
    """
    written = tuple(entries)
    return reading.joined_with(read_entries(written, on)) if written else reading


def result(
    reading: DiaryReading,
    started: date | None,
    window: int | None = None,
    bad_from: float | None = None,
) -> DiaryResult:
    """A reading as other programs get it, compared before and after `started`.

    Of each side the last days of the window are compared; a bad day has `bad_from` of 10 or more.
    None is as usual.
    """
    window = window or WINDOW
    bad_from = BAD_FROM if bad_from is None else bad_from
    analysis = _analysed(reading, started, window) if started else None
    how = How(started, window, bad_from) if started else None
    counted = days_of(reading, reading.days, how) if how else None
    return DiaryResult(
        **{name: getattr(reading, name) for name in DiaryFacts.model_fields},
        analysis=analysis,
        cautions=_why_not(reading, started, window, counted) if analysis is None else (),
        counts=counts_of(reading.days, reading.sessions, reading.medicine, bad_from),
        pain_days=counted,
    )


def _analysed(reading: DiaryReading, started: date, window: int) -> Analysis | None:
    return analyse(reading.days, reading.sessions, started, window, not_pain(reading))


def _why_not(
    reading: DiaryReading, started: date | None, window: int, counted: DayDifference | None
) -> Texts:
    """Why there is no analysis; nothing where the days are counted in its place."""
    if counted is not None:
        return not_averaged(counted)
    if not reading.days and reading.questions:
        return (say("The questions must be answered first."),)
    if started is None:
        return (say("There is no start date, so nothing was compared."),)
    return obstacles(reading.days, started, window)
