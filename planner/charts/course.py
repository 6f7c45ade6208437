"""The course of the pain: every point, the gaps, the sessions, the start and the phase medians."""

from datetime import date

import pandas as pd

from planner.charts.course_layers import LABELS, drawing
from planner.charts.drawing import cells_of, moment, moments, parameters, rows_of
from planner.charts.figure import DAY, PAIN_0_10, WEEK_FROM, Figure, Row, Spec, Table
from planner.charts.points import BEFORE, SINCE, Course, PhaseDays, course_of
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, say, say_in, say_many

LINE_UP_TO = 200  # points joined by a line; more would be a scribble
LATE = 0.6  # of the span; a phase that begins later is labelled at its end
SESSIONS_AT = 10.7  # the scale ends at 10; the sessions stand above it
UNIT = {"week": WEEK_FROM, "day": DAY, "entry": DAY}
DOT = {"week": say("a week's mean"), "day": say("a day"), "entry": say("an entry")}
FORMS = (  # the longest span in days of each, and how its axis writes a date
    (120, say_in("day on the axis of a chart; %-d and %b stay", "%-d %b")),
    (800, say_in("month on the axis of a chart; %b and %Y stay", "%b %Y")),
    (10**6, say_in("year on the axis of a chart; %Y stays", "%Y")),
)


def course(reading: DiaryReading, started: date | None) -> Figure | None:
    """Pain over time; None where no day has a pain."""
    found = course_of(reading, started)
    if found is None:
        return None
    span = (found.steps["day"].iloc[-1] - found.steps["day"].iloc[0]).days
    form = next(words for most, words in FORMS if span <= most)
    unit = UNIT[found.dot]
    few = len(found.dots) <= LINE_UP_TO
    return Figure(
        "pain-over-time",
        say("Pain over time"),
        _filled(drawing(form, unit, few), _data(found, started)),
        _said(found, started),
        Table((unit, PAIN_0_10, say("Band from"), say("Band to")), _cells(found)),
    )


def _cells(found: Course) -> list[tuple[str | float | None, ...]]:
    table = found.steps[["day", "pain", "low", "high"]].dropna(subset="pain")
    return cells_of(table.assign(day=table["day"].dt.strftime("%Y-%m-%d")))


def _filled(drawn: Spec, data: dict[str, list[Row]]) -> Spec:
    """The drawing with its data in each layer, which a browser is sent faster than tables.

    A layer without data would be a nameless part of the picture to a screen reader: it is left out.
    """
    layers = [
        {**layer, "data": {"name": name, "values": rows}}
        for layer in drawn["layer"]
        if (rows := data[name := layer["data"]["name"]])
    ]
    says = [row["says"] for name in ("left labels", "right labels") for row in data[name]]
    said = {"params": parameters({LABELS: says})} if says else {}
    return {**drawn, "layer": layers, **said}


def _data(found: Course, started: date | None) -> dict[str, list[Row]]:
    """What each layer of the drawing is drawn from."""
    steps = found.steps.assign(day=moments(found.steps["day"]))
    joined_ = steps.dropna(subset="pain") if len(steps) <= LINE_UP_TO else steps[:0]
    start = pd.Series([started] if started else [], dtype=object)
    tables = {
        "band": steps.dropna(subset="low")[["day", "low", "high", "run", "phase"]],
        "line": joined_[["day", "pain", "run", "phase"]],
        "dots": found.dots.assign(day=moments(found.dots["day"])),
        "sessions": pd.DataFrame({"day": moments(found.sessions["day"]), "height": SESSIONS_AT}),
        "start": pd.DataFrame({"day": moments(start)}),
    }
    rows = {name: rows_of(table) for name, table in tables.items()}
    return {**rows, "medians": list(map(_median_line, found.phases)), **_labels(found, started)}


def _median_line(of: PhaseDays) -> Row:
    return {"phase": of.phase, "median": of.median, "day": moment(of.first),
            "until": moment(of.last)}  # fmt: skip


def _labels(found: Course, started: date | None) -> dict[str, list[Row]]:
    """A label for each phase: at its left, or for one that begins late at its right."""
    first, last = (found.steps["day"].iloc[at].date() for at in (0, -1))
    labels: dict[str, list[Row]] = {"left labels": [], "right labels": []}
    for one in found.phases if started else ():
        late = (one.first - first).days > LATE * (last - first).days
        at = moment(one.last if late else one.first)
        label: Row = {"day": at, "phase": one.phase, "says": _median(one.phase, one.median)}
        labels["right labels" if late else "left labels"].append(label)
    return labels


def _median(phase: str, median: float) -> Phrase:
    if phase == BEFORE:
        return say("before the plan: median {median:g}", median=median)
    return say("since the plan: median {median:g}", median=median)


def _said(found: Course, started: date | None) -> Phrase:
    """The chart in words."""
    first, last = (found.steps["day"].iloc[at].date() for at in (0, -1))
    begun = say(
        "Pain from {first} to {last}. Each dot is {dot}, "
        "the band is the middle half of seven days.",
        first=first,
        last=last,
        dot=DOT[found.dot],
    )
    medians = [
        _median_of(one.phase if started else "", one.days, one.median) for one in found.phases
    ]
    return joined(begun, *medians, _missing(found.missing), _sessions(len(found.sessions)))


def _median_of(phase: str, days: int, median: float) -> Phrase:
    """The median of a phase, or of all days where none began."""
    if phase == BEFORE:
        return say_many(
            "Median of the {number} day before the plan: {median:g}.",
            "Median of the {number} days before the plan: {median:g}.",
            days,
            median=median,
        )
    if phase == SINCE:
        return say_many(
            "Median of the {number} day since the plan: {median:g}.",
            "Median of the {number} days since the plan: {median:g}.",
            days,
            median=median,
        )
    return say_many(
        "Median of the {number} day: {median:g}.",
        "Median of the {number} days: {median:g}.",
        days,
        median=median,
    )


def _missing(days: int) -> str:
    if not days:
        return ""
    return say_many("{number} day has no entry.", "{number} days have no entry.", days)


def _sessions(number: int) -> str:
    if not number:
        return ""
    return say_many(
        "A triangle marks {number} massage session.",
        "Triangles mark {number} massage sessions.",
        number,
    )
