"""The bar over the plan: what state it is in, what binds it, the last change and its undo."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.names import reason_name
from planner.model.ids import ReasonId
from planner.model.order import each_once
from planner.model.plan import Limits, Plan
from planner.model.vocabulary import PressureLimit
from planner.visit.interview import Interview
from planner.words.limits import PRESSURE_LEFT, limits_in_words
from planner.words.terms import CLEARANCE, CLEARANCE_MEANS
from ui.parts.wording import TONE, capital, linked, places
from ui.plan_sheet.blocks import Data
from ui.state.language import shown, tell, tell_many

LIMITS = "limits"  # stands among the ids of lines for what binds the whole plan


def bar(found: Interview, plan: Plan, said: str, knowledge: Knowledge) -> Data:
    """`said`: what the last answer changed."""
    words = limits(plan, knowledge)
    return {
        "id": LIMITS,
        "tone": TONE[plan.clearance],
        "lead": tell("{word}.", word=CLEARANCE[plan.clearance]),
        "says": _still_open(found) if plan.draft else _binds(words, plan),
        "opens": bool(words),
        "last": shown(said),
    }


def _binds(words: str, plan: Plan) -> str:
    return capital(words) if words else tell(CLEARANCE_MEANS[plan.clearance])


def _still_open(found: Interview) -> str:
    return tell_many(
        "{number} safety group is still open, and its answers may change this plan.",
        "{number} safety groups are still open, and their answers may change this plan.",
        found.open_groups,
    )


def limits(plan: Plan, knowledge: Knowledge) -> str:
    """What binds the plan, in a few words each; empty where nothing does."""
    return linked(
        *(shown(one) for one in limits_in_words(plan.limits)),
        *(where for where, _ in _places(plan.limits, knowledge)),
    )


def _places(limits: Limits, knowledge: Knowledge) -> Iterator[tuple[str, list[ReasonId]]]:
    """Where less is left than elsewhere, tightest first, and by what."""
    for pressure in PressureLimit:
        here = [one for one in limits.regions if one.pressure is pressure]
        if here:
            where = places((one.region for one in here), knowledge)
            by = [reason for one in here for reason in one.by]
            yield tell("{left}: {places}", left=PRESSURE_LEFT[pressure], places=where), by


def by_what(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """The entries that bind, in words: of the whole plan, then of places."""
    yield from _named(plan.limits.by, plan, knowledge)
    for where, by in _places(plan.limits, knowledge):
        names = tuple(_named(by, plan, knowledge))
        yield tell("{where} ({names:semicolons})", where=where, names=names)


def _named(by: Iterable[ReasonId], plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    cleared = {one.id: one.cleared_by for one in plan.reasons if one.cleared_by}
    for one in each_once(by):
        name = reason_name(one, knowledge)
        if one in cleared:
            yield tell("{name}: cleared by {whom}", name=name, whom=cleared[one])
        else:
            yield name
