"""What a clinician agreed to: who, when, until when, within which limits and in which words."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.intake import Bounds, ClinicianClearance
from planner.model.phrase import Phrase
from planner.model.plan import Plan, Reason
from planner.words import formed, joined, say
from planner.words.plan import how_often, places
from planner.words.terms import FEELS, PRESSURE
from planner.words.typed import printable


def answers(plan: Plan) -> Iterator[tuple[Reason, ClinicianClearance]]:
    """The clinicians' answers that a plan stands on, each with what it answers."""
    for reason in plan.reasons:
        if reason.answer:
            yield reason, reason.answer


def in_full(plan: Plan, knowledge: Knowledge) -> tuple[Phrase, ...]:
    """Each answer for the therapist and for records."""
    return tuple(_in_full(reason, one, knowledge) for reason, one in answers(plan))


def plainly(plan: Plan, knowledge: Knowledge) -> tuple[Phrase, ...]:
    """Each answer for the client."""
    return tuple(_plainly(one, knowledge) for _, one in answers(plan))


def briefly(one: ClinicianClearance, knowledge: Knowledge) -> tuple[Phrase, Phrase]:
    """What one answer sets, in a few words; then whose it is, and of which day."""
    words = say("“{words}”", words=printable(one.limits)) if one.limits else ""
    bounds = tuple(_plain_bounds(one.bounds, knowledge))
    kept = joined(*bounds, by="; ") if bounds else words or say("Your doctor has agreed")
    whose = say("{by}, {day}.", by=printable(one.by), day=one.on)
    until = say("This holds until {day}.", day=one.until) if one.until else ""
    return formed(kept, "sentence"), joined(whose, words if bounds else "", until)


def _in_full(reason: Reason, one: ClinicianClearance, knowledge: Knowledge) -> Phrase:
    row = knowledge.rows.get(reason.id)
    told = say("Cleared by {by} on {day}", by=printable(one.by), day=one.on)
    if row:
        told = say("{answer}: cleared by {by} on {day}", answer=row.label, by=one.by, day=one.on)
    until = say("until {day}", day=one.until) if one.until else ""
    bounds = joined(*_bounds(one.bounds, knowledge), by="; ")
    words = say("in the clinician's words: “{words}”", words=printable(one.limits))
    parts = (told, until, bounds, words if one.limits else "")
    return say("{parts:stopped}", parts=joined(*parts, by="; "))


def _plainly(one: ClinicianClearance, knowledge: Knowledge) -> Phrase:
    told = say("{by} said yes on {day}.", by=printable(one.by), day=one.on)
    until = say("This holds until {day}.", day=one.until) if one.until else ""
    words = say("In their words: “{words}”.", words=printable(one.limits)) if one.limits else ""
    bounds = tuple(_plain_bounds(one.bounds, knowledge))
    kept = say("We keep to this: {bounds:semicolons}.", bounds=bounds) if bounds else ""
    return joined(told, until, words, kept)


def _bounds(bounds: Bounds, knowledge: Knowledge) -> Iterator[Phrase]:
    """What binds, as the therapist reads it."""
    yield from _numbers(bounds)
    if bounds.pressure:
        yield say("{pressure} pressure at most", pressure=PRESSURE[bounds.pressure])
    if bounds.regions_avoid:
        yield say("not at: {places:semicolons}", places=_left_out(bounds, knowledge))
    if bounds.techniques:
        names = [name_of(one, knowledge) for one in bounds.techniques]
        yield say("only {names:commas}", names=names)


def _plain_bounds(bounds: Bounds, knowledge: Knowledge) -> Iterator[Phrase]:
    """What binds, as the client reads it."""
    yield from _numbers(bounds)
    if bounds.pressure:
        yield say("no more than {feels} pressure", feels=FEELS[bounds.pressure])
    if bounds.regions_avoid:
        yield say("no work here: {places:semicolons}", places=_left_out(bounds, knowledge))


def _numbers(bounds: Bounds) -> Iterator[Phrase]:
    if bounds.minutes:
        yield say("{minutes} minutes at most", minutes=bounds.minutes)
    if bounds.sessions_per_week:
        yield say("no more than {often}", often=how_often(float(bounds.sessions_per_week)))


def _left_out(bounds: Bounds, knowledge: Knowledge) -> tuple[Phrase, ...]:
    return places(knowledge.regions[one] for one in bounds.regions_avoid)
