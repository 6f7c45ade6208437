"""What a plan asks for at home, and in which order: each is filled with one task while it fits.

Strength and a move for the place come first and are chosen together (`fitting`); then what this
client asks for; then what belongs to the pain source.
"""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge.entries.interventions import Part
from planner.model.vocabulary import Activity
from planner.planning.burden import is_narrowed
from planner.planning.case import TreatedPain
from planner.planning.self_care.offers import FIRST, UNRANKED, Offer, Offers

TRAINING = (Part.STRENGTH, Part.MOVE, Part.BALANCE, Part.STAMINA, Part.CALM, Part.HABIT)


class Slot(NamedTuple):
    """One thing to be filled, with what may fill it, best first.

    `asked`: this client asks for it, so the plan may have one task more. `serves` is the activity
    it is for: where a task that was taken trains it already, there is nothing to fill.
    """

    able: tuple[Offer, ...]
    asked: bool = False
    serves: Activity | None = None
    of: TreatedPain | None = None


def core(offers: Offers) -> tuple[list[Offer], list[Offer]]:
    """Strength and a move: each of the first pain source that leaves any."""
    return _of_the_first(offers, Part.STRENGTH), _of_the_first(offers, Part.MOVE)


def _of_the_first(offers: Offers, part: Part) -> list[Offer]:
    found = (offers.of(pain, part) for pain in offers.case.pains)
    return next((one for one in found if one), [])


def slots(offers: Offers) -> Iterator[Slot]:
    """What comes after strength and a move, in order."""
    yield from _asked(offers)
    yield from _for_the_age(offers)
    yield from (_own(offers, pain) for pain in offers.case.pains[1:])
    yield from _of_the_source(offers, offers.case.pains[0])


def _asked(offers: Offers) -> Iterator[Slot]:
    """A calming task where sleep or stress troubles, what serves a goal, what changes a habit."""
    severity, main = offers.case.intake.severity, offers.case.pains[0]
    trouble = offers.case.weights.home_tasks.troubled_from
    badly_slept = severity.sleep is not None and severity.sleep >= trouble
    if badly_slept or (severity.stress is not None and severity.stress >= trouble):
        yield Slot(_calm(offers, main), asked=True)
    yield from (_serving(offers, one) for one in sorted(offers.case.trains_for))
    if is_narrowed(offers.case):
        yield Slot(_for_oneself(offers, main), asked=True)
    yield from _provoked(offers, main)
    if badly_slept:
        yield Slot(tuple(offers.for_sleep(main)), asked=True)


def _for_the_age(offers: Offers) -> Iterator[Slot]:
    """Balance, which everybody of an age is to train (WHO 2020)."""
    age, weights = offers.case.intake.client.age, offers.case.weights.home_tasks
    if age is not None and age >= weights.balance_from:
        yield Slot(tuple(offers.balance(offers.case.pains[0])), asked=True)


def _for_oneself(offers: Offers, pain: TreatedPain) -> tuple[Offer, ...]:
    """What helps to live with a pain that gets in the way of life, as pacing does."""
    return tuple(one for one in offers.of(pain, Part.HABIT) if one.kind.eases == "life")


def _calm(offers: Offers, pain: TreatedPain) -> tuple[Offer, ...]:
    return tuple(offers.of(pain, Part.CALM))


def _serving(offers: Offers, activity: Activity) -> Slot:
    """Something that trains for an activity, of the first pain source that has any."""
    found = (
        one
        for pain in offers.case.pains
        for part in TRAINING
        for one in offers.of(pain, part)
        if activity in one.task.goals
    )
    by_rank = sorted(found, key=lambda one: one.rank or UNRANKED)
    return Slot(tuple(by_rank), asked=True, serves=activity)


def _provoked(offers: Offers, pain: TreatedPain) -> Iterator[Slot]:
    """A habit to change where something provokes the pain."""
    if offers.provoking:
        yield Slot(tuple(offers.habits(pain, offers.provoking)), asked=True)


def _own(offers: Offers, pain: TreatedPain) -> Slot:
    """Something of its own for another pain source: strength, where there is any, else a move."""
    able = offers.of(pain, Part.STRENGTH) or offers.of(pain, Part.MOVE)
    return Slot(tuple(able), asked=True, of=pain)


def _of_the_source(offers: Offers, pain: TreatedPain) -> Iterator[Slot]:
    """What keeps an eye on it, stamina and calm, a habit, balance, comfort."""
    habits = [one for one in offers.of(pain, Part.HABIT) if one.rank == FIRST]
    watching = tuple(one for one in habits if _is_recommended(offers, one))
    stamina, calm = Slot(tuple(offers.of(pain, Part.STAMINA))), Slot(_calm(offers, pain))
    yield Slot(watching, asked=bool(watching))
    yield from (stamina, calm) if _is_first(stamina) else (calm, stamina)
    yield Slot(tuple(habits))
    for part in (Part.BALANCE, Part.COMFORT):
        yield Slot(tuple(one for one in offers.of(pain, part) if one.rank == FIRST))


def _is_first(slot: Slot) -> bool:
    return any(one.rank == FIRST for one in slot.able)


def _is_recommended(offers: Offers, one: Offer) -> bool:
    stands = offers.stands_on(one.task)
    return any(not stand.general and stand.entry.stance.supports for stand in stands)
