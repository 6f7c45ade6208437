"""What of the hand's changes had to give way to the limits of this client, each with its reason."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.edits import MASSAGE, Edit, Values, is_own
from planner.model.ids import LineId
from planner.model.plan import Complementary, Plan, SelfCareTask, TechniqueChoice
from planner.model.vocabulary import Pressure
from planner.safety.by_hand import hand_of
from planner.visit.by_hand.swapping import lines_in
from planner.visit.interview import Interview
from planner.words import joined, say

Value = float | Pressure
Line = TechniqueChoice | Complementary | SelfCareTask
NO_REASON = say("There is no room for it in this plan.")
LESS = say("The limits of this client leave less of it.")
FOR_ANOTHER_PLACE = say("It is for another place.")


class GaveWay(NamedTuple):
    """A line that did not come as it was asked: its name, and why."""

    name: str
    why: str


def gave_way(found: Interview | None, knowledge: Knowledge) -> tuple[GaveWay, ...]:
    """Every change of a visit that its plan does not have as it was made; none without a plan."""
    if found is None or found.visit is None:
        return ()
    return tuple(_each(found.draft.edits, found.plan, knowledge))


def for_another_place(lines: tuple[LineId, ...], knowledge: Knowledge) -> tuple[GaveWay, ...]:
    """The lines of a usual plan that were left behind, for they are for another place."""
    return tuple(GaveWay(name_of(one, knowledge), FOR_ANOTHER_PLACE) for one in lines)


def _each(edits: tuple[Edit, ...], plan: Plan, knowledge: Knowledge) -> Iterator[GaveWay]:
    hand, there = hand_of(edits), lines_in(plan)
    for line in sorted(map(LineId, hand.added)):
        if line not in there:
            yield GaveWay(_name(line, edits, knowledge), _why_not(line, plan))
    for line, asked in sorted((LineId(one), said) for one, said in hand.values.items()):
        why = _less(line, asked, plan) if line in {*there, MASSAGE} else ""
        if why:
            yield GaveWay(_name(line, edits, knowledge), why)


def _less(line: LineId, asked: Values, plan: Plan) -> str:
    """Why a line has less than was set of it; empty where it has as much."""
    got = _got(line, plan)
    short = [
        name for name in asked.said if name in got and _rank(got[name]) < _rank(_of(asked, name))
    ]
    return "" if not short else joined(*_told(line, plan)) or LESS


def _of(asked: Values, name: str) -> Value:
    found: Value = getattr(asked, name)
    return found


def _rank(value: Value) -> float:
    return value.rank if isinstance(value, Pressure) else value


def _got(line: LineId, plan: Plan) -> dict[str, Value]:
    """What a line of the plan has of what can be set."""
    if line == MASSAGE:
        return _of_massage(plan)
    found = _line(line, plan)
    names = ("pressure", "minutes", "days_per_week", "sets", "reps", "hold_seconds")
    every = {name: getattr(found, name, None) for name in names}
    return {name: value for name, value in every.items() if value is not None}


def _of_massage(plan: Plan) -> dict[str, Value]:
    if plan.massage is None:
        return {}
    phases = plan.massage.phases
    return {
        "minutes": phases[0].minutes,
        "sessions_per_week": phases[0].sessions_per_week,
        "weeks": sum(one.weeks for one in phases),
    }


def _line(line: LineId, plan: Plan) -> Line | None:
    techniques = plan.massage.techniques if plan.massage else ()
    parts: tuple[Line, ...] = (*techniques, *plan.complementary, *plan.self_care)
    return next((one for one in parts if one.id == line), None)


def _told(line: LineId, plan: Plan) -> tuple[str, ...]:
    """What the plan itself says of what was set by hand."""
    found = plan.massage if line == MASSAGE else _line(line, plan)
    return found.by_hand if found else ()


def _why_not(line: LineId, plan: Plan) -> str:
    told = next((one.why for one in plan.not_chosen if one.id == line), "")
    return told or NO_REASON


def _name(line: LineId, edits: tuple[Edit, ...], knowledge: Knowledge) -> str:
    own = [one.own.name for one in edits if one.own and one.line == line]
    return own[-1] if is_own(line) and own else name_of(line, knowledge)
