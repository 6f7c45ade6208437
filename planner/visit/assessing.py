"""What there is to look at: movements by pain source, and what was found of each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.measuring import Movement
from planner.model.assessment import Assessment, Finding, FoundBy, Irritability
from planner.model.ids import RegionId, ZoneId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.visit import Draft
from planner.planning.irritability import irritability_of
from planner.visit.said.assessment import finding_of
from planner.words import say
from planner.words.terms import PRESSURE

MOST_AT_ONCE = 6
MARKED = say("Marked places")
IRRITABLE = {
    Irritability.LOW: say("Irritable: low"),
    Irritability.MODERATE: say("Irritable: moderate"),
    Irritability.HIGH: say("Irritable: high"),
}


class Row(NamedTuple):
    """A movement or a test with what was found of it, this time and the time before."""

    id: str
    name: str
    what: FoundBy
    found: Finding | None
    last: Finding | None
    is_sign: bool


class Examined(NamedTuple):
    """What there is to look at for one pain source; `more` waits to be asked for."""

    id: str
    name: str
    rows: tuple[Row, ...]
    more: tuple[Row, ...]


def examined(draft: Draft, knowledge: Knowledge) -> tuple[Examined, ...]:
    """A list for each pain source, else one for the places that are marked; none without any."""
    found = [
        _listed(
            source.condition,
            knowledge.conditions[source.condition].name,
            source.regions or knowledge.usual_regions(source.condition),
            draft,
            knowledge,
        )
        for source in draft.pain
    ]
    if not found and draft.marks:
        found = [_listed("", MARKED, tuple(draft.marks), draft, knowledge)]
    return tuple(found)


def _listed(
    id: str, name: str, regions: Sequence[RegionId], draft: Draft, knowledge: Knowledge
) -> Examined:
    every = tuple(_there(regions, knowledge))
    usual = [one.id for one in every if one.usual][:MOST_AT_ONCE]
    mine = _looked_at(draft.assessment)
    rows = each_once((*usual, *(one.id for one in every if one.id in mine), *_own(mine, knowledge)))
    further = [one for zone in _zones(regions, knowledge) for one in knowledge.movements[zone]]
    return Examined(
        id,
        name,
        tuple(_row(one, draft, knowledge) for one in rows),
        tuple(_row(one, draft, knowledge) for one in further if one not in rows),
    )


def _zones(regions: Sequence[RegionId], knowledge: Knowledge) -> tuple[ZoneId, ...]:
    return each_once(knowledge.regions[one].zone for one in regions)


def _there(regions: Sequence[RegionId], knowledge: Knowledge) -> Iterator[Movement]:
    """The movements of these places, of a limb on its side only."""
    placed = [knowledge.regions[one] for one in regions]
    for zone in _zones(regions, knowledge):
        sides = {one.side for one in placed if one.zone == zone}
        for one in knowledge.movements[zone].values():
            if not one.side or one.side in sides or "midline" in sides:
                yield one


def _looked_at(assessment: Assessment) -> tuple[str, ...]:
    """The names of all that was looked at, the comparable sign among them."""
    named = (one.name for one in assessment.findings if one.name)
    sign = (assessment.comparable.name,) if assessment.comparable else ()
    return each_once((*named, *sign))


def _own(names: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    """What the therapist has named by hand: it stands under every pain source."""
    yield from (one for one in names if one not in knowledge.every_movement)


def _row(id: str, draft: Draft, knowledge: Knowledge) -> Row:
    before = draft.follow_up.found if draft.follow_up else None
    sign = draft.assessment.comparable
    return Row(
        id,
        movement_name(id, knowledge),
        _how(id, knowledge),
        finding_of(id, draft.assessment),
        finding_of(id, before) if before else None,
        sign is not None and sign.name == id,
    )


def _how(id: str, knowledge: Knowledge) -> FoundBy:
    movement = knowledge.every_movement.get(id)
    return FoundBy(movement.by) if movement else FoundBy.TEST


def movement_name(id: str, knowledge: Knowledge) -> str:
    """What a movement or test is called; what the therapist named is called that."""
    movement = knowledge.every_movement.get(id)
    return movement.name if movement else id


def sign_last_time(draft: Draft) -> float | None:
    """The pain of the comparable sign at the visit before, where it was looked at."""
    before = draft.follow_up.found if draft.follow_up else None
    return before.comparable.before if before and before.comparable else None


def irritable(draft: Draft) -> Irritability | None:
    """How easily the pain is stirred up, as far as the answers decide it."""
    return irritability_of(draft.assessment)


def so(level: Irritability, knowledge: Knowledge) -> Phrase:
    """What that does to the plan, by the weights that the plan is made with."""
    weights = knowledge.weights.irritability
    if level is Irritability.LOW:
        return say("So: the plan begins as usual.")
    return say(
        "So: {pressure} pressure at most to begin with, and a first session of {percent:.0f} % of "
        "the usual minutes.",
        pressure=PRESSURE[weights.pressure[level]],
        percent=100 * weights.first_share[level],
    )
