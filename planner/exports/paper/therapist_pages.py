"""What the therapist reads: every line of the plan with its reason and its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.agreed import in_full
from planner.exports.binding import what_binds
from planner.exports.paper.client_lines import answer_of
from planner.exports.paper.scores import in_clinical_words
from planner.exports.paper.therapist_lines import (
    MassagePart,
    OfferLine,
    massage_part,
    task_line,
    therapy_line,
)
from planner.exports.references import References
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.knowledge.own import knowing_own
from planner.model.ids import ReasonId
from planner.model.phrase import Phrase
from planner.model.plan import (
    Load,
    Measures,
    Plan,
    Reason,
)
from planner.words import dated, joined, say
from planner.words.plan import aim_of, visits
from planner.words.terms import CLEARANCE
from planner.words.terms import VERIFICATION as CHECKED
from planner.words.typed import breakable

AWAITS = say("Awaits review by a clinician")
NOT_SURE = say("The client was not sure; it is handled as a yes")
NOTHING = say("Nothing in the answers asks for a change.")
NO_MASSAGE = say(
    "No massage is in this plan; the reasons are under “Time and money” and "
    "“Considered, not chosen”."
)
SEVERAL_SIGNS = say("Several weak signs together")


@dataclass(frozen=True)
class ReasonLine:
    """What was reported and what it asks for; `state` says who cleared it or set it aside."""

    label: str
    says: str
    why: str
    state: str
    mark: str


@dataclass(frozen=True)
class LoadPart:
    """Time and money."""

    says: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class MeasureLine:
    """One thing that the plan is judged by."""

    name: str
    says: str


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
    agreed: tuple[str, ...]
    binds: tuple[str, ...]
    reasons: tuple[ReasonLine, ...]
    no_reasons: str
    no_massage: str
    massage: MassagePart | None
    beside: tuple[OfferLine, ...]
    home: tuple[OfferLine, ...]
    load: LoadPart
    measures: tuple[MeasureLine, ...]
    talk: tuple[str, ...]
    wishes: tuple[str, ...]
    not_chosen: tuple[NotChosenLine, ...]
    sources: tuple[SourceLine, ...]


def therapist_pages(plan: Plan, knowledge: Knowledge) -> TherapistPages:
    """The therapist's pages as a value, ready to be laid out."""
    knowledge, marks = knowing_own(knowledge, plan), References(plan.sources)
    return TherapistPages(
        conditions=tuple(knowledge.conditions[one].name for one in plan.conditions),
        clearance=CLEARANCE[plan.clearance],
        knowledge=plan.knowledge,
        agreed=in_full(plan, knowledge),
        binds=what_binds(plan, knowledge),
        reasons=tuple(_reason(one, knowledge, marks) for one in plan.reasons),
        no_reasons=NOTHING,
        no_massage=plan.no_massage.says if plan.no_massage else NO_MASSAGE,
        massage=massage_part(plan, plan.massage, knowledge, marks) if plan.massage else None,
        beside=tuple(therapy_line(one, knowledge, marks) for one in plan.complementary),
        home=tuple(task_line(one, knowledge, marks) for one in plan.self_care),
        load=_load(plan),
        measures=_measures(plan),
        talk=tuple(plan.talk),
        wishes=tuple(one.says for one in plan.unmet),
        not_chosen=tuple(
            NotChosenLine(name_of(one.id, knowledge), one.why, marks.mark(one.sources))
            for one in plan.not_chosen
        ),
        sources=tuple(SourceLine(one.citation, CHECKED[one.verification]) for one in marks.listed),
    )


def _reason(one: Reason, knowledge: Knowledge, marks: References) -> ReasonLine:
    row = knowledge.rows.get(one.id)
    return ReasonLine(
        label=answer_of(one, knowledge) if row else _label(one.id, knowledge),
        says=one.says,
        why=row.reason if row else "",
        state=_state(one),
        mark=marks.mark(one.sources),
    )


def _state(one: Reason) -> str:
    """Who cleared it, who set it aside, and whether a clinician is still to look at the rule."""
    told = [
        say("Cleared by {who}", who=breakable(one.cleared_by)) if one.cleared_by else "",
        say("Set aside by the therapist: {why}", why=breakable(one.overridden))
        if one.overridden
        else "",
        NOT_SURE if one.unsure else "",
        AWAITS if one.awaits_review else "",
    ]
    return joined(*told, by=". ")


def _label(rule: ReasonId, knowledge: Knowledge) -> str:
    """The name of a reason that no single answer gave."""
    found = knowledge.review_rules.get(rule)
    return found.label if found else SEVERAL_SIGNS


def _load(plan: Plan) -> LoadPart:
    load = plan.load
    told = plan.massage.dose_notes if plan.massage else ()
    asks = say(
        "The first weeks ask for {minutes:.0f} minutes a week in all.",
        minutes=load.minutes_per_week,
    )
    notes = tuple(one for one in (*load.notes, *load.beyond) if one not in told)
    return LoadPart(joined(asks, *_cost(load)), notes)


def _cost(load: Load) -> Iterator[str]:
    """What the visits cost, each, in all, and in the dearest month against the budget."""
    if not load.cost_per_month:
        return
    fill = {"cost": load.cost_per_month, "currency": load.currency}
    if load.price is not None and load.total_cost is not None:
        all_of_it = {"total": load.total_cost, "price": load.price, "currency": load.currency}
        yield say(
            "{visits} at {price:,.2f} {currency}: {total:,.2f} {currency} in all.",
            visits=visits(load.visits),
            **all_of_it,
        )
    if load.budget is None and load.within_budget:
        yield say("At most {cost:,.2f} {currency} in a month.", **fill)
    elif load.within_budget:
        yield say("At most {cost:,.2f} {currency} in a month, within the budget given.", **fill)
    else:
        yield say("Up to {cost:,.2f} {currency} in a month, over the budget given.", **fill)


def _measures(plan: Plan) -> tuple[MeasureLine, ...]:
    """How the plan is judged; what is not measured is left out."""
    measures = plan.measures
    if measures is None:
        return ()
    lines = (
        MeasureLine(say("Baseline"), _baseline(measures)),
        MeasureLine(say("Latest"), _latest(measures)),
        MeasureLine(
            say("Target"), say("average pain {target:g} or lower", target=measures.target.average)
        ),
        MeasureLine(say("Review"), dated(measures.review_on)),
        MeasureLine(say("Stop rule"), measures.stop_rule),
        MeasureLine(say("Diary"), measures.diary),
        MeasureLine(
            say("Aims in the client's words"),
            joined(*(aim_of(one, measures) for one in measures.goals), by="; "),
        ),
    )
    return tuple(one for one in lines if one.says)


def _baseline(measures: Measures) -> Phrase:
    first = measures.baseline
    scores = in_clinical_words(first)
    if first.interference is not None:
        scores = say(
            "{scores}; pain and interference {interference:g} out of 10",
            scores=scores,
            interference=first.interference,
        )
    return say("{day}: {scores}", day=first.on, scores=scores) if first.on else scores


def _latest(measures: Measures) -> Phrase | str:
    """The scores of a later visit."""
    latest = measures.latest
    if latest is None:
        return ""
    return say("{day}: {scores}", day=latest.on, scores=in_clinical_words(latest))
