"""Tables that lie otherwise than one record a row: a sheet for each month, days side by side."""

from dataclasses import replace

import pandas as pd

from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import first_records, heading_place
from planner.diary.values.date_forms import written_date
from planner.model.phrase import Phrase, Texts
from planner.words import say, say_many

LEAST_DAYS = 3  # side by side; two dates in a line are a start and an end
MOST_LINES = 60  # a table of days side by side has few lines
TURNED = say(
    "In this file the days stand side by side: what is called a row here is one of its columns."
)


def together(grids: tuple[pd.DataFrame, ...]) -> list[tuple[pd.DataFrame, Texts]]:
    """Each table of a file with what must be said of it; sheets with the same headings are one."""
    if len(grids) == 1:
        return [_upright(grids[0])]
    alike: dict[tuple[str, ...], list[pd.DataFrame]] = {}
    for number, grid in enumerate(grids):
        alike.setdefault(_headings_of(grid) or (str(number),), []).append(grid)
    return [_as_one(group, len(grids)) for group in alike.values()]


def _headings_of(grid: pd.DataFrame) -> tuple[str, ...]:
    """The headings of a grid in lower case; none where it has no line of them."""
    records = first_records(grid)
    place = heading_place(records)
    return () if place is None else tuple(cell.lower() for cell in records[place])


def _as_one(group: list[pd.DataFrame], of: int) -> tuple[pd.DataFrame, Texts]:
    """Sheets with the same headings below each other, and how many others there are."""
    first, *more = group
    others = (_others(of - len(group)),) if of > len(group) else ()
    if not more:
        grid, notes = _upright(first)
        return grid, (*notes, *others)
    bodies = [grid.iloc[(heading_place(first_records(grid)) or 0) + 1 :] for grid in more]
    whole = pd.concat([first, *bodies], ignore_index=True).fillna("")
    return whole, (_alike(len(group)), *others)


def _alike(sheets: int) -> Phrase:
    return say_many(
        "{number} sheet was read.",
        "{number} sheets with the same headings were read as one; their rows are counted through.",
        sheets,
    )


def _others(sheets: int) -> Phrase:
    return say(
        "Sheets of this workbook that hold no such table, and were not read: {sheets}.",
        sheets=sheets,
    )


def _upright(grid: pd.DataFrame) -> tuple[pd.DataFrame, Texts]:
    """The grid, turned where its days are the headings of its columns."""
    if len(grid) > MOST_LINES:
        return grid, ()
    records = first_records(grid)
    across = [place for place, record in enumerate(records) if _is_days_across(record)]
    if len(across) != 1 or across[0] == len(records) - 1:
        return grid, ()
    turned = grid.iloc[across[0] :].T.reset_index(drop=True)
    turned.columns = pd.RangeIndex(turned.shape[1])
    turned.iat[0, 0] = "Date"  # the corner may name what stands below it
    return turned, (TURNED,)


def _is_days_across(record: tuple[str, ...]) -> bool:
    """Whether a record is a line of days and hardly anything else."""
    filled = [cell for cell in record if cell]
    days = sum(written_date(cell) is not None for cell in filled)
    return days >= LEAST_DAYS and days >= len(filled) - 1


def with_notes(layout: Layout, notes: Texts) -> Layout:
    """The layout with more to be said of the file."""
    return replace(layout, notes=(*layout.notes, *notes)) if notes else layout
