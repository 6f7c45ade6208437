"""The first week of a plan as a picture: what is done, on which day, for how long."""

from planner.charts.figure import (
    AT_HOME,
    FONT,
    WITH_US,
    Figure,
    Row,
    Spec,
    Table,
    in_house_style,
    weekdays,
)
from planner.knowledge import Knowledge
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.vocabulary import Day
from planner.planning.course.schedule import DIARY, MASSAGE, WeekLine, week_lines, week_order
from planner.words import joined, say
from planner.words.plan import how_often, minutes
from planner.words.terms import DAY

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
NAME_WIDTH = 20  # letters; two lines hold every name there is
IN_LINES = (
    f"split(trim(replace(datum.label, regexp('(.{{1,{NAME_WIDTH}}})(?:\\\\s+|$)', 'g'), '$1\\n')),"
    " '\\n')"
)
RAISED = {  # a name of two lines stands with its middle beside the tile
    "condition": {"test": f"length(datum.label) > {NAME_WIDTH}", "value": "bottom"},
    "value": "middle",
}
ROW = 64
BIG = 19  # read from across the room
AXIS = {
    "title": None,
    "labelFontSize": BIG,
    "labelAngle": 0,
    "labelLimit": 0,
    "labelOverlap": False,
    "labelFlush": False,
    "labelPadding": 10,
    "domain": False,
    "ticks": False,
    "grid": False,
}
WHAT, TIME = say("What"), say("Time")
DONE = say("yes")  # on its days, and of no minutes
Lines = list[tuple[str, WeekLine]]


def week_picture(plan: Plan, knowledge: Knowledge) -> Figure | None:
    """The week's tiles, a row for each thing to do; None where nothing has a day."""
    lines = [(_name(one, plan, knowledge), one) for one in week_lines(plan) if one.days]
    if not lines:
        return None
    table = Table(
        (WHAT, *(DAY[day] for day in week_order(plan))),
        [(name, *(_minutes(one, day) for day in week_order(plan))) for name, one in lines],
    )
    said = joined(*(_said(name, one) for name, one in lines))
    return Figure("your-week", say("Your week"), _drawn(lines, week_order(plan)), said, table)


def _name(one: WeekLine, plan: Plan, knowledge: Knowledge) -> str:
    """What the row is called; massage that is not weekly says so."""
    if one.id == DIARY:
        return say("Pain diary")
    if one.id != MASSAGE:
        task = knowledge.self_care.get(one.id)
        return task.name if task else one.id.replace("-", " ").capitalize()
    often = plan.massage.phases[0].sessions_per_week if plan.massage else 1
    if often < 1:
        return say("Massage ({often})", often=how_often(often))
    return say("Massage")


def _minutes(one: WeekLine, day: Day) -> str:
    if day not in one.days:
        return ""
    return say("{minutes} min", minutes=one.minutes) if one.minutes else DONE


def _said(name: str, one: WeekLine) -> Phrase:
    if len(one.days) == len(Day):
        return say("{what}: every day, {minutes}.", what=name, minutes=minutes(one.minutes))
    named = weekdays(short=False)
    days = [named[day.rank] for day in Day if day in one.days]
    return say("{what}: on {days}, {minutes}.", what=name, days=days, minutes=minutes(one.minutes))


def _drawn(lines: Lines, order: tuple[Day, ...]) -> Spec:
    """A tile with its minutes for each thing on each of its days."""
    tile = {"type": "rect", "cornerRadius": 8, "width": {"band": 0.9}, "height": {"band": 0.8}}
    words = {"type": "text", "fontSize": 17, "fontWeight": "bold", "color": "white", "font": FONT}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    return in_house_style(
        {
            "$schema": SCHEMA,
            "data": {"name": "tiles"},
            "datasets": {"tiles": _tiles(lines)},
            "encoding": _encoding(lines, order),
            "layer": [
                {"mark": tile, "encoding": {"color": colour}},
                {"mark": words, "encoding": {"text": {"field": "minutes", "type": "nominal"}}},
            ],
            "height": {"step": ROW},
            "autosize": {"type": "fit-x", "contains": "padding"},
        }
    )


def _tiles(lines: Lines) -> list[Row]:
    return [
        {
            "what": name,
            "day": DAY[day],
            "minutes": _minutes(one, day),
            "colour": WITH_US if one.id == MASSAGE else AT_HOME,
        }
        for name, one in lines
        for day in Day
        if day in one.days
    ]


def _encoding(lines: Lines, order: tuple[Day, ...]) -> Spec:
    """The days across, the things to do down, in their own order."""
    days, names = [DAY[day] for day in order], [name for name, _ in lines]
    return {
        "x": {
            "field": "day",
            "type": "nominal",
            "sort": days,
            "scale": {"domain": days},
            "axis": {**AXIS, "orient": "top"},
        },
        "y": {
            "field": "what",
            "type": "nominal",
            "sort": names,
            "axis": {**AXIS, "labelExpr": IN_LINES, "labelBaseline": RAISED},
        },
        "tooltip": [
            {"field": "what", "type": "nominal", "title": WHAT},
            {"field": "minutes", "type": "nominal", "title": TIME},
        ],
    }
