"""The whole plan as one value for the browser: bar, parts, folds, and what is open beside it."""

from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.vocabulary import Change
from planner.visit.interview import Interview
from ui.plan_sheet import bar, folds, panel
from ui.plan_sheet.blocks import Data
from ui.plan_sheet.changed.marks import Seen, by_hand
from ui.plan_sheet.hand import ByHand
from ui.plan_sheet.lines import parts
from ui.plan_sheet.lines.rows import Beside
from ui.plan_sheet.units import units
from ui.plan_sheet.words import words
from ui.state.language import shown


class Opened(NamedTuple):
    """What stands open in the browser: one line, and some folds."""

    line: str = ""
    folds: tuple[str, ...] = ()


def sheet(found: Interview, seen: Seen, opened: Opened, hand: ByHand, knowledge: Knowledge) -> Data:
    """The plan of a visit that has been scored."""
    visit, plan, knowledge = found.visit, shown(found.plan), knowing_own(knowledge, found.plan)
    assert visit is not None, "without a score there is no plan to show"
    edited = found.draft.edits
    reworded = {edit.line for edit in edited if edit.change is Change.REWORD}
    marks = {**seen.marks, **by_hand(found.draft)}
    beside = Beside(knowledge, hand.bounds, marks, reworded)
    return {
        "words": words(),
        "units": units(),
        "open": opened.line,
        "bar": {**bar.bar(found, plan, seen.said, knowledge), "undo": hand.undo, "redo": hand.redo},
        "sections": parts.parts(plan, plan.load.price, beside),
        "load": parts.time_and_money(plan),
        "folds": folds.folds(plan, visit, opened.folds, knowledge),
        "panel": panel.panel(opened.line, plan, found.draft, hand, knowledge),
        "refused": hand.refused,
        "draft": plan.draft,
    }
