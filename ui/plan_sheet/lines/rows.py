"""The lines of a plan as rows: what is done, how much of it, where, and what to mind at it."""

from collections.abc import Callable, Container, Iterator, Mapping
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.known_again import says_the_same
from planner.knowledge.names import name_of, reason_name
from planner.model.ids import LineId
from planner.model.plan import Complementary, Plan, SelfCareTask, TechniqueChoice
from planner.model.vocabulary import Role
from planner.visit.line_bounds import Bounds
from planner.words import joined, say_in
from planner.words.plan import days_a_week, minutes
from ui.parts.wording import linked, places
from ui.pictures.named import of_task
from ui.plan_sheet.blocks import Data
from ui.plan_sheet.changed.marks import MARKS
from ui.plan_sheet.lines import controls
from ui.state.language import shown, tell

ROLE = {
    Role.MAIN: say_in("role of a technique", "main"),
    Role.ADJUNCT: say_in("role of a technique", "adjunct"),
}

Line = TechniqueChoice | Complementary | SelfCareTask


class Beside(NamedTuple):
    """What is known of a plan's lines beside the plan.

    Names, marks, what is said otherwise, and what may be set of each.
    """

    knowledge: Knowledge
    bounds: Callable[[LineId], Bounds]
    marks: Mapping[str, str] = {}
    reworded: Container[str] = ()


def technique(one: TechniqueChoice, plan: Plan, beside: Beside) -> Data:
    """A massage technique: how firm, where, and of each change the answer that asks for it."""
    where = places(one.regions, beside.knowledge)
    notes = list(short(one.adjustments, plan, beside.knowledge))
    return _row(one, where, notes, beside, role=tell(ROLE[one.role]))


def therapy(one: Complementary, plan: Plan, beside: Beside) -> Data:
    """A therapy beside massage: how often, and what its giver is to be told."""
    notes = list(short(one.cautions, plan, beside.knowledge))
    return _row(one, one.how_often, notes, beside)


def task(one: SelfCareTask, plan: Plan, beside: Beside) -> Data:
    """A home task: minutes and days, then the dose; the therapist's words take their place.

    How much of it counts stands beside the words in any case, as what may be set.
    """
    often = shown(joined(minutes(one.minutes), days_a_week(one.days_per_week), by=", "))
    notes = list(short(one.cautions, plan, beside.knowledge))
    pictured = {"picture": of_task(one, beside.knowledge)}
    if one.id in beside.reworded:
        return _row(one, one.dose, notes, beside) | pictured
    return _row(one, linked(often, one.dose), notes, beside) | pictured


def _row(one: Line, says: str, notes: list[str], beside: Beside, role: str = "") -> Data:
    mark = beside.marks.get(one.id, "")
    return {
        "id": one.id,
        "name": line_name(one, beside.knowledge),
        "role": role,
        "says": says,
        "notes": notes,
        "own": one.own,
        "mark": tell(MARKS[mark]) if mark else "",
        "movable": True,
        **controls.on_the_row(beside.bounds(LineId(one.id)), one.by_hand, beside.knowledge),
    }


def short(notes: tuple[str, ...], plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """What to mind at a line; where an answer says it in full already, only that answer's name."""
    for note in notes:
        by = next((one.id for one in plan.reasons if says_the_same(one.says, note)), None)
        yield reason_name(by, knowledge) if by else note


def line_name(one: Line, knowledge: Knowledge) -> str:
    """What a line is called: a task of the therapist's own as the therapist calls it."""
    own = one.name if isinstance(one, SelfCareTask) else ""
    return own or name_of(LineId(one.id), knowledge)
