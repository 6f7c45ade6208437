"""Marks on the body chart: which pain source each belongs to.

A mark is a region with a level, 1 mild to 3 severe. A pain source takes the new marks that lie
where it is usually felt; a mark that no chosen source takes is kept as `loose`, never dropped.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId, RegionId

Levels = Mapping[RegionId, int]
MILD = 1


class Marks(NamedTuple):
    """The marks of each pain source, and those that none has taken."""

    of: Mapping[ConditionId, Levels]
    loose: Levels

    @property
    def together(self) -> dict[RegionId, int]:
        """Every mark, each region once, at the highest level said of it."""
        every: dict[RegionId, int] = {}
        for levels in (*self.of.values(), self.loose):
            for region, level in levels.items():
                every[region] = max(level, every.get(region, 0))
        return every


def felt_at(condition: ConditionId, knowledge: Knowledge) -> frozenset[RegionId]:
    """The regions in the zones where a pain source is usually felt."""
    if knowledge.conditions[condition].anywhere:
        return frozenset(knowledge.regions)
    zones = {knowledge.regions[region].zone for region in known_for(condition, knowledge)}
    return frozenset(id for id, region in knowledge.regions.items() if region.zone in zones)


def known_for(condition: ConditionId, knowledge: Knowledge) -> frozenset[RegionId]:
    """The very regions that a pain source is best known for."""
    one = knowledge.conditions[condition]
    return frozenset(knowledge.regions_of((*one.hurts_at, *one.spreads_to)))


def changed(marks: Marks, changes: Levels, knowledge: Knowledge) -> Marks:
    """The marks after these regions got these levels; level 0 takes a mark away everywhere."""
    known = marks.together
    of = {one: _known(levels, changes) for one, levels in marks.of.items()}
    loose = _known(marks.loose, changes)
    for region, level in changes.items():
        if region in known or not level:
            continue
        takers = _takers(region, of, knowledge)
        for taker in takers:
            of[taker][region] = level
        if not takers:
            loose[region] = level
    return Marks(of, loose)


def _known(levels: Levels, changes: Levels) -> dict[RegionId, int]:
    after = {region: changes.get(region, level) for region, level in levels.items()}
    return {region: level for region, level in after.items() if level}


def _takers(
    region: RegionId, chosen: Iterable[ConditionId], knowledge: Knowledge
) -> list[ConditionId]:
    """The chosen sources a new mark belongs to; those without a place only when no other fits."""
    fit = [one for one in chosen if region in felt_at(one, knowledge)]
    return [one for one in fit if not knowledge.conditions[one].anywhere] or fit


def with_sources(marks: Marks, conditions: Iterable[ConditionId], knowledge: Knowledge) -> Marks:
    """The marks after a choice of pain sources: a new one takes loose marks, a lost one frees."""
    of = {one: dict(marks.of.get(one, {})) for one in conditions}
    held = {region for levels in of.values() for region in levels}
    loose = {region: level for region, level in marks.together.items() if region not in held}
    taken: set[RegionId] = set()
    for one in of:
        if one in marks.of:
            continue
        mine = {r: level for r, level in loose.items() if r in felt_at(one, knowledge)}
        of[one] |= mine
        taken |= set(mine)
    return Marks(of, {region: level for region, level in loose.items() if region not in taken})


def given_to(marks: Marks, condition: ConditionId, regions: Iterable[RegionId]) -> Marks:
    """The marks after these regions, and only these, were given to one pain source by hand."""
    every = marks.together
    of = {one: dict(levels) for one, levels in marks.of.items()}
    of[condition] = {region: every.get(region, MILD) for region in regions}
    held = {region for levels in of.values() for region in levels}
    return Marks(of, {region: level for region, level in every.items() if region not in held})
