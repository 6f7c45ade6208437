"""One plan after another of the same client: what stays the same, and what counts on.

Every entry of a calendar has a number that says nothing of its plan. The next plan keeps the number
of what goes on, gives new ones to what is new, and names what is no more, so that a calendar can
move, add and cancel. What is over is left alone.
"""

from collections.abc import Iterator
from itertools import count

from planner.model.plan import CalendarEntries, Plan, PlannedVisit, WithdrawnEntry
from planner.planning.course.occasions import Visits, visits_of
from planner.planning.course.routine import Routine, routines
from planner.planning.whose import client_id_in

AtHome = tuple[tuple[int, Routine], ...]


def numbered(plan: Plan) -> Plan:
    """The plan with a number for every entry; one that has them stays as it is."""
    return plan if plan.calendar.highest else _numbered(plan, {}, ())


def following(plan: Plan, before: Plan) -> Plan:
    """The plan as the one after another: of the same client, one version on."""
    before = numbered(before)
    visits, home = _ahead(plan, before), _at_home_ahead(plan, before)
    found = _numbered(plan, _kept(plan, visits), home, before.calendar.highest)
    gone = (*_still_withdrawn(plan, before), *_dropped(found, visits, home))
    return found.replaced(
        client_id=before.client_id or plan.client_id or client_id_in(before),
        version=before.version + 1,
        calendar=found.calendar.replaced(withdrawn=gone),
    )


def handed_again(plan: Plan, handed: Plan) -> Plan:
    """The plan of a visit at which one was handed out: that one, or the one that follows it."""
    return handed if _unnamed(plan) == _unnamed(handed) else following(plan, handed)


def is_the_same(plan: Plan, kept: Plan) -> bool:
    """Whether a kept plan is this one; of an edition that named no client it cannot say whose."""
    return plan == kept or (not kept.client_id and _unnamed(plan) == _unnamed(kept))


def _unnamed(plan: Plan) -> Plan:
    visits = tuple(one.replaced(number=0) for one in plan.visits)
    return plan.replaced(client_id="", version=0, visits=visits, calendar=CalendarEntries())


def _numbered(plan: Plan, kept: dict[PlannedVisit, int], home: AtHome, highest: int = 0) -> Plan:
    """The plan with the numbers that are kept, and new ones above the highest for the rest."""
    new = count(highest + 1)
    visits = tuple(one.replaced(number=kept.get(one) or next(new)) for one in visits_of(plan))
    numbers = [number for number, _ in home]
    at_home = tuple((numbers.pop(0) if numbers else next(new)) for _ in routines(plan))
    calendar = CalendarEntries(home=at_home, highest=next(new) - 1)
    return plan.replaced(visits=visits, calendar=calendar)


def _ahead(plan: Plan, before: Plan) -> Visits:
    """The visits of the plan before that are not over: the one at which this plan is made is."""
    meeting = before.on < plan.on and all(one.on != plan.on for one in visits_of(plan))
    return tuple(
        one for one in before.visits if one.on > plan.on or (one.on == plan.on and not meeting)
    )


def _kept(plan: Plan, ahead: Visits) -> dict[PlannedVisit, int]:
    """The number of each visit that was planned already: on its day, else the next one moved."""
    by_day = {one.on: one.number for one in ahead}
    visits = visits_of(plan)
    kept = {one: by_day.pop(one.on) for one in visits if one.on in by_day}
    moved = (one for one in visits if one not in kept)
    return kept | dict(zip(moved, by_day.values(), strict=False))


def _at_home_ahead(plan: Plan, before: Plan) -> AtHome:
    """What was to be done at home and is not over."""
    had = zip(before.calendar.home, routines(before), strict=False)
    return tuple((number, one) for number, one in had if one.ends >= plan.on)


def _still_withdrawn(plan: Plan, before: Plan) -> Iterator[WithdrawnEntry]:
    """What was withdrawn before is named again, so that a file that was left out does no harm."""
    return (one for one in before.calendar.withdrawn if one.on >= plan.on)


def _dropped(plan: Plan, visits: Visits, home: AtHome) -> Iterator[WithdrawnEntry]:
    """What was ahead and has no place in the plan that follows."""
    had = {one.number for one in plan.visits} | {*plan.calendar.home}
    for one in visits:
        if one.number and one.number not in had:
            yield WithdrawnEntry(
                number=one.number, kind="visit", on=one.on, at=one.at, minutes=one.minutes
            )
    for number, routine in home:
        if number not in had:
            yield WithdrawnEntry(
                number=number, kind="home", on=routine.ends, minutes=routine.minutes
            )
