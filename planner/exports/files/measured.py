"""What a care plan measures: its goals, and the scores they are measured by."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from planner.knowledge import Knowledge
from planner.model.intake import QuestionnaireScore
from planner.model.plan import Measures, Plan
from planner.visit.measured import scale
from planner.words import say
from planner.words.typed import printable

LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
PAIN_SCORE = "72514-3"
PAIN_SCORE_NAME = "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
INTERFERENCE_NAME = say("Pain and interference, mean of three 0-10 scores")
PATIENT = {"reference": "#client"}

Part = dict[str, Any]


def goals_of(plan: Plan) -> Iterator[Part]:
    """The measured target, then the aims in the client's own words."""
    if plan.measures is None:
        return
    goal = {"resourceType": "Goal", "lifecycleStatus": "active", "subject": PATIENT}
    target = {
        "measure": _pain_code(),
        "detailQuantity": {"comparator": "<=", **_score(plan.measures.target.average)},
        "dueDate": plan.measures.review_on.isoformat(),
    }
    less = {"text": say("Less pain on average")}
    yield {**goal, "id": "target", "description": less, "target": [target]}
    for count, aim in enumerate(plan.measures.goals, 1):
        found = {**goal, "id": f"aim-{count}", "description": {"text": printable(aim)}}
        yield {**found, **_target_of(aim, plan.measures)}


def _target_of(aim: str, measures: Measures) -> Part:
    """The rating that a goal aims at, where it was rated."""
    for one in measures.rated:
        if one.goal == aim and one.target is not None:
            target = {
                "measure": {"text": say("How well it is done, 0 unable to 10 as before")},
                "detailQuantity": {"comparator": ">=", **_score(one.target)},
                "dueDate": measures.review_on.isoformat(),
            }
            return {"target": [target]}
    return {}


def _pain_code() -> Part:
    coding = {"system": LOINC, "code": PAIN_SCORE, "display": PAIN_SCORE_NAME}
    return {"coding": [coding], "text": say("Average pain, 0 to 10")}


def _score(value: float) -> Part:
    return {"value": value, "unit": "{score}", "system": UCUM, "code": "{score}"}


def scores_of(plan: Plan) -> Iterator[Part]:
    """The baseline of its own day, and the scores of a later visit."""
    if plan.measures is None:
        return
    first, latest = plan.measures.baseline, plan.measures.latest
    began = first.on or plan.on
    yield _observation(began, "average-pain", _pain_code(), first.average)
    if first.interference is not None:
        yield _observation(began, "interference", {"text": INTERFERENCE_NAME}, first.interference)
    if latest:
        yield _observation(latest.on, "average-pain-latest", _pain_code(), latest.average)


def forms_of(measured: Iterable[QuestionnaireScore], knowledge: Knowledge) -> Iterator[Part]:
    """The scores of forms filled in elsewhere, each with its range and direction in words."""
    for one in measured:
        form = knowledge.questionnaires[one.instrument]
        text = say("{form}: {title} ({scale})", form=form.name, title=form.title, scale=scale(form))
        observed = _observation(one.on, f"{form.id}-{one.on}", {"text": text}, one.score)
        ends = {"low": _score(form.low), "high": _score(form.high)}
        yield {**observed, "referenceRange": [{**ends, "text": scale(form)}]}


def _observation(on: date, key: str, code: Part, value: float) -> Part:
    return {
        "resourceType": "Observation",
        "id": key,
        "status": "final",
        "code": code,
        "subject": PATIENT,
        "effectiveDateTime": on.isoformat(),
        "valueQuantity": _score(value),
    }
