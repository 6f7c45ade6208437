"""Tables that lie otherwise than one record a row: a sheet for each month, days side by side."""

from dataclasses import replace

import pandas as pd

from planner.diary.columns.layout import Layout
from planner.diary.columns.months import with_whole_dates
from planner.diary.columns.stacked import below_each_other, stacked
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
    dated = [stacked(*with_whole_dates(grid)) for grid in grids]
    if len(dated) == 1:
        return [_upright(*dated[0])]
    alike: dict[tuple[str, ...], list[tuple[pd.DataFrame, Texts]]] = {}
    for number, (grid, said) in enumerate(dated):
        alike.setdefault(_headings_of(grid) or (str(number),), []).append((grid, said))
    return [_as_one(group, len(grids)) for group in alike.values()]


def _headings_of(grid: pd.DataFrame) -> tuple[str, ...]:
    """The headings of a grid in lower case; none where it has no line of them."""
    records = first_records(grid)
    place = heading_place(records)
    return () if place is None else tuple(cell.lower() for cell in records[place])


def _as_one(group: list[tuple[pd.DataFrame, Texts]], of: int) -> tuple[pd.DataFrame, Texts]:
    """Sheets with the same headings below each other, and how many others there are."""
    (first, said), *_ = group
    others = (_others(of - len(group)),) if of > len(group) else ()
    if len(group) == 1:
        grid, notes = _upright(first, said)
        return grid, (*notes, *others)
    whole = below_each_other([grid for grid, _ in group])
    return whole, (*said, _alike(len(group)), *others)


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


def _upright(grid: pd.DataFrame, said: Texts) -> tuple[pd.DataFrame, Texts]:
    """The grid, turned where its days are the headings of its columns; more is said of it then."""
    if len(grid) > MOST_LINES:
        return grid, said
    records = first_records(grid)
    across = [place for place, record in enumerate(records) if _is_days_across(record)]
    if not across or across[-1] == len(records) - 1:
        return grid, said
    ends = (*across[1:], len(records))
    blocks = [_turned(grid.iloc[begun:end]) for begun, end in zip(across, ends, strict=True)]
    turned = pd.concat(blocks, ignore_index=True).fillna("")
    names = ("Date", *turned.columns[1:])  # the corner may name what stands below it
    return pd.DataFrame([names, *turned.to_numpy().tolist()], dtype=str), (*said, TURNED)


def _turned(block: pd.DataFrame) -> pd.DataFrame:
    """Lines with the days across as a line a day, under the words that the lines begin with."""
    filled = block[(block.iloc[:, 1:] != "").any(axis="columns")]
    lines = {line.iloc[0] or f"line {place}": line.iloc[1:] for place, line in filled.iterrows()}
    days, *others = lines.values()
    columns = dict(zip([*lines][1:], others, strict=True))
    table = pd.DataFrame({"": days, **columns}, dtype=str)
    return table[table[""] != ""].reset_index(drop=True)


def _is_days_across(record: tuple[str, ...]) -> bool:
    """Whether a record is a line of days and hardly anything else."""
    filled = [cell for cell in record if cell]
    days = sum(written_date(cell) is not None for cell in filled)
    return days >= LEAST_DAYS and days >= len(filled) - 1


def with_notes(layout: Layout, notes: Texts) -> Layout:
    """The layout with more to be said of the file."""
    return replace(layout, notes=(*layout.notes, *notes)) if notes else layout
