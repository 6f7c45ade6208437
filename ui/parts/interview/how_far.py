"""How far the safety questions have come, in a word for the bar of steps."""

from planner.visit.interview import Interview
from planner.visit.stop import stops
from ui.state.language import tell


def how_far(found: Interview | None) -> str:
    """How many groups are done; nothing where all are."""
    if found is None or not found.open_groups:
        return ""
    if stops(found):
        return tell("stopped")
    whole = len(found.asked)
    return tell("{done} of {whole}", done=whole - found.open_groups, whole=whole)
