"""What one entry says on a technique or therapy, and the strictest of all: avoid > adjust > ok."""

from typing import NamedTuple

from planner.model.ids import ReasonId, SourceId
from planner.model.vocabulary import Use
from planner.safety.rows_in_force import ActiveRow

CLIENTS_WISH = ReasonId("client")


class Limit(NamedTuple):
    """One entry's say on a technique or therapy.

    `is_of_a_row`: it comes from an answer rather than from a rule about a place or a therapy.
    """

    use: Use
    id: ReasonId
    label: str
    says: str
    reason: str
    sources: tuple[SourceId, ...]
    is_of_a_row: bool = False


class Verdict(NamedTuple):
    """The strictest use, and the limits that led to it."""

    use: Use
    limits: tuple[Limit, ...]

    @property
    def deciding(self) -> tuple[Limit, ...]:
        """The limits that are as strict as the verdict."""
        return tuple(limit for limit in self.limits if limit.use is self.use)


UNLIMITED = Verdict(Use.OK, ())


def with_override(use: Use, one: ActiveRow) -> Use:
    """An override sets an adjustment aside, never a ban."""
    return Use.OK if use is Use.ADJUST and one.overridden else use


def limit_of(use: Use, one: ActiveRow) -> Limit:
    """What a row in force says, with its reason and its sources."""
    row = one.row
    return Limit(use, row.id, one.label, one.says, row.reason, row.sources, is_of_a_row=True)


def verdict_of(limits: tuple[Limit, ...]) -> Verdict:
    """The verdict that these limits lead to; without any it is ok."""
    if not limits:
        return UNLIMITED
    return Verdict(Use.strictest(limit.use for limit in limits), limits)
