"""When the client stops, whom they call, and when."""

from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.model.order import each_once
from planner.model.plan import Plan
from planner.words import say

MOST_CONDITIONS = 3
STOP_AT_ONCE = say(
    "Stop at once, at home and here, if you get newly numb, weak or dizzy, or have a new headache. "
    "Then tell us or a doctor."
)
CHEST = say("If your chest hurts or you cannot breathe well, stop:")
NOT_WELL = say("If you are not well and it cannot wait:")
LOW = say("If life feels too hard to bear:")


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
