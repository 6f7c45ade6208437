"""What a goal's words point to: an activity, to be confirmed by a tap."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.vocabulary import Activity

LETTERS = r"\w'-"


class Hit(NamedTuple):
    """Where a goal's words point to an activity, and by how many letters."""

    at: int
    letters: int
    activity: Activity


def suggested_activity(text: str, knowledge: Knowledge) -> Activity | None:
    """The activity that the words of a goal point to first; None where none does.

    Of two that begin at the same word the longer is meant: "sit at my desk" is desk work.
    """
    first = min(_hits(text, knowledge), key=lambda hit: (hit.at, -hit.letters), default=None)
    return first.activity if first else None


def _hits(text: str, knowledge: Knowledge) -> Iterator[Hit]:
    spoken = " ".join(text.lower().split())
    for entry in knowledge.activities.values():
        for found in _pattern(entry.words).finditer(spoken):
            yield Hit(found.start(), len(found.group()), entry.id)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of an activity, whole and side by side, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    listed = "|".join(re.escape(one).replace(r"\*", f"[{LETTERS}]*") for one in longest)
    return re.compile(rf"(?<![{LETTERS}])(?:{listed})(?![{LETTERS}])")
