"""Tasks of the therapist's own, known beside those of the base for as long as one plan is asked.

Nothing is known of them but what the therapist said: no source, no pain source, no place. They are
taken for exercise, so where the answers forbid all of it they are kept away too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from planner.knowledge.base import Knowledge
from planner.knowledge.entries.interventions import (
    EVERYWHERE,
    NOTHING_TO_GUARD,
    HomeRule,
    Kind,
    Part,
    Task,
)
from planner.knowledge.named import LOW_PAIN, NOTHING_BY_PLAN
from planner.model.edits import OwnTask, is_own
from planner.model.exercise import DoseFrom, MoveRead, StartPosition
from planner.model.ids import HomeRuleId, KindId, LineId, TaskId
from planner.model.plan import Plan, SelfCareTask
from planner.words import formed, say

OWN_KIND = KindId("own")
NO_PICTURE = "own"
KIND = Kind(
    id=OWN_KIND,
    name=say("The therapist's own task"),
    part=Part.HABIT,
    moves=True,
    unguarded="nobody but the therapist knows what it asks of a body",
)
STOP = HomeRule(
    id=HomeRuleId("stop-own"),
    of="stop",
    says=say("If it makes you feel worse, stop and tell us."),
)


def knowing(knowledge: Knowledge, own: Mapping[LineId, OwnTask]) -> Knowledge:
    """The base with these tasks of one's own; the same base where there are none."""
    return _with(knowledge, [_told(TaskId(line), one) for line, one in own.items()])


def knowing_own(knowledge: Knowledge, *plans: Plan | None) -> Knowledge:
    """The base with the tasks of one's own that plans hold; the same base where they hold none."""
    return _with(knowledge, [one for plan in plans if plan for one in _own_of(plan)])


def _own_of(plan: Plan) -> Iterator[Task]:
    """Those given, and those left out, of which the name is all there is to know."""
    for left_out in plan.not_chosen:
        if is_own(left_out.id):
            known = OwnTask(name=left_out.name or left_out.id, minutes=1)
            yield _told(TaskId(left_out.id), known)
    for one in (*plan.self_care, *plan.reserve.exercises):
        if is_own(one.id):
            yield _planned(one)


def _with(knowledge: Knowledge, tasks: Iterable[Task]) -> Knowledge:
    own = {LineId(one.id): one for one in tasks}
    if not own:
        return knowledge
    return replace(
        knowledge,
        self_care={**knowledge.self_care, **own},
        kinds={**knowledge.kinds, OWN_KIND: KIND},
        home_rules={**knowledge.home_rules, STOP.id: STOP},
    )


def _told(line: TaskId, one: OwnTask) -> Task:
    return _task(line, one, one.name, one.words)


def _planned(one: SelfCareTask) -> Task:
    return _task(one.id, one, one.name, one.steps)


def _task(line: TaskId, one: OwnTask | SelfCareTask, name: str, steps: str) -> Task:
    """A task of which only this is known; what was said of it was checked where it was said."""
    return Task.model_construct(
        id=line,
        name=name,
        kind=OWN_KIND,
        family=line,
        column=NOTHING_TO_GUARD,
        zones=(EVERYWHERE,),
        ranks={},
        positions=(StartPosition.ANY,),
        brief=formed(steps or name, "first-sentence"),
        steps=steps or name,
        count="",
        sets=one.sets,
        reps=one.reps,
        hold_seconds=one.hold_seconds,
        times_per_day=1,
        days_per_week=one.days_per_week,
        minutes=one.minutes,
        progress=NOTHING_BY_PLAN,
        pain=LOW_PAIN,
        stop=STOP.id,
        tags=(),
        picture=one.picture or NO_PICTURE,
        dose_from=DoseFrom.USUAL_PRACTICE,
        verification=MoveRead.UNVERIFIED,
    )
