"""Entries and their days: the daily mean, with missing kept missing and zero kept zero."""

import re
from datetime import timedelta
from typing import NamedTuple

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
from planner.diary.values.dates import NO_DAY
from planner.diary.values.lexicon import PARTS, is_nothing
from planner.diary.values.scores import number_in
from planner.model.diary import Day

Numbers = NDArray[np.float64]
DAYS = TypeAdapter(tuple[Day, ...])
THOUSANDS = re.compile(r"\d[\d,]*,\d{3}")


class DatedRows(NamedTuple):
    """The day of each row since 1970, and whether the row is in use."""

    days: NDArray[np.int64]
    used: Mask


def diary_of(table: Table, layout: Layout, pains: list[Graded], rows: DatedRows) -> Diary:
    """Each pain score of the rows in use; only columns that a diary needs are kept."""
    parts = [_entries_in(table, layout, pain, place, rows)
             for pain, place in zip(pains, layout.pain, strict=False)]  # fmt: skip
    if len(parts) == 1:
        return parts[0]
    arrays = [[getattr(part, name) for part in parts] for name in ("day", "pain", "pain_0_10")]
    day, pain, on_ten = (np.concatenate([np.array([]), *found]) for found in arrays)
    names = parts[0].beside if parts else {}
    texts = {n: pd.concat([p.beside[n] for p in parts], ignore_index=True) for n in names}
    return Diary(day.astype(np.int64), pain, on_ten, texts)


def _entries_in(table: Table, layout: Layout, pain: Graded, place: int, rows: DatedRows) -> Diary:
    """The entries of one pain column."""
    scores = pain.of_rows
    scored = rows.used & ~np.isnan(scores)
    keep = slice(None) if scored.all() else scored
    kept = {"clock": layout.clock, "site": layout.site, "note": layout.note}
    columns = {name: table.column(at) for name, at in kept.items() if at is not None}
    texts = {name: column if scored.all() else column[scored].reset_index(drop=True)
             for name, column in columns.items()}  # fmt: skip
    if len(layout.pain) > 1:
        name, said = _said_by_heading(table.header[place])
        texts[name] = pd.Series(said, index=range(int(scored.sum())), dtype=str)
    same = pain.on_ten is pain.scores
    on_ten = scores if same else pain.on_ten[pain.column.codes]
    shown = scores[keep]
    return Diary(rows.days[keep], shown, shown if same else on_ten[keep], texts)


def _said_by_heading(heading: str) -> tuple[str, str]:
    """What a heading of pain tells of its entries: the part of the day, or the place."""
    words = qualifiers(heading)
    if words and words <= PARTS:
        return "clock", min(words)
    return "site", heading


def days_of(diary: Diary, table: Table, layout: Layout, rows: DatedRows) -> tuple[Day, ...]:
    """One Day for each date with an entry, in order of date: its mean, or the worst of it."""
    beside = beside_of(table, layout, rows)
    if not layout.pain:
        return _nights(beside.get("sleep", {}))
    if not len(diary):
        return ()
    counts = np.bincount(diary.day)
    present = np.flatnonzero(counts)
    pain, on_ten = _worst(diary) if layout.worst else _means(diary, counts)
    columns = {
        "date": present.astype("datetime64[D]").tolist(),
        "pain": pain[present].tolist(),
        "pain_0_10": on_ten[present].tolist(),
        "entries": counts[present].tolist(),
        **{name: [found.get(day) for day in present.tolist()] for name, found in beside.items()},
    }
    lines = zip(*columns.values(), strict=True)
    return DAYS.validate_python(tuple(dict(zip(columns, line, strict=True)) for line in lines))


def _means(diary: Diary, counts: NDArray[np.int64]) -> tuple[Numbers, Numbers]:
    """The mean of each day's entries in the file's scale and on 0 to 10."""
    pain = _daily(diary.pain, diary.day, counts)
    same = diary.pain is diary.pain_0_10
    return pain, pain if same else _daily(diary.pain_0_10, diary.day, counts)


def _worst(diary: Diary) -> tuple[Numbers, Numbers]:
    """The worst of each day's entries in the file's scale and on 0 to 10."""
    upwards = np.argsort(diary.pain_0_10, kind="stable")
    days = diary.day[upwards]
    pain, on_ten = (np.zeros(int(days.max()) + 1) for _ in range(2))
    pain[days], on_ten[days] = diary.pain[upwards], diary.pain_0_10[upwards]
    return pain, on_ten


def beside_of(table: Table, layout: Layout, rows: DatedRows) -> dict[str, dict[int, float]]:
    """The daily means of what is kept beside the pain."""
    return {
        name: _mean_beside(table, column, rows)
        for name, column in (("sleep", layout.sleep), ("got_in_the_way", layout.way))
        if column is not None
    }


def _nights(sleep: dict[int, float]) -> tuple[Day, ...]:
    """The days of a file that holds sleep and no pain."""
    dates = {day: EPOCH + timedelta(days=day) for day in sorted(sleep)}
    return tuple(Day(date=on, pain=None, pain_0_10=None, entries=0, sleep=sleep[day])
                 for day, on in dates.items())  # fmt: skip


def _daily(scores: Numbers, days: NDArray[np.int64], counts: NDArray[np.int64]) -> Numbers:
    """The mean of each day's scores; a diary in order of date has its days side by side."""
    if not (days[1:] >= days[:-1]).all():
        return np.bincount(days, weights=scores) / np.maximum(counts, 1)
    present = np.flatnonzero(counts)
    sizes = counts[present]
    means = np.zeros(len(counts))
    means[present] = np.add.reduceat(scores, np.cumsum(sizes) - sizes) / sizes
    return means


def _mean_beside(table: Table, place: int, rows: DatedRows) -> dict[int, float]:
    """The daily mean of a column kept beside the pain, on the days that have one."""
    column = coded(table.column(place))
    values = np.array([_beside(text) for text in column.values], dtype=float)[column.codes]
    filled = rows.used & ~np.isnan(values) & (rows.days > NO_DAY)
    if not filled.any():
        return {}
    means = pd.Series(values[filled]).groupby(rows.days[filled]).mean()
    return {int(day): float(mean) for day, mean in means.items()}  # type: ignore[call-overload]


def _beside(text: str) -> float:
    """A plain number beside the pain; "1,234" is a count of thousands; NaN when it is no number."""
    if is_nothing(text):
        return float("nan")
    if THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    found = number_in(text)
    return found[0] if found else float("nan")
