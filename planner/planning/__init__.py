"""The rules: intake + screening + knowledge -> Plan.

case -> massage (which technique, where) -> dose (how often) -> complementary -> self_care
     -> schedule (load, week) -> measures -> talk
"""

from planner.planning.make import make_plan, screened_only

__all__ = ["make_plan", "screened_only"]
