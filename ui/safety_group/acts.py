"""What the browser reports of the safety step, in the order it was tapped, and nothing else."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from planner.model.ids import GroupId, QuestionId, ReasonId, RegionId, TickId
from planner.model.vocabulary import Answer


class Ticked(NamedTuple):
    """A line was ticked; its question is not answered yet."""

    question: QuestionId


class Answered(NamedTuple):
    """A question was answered, with the signs ticked under it."""

    question: QuestionId
    answer: Answer
    signs: tuple[TickId, ...]


class Placed(NamedTuple):
    """Where a row holds."""

    row: QuestionId
    places: tuple[RegionId, ...]


class NoneOfThese(NamedTuple):
    """No to the lines of a group that were shown."""

    group: GroupId
    shown: tuple[QuestionId, ...]


class Turned(NamedTuple):
    """On to the next group that waits, or to the one that is named."""

    group: str
    is_next: bool


class InFull(NamedTuple):
    """Whether every question of a group is shown in its full wording."""

    full: bool


class Clears(NamedTuple):
    """The form for a clinician's answer to a row is wanted."""

    row: ReasonId


class Since(NamedTuple):
    """Since when something is so no more, in the client's words."""

    question: QuestionId
    words: str


Act = Ticked | Answered | Placed | NoneOfThese | Turned | InFull | Clears | Since


def made_of(act: Mapping[str, Any]) -> Act:
    """One act; raises KeyError for a kind that no browser of ours sends."""
    made: dict[str, Callable[[], Act]] = {
        "tick": lambda: Ticked(_question(act["id"])),
        "answer": lambda: Answered(
            _question(act["id"]), Answer(act["answer"]), tuple(map(TickId, act["signs"]))
        ),
        "place": lambda: Placed(_question(act["row"]), tuple(map(RegionId, act["places"]))),
        "none": lambda: NoneOfThese(GroupId(act["group"]), tuple(map(_question, act["ids"]))),
        "next": lambda: Turned(act["group"], is_next=True),
        "go": lambda: Turned(act["group"], is_next=False),
        "full": lambda: InFull(bool(act["on"])),
        "clear": lambda: Clears(ReasonId(act["row"])),
        "since": lambda: Since(_question(act["id"]), str(act["words"])),
    }
    return made[act["kind"]]()


def _question(name: str) -> QuestionId:
    return QuestionId(ReasonId(name))
