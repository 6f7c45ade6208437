"""How much of a home task: as the therapist set it, within what the answers leave of it."""

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from planner.knowledge.entries.interventions import Task
from planner.model.edits import Values, is_own
from planner.model.exercise import DoseFrom
from planner.model.ids import LineId, TaskId
from planner.model.phrase import Phrase
from planner.model.vocabulary import Level
from planner.planning.self_care.count import Count, halved
from planner.planning.self_care.offers import Offer, Offers
from planner.planning.self_care.shown import how_to
from planner.words import joined, say
from planner.words.plan import minutes

COUNTED = ("sets", "reps", "hold_seconds", "times_per_day")
MOST_MINUTES = 180
TESTED = (DoseFrom.TRIAL, DoseFrom.GUIDELINE)
BELOW_TESTED = say("Below the tested dose, by the therapist's choice.")
ABOVE_TESTED = say("More than was tested, by the therapist's choice.")
LESS = say("Less than usual, by the therapist's choice.")
MORE = say("More than usual, by the therapist's choice.")
NOTHING_MORE = say("Nothing may be added to this for now, so it stays as it is.")
NO_HARDER = say("Its harder form is not for this client now, so it stays as it is.")
EASIER, HARDER = say("Do the easier form for now."), say("Do the harder form.")


class Dosed(NamedTuple):
    """The dose of a task: how much, on how many days, in which form, and what is said of it."""

    amount: Count
    days: int
    form: str = ""
    by_hand: tuple[str, ...] = ()


def dosed(offers: Offers, one: Offer) -> Dosed:
    """The dose of a task in the plan."""
    usual = Dosed(one.amount, one.task.days_per_week)
    if not offers.case.intake.edits:
        return usual
    said = _values(offers, one.task)
    if not said.said:
        return usual
    graded = _graded(offers, one, said)
    count = _counted(graded.amount, said)
    days = said.days_per_week or usual.days
    return _within(one, Dosed(count, days, graded.form, graded.by_hand))


def _values(offers: Offers, task: Task) -> Values:
    """What is set of a task; of one that replaces another also how long that one was done."""
    case = offers.case
    said = case.values(task.id)
    replaced = [one for one in case.hand.instead if task.id in case.hand.stands_for(one)[:1]]
    every = case.knowledge.self_care
    known = [every[LineId(one)] for one in replaced if one in every]
    if not known:
        return said
    before = known[0]
    kept = Values(minutes=before.minutes or None, days_per_week=before.days_per_week)
    return kept.having(**{name: getattr(said, name) for name in said.said})


def _graded(offers: Offers, one: Offer, said: Values) -> Dosed:
    """An easier or a harder form where it may be done; else half of it, or as it is."""
    usual = Dosed(one.amount, one.task.days_per_week)
    if said.level is Level.EASIER:
        form = _form(offers, one.task.easier, one.task.easier_says)
        if form:
            return usual._replace(form=joined(EASIER, form))
        return usual._replace(amount=halved(one.amount))
    if said.level is Level.HARDER:
        return _harder(offers, one, usual)
    return usual


def _harder(offers: Offers, one: Offer, usual: Dosed) -> Dosed:
    if one.left.steady:
        return usual._replace(by_hand=(NOTHING_MORE,))
    form = _form(offers, one.task.harder, one.task.harder_says)
    if form:
        return usual._replace(form=joined(HARDER, form))
    return usual._replace(by_hand=(NO_HARDER,))


def _form(offers: Offers, other: TaskId | None, words: str) -> str:
    """Another form in full; empty where the answers keep it away."""
    if other is None:
        return words
    known = offers.case.knowledge.self_care[LineId(other)]
    if offers.left(known).refusal:
        return ""
    return joined(say("{name}:", name=known.name), how_to(known))


def _counted(usual: Count, said: Values) -> Count:
    """The count with what was set; more or fewer repeats take as much more or less time."""
    set_now = {name: getattr(said, name) for name in COUNTED if name in said.said}
    count = usual._replace(**set_now)
    if said.minutes:
        return count._replace(minutes=said.minutes)
    return count._replace(minutes=_as_long(usual, count))


def _as_long(usual: Count, now: Count) -> int:
    if usual.minutes == 0 or _work(now) == _work(usual):
        return usual.minutes
    return min(MOST_MINUTES, ceil(usual.minutes * _work(now) / _work(usual)))


def _work(one: Count) -> int:
    """How much is done in a day, in seconds held or repeats."""
    often = (one.sets or 1) * (one.reps or 1) * (one.times_per_day or 1)
    return often * (one.hold_seconds or 1)


def _within(one: Offer, asked: Dosed) -> Dosed:
    """No more than it begins with where nothing may be added; and what is unusual is said."""
    usual = one.amount
    more = _work(asked.amount) > _work(usual) or asked.amount.minutes > usual.minutes
    if one.left.steady and more:
        told = say(
            "Set to {asked}; nothing may be added for now, so it stays at {left}.",
            asked=minutes(asked.amount.minutes),
            left=minutes(usual.minutes),
        )
        return asked._replace(amount=usual, by_hand=(*asked.by_hand, told))
    return asked._replace(by_hand=(*asked.by_hand, *_unusual(one, asked)))


def _unusual(one: Offer, asked: Dosed) -> Iterator[Phrase]:
    task = one.task
    if is_own(task.id):
        return
    usual, now = task.minutes * task.days_per_week, asked.amount.minutes * asked.days
    tested = task.dose_from in TESTED
    if now < usual:
        yield BELOW_TESTED if tested else LESS
    elif now > max(usual, task.grows_to * task.days_per_week):
        yield ABOVE_TESTED if tested else MORE
