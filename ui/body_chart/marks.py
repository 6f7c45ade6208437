"""Marks: a level from 1 to 3 for each region that hurts, and what can be said of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeGuard

from planner.knowledge import Knowledge
from planner.model.ids import RegionId
from planner.visit.said.pain_marks import Levels
from planner.words import say_in
from ui.state.language import tell

LEVELS = (
    say_in("level on the body chart", "not marked"),
    say_in("level on the body chart", "mild"),
    say_in("level on the body chart", "moderate"),
    say_in("level on the body chart", "severe"),
)


class Taps(NamedTuple):
    """What the chart says: how many taps it has had, and each region these left changed."""

    turn: int = 0
    levels: Levels = {}


def with_levels(marks: Levels, levels: Levels) -> dict[RegionId, int]:
    """The marks after these changes; level 0 takes a mark away."""
    return {region: level for region, level in {**marks, **levels}.items() if level}


def list_changes(drawn: Iterable[RegionId], chosen: Iterable[RegionId]) -> dict[RegionId, int]:
    """What a choice from the list changes: what was added is mild, what was taken out is 0."""
    before, after = list(drawn), list(chosen)
    taken = {region: 0 for region in before if region not in after}
    return taken | {region: 1 for region in after if region not in before}


def in_words(marks: Levels, knowledge: Knowledge) -> tuple[str, ...]:
    """Every mark by name, the person's own side and level, head to foot."""
    return tuple(
        tell("{place}: {level}", place=region.label, level=LEVELS[marks[region.id]])
        for region in knowledge.regions.values()
        if marks.get(region.id)
    )


def wpi_count(marks: Levels, knowledge: Knowledge) -> int:
    """In how many of the 19 areas of the Widespread Pain Index there is a mark.

    Counted inclusively: elbow, hand, knee and foot belong to the limb that the index names.
    """
    marked = (knowledge.regions[region] for region, level in marks.items() if level)
    return len({area for region in marked for area in region.wpi})


def read_taps(sent: object, known: Iterable[RegionId]) -> Taps:
    """What came from the browser, without anything that is not a known region at a known level."""
    turn, levels = (sent.get("turn"), sent.get("levels")) if isinstance(sent, Mapping) else (0, {})
    if not _is_whole(turn) or not isinstance(levels, Mapping):
        return Taps()
    regions = frozenset(known)
    said = ((one, level) for one, level in levels.items() if _is_whole(level))
    return Taps(turn, {one: level for one, level in said if one in regions and level < len(LEVELS)})


def _is_whole(number: object) -> TypeGuard[int]:
    """Whether this is 0, 1, 2 …; the browser may send 2.0 for 2, and True is not a number."""
    return not isinstance(number, bool) and isinstance(number, int) and number >= 0
