"""What must hold across the limits: nothing that can be in force goes without a say on them."""

from collections.abc import Callable, Iterator

from planner.knowledge.base import Knowledge
from planner.knowledge.entries.limits import LimitEntry, Where, after_a_no
from planner.knowledge.resolve import unknown
from planner.model.errors import Problem


def _everything_has_a_say(knowledge: Knowledge) -> Iterator[Problem]:
    """Nothing defaults to "no limit": each entry names its limits, or that it has none."""
    for table in (
        knowledge.rows,
        knowledge.region_rules,
        knowledge.conditions,
    ):
        for one in table:
            if one not in knowledge.limits:
                yield Problem(f"limits.{one}", "is missing; no_limit = true says there is none")


def _limits_are_of_something(knowledge: Knowledge) -> Iterator[Problem]:
    answers = {*knowledge.follow_ups, *map(after_a_no, knowledge.follow_ups)}
    known = {*knowledge.rows, *answers, *knowledge.region_rules, *knowledge.conditions}
    yield from unknown("limits", knowledge.limits, known)


def _limits_hold_somewhere(knowledge: Knowledge) -> Iterator[Problem]:
    known = {*Where, *knowledge.regions_at, *knowledge.zones}
    cited = {*knowledge.sources, *knowledge.findings}
    for place, one in _each(knowledge):
        yield from unknown(place, one.where, known)
        yield from unknown(f"{place}.with_bounds", one.with_bounds or (), known)
        yield from unknown(f"{place}.agreed_by", one.agreed_by, knowledge.questions)
        yield from unknown(f"{place}.sources", one.sources, cited)


def _limits_say_what_they_cap(knowledge: Knowledge) -> Iterator[Problem]:
    for place, one in _each(knowledge):
        if one.caps_something is one.no_limit:
            yield Problem(place, "caps something, or says no_limit = true: one of the two")
        if not one.sources:
            yield Problem(f"{place}.sources", "is missing")
        if one.agreed_by and not one.needs_clearance:
            yield Problem(f"{place}.agreed_by", "is said, but nothing needs an agreement")
        if one.minutes and (one.first_session_minutes or 0) > one.minutes:
            yield Problem(f"{place}.first_session_minutes", "is longer than any session may be")


def _zones_adjoin_each_other(knowledge: Knowledge) -> Iterator[Problem]:
    for key, zone in knowledge.zones.items():
        yield from unknown(f"zones.{key}.adjoins", zone.adjoins, knowledge.zones)
        for other in zone.adjoins:
            if other in knowledge.zones and key not in knowledge.zones[other].adjoins:
                yield Problem(f"zones.{key}.adjoins", f"'{other}' does not adjoin it in turn")


def _each(knowledge: Knowledge) -> Iterator[tuple[str, LimitEntry]]:
    """Every limit with its place in the file."""
    for key, found in knowledge.limits.items():
        for where, one in found.items():
            yield f"limits.{key}.{where}", one


LIMIT_RULES: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    _everything_has_a_say,
    _limits_are_of_something,
    _limits_hold_somewhere,
    _limits_say_what_they_cap,
    _zones_adjoin_each_other,
)
