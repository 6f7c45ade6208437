"""Every kind of file, by name."""

from tests.diary.generated import calendars, dates, exports, ladders, people, scores, shapes
from tests.diary.generated.case import Case
from tests.diary.generated.hand import Hand, case_of

KINDS = {
    f"{room.__name__.rpartition('.')[2]}: {kind.__name__.replace('_', ' ')}": kind
    for room in (scores, ladders, dates, calendars, people, exports, shapes)
    for kind in room.KINDS
}


def made(kind: str, seed: int) -> Case:
    """A file of a kind; the same seed makes the same file."""
    hand = Hand(f"{kind} {seed}")
    return case_of(kind, KINDS[kind](hand), hand)
