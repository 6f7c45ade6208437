"""What may be set of a technique: how firm, and where."""

from collections.abc import Iterator

from planner.model.ids import LineId, RegionId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import TechniqueChoice
from planner.model.vocabulary import Pressure
from planner.planning.case import Case
from planner.planning.hands.by_hand import may_be_asked, what_holds_down
from planner.planning.hands.options import Option as Usable
from planner.planning.hands.options import of_technique as for_pains
from planner.planning.hands.options import options
from planner.visit.line_bounds.values import Bounds, Option
from planner.words import joined, say
from planner.words.plan import places
from planner.words.terms import PRESSURE


def of_technique(case: Case, one: TechniqueChoice) -> Bounds:
    """The pressures and the places of a technique, each with why not where it may not be."""
    mine = for_pains(one.id, options(case).allowed)
    pressures = tuple(_pressure(case, one, mine, pressure) for pressure in Pressure)
    regions = tuple(_region(case, one, region) for region in _near(case, one))
    return Bounds(LineId(one.id), {}, {"pressure": pressures, "regions": regions})


def _pressure(
    case: Case, one: TechniqueChoice, mine: tuple[Usable, ...], pressure: Pressure
) -> Option:
    name = PRESSURE[pressure]
    if pressure is one.pressure:
        return Option(pressure, name, is_now=True)
    left = case.allow.technique(one.id, one.regions, may_be_asked(case, pressure, mine))
    if left.pressure is pressure and set(left.regions) == set(one.regions):
        return Option(pressure, name)
    return Option(pressure, name, why_not=_why_not(case, one, mine, pressure))


def _why_not(
    case: Case, one: TechniqueChoice, mine: tuple[Usable, ...], pressure: Pressure
) -> Phrase:
    by = each_once(what_holds_down(case, pressure, mine, one.regions))
    if not by or pressure.rank < one.pressure.rank:
        least = case.knowledge.techniques[one.id].least
        return say("It has no lighter form than {pressure}.", pressure=PRESSURE[least])
    return say("Not {pressure}: {by:semicolons}.", pressure=PRESSURE[pressure], by=by)


def _near(case: Case, one: TechniqueChoice) -> tuple[RegionId, ...]:
    """Where it is now, where it hurts, and what lies in the same parts of the body and beside."""
    known, zones = case.knowledge.regions, case.knowledge.zones
    first = each_once((*one.regions, *case.regions))
    here = {known[region].zone for region in first}
    near = here.union(*(zones[zone].adjoins for zone in here))
    return each_once((*first, *(region for region in known if known[region].zone in near)))


def _region(case: Case, one: TechniqueChoice, region: RegionId) -> Option:
    name = joined(*places([case.knowledge.regions[region]]))
    now = region in one.regions
    return Option(region, name, now, None if now else next(_why_not_there(case, one, region), None))


def _why_not_there(case: Case, one: TechniqueChoice, region: RegionId) -> Iterator[Phrase | str]:
    left = case.allow.technique(one.id, [region])
    if left.refusal:
        labels = case.allow.closed_by(region)
        yield say("Left out: {by:semicolons}.", by=labels) if labels else left.refusal.why
