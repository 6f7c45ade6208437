"""Signs listed under a question: what each says, and what those ticked together lead to."""

from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from planner.knowledge.entries.entry import Entry, Said
from planner.knowledge.entries.safety import NO_ROW, Outcome, Rows
from planner.model.ids import GroupId, QuestionId, TickId

MOST_TICKS = 6
BARE, UNSURE, NONE = "bare", "unsure", "none"
SPOKEN = (BARE, UNSURE, NONE)  # what holds without a tick: a yes, a not sure, a no


class Tick(Entry):
    """A sign to tick; `reported` is how a note lists it.

    `opens` and `opens_groups` are asked afresh at a later visit once it is ticked. `means` is the
    row whose yes it amounts to where weak flags are counted.
    """

    id: Annotated[TickId, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    label: Said
    reported: Said
    opens: Rows = ()
    opens_groups: tuple[GroupId, ...] = ()
    means: QuestionId = NO_ROW


class TickOutcome(Outcome):
    """What ticks lead to: `needed` of `any_of` and every one of `all_of`.

    `beside_any` asks for a yes elsewhere too: a question, or a sign of it as "question#sign". It
    may stand alone. `pain_is_new`: only where a pain is not one that is known for what it is.
    Those named bare, unsure and none hold without a tick, and name no sign.
    """

    any_of: tuple[TickId, ...] = ()
    needed: Annotated[int, Field(ge=1)] = 1
    all_of: tuple[TickId, ...] = ()
    beside_any: tuple[str, ...] = ()
    pain_is_new: bool = False

    @property
    def is_spoken(self) -> bool:
        """Whether it holds without a tick: a yes, a not sure or a no in words."""
        return self.id in SPOKEN

    def is_met_by(self, ticked: Collection[TickId]) -> bool:
        """Whether these signs suffice, whatever else it asks for."""
        some = sum(one in ticked for one in self.any_of)
        return (not self.any_of or some >= self.needed) and set(self.all_of) <= set(ticked)


class Retired(Entry):
    """A question that another took over: old answers to it are still read.

    `yes` and `no` name what each leads to, an outcome of the question's signs; an empty `no` says
    nothing. They hold while the question itself has no sign ticked.
    """

    id: QuestionId
    row: QuestionId
    yes: str
    no: str = ""
