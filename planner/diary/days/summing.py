"""Entries and their days: the daily mean, with missing kept missing and zero kept zero."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydantic import TypeAdapter

from planner.diary.columns.headings import qualifiers
from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.diary.days.entries import Diary
from planner.diary.days.grading import Graded
from planner.diary.days.rows import Mask
from planner.diary.values.cells import coded
from planner.diary.values.date_forms import EPOCH
from planner.diary.values.lexicon import PARTS
from planner.diary.values.scales import is_nothing, number_in
from planner.model.diary import Day

Numbers = NDArray[np.float64]
DAYS = TypeAdapter(tuple[Day, ...])


def diary_of(
    table: Table, layout: Layout, pains: list[Graded], days: NDArray[np.int64], used: Mask
) -> Diary:
    """Each pain score of the rows in use; only columns that a diary needs are kept."""
    parts = [entries_in(table, layout, pain, place, days, used)
             for pain, place in zip(pains, layout.pain, strict=False)]  # fmt: skip
    if len(parts) == 1:
        return parts[0]
    arrays = [[getattr(part, name) for part in parts] for name in ("day", "pain", "pain_0_10")]
    day, pain, on_ten = (np.concatenate([np.array([]), *found]) for found in arrays)
    names = parts[0].beside if parts else {}
    texts = {n: pd.concat([p.beside[n] for p in parts], ignore_index=True) for n in names}
    return Diary(day.astype(np.int64), pain, on_ten, texts)


def entries_in(
    table: Table, layout: Layout, pain: Graded, place: int, days: NDArray[np.int64], used: Mask
) -> Diary:
    """The entries of one pain column."""
    scores = pain.of_rows
    rows = used & ~np.isnan(scores)
    keep = slice(None) if rows.all() else rows
    kept = {"clock": layout.clock, "site": layout.site, "note": layout.note}
    texts = {name: table.column(column)[keep].reset_index(drop=True)
             for name, column in kept.items() if column is not None}  # fmt: skip
    if len(layout.pain) > 1:
        name, said = said_by_heading(table.header[place])
        texts[name] = pd.Series(said, index=range(int(rows.sum())), dtype=str)
    same = pain.on_ten is pain.scores
    on_ten = scores if same else pain.on_ten[pain.column.codes]
    shown = scores[keep]
    return Diary(days[keep], shown, shown if same else on_ten[keep], texts)


def said_by_heading(heading: str) -> tuple[str, str]:
    """What a heading of pain tells of its entries: the part of the day, or the place."""
    words = qualifiers(heading)
    if words and words <= PARTS:
        return "clock", min(words)
    return "site", heading


def days_of(
    diary: Diary, table: Table, layout: Layout, numbers: NDArray[np.int64], used: Mask
) -> tuple[Day, ...]:
    """One Day for each date with an entry, in order of date."""
    days = diary.day
    beside = {
        name: mean_beside(table, column, numbers, used)
        for name, column in (("sleep", layout.sleep), ("got_in_the_way", layout.way))
        if column is not None
    }
    if not layout.pain:
        known = sorted(beside.get("sleep", {}))
        return tuple(Day(date=on(day), pain=None, pain_0_10=None, entries=0,
                         sleep=beside["sleep"][day]) for day in known)  # fmt: skip
    if not len(days):
        return ()
    counts = np.bincount(days)
    present = np.flatnonzero(counts)
    pain = daily(diary.pain, days, counts)[present]
    same = diary.pain is diary.pain_0_10
    on_ten = pain if same else daily(diary.pain_0_10, days, counts)[present]
    numbers_ = present.tolist()
    columns = {
        "date": present.astype("datetime64[D]").tolist(),
        "pain": pain.tolist(),
        "pain_0_10": on_ten.tolist(),
        "entries": counts[present].tolist(),
        **{name: [found.get(day) for day in numbers_] for name, found in beside.items()},
    }
    lines = zip(*columns.values(), strict=True)
    return DAYS.validate_python(tuple(dict(zip(columns, line, strict=True)) for line in lines))


def daily(scores: Numbers, days: NDArray[np.int64], counts: NDArray[np.int64]) -> Numbers:
    """The mean of each day's scores; a diary in order of date has its days side by side."""
    if not (days[1:] >= days[:-1]).all():
        return np.bincount(days, weights=scores) / np.maximum(counts, 1)
    present = np.flatnonzero(counts)
    sizes = counts[present]
    means = np.zeros(len(counts))
    means[present] = np.add.reduceat(scores, np.cumsum(sizes) - sizes) / sizes
    return means


def on(day: int) -> date:
    """The date of a day number."""
    return EPOCH + timedelta(days=day)


def mean_beside(
    table: Table, place: int, numbers: NDArray[np.int64], used: Mask
) -> dict[int, float]:
    """The daily mean of a column kept beside the pain, on the days that have one."""
    column = coded(table.column(place))
    values = np.array([beside(text) for text in column.values], dtype=float)[column.codes]
    rows = used & ~np.isnan(values) & (numbers > np.iinfo(np.int64).min)
    if not rows.any():
        return {}
    means = pd.Series(values[rows]).groupby(numbers[rows]).mean()
    return {int(day): float(mean) for day, mean in means.items()}  # type: ignore[call-overload]


def beside(text: str) -> float:
    """A plain number beside the pain; "1,234" is a count of thousands; NaN when it is no number."""
    if is_nothing(text):
        return float("nan")
    if len(text) > 4 and text.replace(",", "").isdigit() and text[-4] == ",":
        return float(text.replace(",", ""))
    found = number_in(text)
    return found[0] if found else float("nan")
