"""Where hands are laid: what, how firm and how long at each place, numbered as on the chart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import RegionId
from planner.model.order import each_once, grouped
from planner.model.phrase import Phrase
from planner.model.plan import Limits, Massage, Plan, TechniqueChoice
from planner.model.vocabulary import Clearance, Pressure
from planner.planning.advice import DISCOMFORT, DISCOMFORT_WITH_CARE
from planner.words import joined, say
from planner.words.plan import places
from planner.words.terms import PRESSURE


class Place(NamedTuple):
    """A part of the body that is worked, and its minutes; `turn` as in a share, 0 every time."""

    regions: tuple[RegionId, ...]
    minutes: int | None = None
    turn: int = 0


@dataclass(frozen=True)
class PlaceRow:
    """A line of the list; its number stands on the chart too."""

    number: int
    where: str
    what: str
    firm: str
    minutes: str


def worked(massage: Massage, knowledge: Knowledge) -> tuple[Place, ...]:
    """Every place that is worked, in the order of the session; none is left out of the list."""
    every = each_once(region for one in massage.techniques for region in one.regions)
    shared = [Place(one.regions, one.minutes, one.turn) for one in massage.shares]
    told = {region for one in shared for region in one.regions}
    left = grouped((knowledge.regions[one].zone, one) for one in every if one not in told)
    alone = massage.phases[0].minutes if not shared and len(left) == 1 else None
    return (*shared, *(Place(tuple(regions), alone) for regions in left.values()))


def place_rows(plan: Plan, knowledge: Knowledge) -> tuple[PlaceRow, ...]:
    """The list of places; none where a plan has no massage."""
    if plan.massage is None:
        return ()
    return tuple(
        _row(number, one, plan, plan.massage.techniques, knowledge)
        for number, one in enumerate(worked(plan.massage, knowledge), 1)
    )


def _row(
    number: int,
    place: Place,
    plan: Plan,
    techniques: tuple[TechniqueChoice, ...],
    knowledge: Knowledge,
) -> PlaceRow:
    here = [one for one in techniques if not set(one.regions).isdisjoint(place.regions)]
    return PlaceRow(
        number=number,
        where=joined(*places(knowledge.regions[one] for one in place.regions), by="; "),
        what=joined(*(name_of(one.id, knowledge) for one in here), by=", "),
        firm=_firm(_pressures(here, place, plan.limits, knowledge), plan),
        minutes=_minutes(place),
    )


def _pressures(
    techniques: Iterable[TechniqueChoice], place: Place, limits: Limits, knowledge: Knowledge
) -> Mapping[Pressure, tuple[str, ...]]:
    """How firm each technique may be here: as planned, and never above the tightest limit."""
    caps = [one.pressure.firmest for one in limits.regions if one.region in place.regions]
    most = Pressure.lightest(filter(None, caps))
    return grouped(
        (Pressure.lightest((one.pressure, most)), name_of(one.id, knowledge)) for one in techniques
    )


def _firm(found: Mapping[Pressure, tuple[str, ...]], plan: Plan) -> Phrase:
    most = DISCOMFORT_WITH_CARE if plan.clearance is Clearance.ADJUST else DISCOMFORT
    if len(found) == 1:
        told: Phrase = PRESSURE[next(iter(found))]
    else:
        told = joined(*_apart(found), by="; ")
    return say("{pressure}, up to {most}/10", pressure=told, most=most)


def _apart(found: Mapping[Pressure, tuple[str, ...]]) -> Iterator[Phrase]:
    for pressure, names in found.items():
        yield say("{pressure} ({names:commas})", pressure=PRESSURE[pressure], names=names)


def _minutes(place: Place) -> str | Phrase:
    if place.minutes is None:
        return ""
    if place.turn:
        return say("{minutes}, turn {turn}", minutes=place.minutes, turn=place.turn)
    return f"{place.minutes}"
