"""Where it hurt, over time."""

import re

import altair as alt
import pandas as pd

from planner.charts.calendar import months_under
from planner.charts.figure import ORDINARY_YEAR, Figure, Spec, finished, pain_colour
from planner.diary import DiaryReading

TITLE = "Places over time"
MOST = 8
APART = re.compile(r"\s*[;|,/]\s*|\s+(?:and|und|et|y)\s+")
BRACKETS = re.compile(r"\([^)]*\)")  # some apps put the severity behind the place
LONGEST = 28
ROW = 34


def sites(reading: DiaryReading) -> Figure | None:
    """The mean pain of each place in each week (or month); None with fewer than two places."""
    entries = _apart(reading)
    often = entries["site"].value_counts()
    if len(often) < 2:
        return None
    shown = list(often.index[:MOST])
    entries = entries[entries["site"].isin(shown)]
    by_month = (entries["day"].max() - entries["day"].min()).days > ORDINARY_YEAR
    period = entries["day"].dt.to_period("M" if by_month else "W-SUN").dt.start_time
    grouped = entries.assign(period=period).groupby(["site", "period"])["pain_0_10"]
    cells = grouped.agg(pain="mean", n="size").reset_index()
    cells["pain"] = cells["pain"].round(1)
    table = cells.assign(period=cells["period"].dt.strftime("%Y-%m-%d"))
    table.columns = pd.Index(["Place", "Month" if by_month else "Week from", "Mean pain (0-10)",
                              "Entries"])  # fmt: skip
    return Figure(TITLE, _drawn(cells, shown, by_month), _said(entries, often), table)


def _apart(reading: DiaryReading) -> pd.DataFrame:
    """An entry for each place named in a cell."""
    entries = reading.diary.entries[["day", "pain_0_10", "site"]]
    places = {cell: _places(cell) for cell in entries["site"].unique()}
    apart = entries.assign(site=entries["site"].map(places)).explode("site")
    return apart.dropna(subset="site")


def _places(cell: str) -> list[str]:
    """The places named in a cell, each spelt in one way."""
    parts = APART.split(BRACKETS.sub("", cell))
    named = (" ".join(place.split())[:LONGEST].capitalize() for place in parts)
    return [place for place in named if place]


def _drawn(cells: pd.DataFrame, shown: list[str], by_month: bool) -> Spec:
    frequency = "MS" if by_month else "7D"
    every = pd.date_range(cells["period"].min(), cells["period"].max(), freq=frequency)
    periods = every.strftime("%Y-%m-%d").tolist()
    at = cells.assign(period=cells["period"].dt.strftime("%Y-%m-%d"))
    chart = (
        alt.Chart(at)
        .mark_rect(cornerRadius=3, width={"band": 0.88}, height={"band": 0.8})
        .encode(
            x=alt.X("period:O", scale=alt.Scale(domain=periods), axis=months_under(periods)),
            y=alt.Y("site:N", sort=shown, title=None, axis=alt.Axis(labelLimit=220)),
            color=pain_colour("pain"),
            tooltip=[alt.Tooltip("site:N", title="Place"),
                     alt.Tooltip("period:N", title="Month" if by_month else "Week from"),
                     alt.Tooltip("pain:Q", title="Mean pain"), alt.Tooltip("n:Q", title="Entries")],
        )
    )  # fmt: skip
    return finished(chart, alt.Step(ROW))


def _said(entries: pd.DataFrame, often: "pd.Series[int]") -> str:
    means = entries.groupby("site")["pain_0_10"].mean()
    told = [f"{site}: {often[site]} entries, mean {means[site]:.1f}" for site in often.index[:MOST]]
    more = len(often) - MOST
    rest = f" {more} more places are not drawn." if more > 0 else ""
    return f"The darker, the more pain. {'; '.join(told)}.{rest}"
