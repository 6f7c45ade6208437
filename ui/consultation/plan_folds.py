"""The parts of a plan that stand folded: week, load, measures, talk, and what was left out."""

from collections.abc import Callable

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.intake import Intake
from planner.model.plan import Measures, NotChosen, Plan
from planner.model.vocabulary import Day
from planner.planning.schedule import week_order
from planner.words.plan import load_in_words
from planner.words.terms import DAY
from ui.consultation import intensity_fold
from ui.parts.sources import numbers, source_line
from ui.parts.wording import plain
from ui.state.language import shown, tell, tell_many


def draw(plan: Plan, intake: Intake, knowledge: Knowledge) -> None:
    """Every folded part, each with what matters most in its heading."""
    st.markdown(_load(plan))
    intensity_fold.draw(intake, knowledge)
    _fold("week", tell("**The week**, day by day"), lambda: _week(plan, intake, knowledge))
    measures = plan.measures
    if measures:
        _fold(
            "review",
            tell("**Review** on {day}", day=measures.review_on),
            lambda: _measures(measures),
        )
    if plan.talk:
        points = tell_many(
            "**Talk about** · {number} point", "**Talk about** · {number} points", len(plan.talk)
        )
        _fold("talk", points, lambda: _talk(plan))
    if plan.not_chosen:
        left_out = tell("**Not chosen, and why** · {number}", number=len(plan.not_chosen))
        _fold("not-chosen", left_out, lambda: _not_chosen(plan, knowledge))
    sources = tell("**Sources** · {number}", number=len(plan.sources))
    _fold("sources", sources, lambda: _sources(plan))


def _fold(name: str, heading: str, words: Callable[[], str]) -> None:
    """A fold whose words are made and sent when it is opened, not on every answer."""
    key = f"fold-{name}"
    is_open = bool(st.session_state.get(key, False))
    st.session_state[key] = is_open  # a new heading makes a new expander, which would begin folded
    fold = st.expander(heading, key=key, on_change="rerun")
    if fold.open:
        fold.markdown(words())


def _load(plan: Plan) -> str:
    if plan.massage is None:  # then the notes stand in its place
        return shown(load_in_words(plan.load))
    notes = (note for note in plan.load.notes if note not in plan.massage.dose_notes)
    return shown(load_in_words(plan.load)) + "".join(f"\n- {plain(note)}" for note in notes)


def _week(plan: Plan, intake: Intake, knowledge: Knowledge) -> str:
    """The week as a table, under what massage costs of the budget where there is one."""
    budget = intake.preferences.monthly_budget
    if budget is None:
        return _week_table(plan, knowledge)
    cost = tell(
        "Massage costs {cost:,.2f} of {budget:,.2f} {currency} a month.",
        cost=plan.load.cost_per_month,
        budget=budget,
        currency=plan.load.currency,
    )
    return f"{cost}\n\n{_week_table(plan, knowledge)}"


def _talk(plan: Plan) -> str:
    return "\n".join(f"- {plain(point)}" for point in plan.talk)


def _week_table(plan: Plan, knowledge: Knowledge) -> str:
    """One row a thing to do, one column a day."""
    done: dict[str, set[Day]] = {}
    for day in plan.week:
        for item in day.items:
            done.setdefault(item, set()).add(day.day)
    first = tell("Your week")
    order = week_order(plan)
    head = f"| {first} | " + " | ".join(tell(DAY[day]) for day in order) + " |"
    rows = [
        f"| {shown(name_of(LineId(item), knowledge))} | "
        + " | ".join("●" if day in days else " " for day in order)
        + " |"
        for item, days in done.items()
    ]
    return "\n".join([head, "|:--" + "|:-:" * len(Day) + "|", *rows])


def _measures(measures: Measures) -> str:
    start, aim = measures.baseline, measures.target
    lines = [
        tell(
            "Average pain now **{now:g}**; aim **{aim:g} or less**",
            now=start.average,
            aim=aim.average,
        )
    ]
    if start.interference is not None:
        lines.append(
            tell("Pain, enjoyment and activity together: {score:g} of 10", score=start.interference)
        )
    lines += [tell("Goal: {goal}", goal=plain(goal)) for goal in measures.goals]
    lines += [plain(measures.stop_rule), tell("Diary: {diary}", diary=plain(measures.diary))]
    return "\n".join(f"- {line}" for line in lines)


def _not_chosen(plan: Plan, knowledge: Knowledge) -> str:
    return "\n".join(f"- {_left_out(one, plan, knowledge)}" for one in plan.not_chosen)


def _left_out(one: NotChosen, plan: Plan, knowledge: Knowledge) -> str:
    name = name_of(one.id, knowledge)
    why = tell("**{name}**: {why}", name=name, why=plain(one.why))
    return f"{why} {numbers(one.sources, plan)}".rstrip()


def _sources(plan: Plan) -> str:
    return "\n".join(f"{number}. {source_line(one)}" for number, one in enumerate(plan.sources, 1))
