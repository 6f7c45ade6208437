"""What the client and the therapist put into a plan or want no more, line by line."""

from collections.abc import Mapping

from planner.model.edits import Edit
from planner.model.ids import LineId
from planner.model.intake import Intake
from planner.model.vocabulary import Change, Technique
from planner.words import say

AnyLine = LineId | Technique

DECLINED = say("The client declined it.")
TAKEN_OUT = say("The therapist took it out.")
REPLACED = say("The therapist put another one in its place.")
LEFT_OUT_BY_HAND = say("We left it out after we talked it over.")
IN_PLAIN_WORDS: Mapping[str, str] = {DECLINED: say("You told us that you do not want it.")}


def last_edit(line: AnyLine, change: Change, intake: Intake) -> Edit | None:
    """The therapist's last edit of this kind to a line; None when there is none."""
    mine = [one for one in intake.edits if one.line == line and one.change is change]
    return mine[-1] if mine else None


def added(intake: Intake) -> frozenset[AnyLine]:
    """The lines the therapist put in, and did not take out since."""
    return frozenset(line for line, last in _last_moves(intake).items() if last is Change.ADD)


def removed(intake: Intake) -> frozenset[AnyLine]:
    """The lines the therapist took out, and did not put back since."""
    return frozenset(line for line, last in _last_moves(intake).items() if last is Change.REMOVE)


def _last_moves(intake: Intake) -> Mapping[AnyLine, Change]:
    """Whether each line was put in or taken out last; what replaces another does both."""
    moves: dict[AnyLine, Change] = {}
    for one in intake.edits:
        if one.change in (Change.ADD, Change.REMOVE):
            moves[one.line] = one.change
        elif one.change is Change.REPLACE and one.other:
            moves |= {one.line: Change.REMOVE, one.other: Change.ADD}
    return moves


def unwanted(intake: Intake) -> Mapping[AnyLine, str]:
    """The lines that are declined or taken out, each with its reason."""
    wishes = intake.preferences
    declined: list[AnyLine] = [*wishes.techniques_declined, *wishes.therapies_declined]
    out = {line: _taken_out(line, intake) for line in removed(intake)}
    return {**out, **dict.fromkeys(declined, DECLINED)}


def _taken_out(line: AnyLine, intake: Intake) -> str:
    if last_edit(line, Change.REPLACE, intake):
        return REPLACED
    edit = last_edit(line, Change.REMOVE, intake)
    if edit and edit.words:
        return say("The therapist took it out: {why}", why=edit.words)
    return TAKEN_OUT
