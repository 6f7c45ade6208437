"""What the therapist's edits come to, line by line: one after the other, the last one counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from planner.model.edits import Edit, OwnTask, Values, values_of
from planner.model.ids import LineId
from planner.model.vocabulary import Change, Technique

AnyLine = LineId | Technique


@dataclass(frozen=True)
class Hand:
    """What the hand has done: lines put in or out, values set, what stands for what, the order.

    `instead` names what replaces a line, `own` what a task of the therapist's own is, `order` each
    line that was moved and the one that it comes before (None: the end).
    """

    moves: Mapping[AnyLine, Change] = field(default_factory=dict)
    instead: Mapping[AnyLine, LineId] = field(default_factory=dict)
    values: Mapping[AnyLine, Values] = field(default_factory=dict)
    own: Mapping[LineId, OwnTask] = field(default_factory=dict)
    order: tuple[tuple[LineId, LineId | None], ...] = ()

    @cached_property
    def added(self) -> frozenset[AnyLine]:
        """The lines put in, what replaces another among them, and not taken out since."""
        return frozenset(line for line, last in self.moves.items() if last is Change.ADD)

    @cached_property
    def removed(self) -> frozenset[AnyLine]:
        """The lines taken out, and not put back since; what was replaced is none of them."""
        return frozenset(line for line, last in self.moves.items() if last is Change.REMOVE)

    def stands_for(self, line: AnyLine) -> tuple[LineId, ...]:
        """What replaces a line, and what replaces that, the last one first."""
        chain: list[LineId] = []
        now: AnyLine = line
        while now in self.instead and self.instead[now] not in chain:
            now = self.instead[now]
            chain.append(now)
        return tuple(reversed(chain))

    def in_order(self, lines: Iterable[LineId]) -> tuple[LineId, ...]:
        """Lines of one part as they were moved."""
        found = list(lines)
        for line, before in self.order:
            if line == before or line not in found or (before and before not in found):
                continue
            found.remove(line)
            found.insert(found.index(before) if before else len(found), line)
        return tuple(found)


def hand_of(edits: Iterable[Edit]) -> Hand:
    """What these edits come to."""
    made = _Making()
    for one in edits:
        made.take(one)
    return Hand(made.moves, made.instead, made.values, made.own, tuple(made.order))


class _Making:
    """The edits so far."""

    def __init__(self) -> None:
        self.moves: dict[AnyLine, Change] = {}
        self.instead: dict[AnyLine, LineId] = {}
        self.values: dict[AnyLine, Values] = {}
        self.own: dict[LineId, OwnTask] = {}
        self.order: list[tuple[LineId, LineId | None]] = []

    def take(self, one: Edit) -> None:
        """One edit more."""
        if one.change in (Change.ADD, Change.REMOVE):
            self.moves[one.line] = one.change
            self.instead.pop(one.line, None)
        if one.own:
            self.own[one.line] = one.own
        if one.change is Change.REPLACE and one.other:
            self._replace(one.line, one.other)
        if one.change is Change.MOVE:
            self.order.append((one.line, one.other))
        if one.values:
            self.values[one.line] = _joined(self.values.get(one.line), one.values)

    def _replace(self, line: LineId, other: LineId) -> None:
        self.moves.pop(line, None)
        self.moves[other] = Change.ADD
        self.instead.pop(other, None)
        self.instead[line] = other
        if line in self.values:
            kept = _of_line(self.values[line], other)
            self.values[other] = _joined(kept, self.values.get(other, Values()))


def _joined(before: Values | None, later: Values) -> Values:
    said = {name: getattr(later, name) for name in later.said}
    return (before or Values()).having(**said)


def _of_line(values: Values, line: LineId) -> Values:
    """What of these values another line has too."""
    return Values(
        **{name: getattr(values, name) for name in values.said if name in values_of(line)}
    )
