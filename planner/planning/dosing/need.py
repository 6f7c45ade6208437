"""What the pain sources ask for, before the client's money and time are counted.

Several pain sources share one programme: each week the most that one of them asks for, never
the sum. One that must start light and short keeps the sessions short for all.
Severity chooses within a range; that is convention, and is marked so.
"""

from itertools import groupby, zip_longest
from typing import NamedTuple

from planner.knowledge.entries import Condition, Dose
from planner.model.vocabulary import Intensity, PhaseName
from planner.planning.case import Case

Week = tuple[float, int]  # sessions, and minutes of each
NOTHING: Week = (0.0, 0)


class Need(NamedTuple):
    """What one phase asks for before the client's limits are counted."""

    weeks: int
    often: float
    minutes: int


def neediest(case: Case, conditions: tuple[Condition, ...]) -> Condition:
    """The pain source with the largest starting need: its taper is followed."""

    def need(condition: Condition) -> float:
        start = _need(case, condition, doses(case, condition)[PhaseName.START])
        return start.weeks * start.often

    return max(conditions, key=need)


def doses(case: Case, condition: Condition) -> dict[str, Dose]:
    """The doses of a pain source by phase, and its tested least and alternative where known."""
    return dict(case.knowledge.doses[condition.id])


def largest(case: Case, conditions: tuple[Condition, ...], phase: str) -> Need | None:
    """The largest need of the pain sources for a phase; None when none has it."""
    needs = [
        _need(case, condition, dose)
        for condition in conditions
        if (dose := doses(case, condition).get(phase))
    ]
    if not needs:
        return None
    return Need(
        max(need.weeks for need in needs),
        max(need.often for need in needs),
        max(need.minutes for need in needs),
    )


def starting(case: Case, conditions: tuple[Condition, ...]) -> Need:
    """The largest need to start with; every pain source has one."""
    need = largest(case, conditions, PhaseName.START)
    assert need is not None, "the base is refused where a pain source has no start"
    return need


def _need(case: Case, condition: Condition, dose: Dose) -> Need:
    """One dose with the way to go, then severity, choosing within its ranges."""
    average, way = case.intake.severity.average, case.intake.preferences.way
    weights = case.weights.dose
    least = way is Intensity.LIGHT or (
        way is Intensity.BALANCED and average < weights.moderate_from
    )
    low, high = dose.sessions_per_week
    most = way is Intensity.FULL or average >= weights.severe_from
    busy = not least and (most or high <= 1)
    minutes = dose.minutes[0] if condition.start_light or least else dose.minutes[1]
    return Need(dose.weeks[0] if least else dose.weeks[1], high if busy else low, minutes)


def shared(case: Case, conditions: tuple[Condition, ...]) -> list[Need]:
    """The programme of all pain sources, as stretches of equal weeks; one for each phase name."""
    programmes = [_week_by_week(case, condition) for condition in conditions]
    light = [condition.start_light for condition in conditions]
    weeks = [_busiest(week, light) for week in zip_longest(*programmes, fillvalue=NOTHING)]
    runs = [Need(len([*run]), often, minutes) for (often, minutes), run in groupby(weeks)]
    *first, last = runs[: len(PhaseName)]
    rest = sum(need.weeks for need in runs[len(PhaseName) :])
    return [*first, last._replace(weeks=last.weeks + rest)]


def _week_by_week(case: Case, condition: Condition) -> list[Week]:
    known = doses(case, condition)
    phases = [known[name] for name in PhaseName if name in known]
    needs = [_need(case, condition, dose) for dose in phases]
    return [(need.often, need.minutes) for need in needs for _ in range(need.weeks)]


def _busiest(week: tuple[Week, ...], light: list[bool]) -> Week:
    """The most often and the longest of a week; the shortest where one must start light."""
    gentle = [minutes for (_, minutes), one in zip(week, light, strict=True) if one and minutes]
    often, minutes = (max(part) for part in zip(*week, strict=True))
    return often, min(gentle, default=minutes)


def minimum(case: Case, conditions: tuple[Condition, ...], start: Need) -> Need:
    """The least that was tested, or the least that is usual."""
    tested = largest(case, conditions, "minimum")
    if tested:
        return tested
    least = [doses(case, condition)[PhaseName.START] for condition in conditions]
    return Need(
        start.weeks,
        max(dose.sessions_per_week[0] for dose in least),
        max(dose.minutes[0] for dose in least),
    )
