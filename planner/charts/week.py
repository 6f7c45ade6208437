"""The first week of a plan as a picture: what is done, on which day, for how long."""

from textwrap import fill
from typing import Any

import altair as alt
import pandas as pd

from planner.charts.figure import AT_HOME, FONT, LONG_WEEKDAYS, WITH_US, Figure, Spec, finished
from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.model.vocabulary import Day
from planner.planning.schedule import WeekLine, how_often, week_lines

DAYS = {day: day.value.capitalize() for day in Day}
NAME_WIDTH = 20  # letters; two lines hold every name there is
LINES = "split(datum.label, '\\n')"
ALIGNED = {
    "condition": {"test": "indexof(datum.label, '\\n') > 0", "value": "bottom"},
    "value": "middle",
}
ROW = 64
BIG = 19  # read from across the room


def week_picture(plan: Plan, knowledge: Knowledge) -> Figure | None:
    """The week's tiles, a row for each thing to do; None where nothing has a day."""
    rows = [(_name(one, plan, knowledge), one) for one in week_lines(plan) if one.days]
    if not rows:
        return None
    return Figure(
        title="Your week",
        spec=_tiles(rows),
        alt=" ".join(_said(name, one) for name, one in rows),
        table=pd.DataFrame(
            {"What": name, **{words: _minutes(one, day) for day, words in DAYS.items()}}
            for name, one in rows
        ),
    )


def _name(one: WeekLine, plan: Plan, knowledge: Knowledge) -> str:
    """What the row is called; massage that is not weekly says so."""
    if one.id in knowledge.self_care:
        return knowledge.self_care[one.id].name
    often = plan.massage.phases[0].sessions_per_week if plan.massage else 1
    if one.id == "massage" and often < 1:
        return f"Massage ({how_often(often)})"
    return one.id.replace("-", " ").capitalize()


def _minutes(one: WeekLine, day: Day) -> str:
    return f"{one.minutes} min" if day in one.days else ""


def _said(name: str, one: WeekLine) -> str:
    if len(one.days) == len(Day):
        days = "every day"
    else:
        named = [LONG_WEEKDAYS[day.rank] for day in Day if day in one.days]
        days = "on " + " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"{name}: {days}, {one.minutes} minutes."


def _tiles(rows: list[tuple[str, WeekLine]]) -> Spec:
    """A tile with its minutes for each thing on each of its days."""
    tiles = [
        {"what": fill(name, NAME_WIDTH), "day": DAYS[day], "minutes": _minutes(one, day),
         "colour": WITH_US if one.id == "massage" else AT_HOME}
        for name, one in rows for day in Day if day in one.days
    ]  # fmt: skip
    names = list(dict.fromkeys(tile["what"] for tile in tiles))
    days = list(DAYS.values())
    base = alt.Chart(pd.DataFrame(tiles)).encode(
        x=alt.X("day:N", sort=days, scale=alt.Scale(domain=days), axis=_axis(orient="top")),
        y=alt.Y("what:N", sort=names, axis=_axis(labelExpr=LINES, labelBaseline=ALIGNED)),
        tooltip=[alt.Tooltip("what:N", title="What"), alt.Tooltip("minutes:N", title="Time")],
    )
    tile = base.mark_rect(cornerRadius=8, width={"band": 0.9}, height={"band": 0.8})
    words = base.mark_text(fontSize=17, fontWeight="bold", color="white", font=FONT)
    drawn = alt.layer(
        tile.encode(color=alt.Color("colour:N", scale=None)), words.encode(text="minutes:N")
    )
    return finished(drawn, alt.Step(ROW))


def _axis(**more: Any) -> alt.Axis:
    return alt.Axis(
        title=None,
        labelFontSize=BIG,
        labelAngle=0,
        labelLimit=0,
        labelOverlap=False,
        labelFlush=False,
        labelPadding=10,
        domain=False,
        ticks=False,
        grid=False,
        **more,
    )
