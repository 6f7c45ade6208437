"""Techniques as the therapist's hand has them: replaced, set to a pressure, set to places.

What was set gives way to what the answers leave, to a lighter wish of the client, and to what a
pain source is worked with; each time the line says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from planner.model.edits import Values
from planner.model.ids import RegionId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import TechniqueChoice
from planner.model.vocabulary import Change, Pressure, Technique
from planner.planning.case import Case
from planner.planning.hands.focal import at_most_to_start
from planner.planning.hands.options import Option
from planner.safety.allow import Left
from planner.words import say
from planner.words.plan import places
from planner.words.terms import PRESSURE

MOVED = (Change.REMOVE, Change.REPLACE)
NAMES = frozenset(one.value for one in Technique)
FIRMER_THAN_STARTED = say(
    "Firmer than a pain that is easily stirred up is started with, by the therapist's choice; "
    "lighter is convention."
)


def moves_any(case: Case) -> bool:
    """Whether the therapist took a technique out, or put another in its place."""
    return any(one.change in MOVED and one.line in NAMES for one in case.intake.edits)


def before_moving(case: Case) -> Case:
    """The case as if no technique had been taken out or replaced."""
    kept = tuple(
        one for one in case.intake.edits if one.change not in MOVED or one.line not in NAMES
    )
    return replace(case, intake=case.intake.replaced(edits=kept))


def stands_for(case: Case, usual: Iterable[Technique]) -> tuple[Technique, ...]:
    """Each technique of the rules with what replaces it before it, then what else was put in.

    What was replaced stays where the other may not work.
    """
    hand, found = case.hand, list[Technique]()
    for one in usual:
        found += [Technique(other) for other in hand.stands_for(one) if other in NAMES]
        found += [] if one in hand.removed else [one]
    put_in = (one for one in Technique if one in hand.added)
    return each_once((*found, *put_in))


def came_in(
    case: Case, names: Iterable[Technique], usual: tuple[Technique, ...]
) -> Mapping[Technique, Phrase]:
    """The techniques that no rule and no hand put in, but the taking out of another."""
    out = [case.knowledge.techniques[one].name for one in usual if one in case.hand.removed]
    new = (one for one in names if one not in usual and one not in case.added)
    told = say("It came in by itself, as this was taken out: {names:commas}.", names=out)
    return dict.fromkeys(new, told) if out else {}


def asked_of(case: Case, mine: tuple[Option, ...]) -> list[Pressure]:
    """The pressures that the client and the pain sources ask for."""
    return [case.intake.preferences.pressure or Pressure.MODERATE, *_of_the_pains(mine)]


def _of_the_pains(mine: tuple[Option, ...]) -> Iterator[Pressure]:
    for option in mine:
        yield from filter(None, (option.pain.condition.pressure, option.ranked.pressure))


def as_it_was_set(
    case: Case, planned: TechniqueChoice, mine: tuple[Option, ...]
) -> TechniqueChoice:
    """The line with the places and the pressure set, as far as they are left."""
    said = case.values(planned.id)
    if not said.said:
        return planned.replaced(set=case.set_of(planned.id))
    asked = _asked(case, said, mine) or [planned.pressure]
    left = case.allow.technique(planned.id, said.regions or planned.regions, asked)
    if left.refusal:
        left = case.allow.technique(planned.id, planned.regions, asked)
    regions, pressure = left.regions or planned.regions, left.pressure or planned.pressure
    return planned.replaced(
        regions=regions,
        pressure=pressure,
        adjustments=each_once((*planned.adjustments, *left.cautions)),
        set=case.set_of(planned.id),
        by_hand=(
            *planned.by_hand,
            *_places_left_out(case, said, left),
            *_another_pressure(case, said, pressure, mine, regions),
            *_firmer_than_started(case, said, pressure),
        ),
    )


def _asked(case: Case, said: Values, mine: tuple[Option, ...]) -> list[Pressure]:
    """The pressure set, with what it gives way to; nothing where none is set."""
    return [] if said.pressure is None else may_be_asked(case, said.pressure, mine)


def may_be_asked(case: Case, pressure: Pressure, mine: tuple[Option, ...]) -> list[Pressure]:
    """A pressure that the therapist asks for, with the client's wish and what the pains bear."""
    wish = case.intake.preferences.pressure
    return [pressure, *([wish] if wish else []), *_of_the_pains(mine)]


def _places_left_out(case: Case, said: Values, left: Left) -> Iterator[Phrase]:
    known = case.knowledge.regions
    gone = [one for one in said.regions or () if one not in left.regions]
    if gone:
        yield say(
            "Not at the places that were set and that are left out here: {places:semicolons}.",
            places=places(known[one] for one in gone),
        )


def _another_pressure(
    case: Case,
    said: Values,
    pressure: Pressure,
    mine: tuple[Option, ...],
    regions: tuple[RegionId, ...],
) -> Iterator[Phrase]:
    """Why it is not the pressure that was set."""
    if said.pressure is None or said.pressure is pressure:
        return
    if said.pressure.rank < pressure.rank:
        yield say("It has no lighter form than {pressure}.", pressure=PRESSURE[pressure])
        return
    yield say(
        "Set to {asked} pressure; what binds leaves {left} ({by:semicolons}).",
        asked=PRESSURE[said.pressure],
        left=PRESSURE[pressure],
        by=each_once(what_holds_down(case, said.pressure, mine, regions)),
    )


def what_holds_down(
    case: Case, asked: Pressure, mine: tuple[Option, ...], regions: Iterable[RegionId]
) -> Iterator[str]:
    """What keeps a pressure from being used, by name: answers, the client, a pain source."""
    limits, wish = case.allow.limits, case.intake.preferences.pressure
    for region in regions:
        if limits.at(region).firmest.rank < asked.rank:
            yield from (one.label for one in limits.at(region).by)
    if wish and wish.rank < asked.rank:
        yield THE_CLIENT
    for option in mine:
        least = (option.pain.condition.pressure, option.ranked.pressure)
        if any(one and one.rank < asked.rank for one in least):
            yield option.pain.condition.name
    if mine and asked not in case.knowledge.techniques[mine[0].technique].pressures:
        yield NO_SUCH_FORM


THE_CLIENT = say("the client's own wish")
NO_SUCH_FORM = say("the technique itself is done no firmer")


def _firmer_than_started(case: Case, said: Values, pressure: Pressure) -> Iterator[Phrase]:
    most = [*at_most_to_start(case)]
    if said.pressure and any(pressure.rank > one.rank for one in most):
        yield FIRMER_THAN_STARTED
