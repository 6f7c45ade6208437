"""A line of two plans side by side: what it said, what it says now, and why it differs."""

from enum import StrEnum

from planner.model.phrase import Text
from planner.model.record import Record


class Difference(StrEnum):
    """How a line differs from the one before."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    OTHER = "other"


class Row(Record):
    """One line of two plans; `added` is what only stands beside it now, where that is all."""

    id: str
    part: Text
    name: Text
    before: Text
    now: Text
    why: Text = ""
    added: Text = ""

    @property
    def difference(self) -> Difference:
        """Nothing said means that the line was not there."""
        if self.before == self.now:
            return Difference.SAME
        if not self.before:
            return Difference.NEW
        return Difference.OTHER if self.now else Difference.GONE
