"""The plan in full: one component in a fragment of its own, with what stands open beside it."""

from collections.abc import Mapping
from typing import Any

from planner.visit.said import edits
from ui.consultation import plan_acts
from ui.plan_sheet import component
from ui.plan_sheet.seen import seen
from ui.plan_sheet.sheet import ByHand, sheet
from ui.state import redrawn, session
from ui.state.kept_visits import able_of
from ui.state.language import knowledge


def draw() -> None:
    """The plan; nothing while there is none."""
    redrawn.place(redrawn.PLAN, _draw)


def _draw() -> None:
    found = session.interview()
    if found is None or found.visit is None or found.plan.stops_everything:
        return
    opened = component.opened()
    able = able_of(_without_edits()) if opened.line else frozenset()
    draft = session.draft()
    hand = ByHand(edits.can_undo(draft), edits.can_redo(draft), able, plan_acts.why_not())
    component.draw(sheet(found, seen(found), opened, hand, knowledge()), _act)


def _without_edits() -> str:
    """The visit as it would be kept without the hand: what may be put in is found once for it."""
    return session.draft().having(edits=None, past=None, undone=None).as_text


def _act(said: Mapping[str, Any] | None) -> None:
    """Do what was asked of the plan, then draw again what shows it."""
    before = redrawn.frame()
    if said:
        plan_acts.do(said)
    redrawn.draw_anew(before)
