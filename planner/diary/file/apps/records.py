"""Records of any app, each an object with names and values, as a grid with a heading for each."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from planner.diary.values.date_forms import written_date
from planner.model.errors import DiaryError
from planner.words import say

Record = Mapping[str, object]
DEEPEST = 5  # objects within each other in which a list of records is looked for
NESTED = 3  # objects within a record
MOST_COLUMNS = 400
MOST_CELLS = 6_000_000
MOST_TABLES = 40
FEWEST_DATES = 2  # as names, so that an object is a list of days
EXACT_BELOW = 1e15  # up to here a float holds every whole number
HUGE = say("This JSON file is larger than a diary can be. Export the diary as CSV.")


def lists_of_records(value: object, name: str = "value", depth: int = 0) -> Iterator[list[Record]]:
    """Each list of records in a JSON value; an object with dates as names is one too.

    `name` is that of the value, for an object that has a score and no more for each date.
    """
    if isinstance(value, list):
        found: list[Record] = [one for one in value if isinstance(one, dict) and one]
        if found:
            yield found
    elif isinstance(value, dict) and depth < DEEPEST:
        days = list(_by_day(value, name)) or list(_by_column(value))
        if days:
            yield days
            return
        for within, said in value.items():
            yield from lists_of_records(said, within, depth + 1)


def _by_day(value: Record, name: str) -> Iterator[Record]:
    """The records of an object whose names are dates."""
    if len(value) < FEWEST_DATES or not all(map(written_date, value)):
        return
    for day, said in value.items():
        for one in said if isinstance(said, list) else [said]:
            yield {"date": day, **(one if isinstance(one, dict) else {name: one})}


def _by_column(value: Record) -> Iterator[Record]:
    """The records of an object that has a list for each column, all of one length."""
    columns = [one for one in value.values() if isinstance(one, list)]
    lengths = {len(column) for column in columns}
    plain = all(not isinstance(cell, dict | list) for column in columns for cell in column)
    if len(value) < FEWEST_DATES or len(columns) < len(value) or len(lengths) != 1 or not plain:
        return
    for cells in zip(*columns, strict=True):
        yield dict(zip(value, cells, strict=True))


def grid_of(records: Sequence[Record]) -> pd.DataFrame:
    """A heading for each name, in the order in which they are met, and a row for each record."""
    rows = [dict(_cells(record)) for record in records]
    headings = list(dict.fromkeys(name for row in rows for name in row))[:MOST_COLUMNS]
    if len(headings) * len(rows) > MOST_CELLS:
        raise DiaryError(HUGE)
    cells = [[row.get(name, "") for name in headings] for row in rows]
    return pd.DataFrame([headings, *cells], dtype=str)


def _cells(record: Record, before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """The names and texts of a record; of an object within it "mood.score" is a name."""
    for name, value in record.items():
        whole = f"{before}{name}"
        if isinstance(value, dict):
            if depth < NESTED:
                yield from _cells(value, f"{whole}.", depth + 1)
        else:
            yield whole, text_of(value)


def text_of(value: object) -> str:
    """A value as the cell of a table: whole numbers without a point, yes and no, lists in one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT_BELOW:
        return str(int(value))
    if isinstance(value, list):
        return "; ".join(filter(None, map(_named, value)))
    return str(value)


def _named(value: object) -> str:
    """An item of a list: its text, or the name of an object."""
    if isinstance(value, dict):
        return text_of(value.get("name")) if not isinstance(value.get("name"), dict | list) else ""
    return "" if isinstance(value, list) else text_of(value)
