"""Tables one below the other: those that lie side by side, and the sheets of a workbook."""

import pandas as pd

from planner.diary.columns.headings import Role, role_of
from planner.diary.columns.tables import Record, first_records, heading_place
from planner.diary.values.calendar import month_number, month_titled, year_in
from planner.diary.values.cells import SHEET
from planner.diary.values.lexicon import PARTS, plain
from planner.model.phrase import Texts
from planner.words import say

NARROWEST = 2  # columns of a table
SHEET_HEADING = "Sheet"
STACKED = say("Tables side by side were read one below the other; their rows are counted through.")


def stacked(grid: pd.DataFrame, said: Texts) -> tuple[pd.DataFrame, Texts]:
    """The grid, with tables of the same headings that lie side by side one below the other."""
    records = first_records(grid)
    place = heading_place(records)
    width = 0 if place is None else _width(records[place])
    if place is None or not width:
        return grid, said
    below = grid.iloc[place + 1 :]
    blocks = [_block(below, at, width) for at in range(0, len(records[place]), width)]
    first = grid.iloc[: place + 1, :width]
    whole = pd.concat([first, *blocks], ignore_index=True).fillna("")
    return whole, (*said, STACKED)


def _block(grid: pd.DataFrame, at: int, width: int) -> pd.DataFrame:
    """The columns of one of several tables, numbered from the first."""
    block = grid.iloc[:, at : at + width]
    return block.set_axis(range(block.shape[1]), axis="columns")


def _width(headings: Record) -> int:
    """How many columns each of several equal tables has; 0 where the headings show only one."""
    dates = [at for at, cell in enumerate(headings)
             if cell == headings[0] and role_of(cell) is Role.DATE]  # fmt: skip
    width = dates[1] if len(dates) > 1 else 0
    block = [cell for cell in headings[:width] if cell]
    others = ([cell for cell in headings[at : at + width] if cell] for at in dates)
    steady = dates == [*range(0, len(headings), width)] if width else False
    return width if steady and len(block) >= NARROWEST and all(o == block for o in others) else 0


def below_each_other(grids: list[pd.DataFrame]) -> pd.DataFrame:
    """Sheets with the same headings as one; their names in a column where they may be people."""
    names = [str(grid.attrs.get(SHEET, "")) for grid in grids]
    if len({*names}) > 1 and not all(map(_is_a_time, names)):
        grids = [_with_its_sheet(grid, name) for grid, name in zip(grids, names, strict=True)]
    first, *more = grids
    bodies = [grid.iloc[(heading_place(first_records(grid)) or 0) + 1 :] for grid in more]
    whole = pd.concat([first, *bodies], ignore_index=True).fillna("")
    return whole.set_axis(range(whole.shape[1]), axis="columns")


def _is_a_time(name: str) -> bool:
    """Whether a sheet is named after a month, a year or a part of the day."""
    word = plain(name).strip(" .")
    return bool(month_titled(name) or year_in(name) or month_number(word) or word in PARTS)


def _with_its_sheet(grid: pd.DataFrame, name: str) -> pd.DataFrame:
    """A sheet with its name in each of its rows, in a last column."""
    place = heading_place(first_records(grid)) or 0
    filled = (grid != "").any(axis="columns").to_numpy()
    column = [name if full and at > place else "" for at, full in enumerate(filled)]
    column[place] = SHEET_HEADING
    return grid.assign(**{SHEET_HEADING: pd.Series(column, index=grid.index, dtype=str)})
