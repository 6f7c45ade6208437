"""What the therapist found, and what the client told of the pain's behaviour: never a diagnosis."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.model.assessment import Assessment, ComparableSign, Finding, FoundBy, Stirring
from planner.model.intake import Goal
from planner.model.phrase import Phrase
from planner.planning.irritability import irritability_of
from planner.visit.assessing import movement_name
from planner.visit.said.assessment import tender_places
from planner.words import formed, joined, say
from planner.words.terms import (
    EASING,
    EXTENT,
    FLARE,
    IRRITABILITY,
    SET_OFF_BY,
    SETTLES_IN,
    TENDER,
)
from planner.words.typed import printable


def behaviour(said: Assessment, knowledge: Knowledge) -> Iterator[Phrase]:
    """What brings the pain on, what eases it, and how easily it is stirred up."""
    if said.provokes:
        names = [formed(knowledge.activities[one].name, "lower") for one in said.provokes]
        yield say("Brought on by: {names:commas}.", names=names)
    if said.eases:
        yield say(
            "Eased by: {names:commas}.", names=[formed(EASING[one], "lower") for one in said.eases]
        )
    answers = tuple(_answers(said.stirring))
    level = irritability_of(said)
    if level and answers:
        yield say(
            "Irritability: {level} ({answers:commas}).", level=IRRITABILITY[level], answers=answers
        )
    elif level:
        yield say("Irritability: {level}.", level=IRRITABILITY[level])


def _answers(stirring: Stirring) -> Iterator[Phrase]:
    if stirring.set_off_by:
        yield say("set off by {much}", much=SET_OFF_BY[stirring.set_off_by])
    if stirring.then_it_is:
        yield say("then {bad}", bad=FLARE[stirring.then_it_is])
    if stirring.settles_in:
        yield say("settles in {hours}", hours=SETTLES_IN[stirring.settles_in])


def findings(found: Assessment, knowledge: Knowledge) -> Iterator[Phrase]:
    """Movements and tests, tender places, the comparable sign, and the therapist's own words."""
    for one in found.findings:
        if one.what is not FoundBy.PALPATION:
            yield _looked_at(one, knowledge)
    if places := tender_places(found):
        listed = [
            say("{place} ({level})", place=knowledge.regions[region].label, level=TENDER[level])
            for region, level in places.items()
        ]
        yield say("Tender to touch: {places:semicolons}.", places=listed)
    if found.comparable:
        yield _sign(found.comparable, knowledge)
    if found.notes:
        yield formed(printable(found.notes), "sentence")


def _looked_at(one: Finding, knowledge: Knowledge) -> Phrase:
    """A movement or a test, with as much as was seen of it."""
    pain = say("pain {pain:g} of 10", pain=one.pain) if one.pain is not None else ""
    result = printable(one.result) if one.result else ""
    extent = EXTENT[one.extent] if one.extent else ""
    note = printable(one.note)
    name = printable(movement_name(one.name or "", knowledge))
    return say("{name}: {seen}.", name=name, seen=joined(extent, result, pain, note, by=", "))


def _sign(sign: ComparableSign, knowledge: Knowledge) -> Phrase:
    name = printable(movement_name(sign.name, knowledge))
    rated = joined(
        say("{pain:g} of 10 before the session", pain=sign.before)
        if sign.before is not None
        else "",
        say("{pain:g} of 10 after it", pain=sign.after) if sign.after is not None else "",
        by=", ",
    )
    if not rated:
        return say("Comparable sign: {name}.", name=name)
    return say("Comparable sign: {name}, {rated}.", name=name, rated=rated)


def goal_in_words(one: Goal) -> Phrase:
    """A goal as the client said it, with its first rating where it was asked."""
    words = printable(one.goal)
    if one.rating is None:
        return say("Goal, in the client's words: {goal:sentence}", goal=words)
    return say(
        "Goal, in the client's words: {goal}, {rating:g} of 10 now (10 as before the pain).",
        goal=words,
        rating=one.rating,
    )
