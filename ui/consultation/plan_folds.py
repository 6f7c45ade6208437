"""The parts of a plan that stand folded: week, load, measures, talk, and what was left out."""

from collections.abc import Callable

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.intake import Intake
from planner.model.plan import Measures, Plan
from planner.model.vocabulary import Day
from ui.consultation import intensity_fold
from ui.parts.sources import numbers
from ui.parts.wording import DAY, VERIFICATION, counted, load_in_words, name_of, plain


def draw(plan: Plan, intake: Intake, knowledge: Knowledge) -> None:
    """Every folded part, each with what matters most in its heading."""
    st.markdown(_load(plan))
    intensity_fold.draw(intake, knowledge)
    _fold("week", "**The week**, day by day", lambda: _week(plan, intake, knowledge))
    measures = plan.measures
    if measures:
        _fold("review", f"**Review** on {measures.review_on:%d %B %Y}", lambda: _measures(measures))
    if plan.talk:
        points = counted(len(plan.talk), "point", "points")
        _fold("talk", f"**Talk about** · {points}", lambda: _talk(plan))
    if plan.not_chosen:
        left_out = f"**Not chosen, and why** · {len(plan.not_chosen)}"
        _fold("not-chosen", left_out, lambda: _not_chosen(plan, knowledge))
    _fold("sources", f"**Sources** · {len(plan.sources)}", lambda: _sources(plan))


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
        return load_in_words(plan.load)
    notes = (note for note in plan.load.notes if note not in plan.massage.dose_notes)
    return load_in_words(plan.load) + "".join(f"\n- {plain(note)}" for note in notes)


def _week(plan: Plan, intake: Intake, knowledge: Knowledge) -> str:
    """The week as a table, under what massage costs of the budget where there is one."""
    budget = intake.preferences.monthly_budget
    if budget is None:
        return _week_table(plan, knowledge)
    cost = f"{plan.load.cost_per_month:,.2f} of {budget:,.2f} {plan.load.currency} a month"
    return f"Massage costs {cost}.\n\n{_week_table(plan, knowledge)}"


def _talk(plan: Plan) -> str:
    return "\n".join(f"- {plain(point)}" for point in plan.talk)


def _week_table(plan: Plan, knowledge: Knowledge) -> str:
    """One row a thing to do, one column a day."""
    done: dict[str, set[Day]] = {}
    for day in plan.week:
        for item in day.items:
            done.setdefault(item, set()).add(day.day)
    head = "| First week | " + " | ".join(DAY.values()) + " |"
    rows = [
        f"| {name_of(item, knowledge)} | "
        + " | ".join("●" if day in days else " " for day in Day)
        + " |"
        for item, days in done.items()
    ]
    return "\n".join([head, "|:--" + "|:-:" * len(Day) + "|", *rows])


def _measures(measures: Measures) -> str:
    start, aim = measures.baseline, measures.target
    lines = [f"Average pain now **{start.average:g}**; aim **{aim.average:g} or less**"]
    if start.interference is not None:
        lines.append(f"Pain, enjoyment and activity together: {start.interference:g} of 10")
    lines += [f"Goal: {plain(goal)}" for goal in measures.goals]
    lines += [plain(measures.stop_rule), f"Diary: {plain(measures.diary)}"]
    return "\n".join(f"- {line}" for line in lines)


def _not_chosen(plan: Plan, knowledge: Knowledge) -> str:
    return "\n".join(
        f"- **{name_of(one.id, knowledge)}**: {plain(one.why)}{numbers(one.sources, plan)}"
        for one in plan.not_chosen
    )


def _sources(plan: Plan) -> str:
    return "\n".join(
        f"{number}. {plain(one.citation)} ({VERIFICATION[one.verification]})"
        for number, one in enumerate(plan.sources, 1)
    )
