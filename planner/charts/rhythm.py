"""Pain by weekday and time of day, as a grid of means."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from planner.charts.drawing import finished, named, pain_colour, rows_of
from planner.charts.figure import (
    ENTRIES,
    FONT,
    MEAN_PAIN,
    Figure,
    Row,
    Spec,
    Table,
    weekdays,
)
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, listed, say

DAY = 24 * 60  # minutes
PARTS = {"morning": (5, 11), "midday": (11, 14), "afternoon": (14, 18), "evening": (18, 22)}
NIGHT, WHOLE = "night", "whole day"
ROWS = [*PARTS, NIGHT, WHOLE]
NAMES = {
    "morning": say("Morning"),
    "midday": say("Midday"),
    "afternoon": say("Afternoon"),
    "evening": say("Evening"),
    NIGHT: say("Night"),
    WHOLE: say("Whole day"),
}
WHEN = {
    "morning": say("in the morning"),
    "midday": say("at midday"),
    "afternoon": say("in the afternoon"),
    "evening": say("in the evening"),
    NIGHT: say("at night"),
}
MOST_NAMED = 2  # that share a mean
LEAST = 3  # fewer entries give no mean worth a square
ROW = 44
DARK_FROM = 6.8  # from here on the square is dark enough for white words
CHANCE = say("With few entries such differences come and go by chance.")


def rhythm(reading: DiaryReading) -> Figure | None:
    """Means of three entries or more; None where no weekday has as many."""
    entries = reading.diary.entries
    cells = pd.concat([_of_parts(reading), _means(entries.assign(part=WHOLE))])
    cells = cells[cells["n"] >= LEAST]
    if cells.empty:
        return None
    keys = zip(cells["part"], cells["weekday"], strict=True)
    means = dict(zip(keys, cells["pain"].round(1).tolist(), strict=True))
    rows = [row for row in ROWS if row in set(cells["part"])]
    table = Table(
        (say("Time of day"), *weekdays(short=True)),
        [(NAMES[row], *(means.get((row, day)) for day in range(7))) for row in rows],
    )
    title = say("By weekday and time of day")
    return Figure("by-weekday-and-time-of-day", title, _drawn(cells, rows), _said(cells), table)


def _of_parts(reading: DiaryReading) -> pd.DataFrame:
    """The part of the day of each entry; nothing where all are written at one time."""
    minutes = reading.diary.minutes
    if minutes.nunique() <= 1:
        return pd.DataFrame()
    hour = (minutes % DAY) / 60
    part = pd.Series(NIGHT, index=minutes.index).where(hour.notna())
    for name, (begins, ends) in PARTS.items():
        part = part.mask((hour >= begins) & (hour < ends), name)
    timed = reading.diary.entries.assign(part=part).dropna(subset="part")
    return _means(timed) if timed["part"].nunique() > 1 else pd.DataFrame()


def _means(entries: pd.DataFrame) -> pd.DataFrame:
    """The mean and number of entries of each part of each weekday; Monday is 0."""
    grouped = entries.assign(weekday=entries["day"].dt.day_of_week).groupby(["part", "weekday"])
    return grouped["pain_0_10"].agg(pain="mean", n="size").reset_index()


def _drawn(cells: pd.DataFrame, rows: list[str]) -> Spec:
    days, parts = list(weekdays(short=True)), [NAMES[row] for row in rows]
    ink = alt.condition(f"datum.pain >= {DARK_FROM}", alt.value("#ffffff"), alt.value("#1d1d1b"))
    base = named("means").encode(
        x=alt.X("weekday:O", sort=days, scale=alt.Scale(domain=days),
                axis=alt.Axis(title=None, labelAngle=0, orient="top")),
        y=alt.Y("part:O", sort=parts, scale=alt.Scale(domain=parts), title=None),
        tooltip=[alt.Tooltip("part:N", title=say("Time")),
                 alt.Tooltip("weekday:N", title=say("Weekday")),
                 alt.Tooltip("pain:Q", title=MEAN_PAIN), alt.Tooltip("n:Q", title=ENTRIES)],
    )  # fmt: skip
    squares = base.mark_rect(cornerRadius=4, width={"band": 0.92}, height={"band": 0.88}).encode(
        color=pain_colour("pain", legend=False)
    )
    words = base.mark_text(fontSize=15, font=FONT, fontWeight="bold").encode(
        text=alt.Text("pain:Q", format=".1f"), color=ink
    )
    shown: list[Row] = [
        {**row, "part": NAMES[str(row["part"])], "weekday": days[int(row["weekday"] or 0)]}
        for row in rows_of(cells.assign(pain=cells["pain"].round(1)))
    ]
    return finished(alt.layer(squares, words), alt.Step(ROW), {"means": shown})


def _said(cells: pd.DataFrame) -> Phrase:
    days = cells[cells["part"] == WHOLE].set_index("weekday")["pain"]
    said = [say("Mean pain; squares with fewer than three entries are left out.")]
    if len(days) > 1:
        names = [say("on {day}", day=day) for day in weekdays(short=False)]
        said.append(say("By weekday: {ends}", ends=_ends(days, dict(enumerate(names)))))
    timed = cells[cells["part"] != WHOLE]
    if not timed.empty:
        weighted = (timed["pain"] * timed["n"]).groupby(timed["part"]).sum()
        parts = weighted / timed.groupby("part")["n"].sum()
        said.append(say("By time of day: {ends}", ends=_ends(parts, WHEN)))
    return joined(*said, CHANCE)


def _ends(values: "pd.Series[float]", when: Mapping[Any, Phrase]) -> Phrase:
    """Where the mean is highest and lowest, as it is shown: to one decimal."""
    shown = values.round(1)
    highest, lowest = float(shown.max()), float(shown.min())
    if highest == lowest:
        return say("the same throughout ({mean:.1f}).", mean=highest)
    return say(
        "highest {most} ({highest:.1f}), lowest {least} ({lowest:.1f}).",
        most=_when(shown, highest, when),
        least=_when(shown, lowest, when),
        highest=highest,
        lowest=lowest,
    )


def _when(shown: "pd.Series[float]", mean: float, when: Mapping[Any, Phrase]) -> Phrase:
    """When the mean is as high as that: by name, or how often where that would be a list."""
    names = tuple(when[at] for at in shown.index[shown == mean])
    if len(names) > MOST_NAMED:
        return say("in {number} of them", number=len(names))
    return listed(names)
