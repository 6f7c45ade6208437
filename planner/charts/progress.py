"""The client's progress for paper: each day, the average before and since, the sessions."""

from datetime import date
from math import isnan
from typing import Any

import altair as alt
import pandas as pd

from planner.charts import figure as house
from planner.charts.course import COLOURS, LINE_UP_TO, NAMES
from planner.charts.figure import Figure, Spec, finished, moments, spoken
from planner.charts.points import BEFORE, SINCE, Course, course_of
from planner.diary import DiaryReading

HEIGHT = 230
WORDS = {BEFORE: "Before", SINCE: "Now"}
LABEL_LETTERS, LETTER_WIDTH = 16, 10
SESSIONS_AT, LABELS_AT, TOP = 10.7, 12.3, 13.2  # the scale ends at 10; these stand above it


def progress(reading: DiaryReading, started: date, compared: bool) -> Figure | None:
    """Pain over time, with both averages when they may be compared; None without any pain."""
    found = course_of(reading, started)
    if found is None:
        return None
    averages = _averages(reading, started)
    if not compared:
        averages = averages.assign(average=float("nan"))
    table = averages[["phase", "average", "days"]].set_axis(["When", "Average", "Days"], axis=1)
    return Figure("Your pain", _drawn(found, averages, started), _said(found, averages), table)


def _averages(reading: DiaryReading, started: date) -> pd.DataFrame:
    """The first and last day of each phase, and the mean of its days."""
    known = pd.DataFrame(
        [(pd.Timestamp(day.date), day.pain_0_10) for day in reading.days
         if day.pain_0_10 is not None],
        columns=["day", "pain"],
    )  # fmt: skip
    phase = known["day"].lt(pd.Timestamp(started)).map({True: BEFORE, False: SINCE})
    of_each = known.groupby(phase.rename("phase"), sort=False)
    return of_each.agg(
        first=("day", "min"), last=("day", "max"), average=("pain", "mean"), days=("pain", "size")
    ).reset_index()  # fmt: skip


def _says(phase: str, average: Any) -> str:
    """A phase with its average, where there is one to tell."""
    return WORDS[phase] if isnan(average) else f"{WORDS[phase]}: {average:.1f}"


def _drawn(found: Course, averages: pd.DataFrame, started: date) -> Spec:
    steps = found.steps.dropna(subset="pain")
    layers = [_dots(found), _lines(averages), *_labels(averages), _sessions(found), _start(started)]
    if len(steps) <= LINE_UP_TO:
        layers.insert(0, _joined(steps))
    return finished(alt.layer(*layers), HEIGHT)


def _x() -> alt.X:
    axis = alt.Axis(title=None, grid=False, format="%-d %b", tickCount=7, labelOverlap="greedy")
    return alt.X("day:T", axis=axis)


def _y(field: str) -> alt.Y:
    axis = alt.Axis(title=None, values=[0, 2, 4, 6, 8, 10])
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, TOP], nice=False), axis=axis)


def _colour() -> alt.Color:
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    return alt.Color("phase:N", scale=scale, legend=None)


def _joined(steps: pd.DataFrame) -> alt.Chart:
    """Joins neighbouring days only: a gap stays a gap."""
    rows = steps[["day", "pain", "run", "phase"]].assign(day=moments(steps["day"]))
    base = alt.Chart(rows).encode(x=_x(), y=_y("pain"), color=_colour(), detail="run:N")
    line: alt.Chart = base.mark_line(strokeWidth=1, opacity=0.5)
    return line


def _dots(found: Course) -> alt.Chart:
    rows = found.dots.assign(day=moments(found.dots["day"]))
    size = 28 if len(rows) <= LINE_UP_TO else 12
    base = alt.Chart(rows).encode(x=_x(), y=_y("pain"), color=_colour())
    dots: alt.Chart = base.mark_circle(size=size, opacity=0.6)
    return dots


def _lines(averages: pd.DataFrame) -> alt.Chart:
    rows = averages.assign(day=moments(averages["first"]), until=moments(averages["last"]))
    rows = rows[["phase", "average", "day", "until"]].dropna()
    base = alt.Chart(rows).encode(x=_x(), x2="until:T", y=_y("average"), color=_colour())
    rules: alt.Chart = base.mark_rule(strokeWidth=4)
    return rules


def _labels(averages: pd.DataFrame) -> list[alt.Chart]:
    """Each average in white words on its colour, above the scale, on its side of the start."""
    labels = []
    for line in averages.itertuples():
        phase, says = str(line.phase), _says(str(line.phase), line.average)
        day, side = (line.last, -1) if phase == BEFORE else (line.first, 1)
        width = LETTER_WIDTH * len(says)
        aside = side * (width / 2 + 6)
        at = pd.DataFrame({"day": moments(pd.Series([day])), "height": [LABELS_AT]})
        base = alt.Chart(at).encode(x=_x(), y=_y("height"))
        patch = base.mark_rect(
            width=width, height=24, cornerRadius=6, xOffset=aside, color=COLOURS[phase]
        )
        words = base.mark_text(
            text=says, dx=aside, font=house.FONT, fontSize=LABEL_LETTERS, fontWeight="bold",
            color="white",
        )  # fmt: skip
        labels += [patch, words]
    return labels


def _sessions(found: Course) -> alt.Chart:
    rows = pd.DataFrame({"day": moments(found.sessions["day"])}).assign(height=SESSIONS_AT)
    base = alt.Chart(rows).encode(x=_x(), y=_y("height"))
    marks: alt.Chart = base.mark_point(
        shape="triangle-down", filled=True, size=60, color=house.WITH_US, opacity=1
    )
    return marks


def _start(started: date) -> alt.Chart:
    rows = pd.DataFrame({"day": moments(pd.Series([started]))})
    rule: alt.Chart = (
        alt.Chart(rows)
        .mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=house.AT_HOME)
        .encode(x=_x())
    )
    return rule


def _said(found: Course, averages: pd.DataFrame) -> str:
    """The chart in words."""
    first, last = (found.steps["day"].iloc[at].date() for at in (0, -1))
    dot = NAMES[found.dot].lower()
    parts = [f"Pain from {spoken(first)} to {spoken(last)}, a dot for each {dot.split()[0]}."]
    parts += [
        f"{_says(str(one.phase), one.average)} on average."
        for one in averages.dropna().itertuples()
    ]
    if len(found.sessions):
        parts.append(f"Marks at the top show {len(found.sessions)} massage sessions.")
    return " ".join(parts)
