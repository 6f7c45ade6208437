"""Plans with a past, for the table of cases."""

from collections.abc import Callable
from datetime import date, timedelta

from planner.model.plan import Plan, Reserve, Superseded
from planner.model.vocabulary import Decision
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.review.conftest import BEGAN, KNOWN, plan_of

BACK = "low-back-nothing-flagged"


def _past(plan: Plan, on: date, decision: Decision, rule: str, sessions: int) -> Plan:
    past = Superseded(began=BEGAN, on=BEGAN, decision=decision, rule=rule, sessions=sessions)
    return undated(plan).model_copy(update={"on": on, "supersedes": past})


def undated(plan: Plan) -> Plan:
    """The plan as the first edition wrote it: phases, and neither visits nor judging days."""
    measures = plan.measures.model_copy(update={"judging": ()})
    return plan.model_copy(update={"visits": (), "measures": measures})


def _nothing_in_reserve() -> Plan:
    plan = plan_of(BACK)
    alone = plan.massage.model_copy(update={"techniques": plan.massage.techniques[:1]})
    return plan.model_copy(update={"massage": alone, "reserve": Reserve()})


def _changed() -> Plan:
    on = BEGAN + timedelta(days=42)
    return _past(plan_of(BACK), on, Decision.CHANGE, "no-gain-by-six", 6)


def _halved() -> Plan:
    on = BEGAN + timedelta(days=21)
    return _past(plan_of(BACK), on, Decision.CHANGE, "long-flares", 3)


def _tapered_too_far() -> Plan:
    """Every 2 weeks now; weekly would be in reach."""
    plan = plan_of(BACK)
    phases = tuple(one.model_copy(update={"visits": None}) for one in plan.massage.phases[1:])
    later = plan.massage.model_copy(update={"phases": phases})
    return undated(plan).model_copy(update={"massage": later})


def _tapered(sessions: int) -> Plan:
    """Stepped down after so many weekly sessions."""
    on = BEGAN + timedelta(weeks=sessions)
    return _past(_tapered_too_far(), on, Decision.STEP_DOWN, "improved", sessions)


def _after_cancer() -> Plan:
    intake = client_with("low-back-pain", answers={"p-cancer-remission": "yes"})
    return first_visit(intake, KNOWN)


def _epilepsy_settled() -> Plan:
    said = {"p-epilepsy": "yes", "p-epilepsy:recent": "no"}
    return first_visit(client_with("low-back-pain", answers=said), KNOWN)


def _without_massage() -> Plan:
    return undated(plan_of(BACK)).model_copy(update={"massage": None})


PAST: dict[str, Callable[[], Plan]] = {
    "nothing-in-reserve": _nothing_in_reserve,
    "changed-at-session-6": _changed,
    "halved": _halved,
    "tapered-too-far": _tapered_too_far,
    "tapered-after-8": lambda: _tapered(8),
    "tapered-at-6": lambda: _tapered(6),
    "after-cancer": _after_cancer,
    "epilepsy-settled": _epilepsy_settled,
    "without-massage": _without_massage,
}


def plan_named(name: str) -> Plan:
    """A plan by the name the table uses: a sample, a pain source, or one with a past."""
    return PAST[name]() if name in PAST else plan_of(name)
