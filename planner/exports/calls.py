"""When the client stops, whom they call, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.knowledge.entries.conduct import ANYBODY, StopSigns
from planner.model.order import each_once
from planner.model.phrase import Phrase
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


@dataclass(frozen=True)
class Signs:
    """The signs of one client, worst first, each once: what is said of `now` is not said again."""

    now: tuple[str, ...]
    today: tuple[str, ...]
    soon: tuple[str, ...]


def signs_of(plan: Plan, knowledge: Knowledge) -> Signs:
    """Of anybody, of each pain source, and of the client's own answers."""
    reasons = (one.id for one in plan.reasons)
    found = list(_known((ANYBODY, *plan.conditions, *reasons), knowledge))
    now = each_once(sign for one in found for sign in one.now)
    today = [sign for one in found for sign in one.today if sign not in now]
    soon = [sign for one in found for sign in one.soon if sign not in (*now, *today)]
    return Signs(now, each_once(today), each_once(soon))


def client_calls(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """When to call a doctor, for each condition of the plan."""
    own = _known(plan.conditions, knowledge)
    return each_once(call for one in own for call in _calls(one))


def client_numbers(plan: Plan, knowledge: Knowledge) -> tuple[NumberToCall, ...]:
    """Whom to call in the client's part of the world."""
    local = knowledge.locales[plan.locale]
    return (
        _number(CHEST, local.emergency),
        _number(NOT_WELL, local.urgent),
        _number(LOW, local.crisis),
    )


def _known(keys: Iterable[str], knowledge: Knowledge) -> Iterator[StopSigns]:
    yield from (knowledge.stop_signs[one] for one in keys if one in knowledge.stop_signs)


def _calls(one: StopSigns) -> Iterator[Phrase]:
    yield from (say("If {sign}, get emergency help now.", sign=sign) for sign in one.now)
    yield from (say("If {sign}, see a doctor the same day.", sign=sign) for sign in one.today)
    yield from (say("If {sign}, see a doctor.", sign=sign) for sign in one.soon)


def _number(when: str, whom: str) -> NumberToCall:
    return NumberToCall(when, whom, say("Call {whom}.", whom=whom))
