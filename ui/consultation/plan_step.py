"""The plan in full: one component in a fragment of its own, with what stands open beside it."""

from functools import partial

from planner.visit.said import edits
from ui.consultation import plan_acts
from ui.plan_sheet import component
from ui.plan_sheet.changed.seen import seen
from ui.plan_sheet.hand import ByHand
from ui.plan_sheet.sheet import sheet
from ui.state import redrawn, session
from ui.state.kept_visits import bounds_of, candidates_of
from ui.state.language import knowledge


def draw() -> None:
    """The plan; nothing while there is none."""
    redrawn.place(redrawn.PLAN, _draw)


def _draw() -> None:
    found = session.interview()
    if found is None or found.visit is None or found.plan.stops_everything:
        return
    opened = component.opened()
    component.draw(sheet(found, seen(found), opened, _hand(), knowledge()), plan_acts.do)


def _hand() -> ByHand:
    """What the hand can do to the open visit."""
    draft, text = session.draft(), session.text()
    return ByHand(
        partial(bounds_of, text),
        partial(candidates_of, text),
        edits.can_undo(draft),
        edits.can_redo(draft),
        plan_acts.why_not(),
    )
