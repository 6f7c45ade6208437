"""The plan as a FHIR R4B CarePlan that carries its patient, goals and scores inside it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from fhir.resources.R4B.careplan import CarePlan

from planner.exports.agreed import in_full
from planner.exports.binding import what_binds
from planner.exports.handout import hand_out_or_refuse, small_print
from planner.exports.references import References
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.phrase import Phrase
from planner.model.plan import (
    Complementary,
    Massage,
    Measures,
    Plan,
    Reason,
    SelfCareTask,
    TechniqueChoice,
    Why,
)
from planner.planning.occasions import ends, spans, visits_of
from planner.planning.schedule import DIARY
from planner.words import SOURCE, Language, in_language, joined, say
from planner.words.plan import places
from planner.words.terms import OCCUPATION, PHASE, PRESSURE
from planner.words.typed import printable

LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
PAIN_SCORE = "72514-3"
PAIN_SCORE_NAME = "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
INTERFERENCE_NAME = say("Pain and interference, mean of three 0-10 scores")
LARGEST_PERIOD = 8
PATIENT = {"reference": "#client"}

Part = dict[str, Any]


def plan_fhir(plan: Plan, knowledge: Knowledge, language: Language = SOURCE) -> str:
    """The plan as FHIR JSON; raises NotForHandout when it may not leave the screen."""
    hand_out_or_refuse(plan, "fhir")
    said = in_language(_care_plan(plan, knowledge), language)
    if not language.is_source:
        said["language"] = language.code
    written: str = CarePlan.model_validate(said).model_dump_json(indent=2)
    return written


def _care_plan(plan: Plan, knowledge: Knowledge) -> Part:
    goals = [*_goals(plan)]
    scores = [*_scores(plan)]
    return {
        "resourceType": "CarePlan",
        "status": "active",
        "intent": "plan",
        "title": say("Pain plan"),
        "description": joined(
            *(knowledge.conditions[one].name for one in plan.conditions), by="; "
        ),
        "subject": PATIENT,
        "created": plan.on.isoformat(),
        "period": _period(plan.on, ends(plan)),
        "contained": [_patient(plan), *goals, *scores],
        "goal": [_to(one) for one in goals],
        "supportingInfo": [_to(one) for one in scores],
        "activity": [{"detail": one} for one in _activities(plan, knowledge)],
        "note": [{"text": text} for text in _notes(plan, knowledge)],
    }


def _to(contained: Part) -> Part:
    return {"reference": f"#{contained['id']}"}


def _period(begins: date, ends: date | None) -> Part:
    period = {"start": begins.isoformat()}
    return {**period, "end": ends.isoformat()} if ends else period


def _patient(plan: Plan) -> Part:
    """Only the therapist's label: the plan holds no fuller identity."""
    name = [{"text": printable(plan.client)}]
    return {"resourceType": "Patient", "id": "client", "name": name}


def _goals(plan: Plan) -> Iterator[Part]:
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
        yield {**goal, "id": f"aim-{count}", "description": {"text": printable(aim)}}


def _pain_code() -> Part:
    coding = {"system": LOINC, "code": PAIN_SCORE, "display": PAIN_SCORE_NAME}
    return {"coding": [coding], "text": say("Average pain, 0 to 10")}


def _score(value: float) -> Part:
    return {"value": value, "unit": "{score}", "system": UCUM, "code": "{score}"}


def _scores(plan: Plan) -> Iterator[Part]:
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


def _activities(plan: Plan, knowledge: Knowledge) -> Iterator[Part]:
    """Each massage phase, each therapy, each home task, the diary and the review."""
    marks = References(plan.sources)
    if plan.massage:
        yield from _massage(plan, plan.massage, knowledge, marks)
    for therapy in plan.complementary:
        yield _therapy(therapy, knowledge, marks)
    for task in plan.self_care:
        yield _task(task, knowledge, marks)
    if plan.measures:
        yield from _judging(plan, plan.measures)


def _detail(name: str, description: str, **more: object) -> Part:
    return {
        "code": {"text": name},
        "description": description,
        "status": "not-started",
        "doNotPerform": False,
        **more,
    }


def _massage(
    plan: Plan, massage: Massage, knowledge: Knowledge, marks: References
) -> Iterator[Part]:
    techniques = joined(*(_technique(one, knowledge) for one in massage.techniques), by=". ")
    whys = [why for one in massage.techniques for why in one.why]
    for span in spans(plan):
        days = [one.on.isoformat() for one in span.visits]
        yield _detail(
            say("Massage: {phase:lower}", phase=PHASE[span.phase.name]),
            techniques,
            reasonCode=_reasons(whys, marks),
            scheduledTiming={
                "event": days,
                "repeat": {
                    "boundsPeriod": _period(span.begins, span.ends),
                    "count": len(days),
                    "duration": span.minutes,
                    "durationUnit": "min",
                    **_frequency(span.phase.sessions_per_week),
                },
            },
        )


def _frequency(sessions_per_week: float) -> Part:
    often = Fraction(sessions_per_week).limit_denominator(LARGEST_PERIOD)
    return _times(often.numerator, often.denominator)


def _technique(one: TechniqueChoice, knowledge: Knowledge) -> Phrase:
    told = say(
        "{name}, {pressure} pressure: {places:semicolons}",
        name=name_of(one.id, knowledge),
        pressure=PRESSURE[one.pressure],
        places=places(knowledge.regions[region] for region in one.regions),
    )
    if not one.adjustments:
        return told
    return say("{technique}. Changes: {changes:spaces}", technique=told, changes=one.adjustments)


def _times(count: int, weeks: int) -> Part:
    return {"frequency": count, "period": weeks, "periodUnit": "wk"}


def _therapy(one: Complementary, knowledge: Knowledge, marks: References) -> Part:
    text = joined(say("{often}.", often=one.how_often), *one.cautions)
    reasons = _reasons(one.why, marks)
    name = name_of(one.id, knowledge)
    return _detail(name, text, reasonCode=reasons, scheduledString=one.how_often)


def _task(one: SelfCareTask, knowledge: Knowledge, marks: References) -> Part:
    how = say("{dose}. When to stop: {stop}", dose=one.dose, stop=one.stop_if)
    text = joined(how, *one.cautions)
    repeat = {"duration": one.minutes, "durationUnit": "min", **_times(one.days_per_week, 1)}
    timing = {"repeat": repeat}
    name = name_of(one.id, knowledge)
    return _detail(name, text, reasonCode=_reasons(one.why, marks), scheduledTiming=timing)


def _reasons(whys: tuple[Why, ...] | list[Why], marks: References) -> list[Part]:
    return [{"text": _reason(why, marks)} for why in whys]


def _reason(why: Why, marks: References) -> Phrase:
    citations = marks.citations(why.sources)
    return say("{says} Sources: {citations:semicolons}", says=why.says, citations=citations)


def _judging(plan: Plan, measures: Measures) -> Iterator[Part]:
    yield _detail(OCCUPATION[DIARY], measures.diary, scheduledTiming={"repeat": _times(7, 1)})
    due = next(one.on.isoformat() for one in visits_of(plan) if one.review)
    yield _detail(say("Review"), measures.stop_rule, scheduledPeriod={"start": due, "end": due})


def _asked_for(reason: Reason, knowledge: Knowledge) -> str:
    """What an answer asks for; of one the client was not sure of, that too."""
    row = knowledge.rows.get(reason.id)
    if row is None or not reason.unsure:
        return reason.says
    return say("Not sure about this: {answer}. {says}", answer=row.label, says=reason.says)


def _notes(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """What the answers ask for, what to talk through, and that nobody has signed the facts off."""
    yield from in_full(plan, knowledge)
    yield from what_binds(plan, knowledge)
    yield from (_asked_for(reason, knowledge) for reason in plan.reasons)
    yield from plan.talk
    yield from small_print(knowledge)
