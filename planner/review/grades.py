"""How hard the home tasks are from now on: easier after a flare, harder where it went well.

A task goes on under its own name and count; what changes of its form is said beside it.
"""

from collections.abc import Iterable

from planner.knowledge.entries.interventions import Task
from planner.knowledge.known_again import says_more
from planner.knowledge.named import LOW_PAIN
from planner.model.ids import TaskId
from planner.model.phrase import Phrase, message_of
from planner.model.plan import SelfCareTask
from planner.planning.growth import held, still_grows
from planner.planning.self_care import how_to
from planner.planning.self_care.by_hand import HARDER
from planner.review.standing import Standing
from planner.words import joined, say

HALF = say("You had a flare. Do half of it for now.")


def _easier_form(form: str) -> Phrase:
    return say("You had a flare. Do the easier form for now. {form}", form=form)


def _more(form: str) -> Phrase:
    return say("It went well. When this feels easy, go on to more. {form}", form=form)


EASED = (message_of(HALF), message_of(_easier_form("")))
FURTHER = (message_of(HARDER), message_of(_more("")))


def graded(standing: Standing, tasks: Iterable[SelfCareTask]) -> tuple[SelfCareTask, ...]:
    """The tasks that were done before, with their next step; the others as they are."""
    return tuple(_graded(standing, one) for one in tasks)


def _graded(standing: Standing, one: SelfCareTask) -> SelfCareTask:
    known = standing.knowledge.self_care[one.id]
    one = _no_further(standing, one)
    if one.own or not standing.knowledge.kinds[known.kind].moves:
        return one
    if standing.facts.flares:
        low = standing.knowledge.home_rules[LOW_PAIN].says
        eased = one.replaced(step=_easier(standing, known), pain_rule=low)
        return _not_growing(eased, known)
    if _went_well(standing):
        return one.replaced(step=_harder(standing, one))
    return _not_growing(one, known) if message_of(one.step) in EASED else one


def _no_further(standing: Standing, one: SelfCareTask) -> SelfCareTask:
    """Without the step to more of an earlier visit, where nothing may be added by now."""
    return one.replaced(step="") if _goes_further(one.step) and _is_to_stay(standing, one) else one


def _goes_further(step: str) -> bool:
    parts = step.fill.get("parts", (step,)) if isinstance(step, Phrase) else ()
    return any(message_of(one) in FURTHER for one in parts)


def _not_growing(one: SelfCareTask, known: Task) -> SelfCareTask:
    """What is eased after a flare is not to grow beside that; it may again once it went well."""
    return held(one) if still_grows(one, known) else one


def _went_well(standing: Standing) -> bool:
    """Whether it is better, and the home tasks were done as far as anybody asked."""
    facts, done = standing.facts, standing.attendance.self_care
    was_done = done is None or done.share >= standing.weights.least_done
    return was_done and (facts.feels_better or bool(facts.goals_moved))


def _easier(standing: Standing, known: Task) -> Phrase:
    form = _form(standing, known.easier, known.easier_says)
    return _easier_form(form) if form else HALF


def _harder(standing: Standing, one: SelfCareTask) -> str:
    """The harder form; nothing where today's answers keep it away, or ask for less."""
    known = standing.knowledge.self_care[one.id]
    if _is_to_stay(standing, one):
        return ""
    form = _form(standing, known.harder, known.harder_says)
    return form and _more(form)


def _is_to_stay(standing: Standing, one: SelfCareTask) -> bool:
    """Whether today's answers let nothing be added, or ask for less."""
    left = standing.today.allow.task(standing.knowledge.self_care[one.id])
    return left.steady or _is_newly_minded(standing, one)


def _is_newly_minded(standing: Standing, one: SelfCareTask) -> bool:
    """Whether the client is told today, and was not before, to go gently with a task."""
    before = next((had for had in standing.last.self_care if had.id == one.id), one)
    return says_more(one.cautions, before.cautions)


def _form(standing: Standing, task: TaskId | None, words: str) -> str:
    """Another form in full; empty where today's answers keep it away."""
    if task is None:
        return words
    other = standing.knowledge.self_care[task]
    if standing.today.allow.task(other).refusal:
        return ""
    return joined(say("{name}:", name=other.name), how_to(other))
