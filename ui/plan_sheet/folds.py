"""What stands folded: the ways, the week, review, talk, what was left out, sources."""

from collections.abc import Callable, Container, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId, SourceId
from planner.model.intake import Intake
from planner.model.plan import CitedSource, Measures, NotChosen, Plan
from planner.model.vocabulary import Day
from planner.planning.course.schedule import week_order
from planner.words.plan import aim_of
from planner.words.terms import DAY, VERIFICATION
from ui.plan_sheet import ways
from ui.plan_sheet.blocks import Data, cited, listed, strong, table
from ui.state.language import shown, tell, tell_many

WAYS = "ways"
Blocks = Callable[[], list[Data]]


def folds(plan: Plan, intake: Intake, opened: Container[str], knowledge: Knowledge) -> list[Data]:
    """Every fold, with what matters most in its heading; the contents of those that stand open."""
    return [
        {
            "id": name,
            "title": title,
            "open": name in opened,
            "blocks": make() if name in opened else [],
        }
        for name, title, make in _folds(plan, intake, knowledge)
    ]


def _folds(plan: Plan, intake: Intake, knowledge: Knowledge) -> Iterator[tuple[str, str, Blocks]]:
    now = tell("Three ways to go · now {intensity}", intensity=ways.WORDS[intake.preferences.way])
    yield WAYS, now, lambda: ways.side_by_side(intake, knowledge)
    yield "week", tell("The week, day by day"), lambda: [_week(plan, knowledge)]
    measures = plan.measures
    if measures:
        review = tell("Review on {day}", day=measures.review_on)
        yield "review", review, lambda: _measures(measures)
    if plan.talk:
        talk = tell_many(
            "Talk about · {number} point", "Talk about · {number} points", len(plan.talk)
        )
        yield "talk", talk, lambda: [listed(plan.talk)]
    if plan.not_chosen:
        left_out = tell("Not chosen, and why · {number}", number=len(plan.not_chosen))
        yield "not-chosen", left_out, lambda: [_not_chosen(plan, knowledge)]
    sources = tell("Sources · {number}", number=len(plan.sources))
    yield "sources", sources, lambda: [listed(map(_source_line, plan.sources), ordered=True)]


def _week(plan: Plan, knowledge: Knowledge) -> Data:
    """One row a thing to do, one column a day."""
    done: dict[str, set[Day]] = {}
    for day in plan.week:
        for item in day.items:
            done.setdefault(item, set()).add(day.day)
    order = week_order(plan)
    rows = (
        [shown(name_of(LineId(item), knowledge)), *("●" if day in days else "" for day in order)]
        for item, days in done.items()
    )
    return table([tell("Your week"), *(tell(DAY[day]) for day in order)], rows)


def _measures(measures: Measures) -> list[Data]:
    start, aim = measures.baseline, measures.target
    fill = {"now": start.average, "aim": aim.average}
    now = tell("Average pain now **{now:g}**; aim **{aim:g} or less**", **fill)
    rest = [
        *(_interference(start.interference) if start.interference is not None else ()),
        *(tell("Goal: {goal}", goal=aim_of(goal, measures)) for goal in measures.goals),
        measures.stop_rule,
        tell("Diary: {diary}", diary=measures.diary),
    ]
    return [strong(now), listed(rest)]


def _interference(score: float) -> Iterator[str]:
    yield tell("Pain, enjoyment and activity together: {score:g} of 10", score=score)


def _not_chosen(plan: Plan, knowledge: Knowledge) -> Data:
    return listed(_left_out(one, plan, knowledge) for one in plan.not_chosen)


def _left_out(one: NotChosen, plan: Plan, knowledge: Knowledge) -> str:
    name = name_of(one.id, knowledge)
    numbers = _numbers(one.sources, plan)
    if not numbers:
        return tell("{name}: {why}", name=name, why=one.why)
    if len(numbers) == 1:
        return tell("{name}: {why} (source {number})", name=name, why=one.why, number=numbers[0])
    told = tuple(map(str, numbers))
    return tell("{name}: {why} (sources {numbers:commas})", name=name, why=one.why, numbers=told)


def _numbers(ids: tuple[SourceId, ...], plan: Plan) -> list[int]:
    """Where these ids stand in the plan's list of sources."""
    order = {source.id: number for number, source in enumerate(plan.sources, 1)}
    return sorted(order[one] for one in ids if one in order)


def _source_line(one: CitedSource) -> str:
    checked = VERIFICATION[one.verification]
    return tell("{citation} ({checked})", citation=one.citation, checked=checked)


def sources_of(ids: tuple[SourceId, ...], plan: Plan) -> list[Data]:
    """The citations behind these ids, each once."""
    known = {source.id: source for source in plan.sources}
    found = (known[one] for one in dict.fromkeys(ids) if one in known)
    return [cited(one.citation, tell(VERIFICATION[one.verification])) for one in found]
