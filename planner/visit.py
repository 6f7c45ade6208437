"""The main line: one conversation becomes one plan."""

from planner.intake import Intake
from planner.knowledge import Knowledge
from planner.plan import Plan
from planner.planning import make_plan
from planner.screening import screen


def first_visit(intake: Intake, knowledge: Knowledge) -> Plan:
    """Screen, then plan."""
    return make_plan(intake, screen(intake, knowledge), knowledge)
