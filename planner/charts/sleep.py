"""Pain with sleep: how the days lie, and whether the two went together. Never which came first."""

import altair as alt
import numpy as np
import pandas as pd
from scipy import signal

from planner.charts.figure import AT_HOME, WITH_US, Figure, Spec, finished
from planner.diary import DiaryReading
from planner.diary.analysis.effects import circular_shift

TITLE = "Pain with sleep"
LEAST_PAIRS = 28
LATEST_PAIRS = 365
RARE = 0.05
LEAST_FOR_MEDIAN = 3
STEPS = 20  # of the sleep axis, whatever its unit
HEIGHT = 260
NO_ORDER = "This does not show which of them comes first, or whether a third thing moves both."


def sleep(reading: DiaryReading) -> Figure | None:
    """Each day's pain beside its sleep; None with fewer than five such days."""
    pairs = pd.DataFrame(
        [(day.sleep, day.pain_0_10) for day in reading.days
         if day.sleep is not None and day.pain_0_10 is not None],
        columns=["sleep", "pain"],
    )  # fmt: skip
    if len(pairs) < 5 or pairs["sleep"].nunique() < 2:
        return None
    binned = _binned(pairs)
    table = binned.groupby("sleep")["pain"].agg(["median", "size"]).reset_index()
    table.columns = pd.Index(["Sleep", "Median pain (0-10)", "Days"])
    return Figure(TITLE, _drawn(binned), _said(pairs), table.round(1))


def _binned(pairs: pd.DataFrame) -> pd.DataFrame:
    """Sleep in at most about twenty steps, pain in halves: many days become one larger dot."""
    reach = float(pairs["sleep"].max() - pairs["sleep"].min())
    step = next(size for size in (0.5, 1, 5, 10, 15, 30, 60, 600, np.inf) if reach / size <= STEPS)
    sleep = pairs["sleep"] if np.isinf(step) else (pairs["sleep"] / step).round() * step
    return pd.DataFrame({"sleep": sleep, "pain": (pairs["pain"] * 2).round() / 2})


def _drawn(binned: pd.DataFrame) -> Spec:
    dots = binned.value_counts().rename("days").reset_index()
    medians = binned.groupby("sleep")["pain"].agg(["median", "size"])
    medians = medians[medians["size"] >= LEAST_FOR_MEDIAN].reset_index()
    reach = alt.Scale(zero=False, nice=False, padding=24)
    ticks = alt.Axis(grid=False, format="~g", tickMinStep=1)
    x = alt.X("sleep:Q", title="Sleep, as in the diary", scale=reach, axis=ticks)
    y = alt.Scale(domain=[0, 10.6], nice=False)
    axis = alt.Axis(title="Pain, 0 to 10", values=[0, 2, 4, 6, 8, 10])
    cloud = (
        alt.Chart(dots)
        .mark_circle(color=AT_HOME, opacity=0.8)
        .encode(
            x=x,
            y=alt.Y("pain:Q", scale=y, axis=axis),
            size=alt.Size("days:Q", scale=alt.Scale(range=[50, 420]), legend=None),
            tooltip=[alt.Tooltip("sleep:Q", title="Sleep"), alt.Tooltip("pain:Q", title="Pain"),
                     alt.Tooltip("days:Q", title="Days")],
        )
    )  # fmt: skip
    line = (
        alt.Chart(medians)
        .mark_line(color=WITH_US, strokeWidth=3)
        .encode(x=x, y=alt.Y("median:Q", scale=y, axis=axis))
    )
    return finished(alt.layer(cloud, line), HEIGHT)


def _said(pairs: pd.DataFrame) -> str:
    begun = (
        f"Pain against sleep on {len(pairs)} days; larger dots are several days, "
        "the line is the median."
    )
    if len(pairs) < LEAST_PAIRS:
        return f"{begun} To say whether they go together, {LEAST_PAIRS} days are needed."
    latest = pairs.tail(LATEST_PAIRS)
    rho, share = circular_shift(*(signal.detrend(latest[name]) for name in ("sleep", "pain")))
    if share > RARE or latest.nunique().min() < 2:
        return f"{begun} There is no clear pattern between the two in these days."
    side = "less" if rho < 0 else "more"
    return f"{begun} Days with a higher sleep value went together with {side} pain. {NO_ORDER}"
