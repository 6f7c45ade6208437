"""A picture as a page names it: its files, and what it shows in words."""

from typing import Any

from planner.figures import stored
from planner.knowledge import Knowledge
from planner.model.edits import is_own
from planner.model.plan import SelfCareTask
from planner.planning.self_care import how_to
from planner.words import say
from planner.words.home import pictured
from ui.state import own_pictures
from ui.state.language import shown

Data = dict[str, Any]


def of_task(one: SelfCareTask, knowledge: Knowledge) -> Data | None:
    """The picture of a plan's home task for the browser; None where there is none."""
    known = knowledge.self_care.get(one.id)
    if is_own(one.id):
        return own_picture(one)
    if known is None:
        return None
    return picture(one.id, pictured(known.name, one.steps or how_to(known)))


def own_picture(one: SelfCareTask) -> Data | None:
    """The picture that the therapist brought, where it can be read."""
    address = own_pictures.address(one.picture) if one.picture else ""
    return {"address": address, "alt": shown(say("The therapist's picture"))} if address else None


def picture(task: str, shows: str) -> Data | None:
    """The picture of any home task for the browser; None where there is none."""
    if stored.still(task) is None:
        return None
    moves = stored.moving(task) is not None
    return {
        "still": stored.file_name(task),
        "moving": stored.file_name(task, stored.MOVING) if moves else "",
        "alt": shown(shows),
    }
