"""The phases of a course of massage: what is left of them, and how a decision alters the rest."""

from math import floor

from planner.model.plan import Phase
from planner.model.vocabulary import PhaseName

Phases = tuple[Phase, ...]
AS_NEEDED_OFTEN = 0.25
AS_NEEDED_WEEKS = 12
SHORTEST, STEP = 10, 5


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
            left.append(phase.model_copy(update={"weeks": phase.weeks - gone}))
    return tuple(left)


def left_after_sessions(phases: Phases, sessions: int) -> Phases:
    """The phases without their first sessions: what was missed is still to come."""
    left: list[Phase] = []
    for phase in phases:
        had = min(sessions, phase.sessions)
        sessions -= had
        if had < phase.sessions:
            weeks = max(1, round((phase.sessions - had) / phase.sessions_per_week))
            left.append(phase.model_copy(update={"weeks": min(weeks, phase.weeks)}))
    return tuple(left)


def gone_on(left: Phases, of: Phases, as_needed: bool) -> Phases:
    """What is left; when nothing is, now and then where the pain source's table says so."""
    return left or (_as_needed(of[-1]) if as_needed and of else ())


def tapered(left: Phases, of: Phases, as_needed: bool) -> Phases:
    """The next phase at once; after the last one now and then, or the end."""
    if left[1:]:
        return left[1:]
    now = left[0] if left else of[-1]
    return _as_needed(now) if as_needed and now.sessions_per_week > AS_NEEDED_OFTEN else ()


def _as_needed(like: Phase) -> Phases:
    often = {"sessions_per_week": AS_NEEDED_OFTEN, "weeks": AS_NEEDED_WEEKS}
    return (like.model_copy(update={"name": PhaseName.MAINTAIN, **often}),)


def halved(left: Phases) -> Phases:
    """Sessions half as long, in steps of 5 minutes and never under 10."""
    return tuple(
        phase.model_copy(
            update={"minutes": max(SHORTEST, phase.minutes // 2 // STEP * STEP)},
        )
        for phase in left
    )
