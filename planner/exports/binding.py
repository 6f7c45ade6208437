"""What binds a plan, and by which answers: for the therapist, the client and files."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.names import reason_name
from planner.model.ids import ReasonId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Limits, Plan
from planner.model.vocabulary import PressureLimit
from planner.words import say, say_many
from planner.words.limits import PRESSURE_LEFT, limits_in_words
from planner.words.plan import how_often, places

LIGHT_TOUCH = say("a light touch")


def what_binds(plan: Plan, knowledge: Knowledge) -> tuple[Phrase, ...]:
    """What binds the whole plan, then each pressure with its places; each with its answers."""
    limits = plan.limits
    whole = limits_in_words(limits)
    return (*(_whole(whole, limits, knowledge) if whole else ()), *_local(limits, knowledge))


def _whole(told: tuple[Phrase, ...], limits: Limits, knowledge: Knowledge) -> Iterator[Phrase]:
    if limits.by:
        yield say(
            "{limits:semicolons} ({by:semicolons}).", limits=told, by=_by(limits.by, knowledge)
        )
    else:
        yield say("{limits:semicolons}.", limits=told)


def _local(limits: Limits, knowledge: Knowledge) -> Iterator[Phrase]:
    for pressure in PressureLimit:
        here = [one for one in limits.regions if one.pressure is pressure]
        if here:
            yield say(
                "{left}: {places:semicolons} ({by:semicolons}).",
                left=PRESSURE_LEFT[pressure],
                places=places(knowledge.regions[one.region] for one in here),
                by=_by((reason for one in here for reason in one.by), knowledge),
            )


def _by(reasons: Iterable[ReasonId], knowledge: Knowledge) -> tuple[str, ...]:
    return each_once(reason_name(one, knowledge) for one in reasons)


def plainly_bound(plan: Plan) -> tuple[Phrase, ...]:
    """One line for the client where minutes, sessions or pressure are cut; else none."""
    limits = plan.limits
    kept = (
        *(_longest(limits.minutes) if limits.minutes else ()),
        *(_most_often(limits.sessions_per_week) if limits.sessions_per_week else ()),
        *((LIGHT_TOUCH,) if limits.pressure is PressureLimit.LIGHT else ()),
    )
    return (say("We keep to this: {limits:semicolons}.", limits=kept),) if kept else ()


def _longest(minutes: int) -> Iterator[Phrase]:
    yield say_many("no more than {number} minute", "no more than {number} minutes", minutes)


def _most_often(often: float) -> Iterator[Phrase]:
    yield say("no more than {often}", often=how_often(often))
