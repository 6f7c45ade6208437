"""How far the safety questions have come, in a word for the bar of steps."""

from planner.visit.asking import asking
from planner.visit.interview import Interview
from planner.visit.stop import stops
from ui.state import session
from ui.state.language import tell


def how_far(found: Interview | None) -> str:
    """How many groups are done, or of last time's answers are to be said; nothing where all are."""
    if found is None or not found.open_groups:
        return ""
    if stops(found):
        return tell("stopped")
    asked = asking(found, session.knowledge())
    if to_say := sum(not one.is_said for one in asked.again):
        return tell("{number} to say", number=to_say)
    whole = len(asked.groups)
    return tell("{done} of {whole}", done=whole - asked.open_groups, whole=whole)
