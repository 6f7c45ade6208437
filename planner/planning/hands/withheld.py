"""What is left alone although it hurts, and what would open it: the notes of a plan."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.model.ids import RegionId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.vocabulary import Pressure
from planner.planning.case import Case, TreatedPain
from planner.safety.limits import InWords, marked_at
from planner.safety.refusals import waits_for, where_it_is
from planner.safety.rows_in_force import ActiveRow
from planner.words import answer, say, say_many, terms
from planner.words.plan import how_often

AT_LEAST = 2  # from one half of its places on, a fresh injury is the pain; convention
NOTHING_INSTEAD = say("Nothing is worked elsewhere in its place.")


class Fresh(NamedTuple):
    """An injury that is over after so many days; where nothing is marked it is everywhere."""

    label: str
    days: int
    marked: frozenset[RegionId]

    def at(self, regions: set[RegionId]) -> set[RegionId]:
        """Those of these regions where it is."""
        return regions & self.marked if self.marked else regions


def is_left_alone(case: Case, pain: TreatedPain) -> bool:
    """Whether the answers close every place of a pain, so that only what lies elsewhere is left."""
    wished = set(case.intake.preferences.regions_to_avoid)
    closed = [region for region in pain.regions if case.allow.is_closed(region)]
    return set(closed) == set(pain.regions) and not wished.issuperset(closed)


def over_soon(case: Case, regions: Iterable[RegionId]) -> tuple[Fresh, ...]:
    """What closes some of these regions and is over in a few days."""
    found = (_fresh(case, one) for one in case.screening.active)
    return tuple(one for one in found if one and one.at({*regions}))


def most_of(case: Case, pain: TreatedPain) -> tuple[Fresh, ...]:
    """The fresh injuries that are the pain itself: they close one half of its places or more."""
    there = set(pain.regions)
    found = over_soon(case, there)
    return tuple(one for one in found if len(one.at(there)) * AT_LEAST >= len(there))


def _fresh(case: Case, one: ActiveRow) -> Fresh | None:
    days, marks = one.over_in_days, marked_at(one.row.id, case.intake, case.knowledge)
    return Fresh(one.label, days, frozenset(marks)) if days else None


def anew(found: Iterable[Fresh]) -> tuple[Phrase, ...]:
    """When a plan is made anew, for the therapist."""
    return tuple(
        say("Plan anew after the first {days} days: {answer}.", days=one.days, answer=one.label)
        for one in found
    )


def anew_in_plain_words(found: Iterable[Fresh]) -> tuple[Phrase, ...]:
    """The same for the client."""
    return each_once(
        say("The injury is fresh, so we plan anew after {days} days.", days=one.days)
        for one in found
    )


def notes(case: Case) -> tuple[str, ...]:
    """What is left alone and why, what waits for an agreement, and what a mark would free."""
    fresh = over_soon(case, case.regions)
    return each_once([*_left_alone(case), *anew(fresh), *_waiting(case), *_from_words(case)])


def _left_alone(case: Case) -> Iterator[Phrase]:
    closed = [region for region in case.regions if case.allow.is_closed(region)]
    labels = each_once(label for region in closed for label in case.allow.closed_by(region))
    if labels:
        yield say(
            "Left alone although it hurts there: {places:commas} ({answers:semicolons}).",
            places=_zones(case, closed),
            answers=labels,
        )
    if any(is_left_alone(case, pain) for pain in case.pains):
        yield NOTHING_INSTEAD


def _zones(case: Case, regions: Iterable[RegionId]) -> tuple[Phrase, ...]:
    known = case.knowledge
    names = (known.zones[known.regions[region].zone].name for region in regions)
    return each_once(say("{place:all-lower}", place=name) for name in names)


def _waiting(case: Case) -> Iterator[Phrase]:
    here = frozenset(case.regions)
    waiting = [
        one for one in case.allow.limits.waiting if one.regions is None or one.regions & here
    ]
    if waiting:
        yield waits_for(waiting)


def places_to_mark(case: Case) -> Iterator[Phrase]:
    """The answers that hold for one place only, once that place is marked."""
    unmarked = (one.label for one in case.allow.limits.unmarked)
    rows = (
        one.label
        for one in case.screening.active
        if one.holds_where_marked and not case.intake.where.get(one.row.id)
    )
    if labels := each_once([*rows, *unmarked]):
        yield say(
            "Mark where it is, and the other places are free again: {answers:semicolons}.",
            answers=labels,
        )
    if unplaced := case.allow.limits.unplaced(frozenset(case.regions)):
        yield where_it_is(unplaced)


def _from_words(case: Case) -> Iterator[Phrase]:
    """What a clinician's words name and no bound says, and what was not read of them."""
    for one in case.allow.limits.in_words:
        yield say(
            "{by} wrote “{words}”. Set it as a limit; until then the plan keeps to this: {read}.",
            by=one.clearance.by,
            words=one.clearance.limits,
            read=_read(one),
        )
    for clearance, bounds in case.allow.limits.not_read:
        yield answer.not_read(clearance.by, clearance.limits, bounds)


def _read(one: InWords) -> Phrase:
    if isinstance(one.read, Pressure):
        return say("{pressure} pressure", pressure=terms.PRESSURE[one.read])
    if one.bound == "minutes":
        return say_many("{number} minute", "{number} minutes", int(one.read))
    return how_often(one.read)
