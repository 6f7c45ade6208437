"""How much pain is all right at home, as a strip from 0 to 10, and what to do on a bad day."""

from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.knowledge.interventions import HomeRule
from planner.model.phrase import message_of
from planner.model.plan import Plan
from planner.words import joined, say

HALF_WIDTH = 2  # points of pain above what is fine where half is done; usual practice
HIGHEST = 10
GO_ON = say("if it is gone by next morning")
DO_HALF = say("Do half")
STOP = say("Rest that task for a day, then do half.")
BAD_DAY = say(
    "Do half of each task. Keep what feels good. Rest a little, not in bed. Go back up over 3 days."
)
SPARE_DAY = say("Do less, or rest. Stay within the strength you have. Go back up when you can.")
ENERGY = "pain-energy"


@dataclass(frozen=True)
class PainStrip:
    """The strip: `fine` is the most that is all right, `half` the most at which half is done."""

    fine: int
    half: int
    go_on: str
    do_half: str
    stop: str
    sentence: str


def pain_strip(plan: Plan, knowledge: Knowledge) -> PainStrip | None:
    """That of the strictest rule of the plan's tasks; None where none names a number."""
    rules = [one for one in _rules(plan, knowledge) if one.up_to]
    if not rules:
        return None
    strictest = min(rules, key=lambda one: one.up_to or HIGHEST)
    fine = strictest.up_to or 0
    more = min(one.above_start for one in rules)
    return PainStrip(
        fine=fine,
        half=fine + HALF_WIDTH,
        go_on=joined(GO_ON, by=" ") if not more else GO_ON,
        do_half=DO_HALF,
        stop=STOP,
        sentence=_sentence(fine),
    )


def bad_day(plan: Plan, knowledge: Knowledge) -> str:
    """What to do on a bad day; nothing is pushed where effort itself makes it worse."""
    if not plan.self_care:
        return ""
    return SPARE_DAY if any(one.id == ENERGY for one in _rules(plan, knowledge)) else BAD_DAY


def _sentence(fine: int) -> str:
    return say(
        "Pain up to {fine} of 10 while you do it is all right, if it is gone by next morning. "
        "More than that: do half.",
        fine=fine,
    )


def _rules(plan: Plan, knowledge: Knowledge) -> list[HomeRule]:
    """The pain rules of the tasks, known by their words."""
    known = {message_of(one.says) or str(one.says): one for one in knowledge.home_rules.values()}
    said = (message_of(one.pain_rule) or str(one.pain_rule) for one in plan.self_care)
    return [known[one] for one in said if one in known]
