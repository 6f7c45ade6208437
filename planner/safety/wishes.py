"""What the client and the therapist put into a plan or want no more, line by line."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from planner.model.edits import Edit
from planner.model.ids import LineId
from planner.model.intake import Conversation
from planner.model.plan import NotChosen
from planner.model.vocabulary import Change
from planner.safety.by_hand import AnyLine, hand_of
from planner.words import say

DECLINED = say("The client declined it.")
TAKEN_OUT = say("The therapist took it out.")
REPLACED = say("The therapist put another one in its place.")
LEFT_OUT_BY_HAND = say("We left it out after we talked it over.")
NOT_WANTED = say("You told us that you do not want it.")


class Unwanted(NamedTuple):
    """Who wants a line no more, and why."""

    by: Literal["client", "therapist"]
    why: str

    def left_out(self, line: AnyLine) -> NotChosen:
        """The line as left out; what the client declined must not be done."""
        declined = self.by == "client"
        plain = NOT_WANTED if declined else LEFT_OUT_BY_HAND
        return NotChosen(id=LineId(line), why=self.why, plain=plain, must_not=declined)


BY_THE_CLIENT = Unwanted("client", DECLINED)


def last_edit(line: AnyLine, change: Change, intake: Conversation) -> Edit | None:
    """The therapist's last edit of this kind to a line; None when there is none."""
    mine = [one for one in intake.edits if one.line == line and one.change is change]
    return mine[-1] if mine else None


def declined(intake: Conversation) -> Mapping[AnyLine, Unwanted]:
    """The lines that the client declined."""
    wishes = intake.preferences
    lines: list[AnyLine] = [*wishes.techniques_declined, *wishes.therapies_declined]
    return dict.fromkeys(lines, BY_THE_CLIENT)


def unwanted(intake: Conversation) -> Mapping[AnyLine, Unwanted]:
    """The lines that are declined or taken out, each with who did and why."""
    removed = hand_of(intake.edits).removed
    out = {line: Unwanted("therapist", _taken_out(line, intake)) for line in removed}
    return {**out, **declined(intake)}


def replaced(line: AnyLine) -> NotChosen:
    """That the therapist put another line in the place of this one."""
    return NotChosen(id=LineId(line), why=REPLACED, plain=LEFT_OUT_BY_HAND)


def _taken_out(line: AnyLine, intake: Conversation) -> str:
    edit = last_edit(line, Change.REMOVE, intake)
    if edit and edit.words:
        return say("The therapist took it out: {why}", why=edit.words)
    return TAKEN_OUT
