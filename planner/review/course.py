"""The phases of a course of massage: what is left of them, and how a decision alters the rest."""

from math import ceil

from planner.knowledge.entries.weights import OfCourse
from planner.model.plan import Phase
from planner.model.vocabulary import PhaseName
from planner.planning.course.occasions import as_laid, holds

Phases = tuple[Phase, ...]


def left_after(phases: Phases, visits: int) -> Phases:
    """The phases without their first visits: what was missed is still to come."""
    left: list[Phase] = []
    for phase in phases:
        had = min(visits, holds(phase))
        visits -= had
        if had < holds(phase):
            left.append(_rest(phase, holds(phase) - had) if had else phase)
    return tuple(left)


def _rest(phase: Phase, visits: int) -> Phase:
    weeks = ceil(visits / phase.sessions_per_week)
    return phase.replaced(weeks=min(max(1, weeks), phase.weeks), visits=visits)


def gone_on(left: Phases, of: Phases, as_needed: bool, weights: OfCourse) -> Phases:
    """What is left; when nothing is, now and then where the pain source's table says so."""
    return left or (_as_needed(of[-1], weights) if as_needed and of else ())


def tapered(left: Phases, of: Phases, as_needed: bool, weights: OfCourse) -> Phases:
    """The next phase at once; after the last one now and then, or the end."""
    if left[1:]:
        return left[1:]
    now = left[0] if left else of[-1]
    often = now.sessions_per_week > weights.as_needed_often
    return _as_needed(now, weights) if as_needed and often else ()


def _as_needed(like: Phase, weights: OfCourse) -> Phases:
    often, weeks = weights.as_needed_often, weights.as_needed_weeks
    phase = like.replaced(name=PhaseName.MAINTAIN, sessions_per_week=often, weeks=weeks)
    return (phase.replaced(visits=None),)


def within(phases: Phases, minutes: int | None, often: float | None) -> Phases:
    """Phases no longer and no more often than what binds today."""
    return tuple(_at_most(phase, minutes or phase.minutes, often) for phase in phases)


def _at_most(phase: Phase, minutes: int, often: float | None) -> Phase:
    """A phase within limits; one that is less often has fewer visits in the same weeks."""
    shorter = phase.replaced(minutes=min(phase.minutes, minutes))
    if often is None or phase.sessions_per_week <= often:
        return shorter
    return shorter.replaced(sessions_per_week=as_laid(often), visits=None)


def halved(left: Phases, weights: OfCourse) -> Phases:
    """Sessions half as long, in whole steps of minutes and never under the shortest."""
    step, least = weights.minutes_step, weights.shortest_minutes
    return tuple(
        phase.replaced(minutes=max(least, phase.minutes // 2 // step * step)) for phase in left
    )
