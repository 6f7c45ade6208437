"""What is done and what is left out, as the activities of a care plan, each with its time."""

from collections.abc import Iterable, Iterator

from planner.exports.files.fhir import timing
from planner.exports.files.fhir.dossier import Dossier, Part, period, texts
from planner.exports.references import References
from planner.knowledge.names import name_of
from planner.model.phrase import Phrase
from planner.model.plan import (
    Complementary,
    Massage,
    Measures,
    NotChosen,
    SelfCareTask,
    TechniqueChoice,
    Why,
)
from planner.planning.course.occasions import spans, visits_of
from planner.planning.course.schedule import DIARY
from planner.words import dated, joined, say
from planner.words.plan import days_a_week, minutes, places, visits_at
from planner.words.terms import OCCUPATION, PHASE, PRESSURE

MASSAGE = say("Massage")


def activities(of: Dossier) -> Iterator[Part]:
    """What is done, then what must not be."""
    yield from massage_of(of)
    yield from (_therapy(of, one) for one in of.plan.complementary)
    yield from home_of(of)
    yield from judged_of(of)
    yield from prohibited_of(of)


def massage_of(of: Dossier) -> Iterator[Part]:
    """Each stretch of visits of one length and rhythm."""
    if massage := of.plan.massage:
        told = _techniques(massage, of)
        whys = [why for one in massage.techniques for why in one.why]
        for span in spans(of.plan):
            name = say("Massage: {phase:lower}", phase=PHASE[span.phase.name])
            when = {"scheduledTiming": timing.of_span(span)}
            yield _detail(name, told, reasonCode=reasons(of, whys), **when)


def massage_lines(of: Dossier) -> Iterator[str]:
    """The same for a person who reads it: how often, on which days, and what is done."""
    if massage := of.plan.massage:
        for span in spans(of.plan):
            yield say(
                "{phase}: {visits}, {minutes} each: {days:commas}.",
                phase=PHASE[span.phase.name],
                visits=visits_at(len(span.visits), span.phase.sessions_per_week),
                minutes=minutes(span.minutes),
                days=[dated(one.on) for one in span.visits],
            )
        yield _techniques(massage, of)


def home_lines(of: Dossier) -> Iterator[str]:
    """Each home task, how often, and how it is done."""
    for one in of.plan.self_care:
        yield say(
            "{name}, {often}: {told}",
            name=name_of(one.id, of.knowledge),
            often=days_a_week(one.days_per_week),
            told=_how(one),
        )


def home_of(of: Dossier) -> Iterator[Part]:
    """Each home task."""
    yield from (_task(of, one) for one in of.plan.self_care)


def judged_of(of: Dossier) -> Iterator[Part]:
    """The diary, and the review."""
    if measures := of.plan.measures:
        yield from _judging(of, measures)


def prohibited_of(of: Dossier) -> Iterator[Part]:
    """The places without massage, and what an answer, a limit or a no keeps away."""
    if of.plan.massage and of.plan.massage.avoid_regions:
        there = places(of.knowledge.regions[one] for one in of.plan.massage.avoid_regions)
        told = say("No massage here: {places:semicolons}.", places=there)
        yield _detail(MASSAGE, told, doNotPerform=True)
    for one in of.plan.not_chosen:
        if one.must_not:
            yield _left_out(of, one)


def reasons(of: Dossier, whys: Iterable[Why]) -> list[Part]:
    """Why, each with its sources."""
    marks = References(of.plan.sources)
    return [*texts(_reason(why, marks) for why in whys)]


def _reason(why: Why | NotChosen, marks: References) -> Phrase:
    says = why.says if isinstance(why, Why) else why.why
    if not why.sources:
        return joined(says)
    citations = marks.citations(why.sources)
    return say("{says} Sources: {citations:semicolons}", says=says, citations=citations)


def _detail(name: str, description: str, **more: object) -> Part:
    return {
        "code": {"text": name},
        "description": description,
        "status": "not-started",
        "doNotPerform": False,
        **more,
    }


def _left_out(of: Dossier, one: NotChosen) -> Part:
    why = _reason(one, References(of.plan.sources))
    name = name_of(one.id, of.knowledge)
    return _detail(name, one.why, doNotPerform=True, reasonCode=[{"text": why}])


def _techniques(massage: Massage, of: Dossier) -> Phrase:
    techniques = joined(*(_technique(one, of) for one in massage.techniques), by=". ")
    return joined(say("{parts:stopped}", parts=techniques), *massage.by_hand)


def _technique(one: TechniqueChoice, of: Dossier) -> Phrase:
    told = say(
        "{name}, {pressure} pressure: {places:semicolons}",
        name=name_of(one.id, of.knowledge),
        pressure=PRESSURE[one.pressure],
        places=places(of.knowledge.regions[region] for region in one.regions),
    )
    changes = (*one.adjustments, *one.by_hand, *([one.own] if one.own else []))
    if not changes:
        return told
    return say("{technique}. Changes: {changes:spaces}", technique=told, changes=changes)


def minded(one: Complementary | SelfCareTask) -> tuple[str, ...]:
    """What is to be minded on a line, with the therapist's own words."""
    return (*one.cautions, *one.by_hand, *([one.own] if one.own else []))


def _therapy(of: Dossier, one: Complementary) -> Part:
    told = joined(say("{often}.", often=one.how_often), *minded(one))
    said = {"reasonCode": reasons(of, one.why), **timing.of_therapy(of, one, "scheduled")}
    return _detail(name_of(one.id, of.knowledge), told, **said)


def _task(of: Dossier, one: SelfCareTask) -> Part:
    why = reasons(of, one.why) or [{"text": one.own}]
    name = name_of(one.id, of.knowledge)
    return _detail(name, _how(one), reasonCode=why, scheduledTiming=timing.of_task(of, one))


def _how(one: SelfCareTask) -> Phrase:
    how = say("{dose}. When to stop: {stop}", dose=one.dose, stop=one.stop_if)
    rule = say("How much pain is fine: {rule}", rule=one.pain_rule) if one.pain_rule else ""
    return joined(how, rule, one.steps, one.step, *minded(one))


def _judging(of: Dossier, measures: Measures) -> Iterator[Part]:
    due = next(one.on for one in visits_of(of.plan) if one.review)
    every_day = {"scheduledTiming": timing.daily(of.plan.on, due)}
    yield _detail(OCCUPATION[DIARY], measures.diary, **every_day)
    yield _detail(say("Review"), measures.stop_rule, scheduledPeriod=period(due, due))
