"""The rules: intake + screening + knowledge -> Plan.

case -> massage (which technique, where) -> dosing (how often) -> complementary -> self_care
     -> course (visits, week, load, what it is judged by) -> advice
"""

from planner.planning.make import make_plan, screened_only

__all__ = ["make_plan", "screened_only"]
