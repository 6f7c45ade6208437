"""How the plan will be judged: baseline, target, review day, stop rule, diary."""

from collections.abc import Iterable, Iterator
from datetime import date

from planner.knowledge import Knowledge
from planner.model.change import GOAL_POINTS, NOTICEABLE_PERCENT, aim, goal_aim
from planner.model.intake import Goal, Scores
from planner.model.order import each_once, grouped
from planner.model.phrase import Phrase
from planner.model.plan import Baseline, JudgingDay, Latest, Measures, RatedGoal, Target
from planner.model.vocabulary import Gauge
from planner.planning.case import Case
from planner.planning.course.judging import Judged
from planner.words import joined, say

DIARY = say(
    "Each evening, in 2 minutes: pain, sleep and how much it got in the way, each 0 to 10; "
    "a tick for a session; a note if there is one."
)


def measures(case: Case, dated: Judged) -> Measures:
    """What is measured, what change is worth noticing, and when to look."""
    severity, goals = case.intake.severity, _in_order(case)
    found = Measures(
        baseline=Baseline(
            average=severity.average,
            interference=mean_of_three(severity),
            now=severity.now,
            sleep=severity.sleep,
            on=case.intake.on,
        ),
        target=Target(average=aim(severity.average)),
        review_on=dated.review_on,
        stop_rule="",
        diary=DIARY,
        goals=tuple(one.goal for one in goals),
        rated=tuple(_rated(one) for one in goals if one.activity or one.rating is not None),
        judging=dated.judging,
    )
    return found.replaced(stop_rule=stop_rule(dated.judging, found, case.knowledge))


def _in_order(case: Case) -> tuple[Goal, ...]:
    """The goals as they were said, those first whose activity brings the pain on."""
    said = case.intake.preferences.goals
    return tuple(sorted(said, key=lambda one: one.activity not in case.provoked_by))


def _rated(goal: Goal) -> RatedGoal:
    target = None if goal.rating is None else goal_aim(goal.rating)
    return RatedGoal(goal=goal.goal, activity=goal.activity, rating=goal.rating, target=target)


def stop_rule(judging: Iterable[JudgingDay], measures: Measures, knowledge: Knowledge) -> Phrase:
    """When massage changes, stops or ends: from the judging days, and what each stops on."""
    days = tuple(judging)
    own = each_once(knowledge.conditions[one.condition].stop_rule for one in days)
    judged = (_judged(one, measures, knowledge) for one in days)
    return joined(*judged, *(end for one in days for end in _ends(one, knowledge)), *own)


def stop_rule_in_short(
    judging: Iterable[JudgingDay], measures: Measures, knowledge: Knowledge
) -> Phrase:
    """The same for a therapist: what counts as a gain once, then each pain source with its day."""
    days = tuple(judging)
    own = each_once(knowledge.conditions[one.condition].stop_rule for one in days)
    by_gain = grouped((_gain(one, measures), one) for one in days)
    told = (
        joined(gain, *(_in_short(one, knowledge) for one in alike))
        for gain, alike in by_gain.items()
    )
    return joined(*told, *(end for one in days for end in _ends(one, knowledge)), *own)


def _in_short(day: JudgingDay, knowledge: Knowledge) -> Phrase:
    """The judging day of one pain source, and what follows without a gain."""
    named = {
        "condition": knowledge.conditions[day.condition].name,
        "number": day.visit,
        "day": day.on,
    }
    if day.again_on and day.again_visit:
        return say(
            "{condition}: {day:short} (visit {number}); without a gain one thing is changed, and "
            "by {again:short} (visit {more}) massage stops.",
            again=day.again_on,
            more=day.again_visit,
            **named,
        )
    return say("{condition}: {day:short} (visit {number}); without a gain massage stops.", **named)


def _ends(day: JudgingDay, knowledge: Knowledge) -> Iterator[Phrase]:
    """When massage ends whatever it brought, and for how long it rests then."""
    name, known = knowledge.conditions[day.condition].name, knowledge.judging[day.condition]
    if day.ends_on:
        yield say(
            "{condition}: massage for it ends on {day}, with a gain or without.",
            condition=name,
            day=day.ends_on,
        )
    if known.rest_weeks and known.most_sessions:
        yield say(
            "{condition}: at most {most} visits, then {weeks} weeks without (usual practice).",
            condition=name,
            most=known.most_sessions,
            weeks=known.rest_weeks,
        )


def _judged(day: JudgingDay, measures: Measures, knowledge: Knowledge) -> Phrase:
    """The judging day of one pain source."""
    named = {
        "condition": knowledge.conditions[day.condition].name,
        "number": day.visit,
        "day": day.on,
        "gain": _gain(day, measures),
    }
    if day.again_on and day.again_visit:
        return say(
            "{condition}: judged on {day}, by visit {number}. {gain} Without that one thing is "
            "changed, and without a gain by {again} (visit {more}) massage stops.",
            again=day.again_on,
            more=day.again_visit,
            **named,
        )
    return say(
        "{condition}: judged on {day}, by visit {number}. {gain} Without that massage stops.",
        **named,
    )


def _gain(day: JudgingDay, measures: Measures) -> Phrase:
    """What counts as a gain; the same rule as the diary's and the review's."""
    percent, sleep = NOTICEABLE_PERCENT, measures.baseline.sleep
    if day.measure is Gauge.PAIN_OR_SLEEP and sleep:
        return say(
            "A gain is an average pain of {target:g} or lower, a sleep problem of {sleep:g} or "
            "lower, or a goal moved by {goal:g} points.",
            target=measures.target.average,
            sleep=aim(sleep),
            goal=GOAL_POINTS,
        )
    if day.measure in (Gauge.HEADACHE_DAYS, Gauge.ATTACK_DAYS):
        return say(
            "A gain is {percent} % fewer days of headache, or a goal moved by {goal:g} points.",
            percent=percent,
            goal=GOAL_POINTS,
        )
    return say(
        "A gain is an average pain of {target:g} or lower, or a goal moved by {goal:g} points.",
        target=measures.target.average,
        goal=GOAL_POINTS,
    )


def since(first: Measures, today: Measures, on: date) -> Measures:
    """Measures made anew at a later visit: the first baseline stays, today's scores stand beside.

    The target is that of the first baseline.
    """
    latest = Latest(on=on, average=today.baseline.average, now=today.baseline.now)
    return today.replaced(baseline=first.baseline, target=first.target, latest=latest)


def mean_of_three(said: Scores) -> float | None:
    """Pain and interference: the mean of average pain, enjoyment and activity, 0 to 10.

    None when one of the three is missing: a missing item gives no score.
    """
    if said.average is None or said.enjoyment is None or said.activity is None:
        return None
    return round((said.average + said.enjoyment + said.activity) / 3, 1)
