"""The rules: intake + screening + knowledge -> Plan.

case -> massage (which technique, where) -> dosing (how often) -> complementary -> self_care
     -> course (visits, week, load, what it is judged by) -> advice

open_lines: what a therapist may still put in.
"""

from planner.planning.make import make_plan, screened_only
from planner.planning.open_lines import open_lines

__all__ = ["make_plan", "open_lines", "screened_only"]
