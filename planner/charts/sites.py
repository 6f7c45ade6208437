"""Where it hurt, over time."""

import re

import altair as alt
import pandas as pd

from planner.charts.calendar import LABELS, months_under
from planner.charts.drawing import (
    ORDINARY_YEAR,
    cells_of,
    finished,
    named,
    pain_colour,
    rows_of,
)
from planner.charts.figure import ENTRIES, MEAN_PAIN, PLACE, WEEK_FROM, Figure, Spec, Table
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, say, say_many

MOST = 8
APART = re.compile(r"\s*[;|,/]\s*|\s+(?:and|und|et|y)\s+")
BRACKETS = re.compile(r"\([^)]*\)")  # some apps put the severity behind the place
LONGEST = 28
ROW = 34


def sites(reading: DiaryReading) -> Figure | None:
    """The mean pain of each place in each week (or month); None with fewer than two places."""
    entries = _apart(reading)
    often = entries["site"].value_counts()
    if len(often) <= 1:
        return None
    shown = list(often.index[:MOST])
    entries = entries[entries["site"].isin(shown)]
    by_month = (entries["day"].max() - entries["day"].min()).days > ORDINARY_YEAR
    unit = say("Month") if by_month else WEEK_FROM
    period = entries["day"].dt.to_period("M" if by_month else "W-SUN").dt.start_time
    grouped = entries.assign(period=period).groupby(["site", "period"])["pain_0_10"]
    cells = grouped.agg(pain="mean", n="size").reset_index()
    cells["pain"] = cells["pain"].round(1)
    dated = cells.assign(period=cells["period"].dt.strftime("%Y-%m-%d"))
    every = pd.date_range(
        cells["period"].min(), cells["period"].max(), freq="MS" if by_month else "7D"
    )
    return Figure(
        "places-over-time",
        say("Places over time"),
        _drawn(dated, shown, every.strftime("%Y-%m-%d").tolist(), unit),
        _said(entries, often),
        Table((PLACE, unit, say("Mean pain (0-10)"), ENTRIES), cells_of(dated)),
    )


def _apart(reading: DiaryReading) -> pd.DataFrame:
    """An entry for each place named in a cell."""
    entries = reading.diary.entries[["day", "pain_0_10", "site"]]
    places = {cell: _places(cell) for cell in entries["site"].unique()}
    apart = entries.assign(site=entries["site"].map(places)).explode("site")
    return apart.dropna(subset="site")


def _places(cell: str) -> list[str]:
    """The places named in a cell, each spelt in one way."""
    parts = APART.split(BRACKETS.sub("", cell))
    spelt = (" ".join(place.split())[:LONGEST].capitalize() for place in parts)
    return [place for place in spelt if place]


def _drawn(cells: pd.DataFrame, shown: list[str], periods: list[str], unit: Phrase) -> Spec:
    axis, labels = months_under(periods)
    chart = (
        named("places")
        .mark_rect(cornerRadius=3, width={"band": 0.88}, height={"band": 0.8})
        .encode(
            x=alt.X("period:O", scale=alt.Scale(domain=periods), axis=axis),
            y=alt.Y("site:N", sort=shown, title=None, axis=alt.Axis(labelLimit=220)),
            color=pain_colour("pain"),
            tooltip=[alt.Tooltip("site:N", title=PLACE), alt.Tooltip("period:N", title=unit),
                     alt.Tooltip("pain:Q", title=MEAN_PAIN), alt.Tooltip("n:Q", title=ENTRIES)],
        )
    )  # fmt: skip
    return finished(chart, alt.Step(ROW), {"places": rows_of(cells)}, {LABELS: labels})


def _said(entries: pd.DataFrame, often: "pd.Series[int]") -> Phrase:
    means = entries.groupby("site")["pain_0_10"].mean()
    told = [_place(str(site), int(often[site]), float(means[site])) for site in often.index[:MOST]]
    more = len(often) - MOST
    return joined(
        say("The darker, the more pain."),
        say("{places:semicolons}.", places=told),
        _not_drawn(more) if more > 0 else "",
    )


def _place(site: str, entries: int, mean: float) -> Phrase:
    return say_many(
        "{site}: {number} entry, mean {mean:.1f}",
        "{site}: {number} entries, mean {mean:.1f}",
        entries,
        site=site,
        mean=mean,
    )


def _not_drawn(more: int) -> Phrase:
    return say_many(
        "{number} more place is not drawn.", "{number} more places are not drawn.", more
    )
