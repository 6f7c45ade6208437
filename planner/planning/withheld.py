"""What is left alone although it hurts, and what would open it: the notes of a plan."""

from collections.abc import Iterable, Iterator

from planner.model.ids import RegionId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.vocabulary import Pressure
from planner.planning.case import Case, TreatedPain
from planner.safety.limits import InWords
from planner.safety.refusals import waits_for, where_it_is
from planner.words import say, say_many, terms
from planner.words.plan import how_often

NOTHING_INSTEAD = say("Nothing is worked elsewhere in its place.")


def is_left_alone(case: Case, pain: TreatedPain) -> bool:
    """Whether the answers close every place of a pain, so that only what lies elsewhere is left."""
    wished = set(case.intake.preferences.regions_to_avoid)
    closed = [region for region in pain.regions if case.allow.is_closed(region)]
    return set(closed) == set(pain.regions) and not wished.issuperset(closed)


def notes(case: Case) -> tuple[str, ...]:
    """What is left alone and why, what waits for an agreement, and what a mark would free."""
    return each_once([*_left_alone(case), *_waiting(case), *_from_words(case)])


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
    """What a clinician's words name and no bound says: it binds until the bound is set."""
    for one in case.allow.limits.in_words:
        yield say(
            "{by} wrote “{words}”. Set it as a limit; until then the plan keeps to this: {read}.",
            by=one.clearance.by,
            words=one.clearance.limits,
            read=_read(one),
        )


def _read(one: InWords) -> Phrase:
    if isinstance(one.read, Pressure):
        return say("{pressure} pressure", pressure=terms.PRESSURE[one.read])
    if one.bound == "minutes":
        return say_many("{number} minute", "{number} minutes", int(one.read))
    return how_often(one.read)
