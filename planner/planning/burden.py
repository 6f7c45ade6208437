"""How much a pain weighs on a client: whether it is mild, narrows life, is new or lasts long.

It changes how much is planned, never whether the client is believed. Convention, as weights.toml
says; unknown is never mild.
"""

from statistics import fmean

from planner.model.ids import ConditionId
from planner.planning.case import Case
from planner.safety.asking.degrees import CHRONIC_MONTHS


def is_mild(case: Case) -> bool:
    """Whether pain is 0 to 2, and nothing that was said of it weighs more."""
    severity, weights = case.intake.severity, case.weights.burden
    weighing = (severity.worst, severity.enjoyment, severity.activity, severity.sleep)
    little = all(one < weights.matters_from for one in weighing if one is not None)
    return severity.average <= weights.mild_to and little


def is_narrowed(case: Case) -> bool:
    """Whether pain gets in the way of enjoyment, activity and sleep, on average of those asked.

    Sleep alone is not life: without enjoyment or activity nothing is known of it.
    """
    severity = case.intake.severity
    said = [one for one in (severity.enjoyment, severity.activity) if one is not None]
    slept = [severity.sleep] if severity.sleep is not None else []
    return bool(said) and fmean([*said, *slept]) >= case.weights.burden.narrowed_from


def is_new(case: Case, condition: ConditionId) -> bool:
    """Whether a pain source has lasted under 3 months; not where nobody knows."""
    months = [one.months for one in case.intake.pain if one.condition == condition]
    return all(one is not None and one < CHRONIC_MONTHS for one in months)


def all_new(case: Case) -> bool:
    """Whether every pain source has lasted under 3 months."""
    return all(is_new(case, one.condition) for one in case.intake.pain)


def lasts_long(case: Case) -> bool:
    """Whether a pain source has lasted for a year or longer."""
    from_months = case.weights.burden.long_from_months
    return any(one.months is not None and one.months >= from_months for one in case.intake.pain)


def has_changed(case: Case) -> bool:
    """Whether a known pain feels different of late: it is looked at with more care."""
    return any(one.changed for one in case.intake.pain)


def flares(case: Case) -> bool:
    """Whether the worst pain is far above the average; not where nobody asked for it."""
    severity = case.intake.severity
    by = case.weights.burden.flares_by
    return severity.worst is not None and severity.worst - severity.average >= by
