"""The phases of a course of massage: what is left of them, and how a decision alters the rest."""

from math import floor

from planner.knowledge.weights import OfCourse
from planner.model.plan import Phase
from planner.model.vocabulary import PhaseName

Phases = tuple[Phase, ...]


def planned_by(phases: Phases, weeks: float) -> int:
    """How many sessions the phases plan within so many weeks from their beginning."""
    planned = 0.0
    for phase in phases:
        spent = min(max(weeks, 0.0), phase.weeks)
        planned += spent * phase.sessions_per_week
        weeks -= spent
    return floor(planned + 1e-9)


def left_after_weeks(phases: Phases, weeks: int) -> Phases:
    """The phases without their first weeks."""
    left: list[Phase] = []
    for phase in phases:
        gone = min(weeks, phase.weeks)
        weeks -= gone
        if gone < phase.weeks:
            left.append(phase.replaced(weeks=phase.weeks - gone))
    return tuple(left)


def left_after_sessions(phases: Phases, sessions: int) -> Phases:
    """The phases without their first sessions: what was missed is still to come."""
    left: list[Phase] = []
    for phase in phases:
        had = min(sessions, phase.sessions)
        sessions -= had
        if had < phase.sessions:
            weeks = max(1, round((phase.sessions - had) / phase.sessions_per_week))
            left.append(phase.replaced(weeks=min(weeks, phase.weeks)))
    return tuple(left)


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
    return (like.replaced(name=PhaseName.MAINTAIN, sessions_per_week=often, weeks=weeks),)


def within(phases: Phases, minutes: int | None, often: float | None) -> Phases:
    """Phases no longer and no more often than what binds today."""
    return tuple(
        phase.replaced(
            minutes=min(phase.minutes, minutes or phase.minutes),
            sessions_per_week=min(phase.sessions_per_week, often or phase.sessions_per_week),
        )
        for phase in phases
    )


def halved(left: Phases, weights: OfCourse) -> Phases:
    """Sessions half as long, in whole steps of minutes and never under the shortest."""
    step, least = weights.minutes_step, weights.shortest_minutes
    return tuple(
        phase.replaced(minutes=max(least, phase.minutes // 2 // step * step)) for phase in left
    )
