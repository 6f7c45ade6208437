"""What the pain sources ask for, before the client's money and time are counted.

Several pain sources share one programme: each week the whole of what one of them asks for, how
often and how long together, never the sum and never a mixture. One that must start light leads;
else the one that asks for most, of those whose sessions are as long as any that was tested.
Severity and irritability choose within a range; that is convention, and is marked so.
"""

from collections.abc import Collection, Iterable
from itertools import groupby, zip_longest
from typing import NamedTuple

from planner.knowledge.entries.clinical import Condition, Dose
from planner.model.assessment import Irritability
from planner.model.vocabulary import Intensity, PhaseName
from planner.planning.burden import is_new
from planner.planning.case import Case


class Need(NamedTuple):
    """What one phase asks for before the client's limits are counted."""

    weeks: int
    often: float
    minutes: int
    tested: bool = False


NOTHING = Need(1, 0.0, 0)


def leading(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The pain sources that decide the dose: those that must start light, where there are any."""
    every = tuple(conditions)
    return tuple(one for one in every if one.start_light) or every


def neediest(case: Case, conditions: tuple[Condition, ...]) -> Condition:
    """The pain source with the largest starting need: its taper is followed."""

    def need(condition: Condition) -> float:
        start = _need(case, condition, PhaseName.START)
        return start.weeks * start.often

    return max(leading(conditions), key=need)


def doses(case: Case, condition: Condition) -> dict[str, Dose]:
    """The doses of a pain source by phase, and its tested least and alternative where known."""
    return dict(case.knowledge.doses[condition.id])


def largest(case: Case, conditions: tuple[Condition, ...], phase: str) -> Need | None:
    """The largest need of a leading pain source for a phase; None when none has it."""
    needs = [
        _need(case, condition, phase)
        for condition in leading(conditions)
        if phase in doses(case, condition)
    ]
    return most_of(needs) if needs else None


def busiest(needs: Collection[Need]) -> Need:
    """The need that asks for most in a week, of those as long as any that was tested."""
    longest = max((one.minutes for one in needs if one.tested), default=0)
    able = [one for one in needs if one.minutes >= longest]
    return max(able, key=lambda one: (one.often * one.minutes, one.often))


def most_of(needs: Collection[Need]) -> Need:
    """The need that asks for most, for as long as the longest of them."""
    return busiest(needs)._replace(weeks=max(need.weeks for need in needs))


def starting(case: Case, conditions: tuple[Condition, ...]) -> Need:
    """The largest need to start with; every pain source has one."""
    need = largest(case, conditions, PhaseName.START)
    assert need is not None, "the base is refused where a pain source has no start"
    return need


def _need(case: Case, condition: Condition, phase: str) -> Need:
    """One dose with the way to go, then severity and irritability, choosing within its ranges."""
    dose, least = doses(case, condition)[phase], _least(case)
    irritable = case.irritability if phase == PhaseName.START else None
    gently = least or irritable is Irritability.HIGH
    most = _most(case) and irritable is not Irritability.MODERATE
    minutes = dose.minutes[0] if condition.start_light or gently else dose.minutes[1]
    short = least or is_new(case, condition.id)
    weeks = dose.weeks[0] if short else dose.weeks[1]
    return Need(weeks, _how_often(case, dose, gently, most), minutes, dose.tested)


def _least(case: Case) -> bool:
    """Whether the lower end of a range is enough: the light way, or pain below moderate."""
    way, average = case.intake.preferences.way, case.intake.severity.average
    below = way is Intensity.BALANCED and average < case.weights.dose.moderate_from
    return way is Intensity.LIGHT or below


def _most(case: Case) -> bool:
    """Whether the upper end of a range is asked for: the full way, or severe pain."""
    way, average = case.intake.preferences.way, case.intake.severity.average
    return way is Intensity.FULL or average >= case.weights.dose.severe_from


def _how_often(case: Case, dose: Dose, gently: bool, most: bool) -> float:
    """A frequency of the range: the lowest, the highest, or the one between them.

    Of two the lower, but weekly where that is the most.
    """
    low, high = dose.sessions_per_week
    if gently or most or high <= 1:
        return low if gently else high
    between = sorted(one for one in case.weights.dose.frequencies if low <= one <= high)
    return between[(len(between) - 1) // 2] if between else low


def shared(case: Case, conditions: tuple[Condition, ...]) -> list[Need]:
    """The programme of all pain sources, as stretches of equal weeks; one for each phase name."""
    programmes = [_week_by_week(case, condition) for condition in conditions]
    light = [condition.start_light for condition in conditions]
    weeks = [_led(week, light) for week in zip_longest(*programmes, fillvalue=NOTHING)]
    runs = [Need(len([*run]), *alike) for alike, run in groupby(weeks, lambda one: one[1:3])]
    *first, last = runs[: len(PhaseName)]
    rest = sum(need.weeks for need in runs[len(PhaseName) :])
    return [*first, last._replace(weeks=last.weeks + rest)]


def phases_of(case: Case, condition: Condition) -> tuple[PhaseName, ...]:
    """The phases of a pain source; of a new pain the first only."""
    known = doses(case, condition)
    last = 1 if is_new(case, condition.id) else len(PhaseName)
    return tuple(name for name in PhaseName if name in known)[:last]


def _week_by_week(case: Case, condition: Condition) -> list[Need]:
    """The weeks of a pain source's own programme."""
    needs = [_need(case, condition, name) for name in phases_of(case, condition)]
    return [need for need in needs for _ in range(need.weeks)]


def _led(week: tuple[Need, ...], light: list[bool]) -> Need:
    """What a week holds: the need of one that must start light, where there is any."""
    asked = zip(week, light, strict=True)
    gentle = [one for one, is_light in asked if is_light and one is not NOTHING]
    return busiest(gentle or week)


def least(case: Case, condition: Condition) -> Need:
    """The least of a pain source that was tested, or that is usual."""
    known = doses(case, condition)
    dose = known.get("minimum") or known[PhaseName.START]
    found = lowest(dose)
    return found if "minimum" in known else found._replace(weeks=_weeks(case, condition))


def _weeks(case: Case, condition: Condition) -> int:
    return _need(case, condition, PhaseName.START).weeks


def lowest(dose: Dose) -> Need:
    """The lower end of a dose."""
    return Need(dose.weeks[0], dose.sessions_per_week[0], dose.minutes[0], dose.tested)


def minimum(case: Case, conditions: tuple[Condition, ...]) -> Need:
    """The most of what the leading pain sources ask for at the least."""
    return most_of([least(case, condition) for condition in leading(conditions)])
