"""What of a plan changes when one thing about a client changes, over all pain sources.

python -m bench.rules.sensitivity          writes docs/sensitivity.md
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bench import ROOT
from planner.knowledge import Knowledge, load
from planner.model.ids import ConditionId
from planner.model.intake import Intake, read_intake
from planner.model.plan import Plan
from planner.model.vocabulary import Activity, Answer
from planner.safety.asking.questions import questions
from planner.visit.main_line import first_visit

PAGE = ROOT / "docs" / "sensitivity.md"
PARTS = ("technique", "where", "pressure", "dose", "therapies", "tasks", "advice", "measures")
Told = Mapping[str, Any]
AGREED = ("cancer-related-pain",)  # a team has to agree before hands are laid on
ON = "2026-11-23"


class Change(NamedTuple):
    """One thing about a client that is otherwise, as it stands in an intake."""

    group: str
    name: str
    told: Told


def usual(condition: str) -> dict[str, Any]:
    """A client of 45 with one assessed pain of 6 that has lasted a year and a half."""
    agreed = [{"for": condition, "by": "Team", "on": ON}] if condition in AGREED else []
    return {
        "format": 1,
        "on": ON,
        "client": {"label": "T.T.", "age": 45},
        "pain": [{"condition": condition, "months": 18, "assessed": True}],
        "severity": {"average": 6},
        "clearances": agreed,
    }


def changes() -> Iterator[Change]:
    """Everything that is changed, one at a time."""
    for age in (19, 85):
        yield Change("age", f"{age} years", {"client": {"label": "T.T.", "age": age}})
    for months in (0, 2, 6, 120):
        yield Change("lasting", f"{months} months", {"pain": {"months": months}})
    yield Change("lasting", "changed of late", {"pain": {"changed": True}})
    yield from _scores()
    for word in ("low", "moderate", "high"):
        yield Change("irritability", word, {"assessment": {"irritability": word}})
    yield Change("tender places", "the first place of the pain, severe", {"tender": 3})
    for activity in Activity:
        yield Change("brought on by", activity, {"assessment": {"provokes": [activity]}})
    for activity in Activity:
        goal = {"goal": "it", "activity": activity, "rating": 3}
        yield Change("goal", activity, {"preferences": {"goals": [goal]}})
    yield Change("answers", "frail", {"answers": {"p-frailty": "yes"}})
    yield from _wishes()


def _scores() -> Iterator[Change]:
    for average in (0, 2, 3, 5, 8, 10):
        yield Change("average pain", str(average), {"severity": {"average": average}})
    for name, score in (("sleep", 8), ("stress", 8), ("worst", 10)):
        yield Change(name, str(score), {"severity": {"average": 6, name: score}})
    narrowed = {"average": 6, "enjoyment": 8, "activity": 8}
    yield Change("in the way of life", "8", {"severity": narrowed})


def _wishes() -> Iterator[Change]:
    for budget in (0, 60, 120, 240, 480, 960):
        told = {"session_price": 60, "monthly_budget": budget}
        yield Change("budget, at 60 a visit", str(budget), {"preferences": told})
    for minutes in (30, 45, 60, 90):
        yield Change("minutes a visit", str(minutes), {"preferences": {"session_minutes": minutes}})
    firm = {"preferences": {"pressure": "firm"}, "tender": 3}
    yield Change("tender places", "and firm pressure liked", firm)
    for minutes in (0, 5, 10, 15, 30, 60):
        told = {"self_care_minutes_per_day": minutes}
        yield Change("minutes a day at home", str(minutes), {"preferences": told})
    for pressure in ("light", "firm"):
        yield Change("pressure", pressure, {"preferences": {"pressure": pressure}})


def intake_with(condition: str, told: Told, knowledge: Knowledge) -> Intake:
    """The usual client with what is otherwise, every question that applies answered no."""
    said = {**usual(condition), **{key: told[key] for key in told if key not in ("pain", "tender")}}
    said["pain"] = [{**said["pain"][0], **told.get("pain", {})}]
    if "tender" in told:
        region = knowledge.usual_regions(ConditionId(condition))[0]
        found = {"what": "palpation", "region": region, "tender": told["tender"]}
        said["assessment"] = {"findings": [found]}
    intake = read_intake(json.dumps(said), knowledge.known_ids)
    while unasked := [one.id for one in questions(intake, knowledge) if one.answer is None]:
        answers = {**intake.answers, **dict.fromkeys(unasked, Answer.NO)}
        intake = intake.replaced(answers=answers)
    return intake


def plan_with(condition: str, told: Told, knowledge: Knowledge) -> Plan:
    """The plan of that client."""
    return first_visit(intake_with(condition, told, knowledge), knowledge)


def parts(plan: Plan) -> dict[str, object]:
    """A plan part by part, as two plans are compared."""
    massage, measures = plan.massage, plan.measures
    lines = massage.techniques if massage else ()
    found: tuple[object, ...] = (
        [(one.id, one.role) for one in lines],
        [(one.id, one.regions) for one in lines],
        [(one.id, one.pressure) for one in lines],
        [(one.phase, one.minutes) for one in plan.visits if one.minutes],
        [one.id for one in plan.complementary],
        [one.replaced(why=one.why[:1]) for one in plan.self_care],
        [*plan.talk, *plan.load.notes, *(one.says for one in plan.unmet)],
        measures and (measures.target, measures.review_on, measures.rated),
    )
    return dict(zip(PARTS, found, strict=True))


def compared(before: Plan, after: Plan) -> frozenset[str]:
    """The parts in which two plans differ."""
    one, other = parts(before), parts(after)
    return frozenset(part for part in one if one[part] != other[part])


def counted(knowledge: Knowledge) -> list[tuple[Change, dict[str, int]]]:
    """For each change, in how many pain sources each part of the plan differs from the usual."""
    before = {one: plan_with(one, {}, knowledge) for one in knowledge.conditions}
    rows = []
    for change in changes():
        differs = [compared(before[one], plan_with(one, change.told, knowledge)) for one in before]
        found = {part: sum(part in one for one in differs) for part in PARTS}
        rows.append((change, {**found, "any": sum(map(bool, differs))}))
    return rows


def page(knowledge: Knowledge) -> str:
    """The table as a document."""
    rows = counted(knowledge)
    columns = [*rows[0][1]]
    lines = [
        "# What changes a plan",
        "",
        "Written by `bench/rules/sensitivity.py`; made again when rules or facts change. In how "
        f"many of the {len(knowledge.conditions)} pain sources each part of a plan is another when "
        "one thing is: a client of 45 with one assessed pain of 6 that has lasted 18 months, "
        "nothing flagged, nothing wished for. A dot is none.",
        "",
        f"| what | is | {' | '.join(columns)} |",
        f"|---|---|{'---:|' * len(columns)}",
    ]
    for change, found in rows:
        cells = " | ".join(str(found[one] or "·") for one in columns)
        lines.append(f"| {change.group} | {change.name} | {cells} |")
    return "\n".join([*lines, ""])


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(load()), encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
