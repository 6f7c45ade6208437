"""The plan in short, beside the questions: each line with its time, and what it comes to."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.plan import Plan
from planner.words.limits import PRESSURE_LEFT
from planner.words.plan import how_often, minutes
from planner.words.terms import PRESSURE
from ui.plan_sheet.changed.marks import DOSE, MARKS, Seen
from ui.plan_sheet.in_short.summary import money
from ui.plan_sheet.lines.parts import BESIDE, HOME, MASSAGE, TITLES
from ui.state.language import shown, tell


class Row(NamedTuple):
    """One line: its name, its time at the right, and a word below; `mark` is new or changed."""

    name: str
    says: str
    below: str = ""
    mark: str = ""


Group = tuple[str, list[Row]]


def groups(plan: Plan, seen: Seen, knowledge: Knowledge) -> Iterator[Group]:
    """The parts of the plan that hold a line, and what all of it comes to."""
    found = (
        (MASSAGE, _massage(plan, seen, knowledge)),
        (BESIDE, _beside(plan, seen, knowledge)),
        (HOME, _home(plan, seen, knowledge)),
    )
    for part, rows in found:
        listed = list(rows)
        if listed:
            yield tell(TITLES[part]), listed
    yield "", list(_in_all(plan))


def _massage(plan: Plan, seen: Seen, knowledge: Knowledge) -> Iterator[Row]:
    if plan.massage is None:
        yield Row(tell("No massage"), "")
        return
    for one in plan.massage.techniques:
        name = name_of(LineId(one.id), knowledge)
        yield Row(name, tell(PRESSURE[one.pressure]), mark=seen.marks.get(one.id, ""))
    first = plan.massage.phases[0]
    often = shown(how_often(first.sessions_per_week))
    yield Row(tell("How often"), often, mark=seen.marks.get(DOSE, ""))
    yield Row(tell("A session"), shown(minutes(first.minutes)), _bound(plan))


def _bound(plan: Plan) -> str:
    pressure = plan.limits.pressure
    return tell(PRESSURE_LEFT[pressure]) if pressure else ""


def _beside(plan: Plan, seen: Seen, knowledge: Knowledge) -> Iterator[Row]:
    for one in plan.complementary:
        says = tell("{minutes} min a week", minutes=one.minutes_per_week)
        yield Row(name_of(LineId(one.id), knowledge), says, mark=seen.marks.get(one.id, ""))


def _home(plan: Plan, seen: Seen, knowledge: Knowledge) -> Iterator[Row]:
    for one in plan.self_care:
        says = tell("{minutes} min × {days}", minutes=one.minutes, days=one.days_per_week)
        name = name_of(LineId(one.id), knowledge)
        yield Row(name, says if one.minutes else "", mark=seen.marks.get(one.id, ""))


def _in_all(plan: Plan) -> Iterator[Row]:
    yield Row(
        tell("Time a week"), tell("{minutes:g} min", minutes=round(plan.load.minutes_per_week))
    )
    if plan.load.cost_per_month:
        yield Row(tell("Money a month"), money(plan.load))


def as_html(found: Iterator[Group], title: str) -> str:
    """The rows as a page takes them; every word in them is ours, and escaped all the same."""
    drawn = "".join(_group(name, rows) for name, rows in found)
    return f'<div class="in-short"><h2>{escape(title)}</h2>{drawn}</div>'


def _group(name: str, rows: list[Row]) -> str:
    head = f"<h3>{escape(name)}</h3>" if name else ""
    return f"{head}<ul>{''.join(map(_row, rows))}</ul>"


def _row(one: Row) -> str:
    chip = f'<em class="chip">{escape(tell(MARKS[one.mark]))}</em>' if one.mark else ""
    below = f"<small>{escape(one.below)}</small>" if one.below else ""
    return f"<li><span>{escape(one.name)} {chip}</span><b>{escape(one.says)}</b>{below}</li>"
