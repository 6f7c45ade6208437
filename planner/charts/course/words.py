"""The course of the pain in words: what its marks are, its medians, what is missing."""

from datetime import date

from planner.charts.points import BEFORE, SINCE, Course, PhaseDays
from planner.model.phrase import Phrase
from planner.words import joined, say, say_in, say_many

DOT = {"week": say("a week's mean"), "day": say("a day"), "entry": say("an entry")}


def course_said(found: Course, started: date | None) -> Phrase:
    """The chart in words."""
    medians = [
        _median_of(one.phase if started else "", one.days, one.median) for one in found.phases
    ]
    return joined(
        _begun(found),
        *medians,
        _start_said(found, started),
        _missing(found.missing),
        _sessions(len(found.sessions)),
    )


def _begun(found: Course) -> Phrase:
    """From when to when, and what the marks are."""
    if found.first == found.last:
        return say("Pain on {day}. Each dot is {dot}.", day=found.first, dot=DOT[found.dot])
    told = {"first": found.first, "last": found.last, "dot": DOT[found.dot]}
    if found.steps["low"].notna().any():
        return say(
            "Pain from {first} to {last}. Each dot is {dot}, "
            "the band seven days' middle half, the line a median.",
            **told,
        )
    return say(
        "Pain from {first} to {last}. Each dot is {dot}, the line a median.",
        **told,
    )


def on_its_days(of: PhaseDays) -> list[Phrase]:
    """What stands above the days of a phase: two lines."""
    median = say("median {median:g}", median=of.median)
    if of.phase == BEFORE:
        return [say_in("above the days before the plan", "before"), median]
    return [say("since {day:short}", day=of.first), median]


def in_the_key(of: PhaseDays) -> Phrase:
    """What the key says of a phase whose days are too few to carry words."""
    if of.phase == BEFORE:
        return say("before the plan: median {median:g}", median=of.median)
    return say("since {day:short-year}: median {median:g}", day=of.first, median=of.median)


def _median_of(phase: str, days: int, median: float) -> Phrase:
    """The median of a phase, or of all days where none began; of one day simply its pain."""
    if phase == BEFORE:
        return say_many(
            "One day before the plan: {median:g}.",
            "Median of the {number} days before the plan: {median:g}.",
            days,
            median=median,
        )
    if phase == SINCE:
        return say_many(
            "One day since the plan: {median:g}.",
            "Median of the {number} days since the plan: {median:g}.",
            days,
            median=median,
        )
    return say_many(
        "One day: {median:g}.",
        "Median of the {number} days: {median:g}.",
        days,
        median=median,
    )


def _start_said(found: Course, started: date | None) -> Phrase | str:
    """When the plan began, where that is no line in the picture."""
    if started is None or found.first <= started <= found.last:
        return ""
    if started < found.first:
        return say("The plan began earlier, on {day}.", day=started)
    return say("The plan began later, on {day}.", day=started)


def _missing(days: int) -> str:
    if not days:
        return ""
    return say_many("{number} day has no entry.", "{number} days have no entry.", days)


def _sessions(number: int) -> str:
    if not number:
        return ""
    return say_many(
        "A triangle marks {number} massage session.",
        "Triangles mark {number} massage sessions.",
        number,
    )
