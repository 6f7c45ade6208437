"""Where several places are worked: how the minutes of a session are shared out among them.

The main complaint, which is the first that was told, comes first and gets most; no place gets less
than some minutes, so where a session is too short for all they take turns. Convention.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.weights import OfShares
from planner.model.ids import ConditionId, RegionId, ZoneId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Massage, Share, TechniqueChoice
from planner.planning.case import Case
from planner.planning.hands.options import Options, worked_for
from planner.words import say


class Spot(NamedTuple):
    """A part of the body that is worked, the regions in it, and for which pain source."""

    zone: ZoneId
    condition: ConditionId
    regions: tuple[RegionId, ...]


class Turns(NamedTuple):
    """The spots worked at every session, and those that take turns, session by session."""

    always: tuple[Spot, ...]
    by_turns: tuple[tuple[Spot, ...], ...] = ()


def shares(case: Case, options: Options, massage: Massage) -> tuple[Share, ...]:
    """The minutes of each part of the body in a usual session; none where only one is worked."""
    return _shared_out(_spots(case, options, massage.techniques), massage, case.knowledge)


def shared_again(massage: Massage, knowledge: Knowledge) -> Massage:
    """The massage with its minutes shared out anew, as its length or its places have changed."""
    worked = {region for one in massage.techniques for region in one.regions}
    kept = (
        Spot(one.zone, one.condition, tuple(r for r in one.regions if r in worked))
        for one in massage.shares
    )
    spots = tuple(one for one in kept if one.regions)
    return massage.replaced(shares=_shared_out(spots, massage, knowledge))


def _spots(
    case: Case, options: Options, techniques: tuple[TechniqueChoice, ...]
) -> tuple[Spot, ...]:
    """Every part that is worked: of each pain source the worst first, and the sources by turns."""
    worked = each_once(region for one in techniques for region in one.regions)
    taken: set[ZoneId] = set()
    queues: list[list[Spot]] = []
    for pain in case.pains:
        mine = {*worked_for(pain.condition, options), *pain.regions}
        here = [one for one in worked if one in mine or _is_left_over(case, options, one)]
        found = [one for one in _by_zone(case, pain.condition.id, here) if one.zone not in taken]
        taken |= {one.zone for one in found}
        queues.append(found)
    longest = max(map(len, queues), default=0)
    return tuple(queue[place] for place in range(longest) for queue in queues if queue[place:])


def _is_left_over(case: Case, options: Options, region: RegionId) -> bool:
    """Whether a place is worked that is no pain source's own, as one that was tender beside it."""
    own = (worked_for(pain.condition, options) for pain in case.pains)
    return not any(region in one for one in own)


def _by_zone(case: Case, condition: ConditionId, here: Sequence[RegionId]) -> list[Spot]:
    """Regions as parts of the body: the one that hurts most first, then the most tender."""
    zones = each_once(case.knowledge.regions[one].zone for one in here)
    levels = {r: n for one in case.intake.pain for r, n in one.levels.items()}
    found = [
        Spot(zone, condition, tuple(r for r in here if case.knowledge.regions[r].zone == zone))
        for zone in zones
    ]

    def weighs(spot: Spot) -> tuple[int, int]:
        hurts = max(levels.get(one, 0) for one in spot.regions)
        return -hurts, -max(case.tender.get(one, 0) for one in spot.regions)

    return sorted(found, key=weighs)


def _shared_out(
    spots: tuple[Spot, ...], massage: Massage, knowledge: Knowledge
) -> tuple[Share, ...]:
    if not spots[1:]:
        return ()
    weights, minutes = knowledge.weights.shares, massage.phases[0].minutes
    turns = _turns(spots, minutes // weights.least_minutes)
    return tuple(_of_session(turns, minutes, weights))


def _turns(spots: tuple[Spot, ...], room: int) -> Turns:
    """All at once where there is room; else the first always, and the others in equal turns."""
    if len(spots) <= room:
        return Turns(spots)
    always, waiting = (spots[:1], spots[1:]) if room > 1 else ((), spots)
    number = -(-len(waiting) // max(1, room - 1))
    size = -(-len(waiting) // number)
    return Turns(always, tuple(waiting[at : at + size] for at in range(0, len(waiting), size)))


def _of_session(turns: Turns, minutes: int, weights: OfShares) -> Iterator[Share]:
    """Each spot with its minutes: those of every session as in the fullest one."""
    if not turns.by_turns:
        yield from _dealt(turns.always, minutes, weights, 0)
        return
    most = max(len(one) for one in turns.by_turns)
    left = minutes if not turns.always else most * weights.least_minutes
    for spot in turns.always:
        yield _share(spot, minutes - left, 0)
    for turn, spots in enumerate(turns.by_turns, 1):
        yield from _dealt(spots, left, weights, turn)


def _dealt(spots: tuple[Spot, ...], minutes: int, weights: OfShares, turn: int) -> Iterator[Share]:
    """The least to each, then the rest in steps to whoever has least for what it counts."""
    found = [weights.least_minutes] * len(spots)
    found[0] += (minutes - sum(found)) % weights.step_minutes
    counts = [_counts(one, spots, weights) for one in spots]
    while sum(found) < minutes:
        neediest = min(range(len(spots)), key=lambda at: found[at] / counts[at])
        found[neediest] += weights.step_minutes
    for spot, own in zip(spots, found, strict=True):
        yield _share(spot, own, turn)


def _counts(spot: Spot, spots: tuple[Spot, ...], weights: OfShares) -> float:
    """How much a part of the body counts: the main complaint's more, shared among its parts."""
    alike = sum(one.condition == spot.condition for one in spots)
    return (weights.main if spot.condition == spots[0].condition else weights.other) / alike


def _share(spot: Spot, minutes: int, turn: int) -> Share:
    return Share(
        zone=spot.zone,
        condition=spot.condition,
        regions=spot.regions,
        minutes=minutes,
        turn=turn,
    )


def in_words(massage: Massage, knowledge: Knowledge) -> Iterator[Phrase]:
    """How the minutes of a session are shared out, and which parts wait for the next one."""
    now = [one for one in massage.shares if one.turn <= 1]
    if now:
        yield say(
            "Of {minutes} minutes: {places:commas}.",
            minutes=massage.phases[0].minutes,
            places=[_part(one, knowledge) for one in now],
        )
    later = [one for one in massage.shares if one.turn > 1]
    for turn, waiting in groupby(later, key=lambda one: one.turn):
        names = [_named(one, knowledge) for one in waiting]
        yield say(
            "Too many places for one session: session {turn} has {places:commas} instead, and so "
            "on by turns.",
            turn=turn,
            places=names,
        )


def _part(one: Share, knowledge: Knowledge) -> Phrase:
    return say("{place} {minutes}", place=_named(one, knowledge), minutes=one.minutes)


def _named(one: Share, knowledge: Knowledge) -> Phrase:
    return say("{place:all-lower}", place=knowledge.zones[one.zone].name)
