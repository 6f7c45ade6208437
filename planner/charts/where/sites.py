"""Where it hurt, over time: how bad each place was in each week or month."""

import altair as alt
import pandas as pd

from planner.charts.calendar import LABELS, columns_of_months, columns_of_weeks
from planner.charts.drawing import (
    ORDINARY_YEAR,
    cells_of,
    finished,
    named,
    outlined,
    pain_colour,
    rows_of,
)
from planner.charts.figure import ENTRIES, MEAN_PAIN, PLACE, WEEK_FROM, Figure, Row, Spec, Table
from planner.charts.where.places import MOST, ROW, not_drawn, often_named
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, say

Columns = tuple[list[str], alt.Axis, Spec]


def sites(reading: DiaryReading) -> Figure | None:
    """The mean pain of each place in each week (or month); None with fewer than two places."""
    found = often_named(reading)
    if found is None:
        return None
    entries, often = found
    shown = list(often.index[:MOST])
    first, last = (day.date() for day in (entries["day"].min(), entries["day"].max()))
    by_month = (last - first).days > ORDINARY_YEAR
    unit = say("Month from") if by_month else WEEK_FROM
    entries = entries[entries["site"].isin(shown)]
    period = entries["day"].dt.to_period("M" if by_month else "W-SUN").dt.start_time
    grouped = entries.assign(period=period).groupby(["site", "period"])["pain_0_10"]
    cells = grouped.agg(pain="mean", n="size").reset_index()
    cells["pain"] = cells["pain"].round(1)
    dated = cells.assign(period=cells["period"].dt.strftime("%Y-%m-%d"))
    columns = columns_of_months(first, last) if by_month else columns_of_weeks(first, last)
    return Figure(
        "places-over-time",
        say("Places over time"),
        _strip(dated, shown, columns, unit),
        joined(
            say("The darker, the more pain. An outline has no entry of that place."),
            _worst(cells, unit),
            not_drawn(len(often) - MOST),
        ),
        Table((PLACE, unit, say("Mean pain (0-10)"), ENTRIES), cells_of(dated)),
    )


def _strip(cells: pd.DataFrame, shown: list[str], columns: Columns, unit: Phrase) -> Spec:
    """A row for each place, a square for each week or month: filled by its pain, or an outline."""
    periods, axis, labels = columns
    x = alt.X("period:O", scale=alt.Scale(domain=periods), axis=axis)
    y = alt.Y("site:N", sort=shown, scale=alt.Scale(domain=shown), title=None,
              axis=alt.Axis(labelLimit=150))  # fmt: skip
    told = [alt.Tooltip("site:N", title=PLACE), alt.Tooltip("period:N", title=unit),
            alt.Tooltip("pain:Q", title=MEAN_PAIN), alt.Tooltip("n:Q", title=ENTRIES)]  # fmt: skip
    squares = named("squares").mark_rect(cornerRadius=3, width={"band": 0.88}, height={"band": 0.8})
    full = set(zip(cells["site"], cells["period"], strict=True))
    last = str(cells["period"].max())
    empty: list[Row] = [{"site": site, "period": period} for site in shown for period in periods
                        if (site, period) not in full and period <= last]  # fmt: skip
    drawn = [squares.encode(x=x, y=y, color=pain_colour("pain"), tooltip=told)]
    if empty:
        drawn.insert(0, outlined("empty").encode(x=x, y=y, tooltip=told[:2]))
    data = {"squares": rows_of(cells), "empty": empty}
    return finished(alt.layer(*drawn), alt.Step(ROW), data, {LABELS: labels})


def _worst(cells: pd.DataFrame, unit: Phrase) -> Phrase:
    """The place and time that were worst."""
    lines = zip(cells["pain"], cells["site"], cells["period"], strict=True)
    mean, site, begins = max(lines, key=lambda line: float(line[0]))
    return say(
        "Highest: {site}, {unit:lower} {begins} (mean {mean:.1f}).",
        site=site,
        unit=unit,
        begins=begins.date(),
        mean=float(mean),
    )
