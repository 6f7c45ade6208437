"""What a client can attend and pay within the limits, and the least dose that was tested."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Condition, Dose
from planner.model.ids import FindingId
from planner.model.order import each_once
from planner.model.plan import Reach
from planner.model.vocabulary import PhaseName
from planner.planning.case import Case
from planner.planning.course.occasions import visits_a_month
from planner.planning.dosing.need import Need, leading, lowest, most_of
from planner.words import joined

LEAST_WEEKS = 4  # in a calendar month: a fifth week has no visit where the budget is used up


class TestedDose(NamedTuple):
    """The least dose that a trial tested, and what it leans on."""

    weeks: int
    often: float
    minutes: int
    says: str
    findings: tuple[FindingId, ...]

    @property
    def sessions(self) -> int:
        """How many sessions it holds."""
        return round(self.weeks * self.often)


class Means(NamedTuple):
    """What can be attended and paid within the limits: sessions a week, minutes a session."""

    often: float
    days: float
    affordable: float
    minutes: int | None
    frequencies: tuple[float, ...]

    @property
    def able(self) -> float:
        """The most sessions a week that all of them allow."""
        return min(self.often, self.days, self.affordable)

    @property
    def most_often(self) -> float:
        """The highest ordinary frequency that fits; 0 when not even the rarest does."""
        return next((one for one in self.frequencies if one <= self.able + 1e-9), 0.0)


def means_of(case: Case) -> Means:
    """What the client can attend and pay, cut to what binds."""
    means, limits = wished(case), case.allow.limits
    lengths = [one for one in (means.minutes, limits.minutes) if one]
    often = min(means.often, limits.sessions_per_week or means.often)
    return means._replace(often=often, minutes=min(lengths, default=None))


def wished(case: Case) -> Means:
    """What the client can attend and pay, as it was said."""
    wishes = case.intake.preferences
    frequencies = case.weights.dose.frequencies
    often = float(wishes.sessions_per_week_max or frequencies[0])
    days = float(len(wishes.days) or frequencies[0])
    paid = visits_a_month(wishes)
    affordable = frequencies[0] if paid is None else paid / LEAST_WEEKS
    return Means(often, days, affordable, wishes.session_minutes, frequencies)


def reach(case: Case) -> Reach:
    """What the client can attend and pay, as the plan keeps it for its review."""
    means = wished(case)
    return Reach(sessions_per_week=round(means.able, 2), minutes=means.minutes)


def least_tested(conditions: Iterable[Condition], knowledge: Knowledge) -> TestedDose | None:
    """The largest of the leading pain sources' least tested doses; None when none was tested."""
    found: list[Dose] = []
    for condition in leading(conditions):
        known = knowledge.doses[condition.id]
        dose = known.get("minimum") or known[PhaseName.START]
        if dose.tested:
            found.append(dose)
    if not found:
        return None
    most = most_of([lowest(one) for one in found])
    return TestedDose(
        weeks=most.weeks,
        often=most.often,
        minutes=most.minutes,
        says=joined(*each_once(dose.says for dose in found)),
        findings=knowledge.citable(each_once(one for dose in found for one in dose.findings)),
    )


def most_tested(conditions: Iterable[Condition], knowledge: Knowledge) -> Need | None:
    """The upper ends of what was tested for the leading pain sources; None when nothing was."""
    starts = (knowledge.doses[one.id][PhaseName.START] for one in leading(conditions))
    found = [one for one in starts if one.tested]
    if not found:
        return None
    weeks, often = (
        max(one.weeks[1] for one in found),
        max(one.sessions_per_week[1] for one in found),
    )
    return Need(weeks, often, max(one.minutes[1] for one in found), tested=True)


def reaches(need: Need, means: Means) -> bool:
    """Whether so much can be attended and paid."""
    long_enough = means.minutes is None or need.minutes <= means.minutes
    return long_enough and need.often <= means.able + 1e-9
