"""What a session may be, and what of it went beyond the plan: kept as it was, and said."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of, reason_name
from planner.model.between.session import Done, Session
from planner.model.ids import LineId, ReasonId, RegionId
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.vocabulary import Pressure, PressureLimit
from planner.words import say
from planner.words.limits import PRESSURE_LEFT
from planner.words.plan import places
from planner.words.terms import PRESSURE


class Firmest(NamedTuple):
    """The most that the plan's limits leave at some places, and by what; None leaves all."""

    limit: PressureLimit | None
    by: tuple[ReasonId, ...] = ()

    def leaves(self, pressure: Pressure) -> bool:
        """Whether this pressure is within it."""
        if self.limit is None:
            return True
        firmest = self.limit.firmest
        return firmest is not None and pressure.rank <= firmest.rank


def firmest_at(regions: Iterable[RegionId], plan: Plan) -> Firmest:
    """The tightest limit at any of these places, of the whole plan or of the place itself."""
    there = set(regions)
    local = [one for one in plan.limits.regions if one.region in there]
    caps = [(one.pressure, one.by) for one in local]
    if plan.limits.pressure:
        caps.append((plan.limits.pressure, plan.limits.by))
    return Firmest(*min(caps, key=lambda one: one[0].rank)) if caps else Firmest(None)


def why_no_firmer(found: Firmest, knowledge: Knowledge) -> Phrase | None:
    """What is left at most, and which answers ask for it."""
    if found.limit is None:
        return None
    named = {one: reason_name(one, knowledge) for one in found.by}
    names = [name for one, name in named.items() if name != one]
    left = PRESSURE_LEFT[found.limit]
    return say("{left:capital}: {answers:semicolons}", left=left, answers=names) if names else left


def left_out(plan: Plan, knowledge: Knowledge) -> tuple[Phrase, ...]:
    """The places that the plan leaves alone."""
    avoid = plan.massage.avoid_regions if plan.massage else ()
    return places(knowledge.regions[one] for one in avoid if one in knowledge.regions)


def beyond(session: Session, plan: Plan, knowledge: Knowledge) -> tuple[Phrase, ...]:
    """Each thing that was done beyond the plan's limits, or beside the plan."""
    return tuple(_beyond(session, plan, knowledge))


def _beyond(session: Session, plan: Plan, knowledge: Knowledge) -> Iterator[Phrase]:
    for one in session.done:
        yield from _line(one, plan, knowledge)
    longest = plan.limits.minutes
    if longest and session.minutes and session.minutes > longest and session.was_had:
        yield say(
            "{minutes} minutes; the limits leave {longest}.",
            minutes=session.minutes,
            longest=longest,
        )


def _line(one: Done, plan: Plan, knowledge: Knowledge) -> Iterator[Phrase]:
    massage, name = plan.massage, name_of(one.technique, knowledge)
    planned = {line.id for line in massage.techniques} if massage else set()
    if one.technique not in planned:
        yield _not_planned(one, name, plan)
    avoided = set(massage.avoid_regions) if massage else set()
    there = [region for region in one.regions if region in avoided]
    if there:
        where = places(knowledge.regions[region] for region in there)
        yield say(
            "{name} at a place that the plan leaves alone: {places:semicolons}.",
            name=name,
            places=where,
        )
    left = firmest_at(one.regions, plan)
    if not left.leaves(one.pressure) and left.limit:
        yield say(
            "{name}: {pressure} pressure; the limits leave {left}.",
            name=name,
            pressure=PRESSURE[one.pressure],
            left=PRESSURE_LEFT[left.limit],
        )


def _not_planned(one: Done, name: str, plan: Plan) -> Phrase:
    why = next((other.why for other in plan.not_chosen if other.id == LineId(one.technique)), "")
    if not why:
        return say("{name} is not in the plan.", name=name)
    return say("{name} is not in the plan. {why}", name=name, why=why)
