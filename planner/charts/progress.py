"""The client's progress for paper: each day, the average before and since, the sessions."""

from datetime import date
from math import isnan, nan
from statistics import fmean
from typing import NamedTuple

import altair as alt

from planner.charts.course import LINE_UP_TO
from planner.charts.course_layers import COLOURS
from planner.charts.drawing import finished, moment, moments, named, rows_of
from planner.charts.figure import AT_HOME, FONT, WITH_US, Figure, Row, Spec, Table
from planner.charts.points import BEFORE, SINCE, Course, course_of
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, say, say_in, say_many

HEIGHT = 230
WORDS = {
    BEFORE: say_in("the days before the plan", "Before"),
    SINCE: say_in("the days since", "Lately"),
}
EACH = {
    "week": say("a dot for each week"),
    "day": say("a dot for each day"),
    "entry": say("a dot for each day"),
}
LABEL_LETTERS, LETTER_WIDTH = 16, 10
LABEL = "label_{}"  # what the label of a phase says
SESSIONS_AT, LABELS_AT, TOP = 10.7, 12.3, 13.2  # the scale ends at 10; these stand above it


class Average(NamedTuple):
    """A phase: its first and last day, the mean of its days (NaN: not told), how many they are."""

    phase: str
    first: date
    last: date
    average: float
    days: int

    @property
    def says(self) -> Phrase:
        """The phase with its average, where there is one to tell."""
        if isnan(self.average):
            return WORDS[self.phase]
        return say("{when}: {average:.1f}", when=WORDS[self.phase], average=self.average)


def progress(reading: DiaryReading, started: date, compared: bool) -> Figure | None:
    """Pain over time, with both averages when they may be compared; None without any pain."""
    found = course_of(reading, started)
    if found is None:
        return None
    averages = _averages(reading, started, compared)
    table = Table(
        (say("When"), say("Average"), say("Days")),
        [
            (WORDS[one.phase], None if isnan(one.average) else one.average, one.days)
            for one in averages
        ],
    )
    drawn = _drawn(found, averages, started)
    return Figure("your-pain", say("Your pain"), drawn, _said(found, averages), table)


def _averages(reading: DiaryReading, started: date, compared: bool) -> list[Average]:
    """Each phase of the days that have a pain."""
    known = [(day.date, day.pain_0_10) for day in reading.days if day.pain_0_10 is not None]
    phases = {
        BEFORE: [one for one in known if one[0] < started],
        SINCE: [one for one in known if one[0] >= started],
    }
    return [
        Average(
            phase,
            days[0][0],
            days[-1][0],
            fmean(pain for _, pain in days) if compared else nan,
            len(days),
        )
        for phase, days in phases.items()
        if days
    ]


def _drawn(found: Course, averages: list[Average], started: date) -> Spec:
    steps = found.steps.dropna(subset="pain")
    data: dict[str, list[Row]] = {
        **{LABEL.format(one.phase): [_at_label(one)] for one in averages},
        "dots": rows_of(found.dots.assign(day=moments(found.dots["day"]))),
        "averages": [_span(one) for one in averages if not isnan(one.average)],
        "sessions": [{"day": day, "height": SESSIONS_AT} for day in moments(found.sessions["day"])],
        "start": [{"day": moment(started)}],
    }
    labels = [layer for one in averages for layer in _label(one)]
    layers = [_dots(len(data["dots"])), _lines(), *labels, _sessions(), _start()]
    if len(steps) <= LINE_UP_TO:
        rows = steps[["day", "pain", "run", "phase"]].assign(day=moments(steps["day"]))
        data["steps"] = rows_of(rows)
        layers.insert(0, _joined())
    says = {LABEL.format(one.phase): one.says for one in averages}
    return finished(alt.layer(*layers), HEIGHT, data, says)


def _span(one: Average) -> Row:
    return {"phase": one.phase, "average": one.average, "day": moment(one.first),
            "until": moment(one.last)}  # fmt: skip


def _x() -> alt.X:
    form = say_in("day on the axis of a chart; %-d and %b stay", "%-d %b")
    axis = alt.Axis(title=None, grid=False, format=form, tickCount=7, labelOverlap="greedy")
    return alt.X("day:T", axis=axis)


def _y(field: str) -> alt.Y:
    axis = alt.Axis(title=None, values=[0, 2, 4, 6, 8, 10])
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, TOP], nice=False), axis=axis)


def _colour() -> alt.Color:
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    return alt.Color("phase:N", scale=scale, legend=None)


def _joined() -> alt.Chart:
    """Joins neighbouring days only: a gap stays a gap."""
    base = named("steps").encode(x=_x(), y=_y("pain"), color=_colour(), detail="run:N")
    line: alt.Chart = base.mark_line(strokeWidth=1, opacity=0.5)
    return line


def _dots(number: int) -> alt.Chart:
    base = named("dots").encode(x=_x(), y=_y("pain"), color=_colour())
    dots: alt.Chart = base.mark_circle(size=28 if number <= LINE_UP_TO else 12, opacity=0.6)
    return dots


def _lines() -> alt.Chart:
    base = named("averages").encode(x=_x(), x2="until:T", y=_y("average"), color=_colour())
    rules: alt.Chart = base.mark_rule(strokeWidth=4)
    return rules


def _at_label(one: Average) -> Row:
    """Where a phase's label stands: at its end before the start, at its beginning after it."""
    return {"day": moment(one.last if one.phase == BEFORE else one.first), "height": LABELS_AT}


def _label(one: Average) -> list[alt.Chart]:
    """An average in white words on its colour, above the scale, on its side of the start."""
    name = LABEL.format(one.phase)
    width, side = f"{LETTER_WIDTH} * length({name})", -1 if one.phase == BEFORE else 1
    aside = alt.expr(f"{side} * ({width} / 2 + 6)")
    base = named(name).encode(x=_x(), y=_y("height"))
    patch = base.mark_rect(
        width=alt.expr(width), height=24, cornerRadius=6, xOffset=aside, color=COLOURS[one.phase]
    )
    words = base.mark_text(
        text=alt.expr(name), dx=aside, font=FONT, fontSize=LABEL_LETTERS, fontWeight="bold",
        color="white",
    )  # fmt: skip
    return [patch, words]


def _sessions() -> alt.Chart:
    base = named("sessions").encode(x=_x(), y=_y("height"))
    marks: alt.Chart = base.mark_point(
        shape="triangle-down", filled=True, size=60, color=WITH_US, opacity=1
    )
    return marks


def _start() -> alt.Chart:
    rule: alt.Chart = (
        named("start").mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=AT_HOME).encode(x=_x())
    )
    return rule


def _said(found: Course, averages: list[Average]) -> Phrase:
    """The chart in words."""
    first, last = (found.steps["day"].iloc[at].date() for at in (0, -1))
    begun = say(
        "Pain from {first} to {last}, {dots}.", first=first, last=last, dots=EACH[found.dot]
    )
    told = [say("{says} on average.", says=one.says) for one in averages if not isnan(one.average)]
    return joined(begun, *told, _sessions_said(len(found.sessions)))


def _sessions_said(number: int) -> str:
    if not number:
        return ""
    return say_many(
        "A mark at the top shows {number} massage session.",
        "Marks at the top show {number} massage sessions.",
        number,
    )
