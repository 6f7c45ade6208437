"""What a decision does to a plan; each takes only from the plan and from its reserve."""

from collections.abc import Callable, Collection, Iterable, Iterator

from planner.model.ids import LineId, RegionId, TaskId
from planner.model.phrase import Phrase
from planner.model.plan import (
    MOST_TASKS,
    MOST_TECHNIQUES,
    JudgingDay,
    Likely,
    Massage,
    NoMassage,
    NotChosen,
    Phase,
    Plan,
    Reserve,
    SelfCareTask,
    TechniqueChoice,
)
from planner.model.vocabulary import PhaseName
from planner.planning.advice import without_hands
from planner.review import verdicts
from planner.review.course import gone_on, halved
from planner.review.rescreen import led, without_twins
from planner.review.rules.proposal import Move
from planner.review.rules.wording import taken_out
from planner.review.standing import Standing
from planner.review.verdicts import after_a_taper, short_of
from planner.safety.by_hand import AnyLine
from planner.words import say, say_many


def _with_phases(standing: Standing, plan: Plan, phases: tuple[Phase, ...]) -> Plan:
    """The plan with these phases of massage; without massage when there are none."""
    if plan.massage is None or not phases:
        return end_massage(standing, plan)
    return plan.replaced(massage=plan.massage.replaced(phases=phases))


def go_on(standing: Standing, plan: Plan) -> Plan:
    """What is left of the course."""
    attendance = standing.attendance
    left = gone_on(attendance.left, attendance.phases, standing.as_needed, standing.weights)
    return _with_phases(standing, plan, left)


def taper(standing: Standing, plan: Plan) -> Plan:
    """The next phase now; after the last one now and then, or the end."""
    return _with_phases(standing, plan, after_a_taper(standing))


def raise_dose(standing: Standing, plan: Plan) -> Plan:
    """The least tested dose, then the phases that were to follow."""
    dose, left = short_of(standing), standing.attendance.left
    now = (*left, *standing.attendance.phases[-1:])[0]
    assert dose is not None, "only a dose short of a tested one is raised"
    raised = Phase(
        name=PhaseName.START,
        weeks=dose.weeks,
        sessions_per_week=max(dose.often, now.sessions_per_week),
        minutes=max(dose.minutes, now.minutes),
    )
    return _with_phases(standing, plan, (raised, *left[1:]))


def halve(standing: Standing, plan: Plan) -> Plan:
    """Shorter sessions for what is left."""
    attendance = standing.attendance
    left = gone_on(attendance.left, attendance.phases, standing.as_needed, standing.weights)
    return _with_phases(standing, plan, halved(left, standing.weights))


def other_way(standing: Standing, plan: Plan) -> Plan:
    """One change: exercise where there is none, else another technique, else another exercise."""
    plan = go_on(standing, plan)
    has_exercise = any(_is_exercise(one.id, standing) for one in plan.self_care)
    if not has_exercise and plan.reserve.exercises:
        return _with_exercise(standing, plan)
    if plan.massage and (plan.reserve.techniques or plan.massage.techniques[1:]):
        return _with_technique(standing, plan, plan.massage)
    return _with_exercise(standing, plan) if plan.reserve.exercises else plan


def _is_exercise(task: TaskId, standing: Standing) -> bool:
    knowledge = standing.knowledge
    return knowledge.kinds[knowledge.self_care[task].kind].exercise


def _with_exercise(standing: Standing, plan: Plan) -> Plan:
    """The best exercise in reserve, in the place of a task that is none when five are there."""
    new, *rest = plan.reserve.exercises
    kept = _room_for_one(standing, plan.self_care)
    reserve = plan.reserve.replaced(exercises=tuple(rest))
    left_out = [one for one in plan.not_chosen if one.id != new.id]
    return plan.replaced(self_care=(*kept, new), reserve=reserve, not_chosen=tuple(left_out))


def _room_for_one(standing: Standing, tasks: tuple[SelfCareTask, ...]) -> tuple[SelfCareTask, ...]:
    if len(tasks) < MOST_TASKS:
        return tasks
    able = [one for one in tasks if not _is_exercise(one.id, standing)] or list(tasks)
    return tuple(one for one in tasks if one is not able[-1])


def _with_technique(standing: Standing, plan: Plan, massage: Massage) -> Plan:
    """Another main technique; the old one stays only where the others do not reach."""
    old, *adjuncts = massage.techniques
    new = plan.reserve.techniques[0] if plan.reserve.techniques else adjuncts[0]
    others = [new, *(one for one in adjuncts if one.id != new.id)]
    reached = {region for one in others for region in one.regions}
    beyond = tuple(region for region in old.regions if region not in reached)
    kept = [old.replaced(regions=beyond)] if beyond else []
    techniques = led((new, *kept, *others[1:])[:MOST_TECHNIQUES])
    named: set[AnyLine] = {one.id for one in techniques}
    tried = _tried(standing.attendance.in_all)
    left_out = [one for one in plan.not_chosen if one.id not in named]
    gone = [
        NotChosen(id=LineId(one.id), why=tried) for one in (old, *adjuncts) if one.id not in named
    ]
    spare = tuple(one for one in plan.reserve.techniques if one.id not in named)
    return plan.replaced(
        massage=massage.replaced(techniques=techniques),
        reserve=plan.reserve.replaced(techniques=spare),
        not_chosen=without_twins((*left_out, *gone)),
    )


def _tried(sessions: int) -> Phrase:
    return say_many(
        "Tried for {number} session without a clear gain: something else comes first now.",
        "Tried for {number} sessions without a clear gain: something else comes first now.",
        sessions,
    )


def end_massage(standing: Standing, plan: Plan) -> Plan:
    """What is done at home and beside massage carries on."""
    told = say("Massage ended at the review of {day}.", day=standing.on.isoformat())
    techniques = plan.massage.techniques if plan.massage else ()
    gone = (
        NotChosen(id=LineId(one.id), why=told) for one in (*techniques, *plan.reserve.techniques)
    )
    return plan.replaced(
        massage=None,
        no_massage=_ended(standing, plan),
        unmet=tuple(one for one in plan.unmet if one.of in standing.knowledge.therapies),
        not_chosen=without_twins((*plan.not_chosen, *gone)),
        reserve=Reserve(exercises=plan.reserve.exercises),
        talk=without_hands(plan.talk, standing.knowledge),
    )


def _ended(standing: Standing, plan: Plan) -> NoMassage | None:
    """That it ended today; what kept it away before stays as it was told."""
    if plan.massage is None:
        return plan.no_massage
    return NoMassage(
        says=say("Massage ended at the review of {day}.", day=standing.on.isoformat()),
        plain=say("It ended on {day}, when we looked at your plan.", day=standing.on),
    )


def without_what_is_over(standing: Standing, plan: Plan) -> Plan:
    """The plan without the places of pain sources that massage ends for, while it goes on."""
    over = verdicts.over(standing)
    going_on = [one for one in standing.judging if one not in over]
    if plan.massage is None or not over or not going_on:
        return plan
    kept = {region for one in going_on for region in one.regions}
    gone = {region for one in over for region in one.regions} - kept
    techniques = tuple(_at_the_rest(plan.massage.techniques, gone))
    spare = tuple(_at_the_rest(plan.reserve.techniques, gone))
    if not techniques:
        return end_massage(standing, plan)
    return plan.replaced(
        massage=plan.massage.replaced(
            techniques=led(techniques), likely=_without(over, plan.massage.likely)
        ),
        reserve=plan.reserve.replaced(techniques=spare),
        not_chosen=without_twins((*plan.not_chosen, *_ended_for(over, plan, techniques, standing))),
    )


def _without(over: Iterable[JudgingDay], likely: Iterable[Likely]) -> tuple[Likely, ...]:
    """What massage is likely to do for the pain sources that it goes on for."""
    ended = {one.condition for one in over}
    return tuple(one for one in likely if one.condition not in ended)


def _at_the_rest(
    techniques: Iterable[TechniqueChoice], gone: Collection[RegionId]
) -> Iterator[TechniqueChoice]:
    """The techniques at the places left to them."""
    for one in techniques:
        regions = tuple(region for region in one.regions if region not in gone)
        if regions:
            yield one.replaced(regions=regions)


def _ended_for(
    over: Iterable[JudgingDay],
    plan: Plan,
    kept: Iterable[TechniqueChoice],
    standing: Standing,
) -> Iterator[NotChosen]:
    """The techniques that went with a pain source."""
    still = {one.id for one in kept}
    names = [standing.knowledge.conditions[one.condition].name for one in over]
    for one in plan.massage.techniques if plan.massage else ():
        if one.id not in still:
            yield NotChosen(id=LineId(one.id), why=taken_out(names))


def nothing_at_all(standing: Standing, plan: Plan) -> Plan:
    """Under a stop there is no plan of any kind."""
    return Plan(
        on=plan.on,
        knowledge=plan.knowledge,
        client=plan.client,
        locale=plan.locale,
        conditions=plan.conditions,
        clearance=standing.today.clearance,
    )


MOVES: dict[Move, Callable[[Standing, Plan], Plan]] = {
    Move.GO_ON: go_on,
    Move.TAPER: taper,
    Move.RAISE: raise_dose,
    Move.HALVE: halve,
    Move.OTHER: other_way,
    Move.END_MASSAGE: end_massage,
    Move.PAUSE_MASSAGE: end_massage,
    Move.NOTHING: nothing_at_all,
}
