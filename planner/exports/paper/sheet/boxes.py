"""Boxes to tick: what is asked and looked at at every visit, and what was agreed."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.paper.sheet.in_force import Asked, answer_of
from planner.knowledge import Knowledge
from planner.knowledge.named import AFTER_LAST_TIME
from planner.model.between.consent import Consent
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.visit.between.consenting import sensitive_in
from planner.words import joined, say
from planner.words.plan import places
from planner.words.terms import AGREED_BY
from planner.words.typed import printable

WORSE = say("Worse for more than 48 hours after last time")
CHANGED = say("An illness, a medicine or a dose that is new")
FELL = say("A fall, a knock or an operation")
SENSES = say("New numbness, dizziness or headache")
SKIN = say("Skin where hands go: bruise, sore, rash, swelling")
SIX_POINTS = say("Six points talked through: what, why, risks, other ways, nothing, stop")
DRAPE = say("Drape and places agreed")
WRITE = say("May write to the client's doctor")


@dataclass(frozen=True)
class Box:
    """A box with its words; `ticked` where the record says yes."""

    says: str
    ticked: bool = False


@dataclass(frozen=True)
class Agreement:
    """What is agreed; `told` says who agreed and when, or that it was taken back."""

    boxes: tuple[Box, ...]
    told: str


def every_visit(asked: Asked) -> tuple[Box, ...]:
    """What is asked and looked at before each session, and what may have changed since."""
    after = asked.knowledge.rows[AFTER_LAST_TIME].label
    usual = (WORSE, after, SENSES, CHANGED, FELL, SKIN)
    return (*map(Box, usual), *(Box(one) for one in _still_so(asked.plan, asked.knowledge)))


def _still_so(plan: Plan, knowledge: Knowledge) -> Iterator[Phrase]:
    """The answers that every visit asks again."""
    for one in plan.reasons:
        row = knowledge.rows.get(one.id)
        if row and row.every_visit:
            yield say("{answer}: any change?", answer=answer_of(one, knowledge))


def agreement(plan: Plan, given: Consent | None, knowledge: Knowledge) -> Agreement:
    """The recorded consent where there is one; else open boxes."""
    stands = given is not None and given.stands
    boxes = (
        Box(SIX_POINTS, ticked=stands),
        Box(DRAPE),
        *_places(plan, given if stands else None, knowledge),
        Box(WRITE),
    )
    return Agreement(boxes, _told(given) if given else "")


def _places(plan: Plan, stands: Consent | None, knowledge: Knowledge) -> Iterator[Box]:
    """Each sensitive place of the plan by itself; a no is said."""
    said = stands.places if stands else {}
    for region in sensitive_in(plan, knowledge):
        place = joined(*places([knowledge.regions[region]]))
        if said.get(region) is False:
            yield Box(say("{place}: the client said no", place=place))
        else:
            yield Box(place, ticked=said.get(region) is True)


def _told(given: Consent) -> Phrase | str:
    if given.withdrawn:
        return say("Taken back on {day}.", day=given.withdrawn.on)
    if given.by is None:
        return ""
    name = printable(given.name) if given.name else ""
    who = joined(AGREED_BY[given.by], name, by=", ")
    return say("Recorded: agreed by {who} on {day}.", who=who, day=given.on)
