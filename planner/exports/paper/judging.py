"""When massage is looked at, changes and ends, in the client's words."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import JudgingDay, Plan
from planner.model.vocabulary import Gauge
from planner.planning.course.judging import judging_of
from planner.words import say


def when_judged(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """When massage changes or stops: each pain source's own words, then its judging day."""
    if plan.massage is None:
        return ()
    own = (knowledge.conditions[one].plain_stop for one in plan.conditions)
    days = [line for day in judging_of(plan, knowledge) for line in _looked_at(day, knowledge)]
    return each_once(one for one in (*own, *days) if one)


def _looked_at(day: JudgingDay, knowledge: Knowledge) -> Iterator[Phrase]:
    """The judging day, and the day massage for it ends where others go on."""
    yield _judged(day, knowledge)
    if day.ends_on:
        pain = knowledge.conditions[day.condition].plain
        yield say("The massage for {pain} ends on {day}.", pain=pain, day=day.ends_on)


def _judged(day: JudgingDay, knowledge: Knowledge) -> Phrase:
    """The judging day of a pain source in the client's words."""
    if day.measure is Gauge.PAIN_OR_SLEEP:
        return _judged_by_sleep_too(day, knowledge)
    named = {"pain": knowledge.conditions[day.condition].plain, "day": day.on}
    if day.again_on:
        return say(
            "On {day} we look: do you have less pain ({pain})? If not, we change one thing. "
            "If there is still no gain on {again}, we stop the massage for it.",
            again=day.again_on,
            **named,
        )
    return say(
        "On {day} we look: do you have less pain ({pain})? If not, we stop the massage for it.",
        **named,
    )


def _judged_by_sleep_too(day: JudgingDay, knowledge: Knowledge) -> Phrase:
    named = {"pain": knowledge.conditions[day.condition].plain, "day": day.on}
    if day.again_on:
        return say(
            "On {day} we look: do you have less pain ({pain}) or sleep better? If not, we change "
            "one thing. If there is still no gain on {again}, we stop the massage for it.",
            again=day.again_on,
            **named,
        )
    return say(
        "On {day} we look: do you have less pain ({pain}) or sleep better? If not, we stop the "
        "massage for it.",
        **named,
    )
