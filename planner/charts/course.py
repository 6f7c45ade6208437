"""The course of the pain: every point, the gaps, the sessions, the start and the phase medians."""

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from planner.charts import figure as house
from planner.charts.figure import Figure, finished, moments, spoken
from planner.charts.points import BEFORE, SINCE, Course, course_of
from planner.diary import DiaryReading

LINE_UP_TO = 200  # points joined by a line; more would be a scribble
HEIGHT = 270
LETTER_WIDTH, LIFT = 7, -14
LATE = 0.6  # of the span; a phase that begins later is labelled at its end
TOP = 11.2  # the scale ends at 10; the sessions stand above it
COLOURS = {BEFORE: house.BEFORE, SINCE: house.AT_HOME}
NAMES = {"week": "Week from", "day": "Day", "entry": "Day"}
DOTS = {"week": "a week's mean", "day": "a day", "entry": "an entry"}
DATE = "%a %-d %b %Y"
FORMS = ((120, "%-d %b"), (800, "%b %Y"), (10**6, "%Y"))


def course(reading: DiaryReading, started: date | None) -> Figure | None:
    """Pain over time; None where no day has a pain."""
    found = course_of(reading, started)
    if found is None:
        return None
    table = found.steps[["day", "pain", "low", "high"]].dropna(subset="pain")
    names = [NAMES[found.dot], "Pain (0-10)", "Band from", "Band to"]
    return Figure(
        "Pain over time",
        _drawn(found, started),
        _said(found, started),
        table.assign(day=table["day"].dt.strftime("%Y-%m-%d")).set_axis(names, axis=1),
    )


def _drawn(found: Course, started: date | None) -> alt.TopLevelMixin:
    steps = found.steps.assign(day=moments(found.steps["day"]))
    layers = [_band(steps), _dots(found), _medians(found), _sessions(found)]
    if len(steps) <= LINE_UP_TO:
        layers.insert(1, _line(steps))
    if started is not None:
        layers += [_start(started), *_labels(found)]
    return finished(alt.layer(*layers), HEIGHT)


def _when(span: int = 0) -> alt.X:
    """The axis of days, labelled as coarsely as its span asks for."""
    form = next(words for most, words in FORMS if span <= most)
    axis = alt.Axis(title=None, grid=False, format=form, tickCount=8, labelOverlap="greedy",
                    labelSeparation=14, labelFlush=False)  # fmt: skip
    return alt.X("day:T", axis=axis)


def _score(field: str) -> alt.Y:
    axis = alt.Axis(title="Pain, 0 to 10", values=[0, 2, 4, 6, 8, 10], titlePadding=8)
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, TOP], nice=False), axis=axis)


def _phases() -> alt.Scale:
    return alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))


def _of_phase() -> alt.Color:
    return alt.Color("phase:N", scale=_phases(), legend=None)


def _band(steps: pd.DataFrame) -> alt.Chart:
    span = pd.to_datetime(steps["day"]).agg(["min", "max"]).diff().iloc[-1].days
    known = steps.dropna(subset=["low"])[["day", "low", "high", "run", "phase"]]
    band: alt.Chart = (
        alt.Chart(known)
        .mark_area(opacity=0.22, interpolate="monotone")
        .encode(x=_when(span), y=_score("low"), y2="high:Q", color=_of_phase(), detail="run:N")
    )
    return band


def _line(steps: pd.DataFrame) -> alt.Chart:
    """Joins neighbouring days only: a gap stays a gap."""
    known = steps.dropna(subset=["pain"])[["day", "pain", "run", "phase"]]
    line: alt.Chart = (
        alt.Chart(known)
        .mark_line(strokeWidth=1, opacity=0.75)
        .encode(x=_when(), y=_score("pain"), color=_of_phase(), detail="run:N")
    )
    return line


def _dots(found: Course) -> alt.Chart:
    dots = found.dots.assign(day=moments(found.dots["day"]))
    name = NAMES[found.dot]
    marks: alt.Chart = (
        alt.Chart(dots)
        .mark_circle(size=34 if len(dots) <= LINE_UP_TO else 16, opacity=0.9)
        .encode(
            x=_when(),
            y=_score("pain"),
            color=_of_phase(),
            tooltip=[alt.Tooltip("day:T", title=name, format=DATE),
                     alt.Tooltip("pain:Q", title="Pain", format=".1f")],
        )
    )  # fmt: skip
    return marks


def _medians(found: Course) -> alt.Chart:
    lines = found.phases[["phase", "median"]].assign(
        day=moments(found.phases["first"]), until=moments(found.phases["last"])
    )
    rules: alt.Chart = (
        alt.Chart(lines)
        .mark_rule(strokeWidth=3)
        .encode(x=_when(), x2="until:T", y=_score("median"), color=_of_phase())
    )
    return rules


def _sessions(found: Course) -> alt.Chart:
    at = pd.DataFrame({"day": moments(found.sessions["day"])}).assign(height=TOP - 0.5)
    marks: alt.Chart = (
        alt.Chart(at)
        .mark_point(
            shape="triangle-down",
            filled=True,
            size=70 if len(at) <= LINE_UP_TO else 24,
            color=house.WITH_US,
            opacity=1,
        )
        .encode(
            x=_when(),
            y=_score("height"),
            tooltip=[alt.Tooltip("day:T", title="Massage session", format=DATE)],
        )
    )
    return marks


def _start(started: date) -> alt.Chart:
    at = pd.DataFrame({"day": moments(pd.Series([started]))})
    rule: alt.Chart = (
        alt.Chart(at)
        .mark_rule(strokeDash=[5, 4], strokeWidth=2, color=house.AT_HOME)
        .encode(x=_when())
    )
    return rule


def _labels(found: Course) -> list[alt.Chart]:
    """Each phase in white words on a patch of its colour, to be read on any paper."""
    begins, ends = found.steps["day"].iloc[0], found.steps["day"].iloc[-1]
    labels = []
    for line in found.phases.itertuples():
        late = line.first > begins + LATE * (ends - begins)
        says = f"{line.phase} the plan: median {line.median:g}"
        width = LETTER_WIDTH * len(says)
        aside = (width / 2 + 6) * (-1 if late else 1)
        at = pd.DataFrame({"day": moments(pd.Series([line.last if late else line.first]))})
        base = alt.Chart(at).encode(x=_when(), y=alt.value("height"))
        patch: dict[str, Any] = {
            "width": width,
            "height": 20,
            "cornerRadius": 5,
            "xOffset": aside,
            "yOffset": LIFT,
        }
        letters: dict[str, Any] = {
            "fontSize": 13,
            "font": house.FONT,
            "fontWeight": "bold",
            "dx": aside,
            "dy": LIFT,
        }
        labels += [
            base.mark_rect(**patch, color=COLOURS[str(line.phase)]),
            base.mark_text(**letters, text=says, color="white"),
        ]
    return labels


def _marked(base: alt.Chart, mark: str, **how: Any) -> alt.Chart:
    made: alt.Chart = getattr(base, f"mark_{mark}")(**how)
    return made


def _said(found: Course, started: date | None) -> str:
    """The chart in words."""
    first, last = (found.steps["day"].iloc[at].date() for at in (0, -1))
    parts = [f"Pain from {spoken(first)} to {spoken(last)}. Each dot is {DOTS[found.dot]}, "
             "the band is the middle half of seven days."]  # fmt: skip
    for line in found.phases.itertuples():
        when = "" if started is None else f" {line.phase} the plan"
        parts.append(f"Median of the {line.days} days{when}: {line.median:g}.")
    if found.missing:
        parts.append(f"{found.missing} days have no entry.")
    if len(found.sessions):
        parts.append(f"Triangles mark {len(found.sessions)} massage sessions.")
    return " ".join(parts)
