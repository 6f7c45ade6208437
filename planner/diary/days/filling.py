"""Dates in several columns, and dates written once for several rows."""

import pandas as pd

from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.diary.values.cells import coded

OFTEN = 0.25  # of the rows have a score and no date: then the date is written once for several


def combined(table: Table, places: tuple[int, ...]) -> "pd.Series[str]":
    """The texts of the date column, or of year and day of the year, or year, month, day joined."""
    if len(places) == 1:
        return table.column(places[0])
    parts = [table.column(place).str.strip() for place in places]
    if len(places) == len(("year", "day and month")):
        return parts[1].mask(parts[1] != "", parts[1] + " " + parts[0])
    day = parts[-1]
    year, month = (_from_above(part, day) for part in parts[:-1])
    year = year.mask(year.str.fullmatch(r"\d\d"), "20" + year)
    joined = year + "-" + month + "-" + day
    return joined.mask(joined == "--", "")


def _from_above(part: "pd.Series[str]", day: "pd.Series[str]") -> "pd.Series[str]":
    """A year or a month that is written once for several days."""
    blank = part == ""
    return part.mask(blank).ffill().fillna("").mask(blank & (day == ""), "")


def filled_down(
    table: Table, layout: Layout, texts: "pd.Series[str]"
) -> tuple["pd.Series[str]", int]:
    """Give rows without a date the date above, where the layout shows that this is meant.

    Also tells how many rows were given one.
    """
    empty = texts.str.fullmatch(r"\s*")
    beside = [place for place in (layout.clock, layout.site) if place not in (None, *layout.date)]
    scored = filled(table, layout.pain)
    meant = empty & scored & filled(table, tuple(p for p in beside if p is not None))
    if not beside:
        often = (empty & scored).sum() >= OFTEN * len(texts)
        meant = empty & scored & often
    filled_in = texts.where(~meant).ffill().fillna("").where(~empty | meant, "")
    return filled_in, int(meant.sum())


def filled(table: Table, places: tuple[int, ...]) -> "pd.Series[bool]":
    """The rows in which any of some columns is filled."""
    any_of = pd.Series(False, index=table.body.index)
    for place in places:
        any_of |= coded(table.column(place)).where(bool)
    return any_of
