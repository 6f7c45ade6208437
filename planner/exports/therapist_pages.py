"""What the therapist reads: every line of the plan with its reason and its sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.exports.references import References
from planner.exports.wording import (
    CERTAINTIES,
    CHECKED,
    PHASES,
    ROLES,
    STANCES,
    breakable,
    day_in_words,
    name_of,
    number,
    places,
)
from planner.knowledge import Knowledge
from planner.model.ids import ReasonId
from planner.model.plan import (
    Complementary,
    Massage,
    Plan,
    Reason,
    SelfCareTask,
    TechniqueChoice,
    Why,
)
from planner.planning.schedule import days_a_week, how_often, phase_dates

CLEARED = "Cleared by {}"
OVERRIDDEN = "Set aside by the therapist: {}"
AWAITS = "Awaits review by a clinician"
NOTHING = "Nothing in the answers asks for a change."


@dataclass(frozen=True)
class ReasonLine:
    """What was reported and what it asks for; `state` says who cleared it or set it aside."""

    label: str
    says: str
    why: str
    state: str
    mark: str


@dataclass(frozen=True)
class WhyLine:
    """A reason of a line: how sure, and the mark of its sources."""

    says: str
    grade: str
    mark: str


@dataclass(frozen=True)
class TechniqueLine:
    """A technique with its changes and its reasons."""

    name: str
    role: str
    pressure: str
    regions: str
    adjustments: tuple[str, ...]
    why: tuple[WhyLine, ...]


@dataclass(frozen=True)
class MassagePart:
    """The course: techniques, phases as the cells of a table, and where the dose comes from."""

    techniques: tuple[TechniqueLine, ...]
    avoid: str
    phases: tuple[tuple[str, ...], ...]
    after: str
    dose_notes: tuple[str, ...]
    dose_why: tuple[WhyLine, ...]


@dataclass(frozen=True)
class OfferLine:
    """A therapy or a home task; `by` is who gives it, empty when nobody does."""

    name: str
    by: str
    often: str
    cautions: tuple[str, ...]
    why: tuple[WhyLine, ...]


@dataclass(frozen=True)
class LoadPart:
    """Time and money."""

    says: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class NotChosenLine:
    """What was considered, and why not."""

    name: str
    why: str
    mark: str


@dataclass(frozen=True)
class SourceLine:
    """A source, and how far it was checked."""

    citation: str
    checked: str


@dataclass(frozen=True)
class TherapistPages:
    """The therapist's pages, part by part."""

    conditions: tuple[str, ...]
    clearance: str
    knowledge: str
    reasons: tuple[ReasonLine, ...]
    no_reasons: str
    massage: MassagePart | None
    beside: tuple[OfferLine, ...]
    home: tuple[OfferLine, ...]
    load: LoadPart
    measures: Mapping[str, str] | None
    talk: tuple[str, ...]
    not_chosen: tuple[NotChosenLine, ...]
    sources: tuple[SourceLine, ...]


def therapist_pages(plan: Plan, knowledge: Knowledge) -> TherapistPages:
    """The therapist's pages as a value, ready to be laid out."""
    marks = References(plan.sources)
    return TherapistPages(
        conditions=tuple(knowledge.conditions[one].name for one in plan.conditions),
        clearance=str(plan.clearance),
        knowledge=plan.knowledge,
        reasons=tuple(_reason(one, knowledge, marks) for one in plan.reasons),
        no_reasons=NOTHING,
        massage=_massage(plan, plan.massage, knowledge, marks) if plan.massage else None,
        beside=tuple(_therapy(one, knowledge, marks) for one in plan.complementary),
        home=tuple(_task(one, knowledge, marks) for one in plan.self_care),
        load=_load(plan),
        measures=_measures(plan),
        talk=tuple(plan.talk),
        not_chosen=tuple(
            NotChosenLine(name_of(one.id, knowledge), one.why, marks.mark(one.sources))
            for one in plan.not_chosen
        ),
        sources=tuple(SourceLine(one.citation, CHECKED[one.verification]) for one in marks.listed),
    )


def _reason(one: Reason, knowledge: Knowledge, marks: References) -> ReasonLine:
    row = knowledge.rows.get(one.id)
    state = [
        CLEARED.format(breakable(one.cleared_by)) if one.cleared_by else "",
        OVERRIDDEN.format(breakable(one.overridden)) if one.overridden else "",
        AWAITS if one.awaits_review else "",
    ]
    return ReasonLine(
        label=row.label if row else _label(one.id, knowledge),
        says=one.says,
        why=row.reason if row else "",
        state=". ".join(filter(None, state)),
        mark=marks.mark(one.sources),
    )


def _label(rule: ReasonId, knowledge: Knowledge) -> str:
    """The name of a reason that no single answer gave."""
    found = knowledge.review_rules.get(rule)
    return found.label if found else "Several weak signs together"


def _why(one: Why, marks: References) -> WhyLine:
    grade = f"{STANCES[one.stance]}; {CERTAINTIES[one.certainty]}"
    return WhyLine(one.says, grade, marks.mark(one.sources))


def _massage(plan: Plan, massage: Massage, knowledge: Knowledge, marks: References) -> MassagePart:
    told = {one.says for one in massage.dose_why}
    return MassagePart(
        techniques=tuple(_technique(one, knowledge, marks) for one in massage.techniques),
        avoid="; ".join(places(massage.avoid_regions, knowledge)),
        phases=tuple(_phases(plan, massage)),
        after=massage.after,
        dose_notes=tuple(one for one in massage.dose_notes if one not in told),
        dose_why=tuple(
            WhyLine(one.says, CERTAINTIES[one.certainty], marks.mark(one.sources))
            for one in massage.dose_why
        ),
    )


def _technique(one: TechniqueChoice, knowledge: Knowledge, marks: References) -> TechniqueLine:
    return TechniqueLine(
        name=name_of(one.id, knowledge),
        role=ROLES[one.role],
        pressure=f"{one.pressure} pressure",
        regions="; ".join(places(one.regions, knowledge)),
        adjustments=_with_own(one.adjustments, one.own),
        why=tuple(_why(why, marks) for why in one.why),
    )


def _with_own(notes: tuple[str, ...], own: str) -> tuple[str, ...]:
    """What is to be minded on a line, and that it is the therapist's own where it is."""
    return (*notes, *([breakable(own)] if own else []))


def _phases(plan: Plan, massage: Massage) -> Iterator[tuple[str, ...]]:
    for phase, begins, ends in phase_dates(plan.on, massage.phases):
        yield (
            PHASES[phase.name],
            how_often(phase.sessions_per_week),
            f"{phase.minutes} minutes",
            f"{phase.weeks} weeks, {phase.sessions} sessions",
            f"{day_in_words(begins)} to {day_in_words(ends)}",
        )


def _therapy(one: Complementary, knowledge: Knowledge, marks: References) -> OfferLine:
    return OfferLine(
        name=name_of(one.id, knowledge),
        by=knowledge.therapies[one.id].given_by,
        often=f"{one.how_often}; about {one.minutes_per_week} minutes a week",
        cautions=_with_own(one.cautions, one.own),
        why=tuple(_why(why, marks) for why in one.why),
    )


def _task(one: SelfCareTask, knowledge: Knowledge, marks: References) -> OfferLine:
    often = f"{one.minutes} minutes a day, {days_a_week(one.days_per_week)}"
    return OfferLine(
        name=name_of(one.id, knowledge),
        by="",
        often=f"{one.dose}; {often}" if one.minutes else f"{one.dose}; no extra time",
        cautions=_with_own(one.cautions, one.own),
        why=tuple(_why(why, marks) for why in one.why),
    )


def _load(plan: Plan) -> LoadPart:
    load = plan.load
    says = [f"The first weeks ask for {load.minutes_per_week:.0f} minutes a week in all."]
    if load.cost_per_month:
        within = "within" if load.within_budget else "over"
        cost = f"{load.cost_per_month:,.2f} {load.currency}"
        says.append(f"Massage costs {cost} a month, {within} the budget given.")
    told = plan.massage.dose_notes if plan.massage else ()
    return LoadPart(" ".join(says), tuple(one for one in load.notes if one not in told))


def _measures(plan: Plan) -> Mapping[str, str] | None:
    measures = plan.measures
    if measures is None:
        return None
    baseline = f"average pain {number(measures.baseline.average)} out of 10"
    if measures.baseline.interference is not None:
        baseline += f"; pain and interference {number(measures.baseline.interference)} out of 10"
    return {
        "Baseline": baseline,
        "Target": f"average pain {number(measures.target.average)} or lower",
        "Review": day_in_words(measures.review_on),
        "Stop rule": measures.stop_rule,
        "Diary": measures.diary,
        "Aims in the client's words": "; ".join(breakable(one) for one in measures.goals),
    }
