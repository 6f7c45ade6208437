"""What the therapist reads: every line of the plan with its reason and its sources."""

from typing import Any

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
from planner.model.plan import Complementary, Massage, Plan, Reason, SelfCareTask, Why
from planner.planning.schedule import days_a_week, how_often, phase_dates

CLEARED = "Cleared by {}"
OVERRIDDEN = "Set aside by the therapist: {}"
AWAITS = "Awaits review by a clinician"
NOTHING = "Nothing in the answers asks for a change."


def therapist_pages(plan: Plan, knowledge: Knowledge) -> dict[str, Any]:
    """The therapist's pages as plain data, ready to be laid out."""
    marks = References(plan.sources)
    return {
        "conditions": [knowledge.conditions[one].name for one in plan.conditions],
        "clearance": str(plan.clearance),
        "knowledge": plan.knowledge,
        "reasons": [_reason(one, knowledge, marks) for one in plan.reasons],
        "no_reasons": NOTHING,
        "massage": _massage(plan, plan.massage, knowledge, marks) if plan.massage else None,
        "beside": [_therapy(one, knowledge, marks) for one in plan.complementary],
        "home": [_task(one, knowledge, marks) for one in plan.self_care],
        "load": _load(plan),
        "measures": _measures(plan),
        "talk": list(plan.talk),
        "not_chosen": [
            {"name": name_of(one.id, knowledge), "why": one.why, "mark": marks.mark(one.sources)}
            for one in plan.not_chosen
        ],
        "sources": [
            {"citation": one.citation, "checked": CHECKED[one.verification]} for one in marks.listed
        ],
    }


def _reason(one: Reason, knowledge: Knowledge, marks: References) -> dict[str, str]:
    row = knowledge.rows.get(one.id)
    state = [
        CLEARED.format(breakable(one.cleared_by)) if one.cleared_by else "",
        OVERRIDDEN.format(breakable(one.overridden)) if one.overridden else "",
        AWAITS if one.awaits_review else "",
    ]
    return {
        "label": row.label if row else _label(one.id, knowledge),
        "says": one.says,
        "why": row.reason if row else "",
        "state": ". ".join(filter(None, state)),
        "mark": marks.mark(one.sources),
    }


def _label(rule: ReasonId, knowledge: Knowledge) -> str:
    """The name of a reason that no single answer gave."""
    found = knowledge.review_rules.get(rule)
    return found.label if found else "Several weak signs together"


def _why(one: Why, marks: References) -> dict[str, str]:
    grade = f"{STANCES[one.stance]}; {CERTAINTIES[one.certainty]}"
    return {"says": one.says, "grade": grade, "mark": marks.mark(one.sources)}


def _massage(
    plan: Plan, massage: Massage, knowledge: Knowledge, marks: References
) -> dict[str, Any]:
    told = {one.says for one in massage.dose_why}
    return {
        "techniques": [
            {
                "name": name_of(one.id, knowledge),
                "role": ROLES[one.role],
                "pressure": f"{one.pressure} pressure",
                "regions": "; ".join(places(one.regions, knowledge)),
                "adjustments": _with_own(one.adjustments, one.own),
                "why": [_why(why, marks) for why in one.why],
            }
            for one in massage.techniques
        ],
        "avoid": "; ".join(places(massage.avoid_regions, knowledge)),
        "phases": _phases(plan, massage),
        "after": massage.after,
        "dose_notes": [one for one in massage.dose_notes if one not in told],
        "dose_why": [
            {"says": one.says, "grade": CERTAINTIES[one.certainty], "mark": marks.mark(one.sources)}
            for one in massage.dose_why
        ],
    }


def _with_own(notes: tuple[str, ...], own: str) -> list[str]:
    """What is to be minded on a line, and that it is the therapist's own where it is."""
    return [*notes, *([breakable(own)] if own else [])]


def _phases(plan: Plan, massage: Massage) -> list[list[str]]:
    return [
        [
            PHASES[phase.name],
            how_often(phase.sessions_per_week),
            f"{phase.minutes} minutes",
            f"{phase.weeks} weeks, {phase.sessions} sessions",
            f"{day_in_words(begins)} to {day_in_words(ends)}",
        ]
        for phase, begins, ends in phase_dates(plan.on, massage.phases)
    ]


def _therapy(one: Complementary, knowledge: Knowledge, marks: References) -> dict[str, Any]:
    return {
        "name": name_of(one.id, knowledge),
        "by": knowledge.therapies[one.id].given_by,
        "often": f"{one.how_often}; about {one.minutes_per_week} minutes a week",
        "cautions": _with_own(one.cautions, one.own),
        "why": [_why(why, marks) for why in one.why],
    }


def _task(one: SelfCareTask, knowledge: Knowledge, marks: References) -> dict[str, Any]:
    often = f"{one.minutes} minutes a day, {days_a_week(one.days_per_week)}"
    return {
        "name": name_of(one.id, knowledge),
        "by": "",
        "often": f"{one.dose}; {often}" if one.minutes else f"{one.dose}; no extra time",
        "cautions": _with_own(one.cautions, one.own),
        "why": [_why(why, marks) for why in one.why],
    }


def _load(plan: Plan) -> dict[str, Any]:
    load = plan.load
    says = [f"The first weeks ask for {load.minutes_per_week:.0f} minutes a week in all."]
    if load.cost_per_month:
        within = "within" if load.within_budget else "over"
        cost = f"{load.cost_per_month:,.2f} {load.currency}"
        says.append(f"Massage costs {cost} a month, {within} the budget given.")
    told = plan.massage.dose_notes if plan.massage else ()
    return {"says": " ".join(says), "notes": [one for one in load.notes if one not in told]}


def _measures(plan: Plan) -> dict[str, Any] | None:
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
