"""One line in the place of another, only where the other one really comes."""

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.visit.interview import Interview
from planner.words import say


def cannot_stand(after: Interview | None, line: LineId, knowledge: Knowledge) -> Phrase | None:
    """Why a line that was put in is not in the plan that came of it; None where it is."""
    if after is None:
        return say("{name} cannot stand in this plan.", name=name_of(line, knowledge))
    if line in lines_in(after.plan):
        return None
    why = next((one.why for one in after.plan.not_chosen if one.id == line), "")
    name = name_of(line, knowledge)
    if not why:
        return say("{name} cannot stand in this plan.", name=name)
    return say("{name} cannot stand in this plan. {why}", name=name, why=why)


def lines_in(plan: Plan) -> frozenset[LineId]:
    """The lines of a plan by their ids."""
    techniques = plan.massage.techniques if plan.massage else ()
    parts = (techniques, plan.complementary, plan.self_care)
    return frozenset(LineId(one.id) for part in parts for one in part)
