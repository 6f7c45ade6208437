"""The course of the pain: every point, the gaps, the sessions, the start and the phase medians.

The drawing is the same for every diary; it is made once, and only its data change.
"""

from datetime import date
from functools import cache

import altair as alt
import pandas as pd

from planner.charts import figure as house
from planner.charts.figure import Figure, Spec, finished, moments, spoken
from planner.charts.points import BEFORE, SINCE, Course, course_of
from planner.diary import DiaryReading

LINE_UP_TO = 200  # points joined by a line; more would be a scribble
HEIGHT = 270
LATE = 0.6  # of the span; a phase that begins later is labelled at its end
LABEL_WIDTH, LIFT = 194, -14
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
    span = (found.steps["day"].iloc[-1] - found.steps["day"].iloc[0]).days
    form = next(words for most, words in FORMS if span <= most)
    few = len(found.dots) <= LINE_UP_TO
    table = found.steps[["day", "pain", "low", "high"]].dropna(subset="pain")
    names = [NAMES[found.dot], "Pain (0-10)", "Band from", "Band to"]
    return Figure(
        "Pain over time",
        _filled(_drawing(form, NAMES[found.dot], few), _data(found, started)),
        _said(found, started),
        table.assign(day=table["day"].dt.strftime("%Y-%m-%d")).set_axis(names, axis=1),
    )


def _filled(drawing: Spec, data: dict[str, pd.DataFrame]) -> Spec:
    """The drawing with its data in each layer, which a browser is sent faster than tables.

    A layer without data would be a nameless part of the picture to a screen reader: it is left out.
    """
    rows = {name: found.to_dict("records") for name, found in data.items()}
    layers = [
        {**layer, "data": {"name": name, "values": rows[name]}}
        for layer in drawing["layer"]
        if rows[name := layer["data"]["name"]]
    ]
    return {**drawing, "layer": layers}


def _data(found: Course, started: date | None) -> dict[str, pd.DataFrame]:
    """What each layer of the drawing is drawn from."""
    steps = found.steps.assign(day=moments(found.steps["day"]))
    joined = steps.dropna(subset="pain") if len(steps) <= LINE_UP_TO else steps[:0]
    medians = found.phases.assign(
        day=moments(found.phases["first"]), until=moments(found.phases["last"])
    )
    labels = _labels(found) if started is not None else {}
    start = pd.Series([started] if started else [], dtype=object)
    return {
        "band": steps.dropna(subset="low")[["day", "low", "high", "run", "phase"]],
        "line": joined[["day", "pain", "run", "phase"]],
        "dots": found.dots.assign(day=moments(found.dots["day"])),
        "medians": medians[["phase", "median", "day", "until"]],
        "sessions": pd.DataFrame({"day": moments(found.sessions["day"]), "height": TOP - 0.5}),
        "start": pd.DataFrame({"day": moments(start)}),
        "left labels": labels.get("left", pd.DataFrame()),
        "right labels": labels.get("right", pd.DataFrame()),
    }


def _labels(found: Course) -> dict[str, pd.DataFrame]:
    """A label for each phase: at its left, or for one that begins late at its right."""
    begins, ends = found.steps["day"].iloc[0], found.steps["day"].iloc[-1]
    phases = found.phases
    late = phases["first"] > begins + LATE * (ends - begins)
    says = phases["phase"] + " the plan: median " + phases["median"].map("{:g}".format)
    at = moments(phases["first"].where(~late, phases["last"]))
    labels = pd.DataFrame({"day": at, "phase": phases["phase"], "says": says})
    return {"left": labels[~late], "right": labels[late]}


@cache
def _drawing(form: str, unit: str, few: bool) -> Spec:
    """The layers, with `form` for the dates of the axis and larger marks when there are few."""
    axis = alt.Axis(title=None, grid=False, format=form, tickCount=8, labelOverlap="greedy",
                    labelSeparation=14, labelFlush=False)  # fmt: skip
    days = alt.X("day:T", axis=axis)
    layers = [
        _band(),
        _line(),
        _dots(unit, size=34 if few else 16),
        _medians(),
        _sessions(size=70 if few else 24),
        _start(),
        *_patches("left labels", aside=LABEL_WIDTH / 2 + 6),
        *_patches("right labels", aside=-LABEL_WIDTH / 2 - 6),
    ]
    return finished(alt.layer(*(layer.encode(x=days) for layer in layers)), HEIGHT)


def _layer(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name))


def _score(field: str) -> alt.Y:
    axis = alt.Axis(title="Pain, 0 to 10", values=[0, 2, 4, 6, 8, 10], titlePadding=8)
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, TOP], nice=False), axis=axis)


def _of_phase() -> alt.Color:
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    return alt.Color("phase:N", scale=scale, legend=None)


def _band() -> alt.Chart:
    band: alt.Chart = (
        _layer("band")
        .mark_area(opacity=0.22, interpolate="monotone")
        .encode(y=_score("low"), y2="high:Q", color=_of_phase(), detail="run:N")
    )
    return band


def _line() -> alt.Chart:
    """Joins neighbouring days only: a gap stays a gap."""
    line: alt.Chart = (
        _layer("line")
        .mark_line(strokeWidth=1, opacity=0.75)
        .encode(y=_score("pain"), color=_of_phase(), detail="run:N")
    )
    return line


def _dots(unit: str, size: int) -> alt.Chart:
    told = [alt.Tooltip("day:T", title=unit, format=DATE),
            alt.Tooltip("pain:Q", title="Pain", format=".1f")]  # fmt: skip
    dots: alt.Chart = (
        _layer("dots")
        .mark_circle(size=size, opacity=0.9)
        .encode(y=_score("pain"), color=_of_phase(), tooltip=told)
    )
    return dots


def _medians() -> alt.Chart:
    rules: alt.Chart = (
        _layer("medians")
        .mark_rule(strokeWidth=3)
        .encode(x2="until:T", y=_score("median"), color=_of_phase())
    )
    return rules


def _sessions(size: int) -> alt.Chart:
    marks: alt.Chart = (
        _layer("sessions")
        .mark_point(shape="triangle-down", filled=True, size=size, color=house.WITH_US, opacity=1)
        .encode(
            y=_score("height"),
            tooltip=[alt.Tooltip("day:T", title="Massage session", format=DATE)],
        )
    )
    return marks


def _start() -> alt.Chart:
    rule: alt.Chart = _layer("start").mark_rule(
        strokeDash=[5, 4], strokeWidth=2, color=house.AT_HOME
    )
    return rule


def _patches(name: str, aside: float) -> tuple[alt.Chart, alt.Chart]:
    """White words on a patch of the phase's colour, to be read on any paper."""
    base = _layer(name).encode(y=alt.value("height"))
    patch = base.mark_rect(
        width=LABEL_WIDTH, height=20, cornerRadius=5, xOffset=aside, yOffset=LIFT
    ).encode(color=_of_phase())
    words = base.mark_text(
        fontSize=13, font=house.FONT, fontWeight="bold", color="white", dx=aside, dy=LIFT
    ).encode(text="says:N")
    return patch, words


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
