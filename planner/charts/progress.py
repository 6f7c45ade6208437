"""The client's progress for paper: each day, the average before and now, the sessions.

Everything is told by form, so that a grey print loses nothing: open dots before the plan, full ones
since, a heavy line for an average, triangles for massage. A unit is a point of the paper.
"""

from datetime import date, timedelta
from typing import NamedTuple

import altair as alt
import pandas as pd

from planner.charts.course import LINE_UP_TO
from planner.charts.drawing import Layered, finished, moment, moments, named, rows_of
from planner.charts.figure import FONT, PAIN_AXIS, Figure, Row, Table
from planner.charts.points import BEFORE, SINCE, Course, course_of
from planner.charts.ticks import axis_of_days, days_said, scale_of_days, ticks
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.model.review import Pain
from planner.words import joined, say, say_in, say_many

HEIGHT, LOW = 190, 132
WORDS = {BEFORE: say("Before the plan"), SINCE: say_in("the last days of a diary", "Now")}
EACH = {
    "week": say("a dot for each week"),
    "day": say("a dot for each day"),
    "entry": say("a dot for each day"),
}
LETTERS = 12  # the smallest on a client's page
INK, GREY, HAIR = "#1b1c1d", "#484d50", "#b9bfc2"
SESSIONS_AT, LOWEST, HIGHEST = -0.55, -1.0, 11.0  # the scale goes from 0 to 10
LABEL = "label_{}"  # what the label of an average says
CLEAR_OF_DOTS = 0.9


class Average(NamedTuple):
    """An average that is compared: of which days, and how many of them were written."""

    phase: str
    first: date
    last: date
    average: float
    days: int

    @property
    def says(self) -> Phrase:
        """Its value, as the label beside its line has it."""
        return say("{average:.1f}", average=self.average)


def progress(
    reading: DiaryReading,
    started: date,
    pain: Pain | None,
    accent: str = INK,
    height: int = HEIGHT,
) -> Figure | None:
    """Pain over time, with the averages that are compared; None without any pain."""
    found = course_of(reading, started)
    if found is None:
        return None
    averages = _averages(found, started, pain) if pain else []
    table = Table(
        (say("When"), say("Average"), say("Days")),
        [(WORDS[one.phase], round(one.average, 1), one.days) for one in averages],
    )
    layers, data = _layers(found, averages, started, accent)
    first, last = min(found.first, started), max(found.last, started)
    says = {LABEL.format(one.phase): one.says for one in averages}
    says |= days_said(ticks(first, last, started))
    drawn = finished(layers, height, data, says)
    return Figure("your-pain", say("Your pain"), drawn, _said(found, averages), table)


def _averages(found: Course, started: date, pain: Pain) -> list[Average]:
    """The days before the plan, and those that are called now."""
    first, last = found.first, found.last
    eve, now = started - timedelta(days=1), pain.lately
    return [
        Average(BEFORE, first, eve, pain.before, pain.days_before),
        Average(SINCE, now.first, now.last, now.average, now.days)
        if now
        else Average(SINCE, started, last, pain.now, pain.days_since),
    ]


def _layers(
    found: Course, averages: list[Average], started: date, accent: str
) -> tuple[Layered, dict[str, list[Row]]]:
    """What is drawn, and the data that it names."""
    steps = found.steps.dropna(subset="pain")
    dots = found.dots.dropna(subset="pain")
    data: dict[str, list[Row]] = {
        "before": rows_of(_of(dots, BEFORE)),
        "since": rows_of(_of(dots, SINCE)),
        "averages": [_span(one) for one in averages],
        "sessions": [{"day": day, "level": SESSIONS_AT} for day in moments(found.sessions["day"])],
        "start": [{"day": moment(started)}],
        **{LABEL.format(one.phase): [_at_label(one, found)] for one in averages},
    }
    x, few = _x(found, started), len(dots) <= LINE_UP_TO
    layers = [_dots(x, few), _open_dots(x, few), _lines(x, accent), _start(x),
              _sessions(x), *(_label(one, x, accent) for one in averages)]  # fmt: skip
    if len(steps) <= LINE_UP_TO:
        rows = steps[["day", "pain", "run"]].assign(day=moments(steps["day"]))
        data["steps"] = rows_of(rows)
        layers.insert(0, _joined(x))
    return alt.layer(*layers), data


def _of(dots: pd.DataFrame, phase: str) -> pd.DataFrame:
    """The dots of one phase, with their days as a drawing reads them."""
    kept = dots[dots["phase"] == phase]
    return kept[["day", "pain"]].assign(day=moments(kept["day"]))


def _span(one: Average) -> Row:
    return {"average": one.average, "day": moment(one.first), "until": moment(one.last)}


def _at_label(one: Average, found: Course) -> Row:
    """A label stands at the end of its line, above every dot that is near."""
    near = max(timedelta(days=2), (found.last - found.first) / 12)
    days = found.dots["day"].dt.date
    over = found.dots[(days > one.last - near) & (days <= one.last)]["pain"].max()
    top = max(one.average, one.average if pd.isna(over) else float(over))
    return {"day": moment(one.last), "level": min(HIGHEST, top + CLEAR_OF_DOTS)}


def _x(found: Course, started: date) -> alt.X:
    """The days with the start of the plan among them; of few weeks the start is named."""
    first, last = min(found.first, started), max(found.last, started)
    axis = alt.Axis(**axis_of_days(ticks(first, last, started)), labelFontSize=LETTERS,
                    labelColor=GREY)  # fmt: skip
    return alt.X("day:T", axis=axis, scale=alt.Scale(**scale_of_days(first, last)))


def _y(field: str) -> alt.Y:
    """The scale with its lines and numbers, and what it is a scale of."""
    axis = alt.Axis(
        title=PAIN_AXIS, values=[0, 2, 4, 6, 8, 10], grid=True, gridColor=HAIR, gridWidth=0.5,
        labelFontSize=LETTERS, labelColor=GREY, titleFontSize=LETTERS, titleColor=GREY,
        titlePadding=8,
    )  # fmt: skip
    scale = alt.Scale(domain=[LOWEST, HIGHEST], nice=False)
    return alt.Y(f"{field}:Q", scale=scale, axis=axis)


def _joined(x: alt.X) -> alt.Chart:
    """Joins neighbouring days only: a gap stays a gap."""
    base = named("steps").encode(x=x, y=_y("pain"), detail="run:N")
    line: alt.Chart = base.mark_line(strokeWidth=0.7, color=GREY)
    return line


def _dots(x: alt.X, few: bool) -> alt.Chart:
    base = named("since").encode(x=x, y=_y("pain"))
    dots: alt.Chart = base.mark_circle(size=26 if few else 10, color=GREY, opacity=1)
    return dots


def _open_dots(x: alt.X, few: bool) -> alt.Chart:
    base, size = named("before").encode(x=x, y=_y("pain")), 24 if few else 10
    dots: alt.Chart = base.mark_point(size=size, color=GREY, fill="white", strokeWidth=1, opacity=1)
    return dots


def _lines(x: alt.X, accent: str) -> alt.Chart:
    base = named("averages").encode(x=x, x2="until:T", y=_y("average"))
    rules: alt.Chart = base.mark_rule(strokeWidth=3, color=accent)
    return rules


def _label(one: Average, x: alt.X, accent: str) -> alt.Chart:
    """An average beside its line, in letters that a white edge keeps clear of it."""
    name = LABEL.format(one.phase)
    words: alt.Chart = (
        named(name)
        .mark_text(
            text=alt.expr(name), align="right", dx=3, font=FONT, fontSize=15, fontWeight="bold",
            color=accent,
        )
        .encode(x=x, y=_y("level"))
    )  # fmt: skip
    return words


def _sessions(x: alt.X) -> alt.Chart:
    base = named("sessions").encode(x=x, y=_y("level"))
    marks: alt.Chart = base.mark_point(
        shape="triangle-up", filled=True, size=46, color=INK, opacity=1
    )
    return marks


def _start(x: alt.X) -> alt.Chart:
    base = named("start").encode(x=x)
    rule: alt.Chart = base.mark_rule(strokeDash=[4, 3], strokeWidth=1, color=INK)
    return rule


def _said(found: Course, averages: list[Average]) -> Phrase:
    """The chart in words."""
    first, last = found.first, found.last
    begun = say(
        "Pain from {first} to {last}, {dots}.", first=first, last=last, dots=EACH[found.dot]
    )
    told = [
        say(
            "{when}, {average:.1f} on average: {first:short} to {last:short}.",
            when=WORDS[one.phase],
            average=one.average,
            first=one.first,
            last=one.last,
        )
        for one in averages
    ]
    return joined(begun, *told, _sessions_said(len(found.sessions)))


def _sessions_said(number: int) -> str:
    if not number:
        return ""
    return say_many(
        "A triangle below the scale shows {number} massage session.",
        "Triangles below the scale show {number} massage sessions.",
        number,
    )
