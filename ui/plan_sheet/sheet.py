"""The whole plan as one value for the browser: bar, parts, folds, and what is open beside it."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.ids import LineId
from planner.model.vocabulary import Change
from planner.visit.interview import Interview
from ui.plan_sheet import bar, folds, panel, parts
from ui.plan_sheet.blocks import Data
from ui.plan_sheet.marks import Seen
from ui.plan_sheet.rows import Beside
from ui.state.language import shown, tell


class Opened(NamedTuple):
    """What stands open in the browser: one line, and some folds."""

    line: str = ""
    folds: tuple[str, ...] = ()


class ByHand(NamedTuple):
    """What the hand can do now: take back, do again, put in; and why it could not just now."""

    undo: bool = False
    redo: bool = False
    able: Iterable[LineId] = ()
    refused: str = ""


def sheet(found: Interview, seen: Seen, opened: Opened, hand: ByHand, knowledge: Knowledge) -> Data:
    """The plan of a visit that has been scored."""
    visit, plan = found.visit, shown(found.plan)
    assert visit is not None, "without a score there is no plan to show"
    edited = found.draft.edits
    reworded = {edit.line for edit in edited if edit.change is Change.REWORD}
    beside = Beside(knowledge, seen.marks, reworded)
    return {
        "words": words(),
        "bar": {**bar.bar(found, plan, seen.said, knowledge), "undo": hand.undo, "redo": hand.redo},
        "sections": parts.parts(plan, plan.load.price, beside),
        "load": parts.time_and_money(plan),
        "folds": folds.folds(plan, visit, opened.folds, knowledge),
        "panel": panel.panel(opened.line, plan, edited, hand.able, knowledge)
        if opened.line
        else None,
        "refused": hand.refused,
        "draft": plan.draft,
    }


def words() -> dict[str, str]:
    """What the browser says by itself."""
    return {
        "undo": tell("Undo"),
        "redo": tell("Redo"),
        "add": tell("Add"),
        "close": tell("Close"),
        "by_what": tell("By what"),
        "panel": tell("Beside the plan"),
        "hint": tell("Tap a line: change it, and see why it is here."),
        "replace": tell("Replace with"),
        "choose": tell("Choose another"),
        "swap": tell("Replace"),
        "own": tell("In your own words"),
        "reword": tell("Use my words"),
        "remove": tell("Take out"),
        "add_which": tell("Choose what to put in"),
        "add_why": tell("Your reason (printed)"),
        "put_in": tell("Put it in"),
        "write_first": tell("Write how it should read first."),
        "choose_first": tell("Choose one first."),
    }
