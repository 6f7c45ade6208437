"""The answer of a clinician, as paper asks for it and the screen takes it: names and order."""

from planner.words.saying import say

MINUTES = say("Minutes")
TIMES_A_WEEK = say("times a week")
PRESSURE = say("Pressure")
LEAVE_OUT = say("Leave out")
GOOD_UNTIL = say("Good until")
OTHER = say("Other")
NAME_AND_ROLE = say("Name and role")
SIGNED_ON = say("Date")
IN_ORDER = (
    MINUTES, TIMES_A_WEEK, PRESSURE, LEAVE_OUT, GOOD_UNTIL, OTHER, NAME_AND_ROLE, SIGNED_ON,
)  # fmt: skip
