"""Which tasks fit: strength and a move together, then slot by slot, within the minutes of a week.

More minutes never take strength or a move away: both are given as soon as any pair of them fits,
and below that the one of them that takes least.
"""

from collections.abc import Container, Iterable, Iterator

from planner.knowledge.entries.interventions import Part
from planner.model.ids import TaskId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.vocabulary import Day, Intensity
from planner.planning.case import Case
from planner.planning.self_care.offers import Offer, Offers
from planner.planning.self_care.slots import Slot, core, slots
from planner.words import say


def minutes_per_day(case: Case) -> int:
    """What the client said they can give, or a usual amount."""
    said = case.intake.preferences.self_care_minutes_per_day
    weights = case.weights.home_tasks
    able = weights.usual_minutes_per_day if said is None else said
    return (
        int(able * weights.light_share) if case.intake.preferences.way is Intensity.LIGHT else able
    )


def fitting(offers: Offers) -> list[Offer]:
    """The tasks of a plan, in their order: those of the rules, then as the therapist has them.

    What the therapist takes out makes no room, and what is put in takes nothing's minutes: nothing
    comes or goes by itself, but where there would be too many, or two rungs of one ladder.
    """
    hand, most = offers.case.hand, offers.case.weights.home_tasks.most_asked
    usual = _by_rule(offers)
    if not offers.case.intake.edits:
        return usual
    able = {one.task.id: one for one in (*usual, *offers.put_in)}
    put_in = [one.task.id for one in offers.put_in if one.task.id not in hand.instead.values()]
    families = {able[one].task.family for one in put_in}
    kept = [one.task.id for one in usual if one.task.family not in families]
    stand = [_standing(offers, one, able) for one in kept if one not in hand.removed]
    more = [one.task.id for one in offers.put_in]
    names = each_once((*put_in, *stand, *more))[:most]
    return [able[TaskId(one)] for one in hand.in_order(names)]


def crowded_out(offers: Offers, taken: list[Offer]) -> Iterator[Phrase]:
    """What went because the plan had no room for it beside what was put in."""
    hand = offers.case.hand
    if not hand.added:
        return
    given = {one.task.id for one in taken}
    out = [one.task for one in _by_rule(offers) if one.task.id not in {*given, *hand.instead}]
    names = [one.name for one in out if one.id not in hand.removed]
    if names:
        yield say("Gone to make room for what was put in: {tasks:semicolons}.", tasks=names)


def _standing(offers: Offers, task: TaskId, able: Container[TaskId]) -> TaskId:
    """What stands for a task: what replaces it, as far as that may come, else itself."""
    named = (TaskId(one) for one in offers.case.hand.stands_for(task))
    return next((one for one in named if one in able), task)


def _by_rule(offers: Offers) -> list[Offer]:
    """The tasks before the therapist replaces, takes out or puts in any."""
    case, weights = offers.case, offers.case.weights.home_tasks
    most = weights.most[case.intake.preferences.way]
    taken: list[Offer] = []
    week = minutes_per_day(case) * len(Day)
    taken += _core(core(offers), taken, week)
    for slot in slots(offers):
        if len(taken) >= weights.most_asked:
            break
        most += slot.asked and most < weights.most_asked and _is_balanced(case)
        if len(taken) < most and not _is_served(slot, taken):
            taken += _first(slot.able, taken, week - _minutes(taken))
    return taken[: weights.most_asked]


def _is_balanced(case: Case) -> bool:
    return case.intake.preferences.way is Intensity.BALANCED


def _minutes(taken: Iterable[Offer]) -> int:
    return sum(one.minutes_a_week for one in taken)


def _is_served(slot: Slot, taken: list[Offer]) -> bool:
    """Whether what was taken serves the activity, or the pain source, of a slot already."""
    if slot.of:
        return any(slot.of.condition.id in one.task.ranks for one in taken)
    return slot.serves is not None and any(slot.serves in one.task.goals for one in taken)


def _first(able: Iterable[Offer], taken: list[Offer], left: int) -> list[Offer]:
    """The best that fits and is no rung of a ladder that is taken."""
    families = {one.task.family for one in taken}
    fits = (one for one in able if one.task.family not in families and one.minutes_a_week <= left)
    return [*fits][:1]


def _core(parts: tuple[list[Offer], list[Offer]], taken: list[Offer], left: int) -> list[Offer]:
    """The best strength that leaves a move its minutes, and the best move then."""
    for strength in parts[0]:
        if first := _first([strength], taken, left):
            beside = _first(parts[1], [*taken, *first], left - strength.minutes_a_week)
            if beside:
                return [*first, *beside]
    return _one_alone(parts, taken, left)


def _one_alone(
    parts: tuple[list[Offer], list[Offer]], taken: list[Offer], left: int
) -> list[Offer]:
    """The one of the two that takes least, its best form that fits."""
    able = [part for part in parts if _first(part, taken, left)]
    cheapest = min(able, key=lambda part: min(map(_of_a_week, part)), default=[])
    return _first(cheapest, taken, left)


def _of_a_week(one: Offer) -> int:
    return one.minutes_a_week


def in_reserve(offers: Offers, taken: list[Offer]) -> list[Offer]:
    """Exercise that was not given, for a review to turn to; another ladder first."""
    case = offers.case
    out = {*(one.task.id for one in taken), *case.hand.instead, *case.hand.removed}
    families = {one.task.family for one in taken}
    spare = {
        one.task.id: one
        for pain in case.pains
        for part in (Part.STRENGTH, Part.STAMINA, Part.BALANCE)
        for one in offers.of(pain, part)
        if one.task.id not in out
    }
    ranked = sorted(spare.values(), key=lambda one: one.task.family in families)
    return ranked[: offers.case.weights.home_tasks.most_in_reserve]
