"""The massage that is asked about, in one sentence: as it would be planned with a yes."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.exports.paper.letters.last_visit import last_plan_of
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import RegionId, ZoneId
from planner.model.intake import Bounds, ClinicianClearance, Conversation, Intake
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Limits, Massage, Plan
from planner.model.visit import Draft
from planner.model.vocabulary import Answer, Clearance, Pressure, PressureLimit
from planner.planning import make_plan
from planner.safety.asking.zones import client_zones
from planner.safety.screening import Screening, screen
from planner.visit.draft import missing, whole
from planner.words import formed, joined, say
from planner.words.limits import POSITION
from planner.words.plan import phase, places
from planner.words.terms import PRESSURE

ANYBODY = "?"  # whose yes it is supposed to be; no document names it
NOWHERE_ELSE = say("left out: every other place")


class Planned(NamedTuple):
    """The massage of a plan with what binds it; `nowhere_else`: all but its places is left out."""

    massage: Massage
    limits: Limits
    nowhere_else: bool = False


def once_cleared(
    intake: Conversation, knowledge: Knowledge, last: Plan | None = None
) -> Planned | None:
    """The massage as it would be with a yes to all that waits; for a letter, and never a plan.

    Where no answer waits for one, a review does: it asks about the last plan. None where nothing
    can be planned yet.
    """
    screening = screen(intake, knowledge)
    if not screening.may_be_cleared and not screening.is_for_another_day:
        return _of(last or last_plan_of(intake))
    said = _whole(intake)
    if said is None:
        return _of(last or last_plan_of(intake))
    found = _of(_with_a_yes(said, screening, Bounds(), knowledge))
    if found:
        return found
    elsewhere = Bounds(regions_avoid=_elsewhere(said, knowledge))
    left = _of(_with_a_yes(said, screening, elsewhere, knowledge))
    return left._replace(nowhere_else=True) if left else None


def _whole(intake: Conversation) -> Intake | None:
    """What a plan can be made from; None while something is missing for one."""
    if isinstance(intake, Intake):
        return intake
    return whole(intake) if isinstance(intake, Draft) and not missing(intake) else None


def _of(plan: Plan | None) -> Planned | None:
    return Planned(plan.massage, plan.limits) if plan and plan.massage else None


def _elsewhere(intake: Intake, knowledge: Knowledge) -> tuple[RegionId, ...]:
    """Every place without pain: where what waits is, nobody has marked."""
    zones = client_zones(intake, knowledge)
    return tuple(one.id for one in knowledge.regions.values() if one.zone not in zones)


def _with_a_yes(intake: Intake, screening: Screening, bounds: Bounds, knowledge: Knowledge) -> Plan:
    """The plan with a yes to all that waits, on a day on which nothing asks for another."""
    yes = [
        ClinicianClearance(of=row, by=ANYBODY, on=intake.on, confirmed=True, bounds=bounds)
        for row in sorted(screening.may_be_cleared)
    ]
    today = {one.row.id for one in screening.active if one.clearance is Clearance.REBOOK}
    supposed = intake.replaced(
        clearances=(*intake.clearances, *yes),
        answers={**intake.answers, **dict.fromkeys(today, Answer.NO)},
        ticked={row: signs for row, signs in intake.ticked.items() if row not in today},
    )
    return make_plan(supposed, screen(supposed, knowledge), knowledge)


def firmest(massage: Massage) -> Pressure:
    """The firmest pressure of the plan."""
    return max((one.pressure for one in massage.techniques), key=list(Pressure).index)


def in_one_sentence(planned: Planned, knowledge: Knowledge) -> Phrase:
    """Techniques, pressure, places, how often and how long, position, and what is left out."""
    left_out = (NOWHERE_ELSE,) if planned.nowhere_else else _not_there(planned, knowledge)
    told = joined(*in_short(planned.massage, knowledge), *_how(planned.limits), *left_out, by="; ")
    return say("{sentence:sentence}", sentence=told)


def in_short(massage: Massage, knowledge: Knowledge) -> tuple[Phrase, ...]:
    """Techniques, pressure and places, then each phase: how often and how long."""
    return (_what(massage, knowledge), *(phase(one) for one in massage.phases))


def _what(massage: Massage, knowledge: Knowledge) -> Phrase:
    zones = [knowledge.zones[one].in_words for one in zones_of(massage, knowledge)]
    pressures = each_once(one.pressure for one in massage.techniques)
    names = [formed(name_of(one.id, knowledge), "lower") for one in massage.techniques]
    if len(pressures) == 1:
        return say(
            "{techniques} with {pressure} pressure to {zones}",
            techniques=names,
            pressure=PRESSURE[pressures[0]],
            zones=zones,
        )
    told = [
        say("{technique} ({pressure} pressure)", technique=name, pressure=PRESSURE[one.pressure])
        for name, one in zip(names, massage.techniques, strict=True)
    ]
    return say("{techniques} to {zones}", techniques=told, zones=zones)


def zones_of(massage: Massage, knowledge: Knowledge) -> tuple[ZoneId, ...]:
    """The parts of the body that are worked."""
    regions = each_once(region for one in massage.techniques for region in one.regions)
    return each_once(knowledge.regions[one].zone for one in regions)


def _how(limits: Limits) -> Iterator[Phrase]:
    if limits.positions:
        yield say(
            "position: {positions:commas}", positions=[POSITION[one] for one in limits.positions]
        )


def _not_there(planned: Planned, knowledge: Knowledge) -> Iterator[Phrase]:
    closed = [one.region for one in planned.limits.regions if one.pressure is PressureLimit.NONE]
    left_out = each_once((*planned.massage.avoid_regions, *closed))
    if left_out:
        names = places(knowledge.regions[one] for one in left_out)
        yield say("left out: {places:semicolons}", places=[formed(one, "lower") for one in names])
