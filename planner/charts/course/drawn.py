"""The course of the pain: every point, the gaps, the sessions, the start and the phase medians."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from planner.charts.course import layers
from planner.charts.course.milestones import (
    Flag,
    flag_rows,
    flags,
    in_words,
    lines_of,
    milestones_said,
)
from planner.charts.course.words import course_said, in_the_key, on_its_days
from planner.charts.drawing import cells_of, moment, moments, parameters, rows_of
from planner.charts.figure import DAY, PAIN_0_10, WEEK_FROM, Figure, Row, Spec, Table
from planner.charts.points import Course, PhaseDays, course_of, stretches
from planner.charts.ticks import axis_of_days, days_said, scale_of_days, ticks
from planner.diary import DiaryReading
from planner.model.diary import Milestone
from planner.model.phrase import Phrase
from planner.words import joined, say

LINE_UP_TO = 200  # points joined by a line; more would be a scribble
FEW_SESSIONS = 40  # with larger marks
CARRIES_WORDS = 0.27  # of the span; the days of a shorter phase cannot carry its words
UNIT = {"week": WEEK_FROM, "day": DAY, "entry": DAY}


class Marked(NamedTuple):
    """The course with what stands on its days: the start inside them, flags, where words go."""

    course: Course
    start: date | None
    flags: tuple[Flag, ...]
    says: str


def course(
    reading: DiaryReading, started: date | None, milestones: Sequence[Milestone] = ()
) -> Figure | None:
    """Pain over time; None where no day has a pain."""
    found = course_of(reading, started)
    if found is None:
        return None
    inside = started if started and found.first <= started <= found.last else None
    flown = flags(milestones, found.first, found.last)
    marked = Marked(found, inside, flown, _where_said(found) if started else "")
    return Figure(
        "pain-over-time",
        say("Pain over time"),
        _filled(marked),
        joined(course_said(found, started), milestones_said(milestones, len(flown))),
        _table(found, milestones),
    )


def _where_said(found: Course) -> str:
    """Words stand above their own days; where these are too few, all of them in a key."""
    room = CARRIES_WORDS * (found.last - found.first).days
    short = any((one.last - one.first).days < room for one in found.phases)
    return layers.KEYED if short else layers.WORDS


def _table(found: Course, milestones: Sequence[Milestone]) -> Table:
    """The numbers; with milestones also what happened, in the line of its own day."""
    headings = (UNIT[found.dot], PAIN_0_10, say("Band from"), say("Band to"))
    table = found.steps[["day", "pain", "low", "high"]].dropna(subset="pain")
    rows = cells_of(table.assign(day=table["day"].dt.strftime("%Y-%m-%d")))
    if not milestones:
        return Table(headings, rows)
    told = [(f"{one.day}", None, None, None, in_words(one)) for one in milestones]
    both = sorted([*((*row, None) for row in rows), *told], key=lambda row: str(row[0]))
    return Table((*headings, say("What happened")), both)


def _filled(of: Marked) -> Spec:
    """The drawing with its data in each layer, which a browser is sent faster than tables.

    A layer without data would be a nameless part of the picture to a screen reader: it is left out.
    """
    found, data = of.course, _data(of)
    few = len(found.dots) <= LINE_UP_TO
    drawn = layers.drawing(
        UNIT[found.dot], few, lines_of(of.flags), of.says, len(found.sessions) <= FEW_SESSIONS
    )
    named = ticks(found.first, found.last, of.start)
    scale = scale_of_days(found.first, found.last)
    x = {"field": "day", "type": "temporal", "axis": axis_of_days(named), "scale": scale}
    filled = [
        {**layer, "data": {"name": name, "values": rows}, "encoding": {**layer["encoding"], "x": x}}
        for layer in drawn["layer"]
        if (rows := data[name := layer["data"]["name"]])
    ]
    said = {one.phase: _phase_said(one, of.says) for one in found.phases}
    words = {**days_said(named), layers.PHASES_SAID: said}
    return {**drawn, "layer": filled, "params": parameters(words)}


def _phase_said(of: PhaseDays, where: str) -> Phrase | list[Phrase]:
    return on_its_days(of) if where == layers.WORDS else in_the_key(of)


def _data(of: Marked) -> dict[str, list[Row]]:
    """What each layer of the drawing is drawn from."""
    found = of.course
    steps = found.steps.assign(day=moments(found.steps["day"]))
    joined_ = steps.dropna(subset="pain") if len(steps) <= LINE_UP_TO else steps[:0]
    sessions = pd.DataFrame({"day": moments(found.sessions["day"])})
    return {
        "band": rows_of(steps.dropna(subset="low")[["day", "low", "high", "run", "phase"]]),
        "line": rows_of(joined_[["day", "pain", "run", "phase"]]),
        "dots": rows_of(found.dots.assign(day=moments(found.dots["day"]))),
        "sessions": rows_of(sessions),
        "start": [{"day": moment(of.start)}] if of.start else [],
        "medians": [row for one in found.phases for row in _median_lines(one, found)],
        "flags": flag_rows(of.flags),
        "words": list(map(_above, found.phases)) if of.says == layers.WORDS else [],
    }


def _median_lines(of: PhaseDays, found: Course) -> list[Row]:
    """The median of a phase over its written days; it does not cross a gap of weeks."""
    return [
        {"phase": of.phase, "median": of.median, "day": moment(first), "until": moment(last)}
        for first, last in stretches(found, of)
    ]


def _above(of: PhaseDays) -> Row:
    return {"day": moment(of.first), "phase": of.phase}
