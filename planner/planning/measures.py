"""How the plan will be judged: baseline, target, review day, stop rule, diary."""

from collections.abc import Iterable

from planner.knowledge.entries import Condition
from planner.model.change import aim
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Baseline, Latest, Massage, Measures, Target
from planner.planning.case import Case
from planner.planning.schedule import review_on
from planner.words import joined, say

BLOCK = say("End the block at 8 to 10 sessions, or earlier when the aims are met.")
DIARY = say(
    "Each evening, in 2 minutes: pain, sleep and how much it got in the way, each 0 to 10; "
    "a tick for a session; a note if there is one."
)


def measures(case: Case, massage: Massage | None) -> Measures:
    """What is measured, what change is worth noticing, and when to look."""
    severity = case.intake.severity
    return Measures(
        baseline=Baseline(
            average=severity.average,
            interference=interference(case),
            now=severity.now,
            on=case.intake.on,
        ),
        target=Target(average=aim(severity.average)),
        review_on=review_on(case.intake.on, massage, case.weights.dose),
        stop_rule=joined(
            stop_rules(pain.condition for pain in case.pains), BLOCK if massage else ""
        ),
        diary=DIARY,
        goals=case.intake.preferences.goals,
    )


def since(first: Measures, today: Measures) -> Measures:
    """Measures made anew at a later visit: the first baseline stays, today's scores stand beside.

    The target is that of the first baseline.
    """
    now = today.baseline
    if now.on is None:
        return today
    latest = Latest(on=now.on, average=now.average, now=now.now)
    return today.replaced(baseline=first.baseline, target=first.target, latest=latest)


def stop_rules(conditions: Iterable[Condition]) -> Phrase:
    """When massage ends for these pain sources, each once."""
    return joined(*each_once(one.stop_rule for one in conditions))


def interference(case: Case) -> float | None:
    """Pain and interference: the mean of average pain, enjoyment and activity, 0 to 10.

    None when one of the three is missing: a missing item gives no score.
    """
    severity = case.intake.severity
    if severity.enjoyment is None or severity.activity is None:
        return None
    return round((severity.average + severity.enjoyment + severity.activity) / 3, 1)
