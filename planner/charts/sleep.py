"""Pain with sleep: how the days lie, and whether the two went together. Never which came first."""

import altair as alt
import numpy as np
import pandas as pd
from scipy import signal

from planner.charts.drawing import cells_of, finished, named, pain_axis, rows_of
from planner.charts.figure import AT_HOME, PAIN, WITH_US, Figure, Spec, Table
from planner.diary import DiaryReading
from planner.diary.analysis.effects import circular_shift
from planner.model.phrase import Phrase
from planner.words import joined, say

FEWEST = 5  # days with both; fewer are not worth a picture
LEAST_PAIRS = 28
LATEST_PAIRS = 365
RARE = 0.05
LEAST_FOR_MEDIAN = 3
STEPS = 20  # of the sleep axis, whatever its unit
HEIGHT = 260
LESS = say("Days with a higher sleep value went together with less pain.")
MORE = say("Days with a higher sleep value went together with more pain.")
SLEEP, DAYS = say("Sleep"), say("Days")
NO_ORDER = say("This does not show which of them comes first, or whether a third thing moves both.")


def sleep(reading: DiaryReading) -> Figure | None:
    """Each day's pain beside its sleep; None with fewer than five such days."""
    pairs = pd.DataFrame(
        [(day.sleep, day.pain_0_10) for day in reading.days
         if day.sleep is not None and day.pain_0_10 is not None],
        columns=["sleep", "pain"],
    )  # fmt: skip
    if len(pairs) < FEWEST or pairs["sleep"].nunique() <= 1:
        return None
    binned = _binned(pairs)
    numbers = binned.groupby("sleep")["pain"].agg(["median", "size"]).reset_index().round(1)
    table = Table((SLEEP, say("Median pain (0-10)"), DAYS), cells_of(numbers))
    return Figure("pain-with-sleep", say("Pain with sleep"), _drawn(binned), _said(pairs), table)


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
    ticks = alt.Axis(grid=False, format=".9~g", tickMinStep=1)
    x = alt.X("sleep:Q", title=say("Sleep, as in the diary"), scale=reach, axis=ticks)
    y = alt.Scale(domain=[-0.9, 10.9], nice=False)  # a whole dot at 0 and at 10
    axis = pain_axis()
    cloud = (
        named("dots")
        .mark_circle(color=AT_HOME, opacity=0.8)
        .encode(
            x=x,
            y=alt.Y("pain:Q", scale=y, axis=axis),
            size=alt.Size("days:Q", scale=alt.Scale(range=[50, 420]), legend=None),
            tooltip=[alt.Tooltip("sleep:Q", title=SLEEP), alt.Tooltip("pain:Q", title=PAIN),
                     alt.Tooltip("days:Q", title=DAYS)],
        )
    )  # fmt: skip
    line = (
        named("medians")
        .mark_line(color=WITH_US, strokeWidth=2)
        .encode(x=x, y=alt.Y("median:Q", scale=y, axis=axis))
    )
    data = {"dots": rows_of(dots), "medians": rows_of(medians)}
    return finished(alt.layer(cloud, line), HEIGHT, data)


def _said(pairs: pd.DataFrame) -> Phrase:
    begun = say(
        "Pain against sleep on {days} days; larger dots are several days, the line is the median.",
        days=len(pairs),
    )
    if len(pairs) < LEAST_PAIRS:
        needed = say("To say whether they go together, {days} days are needed.", days=LEAST_PAIRS)
        return joined(begun, needed)
    latest = pairs.tail(LATEST_PAIRS)
    rho, share = circular_shift(*(signal.detrend(latest[name]) for name in ("sleep", "pain")))
    if share > RARE or latest.nunique().min() <= 1:
        return joined(begun, say("There is no clear pattern between the two in these days."))
    return joined(begun, LESS if rho < 0 else MORE, NO_ORDER)
