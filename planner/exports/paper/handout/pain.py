"""How much pain is all right at home, as a strip from 0 to 10, and what to do on a bad day."""

from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import HomeRule
from planner.knowledge.known_again import known_by
from planner.knowledge.named import WITHIN_STRENGTH
from planner.model.plan import Plan
from planner.words import joined, say

HALF_WIDTH = 2  # points of pain above what is fine where half is done; usual practice
GO_ON = say("if it is gone by next morning")
DO_HALF = say("Do half")
STOP = say("Rest that task for a day, then do half.")
BAD_DAY = say(
    "Do half of each task. Keep what feels good. Rest a little, not in bed. Go back up over 3 days."
)
SPARE_DAY = say(
    "Do less, or rest. Stay within the strength you have. Do not try to catch up later."
)


@dataclass(frozen=True)
class PainStrip:
    """The strip: `fine` is the most that is all right, `half` the most at which half is done."""

    fine: int
    half: int
    go_on: str
    do_half: str
    stop: str
    start: str


@dataclass(frozen=True)
class PainSentence:
    """The same in one sentence, for large print."""

    sentence: str


def pain_strip(plan: Plan, knowledge: Knowledge) -> PainStrip | None:
    """That of the strictest rule of the plan's tasks; None where none names a number."""
    fine, more = _fine(plan, knowledge)
    start = _start(more)
    return PainStrip(fine, fine + HALF_WIDTH, GO_ON, DO_HALF, STOP, start) if fine else None


def pain_sentence(plan: Plan, knowledge: Knowledge) -> PainSentence | None:
    """The same in a sentence."""
    fine, more = _fine(plan, knowledge)
    if not fine:
        return None
    said = say("Pain up to {fine} of 10 is all right. More: do half.", fine=fine)
    return PainSentence(joined(said, _start(more)))


def _start(more: int) -> str:
    """What somebody does who has more pain than that before they begin."""
    return say("More than that at the start? Then {more} more is fine.", more=more) if more else ""


def _fine(plan: Plan, knowledge: Knowledge) -> tuple[int, int]:
    """The most pain that the strictest rule leaves, and how much above the start; 0 is none."""
    rules = [one for one in _rules(plan, knowledge) if one.up_to]
    fine = min((one.up_to for one in rules if one.up_to), default=0)
    return fine, min((one.above_start for one in rules), default=0)


def bad_day(plan: Plan, knowledge: Knowledge) -> str:
    """What to do on a bad day; nothing is pushed where effort itself makes it worse."""
    if not plan.self_care:
        return ""
    return SPARE_DAY if _is_to_spare(plan, knowledge) else BAD_DAY


def _is_to_spare(plan: Plan, knowledge: Knowledge) -> bool:
    """Whether an answer forbids every ladder, or a task itself is to stay within one's strength."""
    if any(one.id in knowledge.without_ladder for one in plan.reasons):
        return True
    return any(one.id == WITHIN_STRENGTH for one in _rules(plan, knowledge))


def _rules(plan: Plan, knowledge: Knowledge) -> list[HomeRule]:
    """The pain rules of the tasks; in a plan of the first edition they are known by their words."""
    rules = knowledge.home_rules.values()
    known = {key: one for one in rules for key in known_by(one.says)}
    said = (known_by(one.pain_rule)[0] for one in plan.self_care)
    return [known[one] for one in said if one in known]
