"""The answer of a clinician, as paper asks for it and the screen takes it: names and order."""

from collections.abc import Iterable, Mapping

from planner.model.phrase import Phrase
from planner.words.saying import formed, say

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
OF_BOUND: Mapping[str, Phrase] = {
    "minutes": formed(MINUTES, "lower"),
    "sessions_per_week": TIMES_A_WEEK,
    "pressure": formed(PRESSURE, "lower"),
}


def not_read(by: str, words: str, bounds: Iterable[str]) -> Phrase:
    """That nothing in a clinician's words was read for these bounds, and what makes them bind."""
    return say(
        "{by} wrote “{words}”. Nothing in it was read for: {names:commas}. If it limits one of "
        "these, set that beside the words, or it does not bind.",
        by=by,
        words=words,
        names=tuple(OF_BOUND[one] for one in bounds),
    )
