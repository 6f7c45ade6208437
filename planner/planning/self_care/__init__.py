"""At most five things to do at home, for this place and this person, within the client's minutes.

offers (what may be given, the first choices first) -> slots (what a plan asks for, and in which
order) -> fitting (one task for each, while it fits the week) -> lines (as they stand in the plan)
"""

from collections.abc import Iterable
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Condition
from planner.model.plan import NotChosen, SelfCareTask
from planner.planning.case import Case
from planner.planning.self_care.fitting import crowded_out, fitting, in_reserve, minutes_per_day
from planner.planning.self_care.lines import lines
from planner.planning.self_care.offers import Offer, Offers
from planner.planning.self_care.shown import how_to
from planner.words import say_many

__all__ = ["TaskChoice", "carries_on", "choose_tasks", "how_to", "minutes_per_day"]


class TaskChoice(NamedTuple):
    """The tasks given, and those kept away with their reason."""

    chosen: tuple[SelfCareTask, ...]
    not_chosen: tuple[NotChosen, ...]
    exercises_in_reserve: tuple[SelfCareTask, ...]
    notes: tuple[str, ...]


def choose_tasks(case: Case) -> TaskChoice:
    """The tasks of a plan, those in reserve, and what must be said of them."""
    offers = Offers(case)
    taken = fitting(offers)
    written = lines(offers, taken, in_reserve(offers, taken))
    return TaskChoice(
        written.given,
        offers.refused,
        written.in_reserve,
        (*_notes(case, taken), *crowded_out(offers, taken), *written.notes),
    )


def carries_on(condition: Condition, chosen: Iterable[SelfCareTask], knowledge: Knowledge) -> str:
    """What of a plan goes on at home after the massage; nothing where the plan has none of it."""
    given = {knowledge.kinds[knowledge.self_care[one.id].kind] for one in chosen}
    kinds = {name for one in given for name in (one.id, one.stands_like)}
    named = condition.carries_on_with
    there = not kinds.isdisjoint(named) if named else bool(given)
    return condition.carries_on if there else ""


def _notes(case: Case, taken: list[Offer]) -> tuple[str, ...]:
    if taken:
        return ()
    told = say_many(
        "No home task fits into {number} minute a day; exercise has the best support.",
        "No home task fits into {number} minutes a day; exercise has the best support.",
        minutes_per_day(case),
    )
    return (told,)
