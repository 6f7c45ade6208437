"""The days compared: one value a day on each side of a start, and when the sides lie."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from planner.diary.analysis import effects
from planner.model.diary import Day


class Sides(NamedTuple):
    """The days compared on each side, every day before the start, and when the sides lie.

    `before` and `after` are the days of the two windows, `every` those of the whole time before.
    """

    before: effects.Series
    after: effects.Series
    every: effects.Series
    since: int
    middle_before: date
    middle_after: date


def series(days: Sequence[Day], first: date, last: date) -> effects.Series:
    """One value a day on 0 to 10 from the first to the last date, NaN where none was written."""
    values = np.full((last - first).days + 1, np.nan)
    known = [(day.date.toordinal(), day.pain_0_10) for day in days if day.pain_0_10 is not None]
    if known:
        ordinals, pains = np.array(known, dtype=float).T
        places = ordinals.astype(int) - first.toordinal()
        inside = (places >= 0) & (places < len(values))
        values[places[inside]] = pains[inside]
    return values


def _phases_of(days: Sequence[Day], started: date) -> tuple[effects.Series, effects.Series]:
    """The days before the start, and the days from it on; empty where the diary has none."""
    written = [day.date for day in days if day.pain_0_10 is not None]
    empty = np.array([], dtype=float)
    if not written:
        return empty, empty
    first, last = min(written), max(written)
    whole = series(days, first, last)
    cut = min(max(0, (started - first).days), len(whole))
    after = whole[cut:] if first <= started else series(days, started, last)
    return whole[:cut], after


def sides_of(days: Sequence[Day], started: date, window: int) -> Sides:
    """The last days of a window on each side of the start."""
    every, since = _phases_of(days, started)
    before, after = _from_the_first_written(every[-window:]), since[-window:]
    return Sides(
        before,
        after,
        every,
        len(since),
        started - timedelta(days=len(before) // 2),
        started + timedelta(days=len(since) - len(after) // 2),
    )


def _from_the_first_written(values: effects.Series) -> effects.Series:
    """The days from the first that was written down on."""
    written = np.flatnonzero(~np.isnan(values))
    return values[written[0] :] if len(written) else values
