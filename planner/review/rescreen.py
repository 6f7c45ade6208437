"""The last plan, without what today's answers and wishes take away; nothing is ever added."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from planner.knowledge import Knowledge
from planner.knowledge.known_again import renewed, says_more
from planner.knowledge.named import NOTHING_BY_PLAN
from planner.knowledge.own import knowing_own
from planner.model.edits import is_own
from planner.model.order import each_once
from planner.model.plan import (
    Complementary,
    Limits,
    Massage,
    NoMassage,
    NotChosen,
    Phase,
    Plan,
    Reserve,
    SelfCareTask,
    TechniqueChoice,
)
from planner.model.vocabulary import Role
from planner.planning.advice import adding_nothing
from planner.planning.growth import held, still_grows
from planner.review.course import within
from planner.review.today import Today
from planner.safety.allow import Allowance
from planner.safety.limits import ClientLimits
from planner.words import joined

L = TypeVar("L")


class Kept(NamedTuple, Generic[L]):
    """What is left of a part of the plan, and what went with its reason."""

    lines: tuple[L, ...]
    gone: tuple[NotChosen, ...]


def narrowed(last: Plan, today: Today, knowledge: Knowledge) -> Plan:
    """What may still be done of the last plan, its reserve included."""
    knowledge = knowing_own(knowledge, last)
    last, sieve = with_hands_left(last, today, knowledge), _Sieve(today.allow, knowledge)
    therapies, lost = sieve.therapies(last.complementary)
    tasks, left_out = sieve.tasks(last.self_care)
    return last.replaced(
        complementary=therapies,
        self_care=tasks,
        talk=adding_nothing(last.talk) if today.allow.no_ladder else last.talk,
        not_chosen=without_twins((*last.not_chosen, *lost, *left_out)),
        reserve=Reserve(
            techniques=sieve.techniques(last.reserve.techniques)[0],
            exercises=sieve.tasks(last.reserve.exercises)[0],
        ),
    )


def with_hands_left(last: Plan, today: Today, knowledge: Knowledge) -> Plan:
    """The last plan with what may still be done of its massage, and with the limits of today."""
    sieve = _Sieve(today.allow, knowledge)
    techniques, gone = sieve.techniques(last.massage.techniques if last.massage else ())
    return last.replaced(
        massage=_massage(last.massage, techniques, today.allow),
        no_massage=_why_none(last, techniques, gone),
        limits=_limits(last, today),
        not_chosen=without_twins((*last.not_chosen, *gone)),
    )


def _massage(
    massage: Massage | None, techniques: tuple[TechniqueChoice, ...], allow: Allowance
) -> Massage | None:
    if massage is None or not techniques:
        return None
    avoid = each_once((*massage.avoid_regions, *allow.closed_regions))
    phases = within_limits(massage.phases, allow.limits)
    return massage.replaced(techniques=led(techniques), avoid_regions=avoid, phases=phases)


def within_limits(phases: tuple[Phase, ...], limits: ClientLimits) -> tuple[Phase, ...]:
    """Phases no longer and no more often than today's limits leave."""
    return within(phases, limits.minutes, limits.sessions_per_week)


def _limits(last: Plan, today: Today) -> Limits:
    """What binds the next plan; without the intake, what kept home tasks away still does."""
    found = today.allow.limits.applied(today.allow.regions)
    if today.is_whole:
        return found
    return found.replaced(exercise_not=each_once((*last.limits.exercise_not, *found.exercise_not)))


def _why_none(
    last: Plan, techniques: tuple[TechniqueChoice, ...], gone: tuple[NotChosen, ...]
) -> NoMassage | None:
    """Why there is no massage now: as the last plan told, or what took it away today."""
    if last.massage is None or techniques:
        return None if techniques else last.no_massage
    return NoMassage(
        says=joined(*each_once(one.why for one in gone)),
        plain=joined(*each_once(one.plain for one in gone)),
    )


def led(techniques: tuple[TechniqueChoice, ...]) -> tuple[TechniqueChoice, ...]:
    """The techniques with the first one as the main one."""
    return tuple(
        one.replaced(role=Role.ADJUNCT if place else Role.MAIN)
        for place, one in enumerate(techniques)
    )


def without_twins(left_out: Iterable[NotChosen]) -> tuple[NotChosen, ...]:
    """Each line that was left out once, with the last reason given."""
    return tuple({one.id: one for one in left_out}.values())


def _parted(found: Iterable[L | NotChosen]) -> Kept[L]:
    """What is kept, and what is not."""
    every = list(found)
    gone = tuple(one for one in every if isinstance(one, NotChosen))
    return Kept(tuple(one for one in every if not isinstance(one, NotChosen)), gone)


class _Sieve(NamedTuple):
    """Lets through what today's answers and wishes leave of each part."""

    allow: Allowance
    knowledge: Knowledge

    def techniques(self, lines: tuple[TechniqueChoice, ...]) -> Kept[TechniqueChoice]:
        """The techniques at the regions left to them, no firmer than before and than allowed."""
        return _parted([self._technique(one) for one in lines])

    def _technique(self, one: TechniqueChoice) -> TechniqueChoice | NotChosen:
        left = self.allow.technique(one.id, one.regions, [one.pressure])
        adjustments = renewed(one.adjustments, left.cautions)
        kept = {"regions": left.regions, "pressure": left.pressure, "adjustments": adjustments}
        return left.refusal or one.replaced(**kept)

    def therapies(self, lines: tuple[Complementary, ...]) -> Kept[Complementary]:
        """The therapies left, with the cautions of today."""
        return _parted([self._therapy(one) for one in lines])

    def _therapy(self, one: Complementary) -> Complementary | NotChosen:
        left = self.allow.therapy(self.knowledge.therapies[one.id])
        cautions = renewed(one.cautions, left.cautions)
        return left.refusal or one.replaced(cautions=cautions)

    def tasks(self, lines: tuple[SelfCareTask, ...]) -> Kept[SelfCareTask]:
        """The home tasks left, with the cautions of today."""
        return _parted([self._task(one) for one in lines])

    def _task(self, one: SelfCareTask) -> SelfCareTask | NotChosen:
        known = self.knowledge.self_care[one.id]
        left = self.allow.task(known)
        cautions = renewed(one.cautions, left.cautions)
        gently = says_more(cautions, one.cautions) and still_grows(one, known)
        kept = held(one).replaced(grows_to=one.minutes) if left.dose or gently else one
        if left.steady or gently:
            kept = self._steady(kept)
        return left.refusal or kept.replaced(cautions=cautions)

    def _steady(self, one: SelfCareTask) -> SelfCareTask:
        """A task to which nothing is added by plan, and of which no harder form is told."""
        rule = "" if is_own(one.id) else self.knowledge.home_rules[NOTHING_BY_PLAN].says
        return one.replaced(progress_rule=rule, harder="")
