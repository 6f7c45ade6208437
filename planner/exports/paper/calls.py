"""When the client stops, whom they call, and when."""

from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.model.order import each_once
from planner.model.plan import Plan
from planner.words import say

MOST_CONDITIONS = 3
STOP_AT_ONCE = say(
    "Stop at once if you feel newly numb, weak or dizzy. Stop too if you get a new headache, "
    "cannot breathe well or have pain in your chest."
)
CHEST = say("Pain in your chest, or you cannot breathe well.")
NOT_WELL = say("Not well, and it cannot wait.")
LOW = say("Life feels too hard to bear.")


@dataclass(frozen=True)
class NumberToCall:
    """Whom to call, and when; `call` says so in a sentence."""

    when: str
    whom: str
    call: str


def client_calls(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """When to call a doctor, for each condition of the plan."""
    return each_once(knowledge.conditions[one].plain_call for one in plan.conditions)


def client_numbers(plan: Plan, knowledge: Knowledge) -> tuple[NumberToCall, ...]:
    """Whom to call in the client's part of the world."""
    local = knowledge.locales[plan.locale]
    return (
        _number(CHEST, local.emergency),
        _number(NOT_WELL, local.urgent),
        _number(LOW, local.crisis),
    )


def _number(when: str, whom: str) -> NumberToCall:
    return NumberToCall(when, whom, say("Call {whom}.", whom=whom))
