"""The plan as a FHIR R4B CarePlan that carries its patient, goals and scores inside it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from fhir.resources.R4B.careplan import CarePlan

from planner.exports.agreed import in_full
from planner.exports.binding import what_binds
from planner.exports.files.author import with_author
from planner.exports.files.measured import PATIENT, Part, forms_of, goals_of, scores_of
from planner.exports.handout import hand_out_or_refuse, small_print
from planner.exports.references import References
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.knowledge.own import knowing_own
from planner.model.intake import QuestionnaireScore
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
from planner.model.practice import NOT_SET, Practice
from planner.planning.course.occasions import ends, spans, visits_of
from planner.planning.course.schedule import DIARY
from planner.words import SOURCE, Language, in_language, joined, say
from planner.words.plan import places
from planner.words.terms import OCCUPATION, PHASE, PRESSURE
from planner.words.typed import printable

LARGEST_PERIOD = 8
Measured = tuple[QuestionnaireScore, ...]


def plan_fhir(
    plan: Plan,
    knowledge: Knowledge,
    language: Language = SOURCE,
    measured: Measured = (),
    practice: Practice = NOT_SET,
) -> str:
    """The plan as FHIR JSON; raises NotForHandout when it may not leave the screen.

    `measured`: the scores of forms that the visit holds.
    """
    hand_out_or_refuse(plan, "fhir")
    said = with_author(
        in_language(_care_plan(plan, measured, knowing_own(knowledge, plan)), language), practice
    )
    if not language.is_source:
        said["language"] = language.code
    written: str = CarePlan.model_validate(said).model_dump_json(indent=2)
    return written


def _care_plan(plan: Plan, measured: Measured, knowledge: Knowledge) -> Part:
    goals = [*goals_of(plan)]
    scores = [*scores_of(plan), *forms_of(measured, knowledge)]
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


def _activities(plan: Plan, knowledge: Knowledge) -> Iterator[Part]:
    """Each massage phase, each therapy, each home task, the diary and the review."""
    marks = References(plan.sources)
    if plan.massage:
        yield from _massage(plan, plan.massage, knowledge, marks)
    for therapy in plan.complementary:
        yield _therapy(plan, therapy, knowledge, marks)
    for task in plan.self_care:
        yield _task(plan, task, knowledge, marks)
    if plan.measures:
        yield from _judging(plan, plan.measures)


def _detail(name: str, description: str, **more: object) -> Part:
    return {
        "code": {"text": name},
        **({"description": description} if description else {}),
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
    changes = (*one.adjustments, *one.by_hand)
    if not changes:
        return told
    return say("{technique}. Changes: {changes:spaces}", technique=told, changes=changes)


def _times(count: int, weeks: int) -> Part:
    return {"frequency": count, "period": weeks, "periodUnit": "wk"}


def _course(plan: Plan, one: Complementary | SelfCareTask) -> Part:
    """From the plan's day to the end of a course that has a set one, while it lasts."""
    lasts = one.until is not None and one.until >= plan.on
    return {"boundsPeriod": _period(plan.on, one.until)} if lasts else {}


def _therapy(plan: Plan, one: Complementary, knowledge: Knowledge, marks: References) -> Part:
    text = joined(say("{often}.", often=one.how_often), *one.cautions, *one.by_hand)
    reasons = _reasons(one.why, marks)
    name = name_of(one.id, knowledge)
    if not (course := _course(plan, one)):
        return _detail(name, text, reasonCode=reasons, scheduledString=one.how_often)
    timing = {"code": {"text": one.how_often}, "repeat": course}
    return _detail(name, text, reasonCode=reasons, scheduledTiming=timing)


def _task(plan: Plan, one: SelfCareTask, knowledge: Knowledge, marks: References) -> Part:
    how = say("{dose}. When to stop: {stop}", dose=one.dose, stop=one.stop_if)
    rule = say("How much pain is fine: {rule}", rule=one.pain_rule) if one.pain_rule else ""
    text = joined(how, rule, one.steps, one.step, *one.cautions, *one.by_hand)
    lasts = {"duration": one.minutes, "durationUnit": "min"} if one.minutes else {}
    repeat = {**_course(plan, one), **lasts, **_times(one.days_per_week, 1)}
    timing = {"repeat": repeat}
    name, why = name_of(one.id, knowledge), _reasons(one.why, marks) or [{"text": one.own}]
    return _detail(name, text, reasonCode=why, scheduledTiming=timing)


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
    """What the answers ask for, what to talk through, and that nobody has signed the facts off.

    Before that what binds, and what is not as the client wished.
    """
    yield from in_full(plan, knowledge)
    yield from what_binds(plan, knowledge)
    yield from plan.load.beyond
    yield from (_asked_for(reason, knowledge) for reason in plan.reasons)
    yield from plan.talk
    yield from small_print(knowledge)
