"""Rows that would mislead: the same entry once more, and a day far from all the others."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.diary.days.rows import Mask
from planner.diary.values.cells import Codes, coded
from planner.diary.values.clock import minutes_of
from planner.diary.values.dates import NO_DAY

FAR = 180  # days from all the others
CLOSE = 60  # days: the others have no longer gap than this
MOST_ROWS = 100_000  # of a diary; a longer file is a log, and slow to look through
LONE_ROWS = 2
DIFFERENT = 2  # times of day, so that an entry is known by its own
ENOUGH = 10  # days, so that one can be far from them


def repeated(table: Table, layout: Layout, days: NDArray[np.int64]) -> Mask:
    """The rows that say again what one above has said.

    With a time of day it is the same time, place and score. Without one only a file that holds
    every row as often as every other repeats itself.
    """
    if len(days) > MOST_ROWS:
        return np.zeros(len(days), dtype=bool)
    told = (layout.site, *layout.pain)
    places = [place for place in told if place is not None]
    none = np.zeros(len(days), dtype=bool)
    if layout.clock is not None and _tells_times(table, layout.clock):
        return _seen_before([days, *_codes(table, (layout.clock, *places))])
    again = _seen_before([days, *_codes(table, places)])
    if again.sum() * 2 < len(days) or (~again).sum() < ENOUGH:
        return none
    rows = table.body.groupby([*table.body.columns], dropna=False, sort=False)
    times = rows.ngroup().value_counts()
    whole: Mask = rows.cumcount().to_numpy() > 0
    return whole if times.nunique() == 1 else none


def _tells_times(table: Table, clock: int) -> bool:
    """Whether every row has a time of day, and not the same few for all of them."""
    minutes = minutes_of(table.column(clock))
    return bool(minutes.notna().all()) and minutes.nunique() >= DIFFERENT


def _codes(table: Table, places: "tuple[int, ...] | list[int]") -> Iterator[Codes]:
    return (coded(table.column(place)).codes for place in places)


def _seen_before(columns: "list[NDArray[np.int64]]") -> Mask:
    """The rows whose values all stood together in an earlier row."""
    key = np.zeros(len(columns[0]), dtype=np.int64)
    for values in columns:
        _, codes = np.unique(values, return_inverse=True)
        _, key = np.unique(key * (codes.max(initial=0) + 1) + codes, return_inverse=True)
    first = np.unique(key, return_index=True)[1]
    again = np.ones(len(key), dtype=bool)
    again[first] = False
    return again


def far_off(days: NDArray[np.int64], used: Mask) -> dict[int, int]:
    """The days that stand alone and far from all others, each with how many days apart."""
    found: dict[int, int] = {}
    known = used & (days > NO_DAY)
    times = np.bincount(days if known.all() else days[known])  # no day is before 1970
    present = np.flatnonzero(times)
    rows = times[present]
    for lone, others in ((0, present[1:]), (-1, present[:-1])):
        if len(others) < ENOUGH or rows[lone] > LONE_ROWS:
            continue
        apart = int(np.abs(others - present[lone]).min())
        if apart > FAR and np.diff(others).max() <= CLOSE:
            found[int(present[lone])] = apart
    return found
