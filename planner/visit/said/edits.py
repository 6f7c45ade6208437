"""What the therapist does to the lines of the plan by hand, as the visit keeps it."""

from planner.model.ids import LineId
from planner.model.intake import Edit
from planner.model.visit import Draft
from planner.model.vocabulary import Change
from planner.visit.draft import saying
from planner.words import say

MOST_WORDS = 500
INSTEAD = say("another one instead")
MOVES = (Change.REMOVE, Change.ADD)


def edited(draft: Draft, line: LineId, change: Change, words: str = "") -> Draft:
    """With an edit of a line; it takes the place of the same done before."""
    alike = MOVES if change in MOVES else (change,)
    earlier = (one for one in draft.edits if not (one.line == line and one.change in alike))
    new = Edit(line=line, change=change, words=words.strip()[:MOST_WORDS])
    return saying(draft, edits=(*earlier, new))


def swapped(draft: Draft, line: LineId, other: LineId, why: str = INSTEAD) -> Draft:
    """With a line taken out and another put in; `why` is kept as the therapist's words."""
    return edited(edited(draft, line, Change.REMOVE, why), other, Change.ADD)


def undone(draft: Draft, line: LineId) -> Draft:
    """Without anything the therapist did to a line."""
    return saying(draft, edits=tuple(one for one in draft.edits if one.line != line))


def edited_lines(draft: Draft) -> tuple[LineId, ...]:
    """The lines the therapist changed, each once."""
    return tuple(dict.fromkeys(one.line for one in draft.edits))


def without_the_last(draft: Draft) -> Draft:
    """Without what the therapist did last; the same draft where nothing was done."""
    return saying(draft, edits=draft.edits[:-1])
