"""Pain and goals over all visits as one picture, with the sessions and the plans below them."""

from datetime import date

import altair as alt

from planner.charts.drawing import finished, moment, named
from planner.charts.figure import (
    AT_HOME,
    DAY,
    FONT,
    PAIN_0_10,
    WITH_US,
    Figure,
    Row,
    Spec,
    Table,
)
from planner.charts.ticks import Tick, axis_of_days, days_said, ticks
from planner.model.phrase import Phrase
from planner.visit.client.story import Goal, Rated, Story, in_words
from planner.words import say

HEIGHT = 150
SESSIONS_AT, LOW = -0.9, -1.4  # the scale begins at 0; the sessions stand below it
GOAL_DASHES = ([7, 5], [2, 4])
PAIN_WORDS, GOAL_WORDS = "pain_words", "goal_words_{}"


def story_picture(of: Story) -> Figure | None:
    """The picture; None where no pain was scored at any visit."""
    if not of.pain:
        return None
    rows: list[tuple[str | float | None, ...]] = [
        (f"{on}", score, *(dict(goal.rated).get(on) for goal in of.goals)) for on, score in of.pain
    ]
    table = Table((DAY, PAIN_0_10, *(goal.name for goal in of.goals)), rows)
    title = say("Pain and what can be done")
    return Figure("story", title, _drawn(of), in_words(of), table)


def _drawn(of: Story) -> Spec:
    data: dict[str, list[Row]] = {
        "plans": [{"day": moment(a), "until": moment(b), "low": 0, "top": 10} for a, b in of.plans],
        "sessions": [{"day": moment(day), "score": SESSIONS_AT} for day in of.sessions],
        "pain": _rows(of.pain),
        "pain_end": _end(of.pain),
    }
    words: Spec = {PAIN_WORDS: say("pain {score:g}", score=of.pain[-1][1])}
    goals = [layer for place, goal in enumerate(of.goals) for layer in _goal(place, goal, data)]
    for place, goal in enumerate(of.goals):
        words[GOAL_WORDS.format(place)] = _at_the_end(place, goal, len(of.goals))
    named_days = ticks(*_ends(of))
    words |= days_said(named_days)
    layers = [_plans(named_days), *goals, *_line("pain", WITH_US, PAIN_WORDS, 18), _sessions()]
    drawn = finished(alt.layer(*layers), HEIGHT, data, words)
    # A layer without data would be a nameless part of the picture to a screen reader.
    filled = [layer for layer in drawn["layer"] if data[layer["data"]["name"]]]
    return {**drawn, "layer": filled, "background": "transparent"}


def _at_the_end(place: int, goal: Goal, many: int) -> Phrase:
    score = goal.rated[-1][1]
    if many == 1:
        return say("goal {score:g}", score=score)
    return say("goal {number}: {score:g}", number=place + 1, score=score)


def _rows(rated: tuple[Rated, ...]) -> list[Row]:
    return [{"day": moment(on), "score": score} for on, score in rated]


def _end(rated: tuple[Rated, ...]) -> list[Row]:
    """What a line has come to; one dot alone stands at the axis, and its words beside it."""
    alone = len(rated) == 1
    return [{**row, "beside": "left" if alone else "right"} for row in _rows(rated[-1:])]


def _goal(place: int, goal: Goal, data: dict[str, list[Row]]) -> list[alt.Chart]:
    name = f"goal_{place}"
    data[name], data[f"{name}_end"] = _rows(goal.rated), _end(goal.rated)
    return _line(name, AT_HOME, GOAL_WORDS.format(place), -16, GOAL_DASHES[place])


def _line(
    name: str, colour: str, words: str, aside: int, dash: list[int] | None = None
) -> list[alt.Chart]:
    """A line with its dots, and what it has come to at its end."""
    base = named(name).encode(x="day:T", y=_y())
    line = base.mark_line(color=colour, strokeWidth=3, strokeDash=dash or [1, 0])
    dots = base.mark_circle(color=colour, size=110, opacity=1)
    end = named(f"{name}_end").encode(x="day:T", y=_y())
    label = end.mark_text(
        text=alt.expr(words), align=alt.expr("datum.beside"), dx=6, dy=aside,
        font=FONT, fontSize=16, fontWeight="bold", color=colour,
    )  # fmt: skip
    return [line, dots, label]


def _y() -> alt.Y:
    axis = alt.Axis(title=None, values=[0, 5, 10])
    return alt.Y("score:Q", scale=alt.Scale(domain=[LOW, 10.6], nice=False), axis=axis)


def _ends(of: Story) -> tuple[date, date]:
    """The first and the last day that the picture shows."""
    days = [*(on for on, _ in of.pain), *(day for plan in of.plans for day in plan), *of.sessions]
    return min(days), max(days)


def _plans(named_days: tuple[Tick, ...]) -> alt.Chart:
    """Where a plan was in force, as a band."""
    axis = alt.Axis(**axis_of_days(named_days))
    bands: alt.Chart = (
        named("plans")
        .mark_rect(color=AT_HOME, opacity=0.1)
        .encode(
            x=alt.X("day:T", axis=axis),
            x2="until:T",
            y=alt.Y("low:Q", scale=alt.Scale(domain=[LOW, 10.6], nice=False)),
            y2="top:Q",
        )
    )
    return bands


def _sessions() -> alt.Chart:
    ticks: alt.Chart = (
        named("sessions")
        .mark_tick(orient="vertical", thickness=4, size=12, color=WITH_US)
        .encode(x="day:T", y=_y())
    )
    return ticks
