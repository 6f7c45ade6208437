"""Which pain sources are offered: in a list, and for places that are marked and not yet named.

It orders names; it says nothing of what the pain is. A pain source without a place of its own
(fibromyalgia, pain with cancer, pain in several places), or one that a doctor names (a pinched
nerve, a pregnancy), is never offered for a mark: where it hurts does not tell it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId, RegionId
from planner.visit.said.pain_marks import Marks, known_for

MOST_NAMES = 2


class Suggestion(NamedTuple):
    """Marked places that no pain source has taken, and the names that are offered for them."""

    regions: tuple[RegionId, ...]
    names: tuple[ConditionId, ...]


def by_how_often_seen(knowledge: Knowledge) -> tuple[ConditionId, ...]:
    """Every pain source, the one that is seen most often first."""
    return tuple(sorted(knowledge.conditions, key=lambda one: knowledge.conditions[one].seen))


def suggestions(marks: Marks, knowledge: Knowledge) -> tuple[Suggestion, ...]:
    """One or two names for each marked place without a pain source; equal ones once."""
    places: dict[tuple[ConditionId, ...], list[RegionId]] = {}
    for region in marks.loose:
        places.setdefault(tuple(_names(region, marks, knowledge)), []).append(region)
    return tuple(Suggestion(tuple(regions), names) for names, regions in places.items())


def _names(region: RegionId, marks: Marks, knowledge: Knowledge) -> list[ConditionId]:
    """The pain sources known for the very place, or the first of those near; then the general."""
    own = list(_with_a_place(knowledge))
    here = [one for one in own if region in known_for(one, knowledge)]
    near = [one for one in own if _is_near(region, one, knowledge)]
    named = (*here[:MOST_NAMES], *([] if here else near[:1]), *_general(knowledge))
    return [one for one in named if one not in marks.of][:MOST_NAMES]


def _is_near(region: RegionId, one: ConditionId, knowledge: Knowledge) -> bool:
    """Whether a pain source hurts in the same part of the body."""
    there = knowledge.regions_of(knowledge.conditions[one].hurts_at)
    zones = {knowledge.regions[place].zone for place in there}
    return knowledge.regions[region].zone in zones


def _with_a_place(knowledge: Knowledge) -> Iterator[ConditionId]:
    often = by_how_often_seen(knowledge)
    known = knowledge.conditions
    yield from (one for one in often if known[one].by_place and not known[one].anywhere)


def _general(knowledge: Knowledge) -> Iterator[ConditionId]:
    """What pain is called at a place that has no name of its own."""
    yield from (one.id for one in knowledge.conditions.values() if one.anywhere and one.leans_on)
